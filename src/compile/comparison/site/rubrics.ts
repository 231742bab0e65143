import { tableOf } from '../../../schema/columns.ts';
import { periode } from '../../../words/dates.ts';
import { compte, nombre } from '../../../words/numbers.ts';
import type { Langue, Text } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import type { Cell } from '../../dataset/rows.ts';
import { type Fiche, type Site, textOf } from '../sites.ts';
import type { Noms } from './names.ts';

/** Something that dossiers say in texts, and what one says; null where it says nothing of it. */
export interface RubriqueDe {
  readonly id: string;
  readonly titre: Text;
  /** Whether it stands in the identity card, and above coded rows in the comparison. */
  readonly identite: boolean;
  /** In the author's words: they are of the author's language. */
  readonly auteur: boolean;
  readonly textes: (site: Site, noms: Noms, langue: Langue) => readonly string[] | null;
}

/** The label of a code of a column, as it is printed. */
export function libelle(table: string, colonne: string, code: string, langue: Langue): string {
  const label = tableOf(table)?.columns.find(({ name }) => name === colonne)?.codes?.labels[code];
  return typographie(label?.[langue] ?? code, langue);
}

/** What dossiers say in texts, in reading order. */
export const rubriques: readonly RubriqueDe[] = [
  said('territoire', { fr: 'Territoire', en: 'Territory' }, true, ({ dossier }) => one(dossier.territoire)),
  said('idee_force', { fr: 'Idée-force', en: 'Leading idea' }, true, ({ dossier }) =>
    one(textOf(dossier.idee_force) ?? dossier.vision),
  ),
  coded('periode', { fr: 'Période', en: 'Period' }, ({ dossier }, _, langue) =>
    one(periode(textOf(dossier.debut), textOf(dossier.fin), langue)),
  ),
  coded('departements', { fr: 'Départements', en: 'Départements' }, ({ dossier }, noms) =>
    listed(dossier.departements, (code) => noms.of('departements', code)),
  ),
  coded('epci', { fr: 'EPCI', en: 'Intercommunal bodies (EPCI)' }, ({ dossier }, noms) =>
    listed(dossier.epci, (code) => noms.of('epci', code)),
  ),
  coded('taille', { fr: 'Communes et population', en: 'Communes and population' }, sizeOf),
  said('maitrise_ouvrage', { fr: 'Maîtrise d’ouvrage', en: 'Commissioning authority' }, true, (site) =>
    actorsWith(site, 'maitrise_ouvrage'),
  ),
  said('mandataire', { fr: 'Équipe (mandataire)', en: 'Team (lead)' }, true, (site) => actorsWith(site, 'mandataire')),
  said('enjeux_titres', { fr: 'Enjeux', en: 'Challenges' }, false, (site) => titles(site, 'enjeux')),
  said('principes', { fr: 'Principes', en: 'Principles' }, false, (site) => titles(site, 'principes')),
  said('initiatives', { fr: 'Initiatives', en: 'Actions' }, false, (site) => titles(site, 'initiatives')),
  said('enseignements', { fr: 'Enseignements', en: 'Lessons' }, false, lessonsOf),
  said('documents', { fr: 'Planification', en: 'Planning' }, false, planningOf),
  said('suites', { fr: 'Suites', en: 'What came of it' }, false, (site) =>
    rowsOr(
      site.rows('suites').filter(({ sens }) => sens === 'suite'),
      ({ titre }) => textOf(titre),
    ),
  ),
  said('acteurs', { fr: 'Acteurs', en: 'Stakeholders' }, false, (site) =>
    rowsOr(site.rows('acteurs'), ({ organisme }) => textOf(organisme)),
  ),
  said('communes', { fr: 'Communes', en: 'Communes' }, false, (site) =>
    rowsOr(site.rows('perimetres'), ({ nom }) => textOf(nom)),
  ),
];

/** Those that are too long to stand side by side: they are searched only. */
export const cherchees: ReadonlySet<string> = new Set(['acteurs', 'communes']);

type Telling = RubriqueDe['textes'];

function said(id: string, titre: Text, identite: boolean, textes: Telling): RubriqueDe {
  return { id, titre, identite, auteur: true, textes };
}

function coded(id: string, titre: Text, textes: Telling): RubriqueDe {
  return { id, titre, identite: true, auteur: false, textes };
}

function one(cell: Cell | undefined): readonly string[] | null {
  const text = textOf(cell);
  return text === undefined ? null : [text];
}

function listed(cell: Cell | undefined, nameOf: (code: string) => string): readonly string[] | null {
  return cell === null || typeof cell !== 'object' ? null : cell.map(nameOf);
}

/** Without doubles; null where no row says it. */
function rowsOr(rows: readonly Fiche[], textIn: (row: Fiche) => string | undefined): readonly string[] | null {
  const found = [...new Set(rows.flatMap((row) => textIn(row) ?? []))];
  return found.length === 0 ? null : found;
}

function titles(site: Site, table: string): readonly string[] | null {
  return rowsOr(site.rows(table), ({ titre }) => textOf(titre));
}

function actorsWith(site: Site, role: string): readonly string[] | null {
  const rows = site.rows('acteurs').filter(({ roles }) => Array.isArray(roles) && roles.includes(role));
  return rowsOr(rows, ({ organisme }) => textOf(organisme));
}

function sizeOf({ dossier }: Site, _: Noms, langue: Langue): readonly string[] | null {
  const { nb_communes, population, population_annee } = dossier;
  const communes =
    typeof nb_communes === 'number' && nb_communes > 0
      ? [compte(nb_communes, { fr: 'commune', en: 'commune' }, { fr: 'communes', en: 'communes' }, langue)]
      : [];
  const people =
    typeof population === 'number'
      ? [`${nombre(population, langue)}\u00a0${langue === 'fr' ? 'hab.' : 'inhabitants'} (${population_annee})`]
      : [];
  return communes.length + people.length === 0 ? null : [...communes, ...people];
}

/** « Frein : les prix montent » */
function lessonsOf(site: Site, _: Noms, langue: Langue): readonly string[] | null {
  return rowsOr(site.rows('enseignements'), ({ type, titre }) => {
    const words = textOf(titre);
    return words === undefined ? undefined : `${labelled('enseignements', 'type', type, langue)}${words}`;
  });
}

/** « PLUi : à nourrir, en élaboration » */
function planningOf(site: Site, _: Noms, langue: Langue): readonly string[] | null {
  return rowsOr(site.rows('planification'), ({ document, titre, relation, etat }) => {
    const named = textOf(titre) ?? (textOf(document) && libelle('planification', 'document', String(document), langue));
    const more = (['relation', 'etat'] as const).flatMap((colonne) => {
      const code = textOf({ relation, etat }[colonne]);
      return code === undefined ? [] : [libelle('planification', colonne, code, langue).toLowerCase()];
    });
    return named === undefined ? undefined : [named, ...(more.length > 0 ? [more.join(', ')] : [])].join(colon(langue));
  });
}

function labelled(table: string, colonne: string, cell: Cell | undefined, langue: Langue): string {
  const code = textOf(cell);
  return code === undefined ? '' : `${libelle(table, colonne, code, langue)}${colon(langue)}`;
}

function colon(langue: Langue): string {
  return langue === 'fr' ? '\u00a0: ' : ': ';
}
