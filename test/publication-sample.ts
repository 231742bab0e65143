import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { perimetreOfDossier } from '../src/cog/perimetre.ts';
import { checkPaths, usable } from '../src/commands/prepare.ts';
import { franceAndTowns } from '../src/commands/report-context.ts';
import { presentationOf } from '../src/compile/comparison/presentation.ts';
import type { PublicationMatter, SiteLu } from '../src/compile/comparison/publication/matter.ts';
import { siteLu } from '../src/compile/comparison/publication/monograph.ts';
import { figuresOf, publicationMatter } from '../src/compile/comparison/publication/publication.ts';
import { piecesAsked } from '../src/compile/comparison/publication/themes-view.ts';
import { comparaisonOf } from '../src/compile/comparison/sites.ts';
import type { Format } from '../src/compile/report/report.ts';
import type { Dossier } from '../src/model/dossier.ts';
import { extractsOf } from './dataset-written.ts';
import { sessionFiles } from './report/session-sample.ts';
import { freshFolder } from './terminal.ts';

const sheet = 'sessions/lisieres-2026/session.yaml';
const { 'dossiers/mayotte-nord/dossier.yaml': _, 'dossiers/mayotte-nord/territoire.yaml': __, ...kept } = sessionFiles;
const presquile = 'dossiers/presquile';

/** The invented session, presented in its own order; one of its dossiers may be published, but for some parts. */
export const publicationFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(kept).filter(([path]) => !path.startsWith('dossiers/marais/'))),
  [sheet]: `${kept[sheet]}diffusion: public
comparaison:
  ordre: [presquile]
  titres: {plaine-de-caen: Plaine}
  groupes: {cotes: {titre: Les côtes, dossiers: [presquile]}}
`,
  'sessions/lisieres-2026/jury.yaml': (kept['sessions/lisieres-2026/jury.yaml'] ?? '').replace(
    ' dossier: mayotte-nord,',
    '',
  ),
  'sessions/lisieres-2026/themes/bord.md': (kept['sessions/lisieres-2026/themes/bord.md'] ?? '').replace(
    'mayotte-nord/enjeu/pente',
    'presquile/initiative/pont',
  ),
  'sessions/lisieres-2026/themes.md': 'Le fil des thèmes.\n',
  'sessions/lisieres-2026/themes/mer.md':
    '---\ntitre: La mer\nquestion: Que faire de la mer ?\n---\nUn thème sans pièce.\n',
  [`${presquile}/dossier.yaml`]: `${kept[`${presquile}/dossier.yaml`]}diffusion: public
accord_publication: {date: 2027-01-02, fonction: Maire}
`,
  [`${presquile}/strategie/initiatives/ouverte.md`]: '---\ntitre: Une initiative ouverte\n---\nElle est ouverte.\n',
  [`${presquile}/strategie/initiatives/pont.md`]:
    '---\ntitre: La nuit du pont\ndiffusion: interne\n---\nElle est fermée.\n',
  [`${presquile}/seances/fermee.md`]:
    '---\ntype: atelier\ntitre: Séance fermée\ndiffusion: partenaires\n---\nÀ huis clos.\n',
};

/** The same, with a second session and something learnt. */
export const fullerFiles: Readonly<Record<string, string>> = {
  ...publicationFiles,
  'sessions/autre/session.yaml': 'format: 1\ntitre: Une autre session\n',
  'sessions/autre/introduction.md': 'Un autre mot.\n',
  'dossiers/plaine-de-caen/enseignements.yaml':
    'sols: {type: levier, domaine: projet, titre: Compter les sols, texte: Cela aide., transferable: true}\n',
};

/** A dossier that may be published, with parts that may not and what refers to them. */
export function published(): Dossier {
  const piece = <Data>(id: string, data: Data) => ({ id, data, body: '', path: '' });
  return {
    holder: { holder: 'dossier', id: 'x', path: 'dossiers/x' },
    id: 'x',
    dossier: {
      format: 1,
      id: 'x',
      titre: 'X',
      dispositif: 'local',
      phase: 'suites',
      diffusion: 'public',
      accord_publication: { date: '2027-01-02', fonction: 'Maire' },
      suites: { travaux: { type: 'etude', titre: 'Des travaux', initiatives: ['ouverte', 'pont'] } },
    },
    debats: {
      convergences: { a: { titre: 'Un accord', seance: 'fermee' } },
      controverses: { b: { titre: 'Le pont', diffusion: 'partenaires' } },
    },
    relectures: { relectures: [] },
    principes: [],
    initiatives: [piece('ouverte', { titre: 'Ouverte' }), piece('pont', { titre: 'Pont', diffusion: 'interne' })],
    seances: [
      piece('une', { type: 'atelier' as const }),
      piece('fermee', { type: 'atelier' as const, diffusion: 'interne' as const }),
    ],
  };
}

const lone = {
  'atelier.yaml': 'format: 1\n',
  'dossiers/x/dossier.yaml': 'format: 1\nid: x\ntitre: X\ndispositif: local\nphase: cadrage\n',
};

/**
 * What a publication of some files is made from.
 * @param files of a workspace; none stands for one with a single, empty dossier
 * @param more how many empty dossiers there are beside
 */
export function matterFor(files: Readonly<Record<string, string>>, format: Format, more = 0): PublicationMatter {
  const root = freshFolder();
  const empty = Array.from({ length: more }, (_, n): [string, string] => [
    `dossiers/y${n}/dossier.yaml`,
    lone['dossiers/x/dossier.yaml'].replace('id: x', `id: y${n}`),
  ]);
  const all: Readonly<Record<string, string>> = {
    ...(Object.keys(files).length === 0 ? lone : files),
    ...Object.fromEntries(empty),
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const [checked] = checkPaths(['.'], root);
  if (checked === undefined) throw new Error('nothing there');
  const { workspace, perimetres, cog } = usable(checked);
  const { dossiers, sessions, settings } = workspace;
  const comparaison = comparaisonOf(extractsOf(workspace, perimetres), presentationOf(sessions, settings));
  const carte = { cog, ...franceAndTowns(), perimetres, contours: new Map() };
  const asked = piecesAsked(sessions);
  const context = {
    comparaison,
    sessions,
    settings,
    carte,
    isPublic: false,
    date: null,
    lus: new Map(dossiers.map((one): [string, SiteLu] => [one.id, siteLu(one, null, asked.get(one.id) ?? [])])),
    perimetre: perimetreOfDossier(undefined, undefined, cog),
    langue: 'fr' as const,
    auteur: 'fr' as const,
    template: (name: string) => ({ shown: name, text: readFileSync(`templates/${name}`, 'utf8'), builtIn: null }),
    readMedia: () => null,
  };
  return publicationMatter(context, format, figuresOf(context));
}
