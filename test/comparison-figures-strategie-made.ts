import { checkPaths, usable } from '../src/commands/prepare.ts';
import { type Comparaison, comparaisonOf, type Fiche, type Site } from '../src/compile/comparison/sites.ts';
import type { Cell } from '../src/compile/dataset/rows.ts';
import { widthOf } from '../src/compile/figures/svg.ts';
import type { Figure } from '../src/model/markdown.ts';
import { extractsOf } from './dataset-written.ts';

/** A site as the dataset would have it: its rows by table. */
export interface Made {
  readonly id: string;
  readonly nom?: string;
  readonly groupe?: string;
  readonly dossier?: Readonly<Record<string, Cell>>;
  readonly tables?: Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;
}

/** A comparison of made-up sites. */
export function compared(all: readonly Made[], total = all.length): Comparaison {
  return { sites: all.map(siteOf), sessions: [], total };
}

function siteOf({ id, nom = id, groupe, dossier = {}, tables = {} }: Made): Site {
  return {
    id,
    nom,
    groupe: groupe ?? null,
    dossier: { id, session: null, debut_annee: 2020, fin_annee: 2021, ...dossier },
    rows: (table): readonly Fiche[] => (tables[table] ?? []).map((row) => ({ dossier: id, ...row })),
  };
}

const themes = ['habitat', 'eau', 'mobilites', 'foncier', 'grande_infrastructure'];
const categories = ['commune', 'epci', 'etat', 'service_deconcentre', 'association', 'equipe_pluridisciplinaire'];
const roles = [['maitrise_ouvrage'], ['partenaire'], ['participant'], null];
const LONG = 'Faire de l’accueil des nouveaux habitants une ressource pour les bourgs, les vallées et les plateaux ';

/** Three hundred letters, with spaces. */
export const title300 = LONG.repeat(4).slice(0, 300);

/** Many sites, of which every seventh says nothing; four principles and three initiatives each. */
export function large(count: number): Comparaison {
  const each = Array.from({ length: count }, (_, n): Made => {
    const id = `site-${n}`;
    const silent = n % 7 === 6;
    return {
      id,
      nom: n % 50 === 3 ? title300 : `Communauté de communes numéro ${n}`,
      groupe: `Région ${Math.floor((n * 12) / count) + 1}`,
      tables: silent ? {} : tablesOf(n),
    };
  });
  return compared(each, count + 3);
}

function tablesOf(n: number): NonNullable<Made['tables']> {
  const pick = <T>(all: readonly T[], at: number): T => all[at % all.length] as T;
  return {
    enjeux: [0, 1, 2].map((k) => ({ id: `e${k}`, titre: `Enjeu ${k}`, theme: pick([...themes, null], n + k * k) })),
    principes: [0, 1, 2, 3].map((k) => ({
      id: `p${k}`,
      titre: k === 3 && n % 5 === 0 ? title300 : `Principe ${k} du site ${n}, qui dit ce que l’on veut faire ensemble`,
      visees: pick([['developpement', 'sobriete'], ['transition'], null, []], n + k),
    })),
    initiatives: [0, 1, 2].map((k) => ({
      id: `i${k}`,
      titre: `Initiative ${k}`,
      principes: pick([['p0'], ['p0', 'p1'], null, []], n + k),
      fondements: pick([['ressources_et_limites'], ['economie_circulaire', 'filieres_nouvelles'], null], n + k),
    })),
    acteurs: Array.from({ length: 5 }, (_, k) => ({
      id: `a${k}`,
      organisme: `Organisme ${k}`,
      categorie: pick(categories, n + k * k),
      roles: pick(roles, n + k),
    })),
    participation: [
      {
        origine: 'demarche',
        type: 'panel_citoyen',
        nombre: n % 3 === 0 ? null : n,
        nombre_approche: true,
        public: null,
      },
      { origine: 'seance', type: null, public: 'habitants', nombre: 12, nombre_approche: null },
      { origine: 'seance', type: null, public: 'total', nombre: 40, nombre_approche: null },
    ],
  };
}

/** The national example. */
export function nationalOf(): Comparaison {
  const [checked] = checkPaths(['examples/national'], process.cwd());
  if (checked === undefined) throw new Error('no example');
  const { workspace, perimetres } = usable(checked);
  return comparaisonOf(extractsOf(workspace, perimetres));
}

/** Pairs `3 /4` that stand under the columns. */
export const totals = (figure: Figure | undefined): string[] =>
  [...(figure?.svg ?? '').matchAll(/>(\d+)<\/text><text[^>]*>(\/\d+)</g)].map((one) => `${one[1]}${one[2]}`);

/** Words that leave their frame. */
export function outside(svg: string): readonly string[] {
  const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
  return [
    ...svg
      .replace(/<g transform.*?<\/g>/g, '')
      .matchAll(/<text [^>]*?x="([\d.-]+)"[^>]*font-size="([\d.]+)"([^>]*)>([^<]*)</g),
  ]
    .filter(([, x, size, more = '', words = '']) => {
      const wide = widthOf(words, Number(size), more.includes('font-weight'));
      const from = more.includes('"end"')
        ? Number(x) - wide
        : more.includes('"middle"')
          ? Number(x) - wide / 2
          : Number(x);
      return from < -1 || from + wide > width + 1;
    })
    .map((one) => one[4] ?? '');
}
