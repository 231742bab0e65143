import { compte, connus, nombre } from '../../words/numbers.ts';
import { fillIn, type Langue, type Text } from '../../words/text.ts';
import { csvRows } from '../dataset/csv.ts';
import type { Cell } from '../dataset/rows.ts';
import { escapeMarkdown } from '../md/escape.ts';
import type { Fait, FaitDit } from './faits.ts';
import type { ParDimension } from './par-dimension.ts';
import type { Comparaison, Site } from './sites.ts';

/** What `compare` writes for programs and texts: JSON, CSV and Markdown. */
export type FormatEcrit = 'json' | 'csv' | 'md';

/**
 * Sites put together by a dimension, as a text.
 * @returns the whole text, with its line end
 */
export function groupesEcrits(par: ParDimension, format: FormatEcrit, langue: Langue): string {
  if (format === 'json') return jsonText(groupesJson(par, langue));
  if (format === 'csv') return csvRows([['code', 'libelle', 'dossier', 'nom'], ...groupRows(par, langue)]);
  const { dimension, groupes, inconnus, sansDossier } = par;
  const rows = groupes.map(({ valeur, sites }) => [valeur.libelle[langue], nombre(sites.length, langue), named(sites)]);
  const unknown = inconnus.length + sansDossier;
  const inconnu =
    unknown === 0
      ? []
      : [
          [
            INCONNU[langue],
            nombre(unknown, langue),
            [named(inconnus), announced(sansDossier, langue)].filter(Boolean).join(' · '),
          ],
        ];
  return [
    mdTable([dimension.titre[langue], WORDS.nombre[langue], WORDS.dossiers[langue]], [...rows, ...inconnu]),
    ...groupNotes(par, langue),
  ]
    .join('\n\n')
    .concat('\n');
}

/** What is said under the groups, a sentence each. */
export function groupNotes({ connus: known, sur, plusieurs }: ParDimension, langue: Langue): readonly string[] {
  return [`${connus(known, sur, langue)}.`, ...(plusieurs ? [PLUSIEURS[langue]] : [])];
}

/** Announced sites without a dossier, counted; '' where there is none. */
export function announced(count: number, langue: Langue): string {
  return count === 0 ? '' : compte(count, WORDS.annonce, WORDS.annonces, langue);
}

function groupesJson(par: ParDimension, langue: Langue): object {
  const { dimension, groupes, sans, inconnus, sansDossier } = par;
  return {
    version: 1,
    par: { table: dimension.table, colonne: dimension.colonne, titre: dimension.titre[langue] },
    connus: par.connus,
    sur: par.sur,
    plusieurs: par.plusieurs,
    groupes: groupes.map(({ valeur, sites }) => ({
      code: valeur.code,
      libelle: valeur.libelle[langue],
      dossiers: sites.map(({ id }) => id),
    })),
    sans: sans.map(({ code, libelle }) => ({ code, libelle: libelle[langue] })),
    inconnus: { dossiers: inconnus.map(({ id }) => id), sans_dossier: sansDossier },
    noms: Object.fromEntries([...groupes.flatMap(({ sites }) => sites), ...inconnus].map(({ id, nom }) => [id, nom])),
  };
}

/** A row for each dossier of each group; what is unknown has no code. */
function groupRows({ groupes, inconnus }: ParDimension, langue: Langue): readonly (readonly Cell[])[] {
  return [
    ...groupes.flatMap(({ valeur, sites }) =>
      sites.map(({ id, nom }) => [valeur.code, valeur.libelle[langue], id, nom]),
    ),
    ...inconnus.map(({ id, nom }) => [null, null, id, nom]),
  ];
}

/**
 * Sites side by side, as a text.
 * @returns the whole text, with its line end
 */
export function faitsEcrits(
  comparaison: Comparaison,
  faits: readonly Fait[],
  format: FormatEcrit,
  langue: Langue,
): string {
  const { sites, total } = comparaison;
  if (format === 'json') return jsonText(faitsJson(comparaison, faits, langue));
  const cells = (site: Site): readonly Cell[] => faits.map(({ de }) => cellOf(de.get(site.id) ?? null));
  if (format === 'csv') {
    const head = ['id', 'nom', 'groupe', ...faits.map(columnName)];
    return csvRows([head, ...sites.map((site) => [site.id, site.nom, site.groupe, ...cells(site)])]);
  }
  const rows = faits.map(({ titre, de }) => [
    titre[langue],
    ...sites.map(({ id }) => faitDit(de.get(id) ?? null, langue) ?? INCONNU[langue]),
  ]);
  return `${mdTable(['', ...sites.map(({ nom }) => nom)], rows)}\n\n${beside(sites.length, total, langue)}\n`;
}

/** How many dossiers stand here of how many sites. */
export function beside(here: number, total: number, langue: Langue): string {
  const counted = compte(here, WORDS.dossier, WORDS.plusieursDossiers, langue);
  return here === total
    ? `${counted}.`
    : `${fillIn(WORDS.sur, { dossiers: counted, total: nombre(total, langue) })[langue]}.`;
}

/** A fact as people read it; null where it is unknown. */
export function faitDit(fait: FaitDit, langue: Langue): string | null {
  if (fait === null) return null;
  if ('texte' in fait) return fait.texte;
  if ('valeurs' in fait) return fait.valeurs.map(({ libelle }) => libelle[langue]).join(' · ');
  return `${nombre(fait.nombre, langue)}${fait.annee === null ? '' : ` (${fait.annee})`}`;
}

/** As the dataset has it. */
function cellOf(fait: FaitDit): Cell {
  if (fait === null) return null;
  if ('texte' in fait) return fait.texte;
  if ('nombre' in fait) return fait.nombre;
  const codes = fait.valeurs.map(({ code }) => code);
  return codes.length === 1 ? (codes[0] ?? null) : codes;
}

/** A number of rows is named apart from the columns of its table. */
function columnName({ nom, colonne }: Fait): string {
  return colonne === null ? `nb_${nom}` : nom.replaceAll('.', '_');
}

function faitsJson({ sites, total }: Comparaison, faits: readonly Fait[], langue: Langue): object {
  return {
    version: 1,
    dossiers: sites.map(({ id, nom, groupe }) => ({ id, nom, groupe })),
    sur: total,
    faits: faits.map(({ nom, titre, table, colonne, de }) => ({
      nom,
      titre: titre[langue],
      table,
      colonne,
      de: Object.fromEntries(sites.map(({ id }) => [id, faitJson(de.get(id) ?? null, langue)])),
    })),
  };
}

function faitJson(fait: FaitDit, langue: Langue): unknown {
  if (fait === null || 'nombre' in fait) return fait?.nombre ?? null;
  if ('texte' in fait) return fait.texte;
  return fait.valeurs.map(({ code, libelle }) => ({ code, libelle: libelle[langue] }));
}

/** JSON as commands write it. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A table of Markdown, from plain texts. */
export function mdTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

function named(sites: readonly Site[]): string {
  return sites.map(({ nom }) => nom).join(' · ');
}

/** The word for what is not known. */
export const INCONNU: Text = { fr: 'inconnu', en: 'unknown' };
const PLUSIEURS: Text = {
  fr: 'Un dossier qui a plusieurs valeurs compte une fois dans chacune.',
  en: 'A dossier with several values counts once in each.',
};
const WORDS = {
  nombre: { fr: 'Nombre', en: 'Number' },
  dossiers: { fr: 'Dossiers', en: 'Dossiers' },
  dossier: { fr: 'dossier', en: 'dossier' },
  plusieursDossiers: { fr: 'dossiers', en: 'dossiers' },
  annonce: { fr: 'site annoncé, sans dossier ici', en: 'site announced, without a dossier here' },
  annonces: { fr: 'sites annoncés, sans dossier ici', en: 'sites announced, without a dossier here' },
  sur: { fr: '{dossiers} sur {total} sites, annoncés compris', en: '{dossiers} of {total} sites, those announced included' },
} as const;
