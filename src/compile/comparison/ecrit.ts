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
  const head = [par.dimension.titre[langue], WORDS.nombre[langue], WORDS.dossiers[langue]];
  const rows = lignesDe(par, langue).map(({ libelle, nombre: count, noms }) => [libelle, count, noms.join('\u00a0· ')]);
  return `${[mdTable(head, rows), ...groupNotes(par, langue)].join('\n\n')}\n`;
}

/** A group in words. */
export interface LigneDeGroupe {
  readonly libelle: string;
  readonly nombre: string;
  /** Of dossiers; last, how many sites have none. */
  readonly noms: readonly string[];
  readonly inconnu: boolean;
}

/** Every group in words; what is unknown comes last. */
export function lignesDe(par: ParDimension, langue: Langue): readonly LigneDeGroupe[] {
  const lineOf = (libelle: string, sites: readonly Site[], sansDossier: number, inconnu: boolean): LigneDeGroupe => ({
    libelle,
    nombre: nombre(sites.length + sansDossier, langue),
    noms: [
      ...sites.map(({ nom }) => nom),
      ...(sansDossier === 0 ? [] : [compte(sansDossier, WORDS.annonce, WORDS.annonces, langue)]),
    ],
    inconnu,
  });
  const { groupes, inconnus, sansDossier } = par;
  return [
    ...groupes.map((one) => lineOf(one.valeur.libelle[langue], one.sites, one.sansDossier, false)),
    ...(inconnus.length + sansDossier === 0 ? [] : [lineOf(INCONNU[langue], inconnus, sansDossier, true)]),
  ];
}

/** What is said under the groups, a sentence each. */
export function groupNotes({ connus: known, sur, plusieurs }: ParDimension, langue: Langue): readonly string[] {
  return [`${connus(known, sur, langue)}.`, ...(plusieurs ? [PLUSIEURS[langue]] : [])];
}

function groupesJson(par: ParDimension, langue: Langue): object {
  const { dimension, groupes, sans, inconnus, sansDossier } = par;
  return {
    version: 1,
    par: { table: dimension.table, colonne: dimension.colonne, titre: dimension.titre[langue] },
    connus: par.connus,
    sur: par.sur,
    plusieurs: par.plusieurs,
    groupes: groupes.map(({ valeur, sites, sansDossier: absent }) => ({
      code: valeur.code,
      libelle: valeur.libelle[langue],
      dossiers: sites.map(({ id }) => id),
      sans_dossier: absent,
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
  const said = ({ id }: Site, { de }: Fait): string => faitDit(de.get(id) ?? null, langue) ?? INCONNU[langue];
  const beside = sites.length <= 4;
  const head = beside
    ? ['', ...sites.map(({ nom }) => nom)]
    : [WORDS.dossier[langue], ...faits.map(({ titre }) => titre[langue])];
  const rows = beside
    ? faits.map((fait) => [fait.titre[langue], ...sites.map((site) => said(site, fait))])
    : sites.map((site) => [site.nom, ...faits.map((fait) => said(site, fait))]);
  return `${mdTable(head, rows)}\n\n${combien(sites.length, total, langue)}\n`;
}

/** How many dossiers stand here of how many sites. */
export function combien(here: number, total: number, langue: Langue): string {
  const counted = compte(here, WORDS.un, WORDS.plusieurs, langue);
  return here === total
    ? `${counted}.`
    : `${fillIn(WORDS.sur, { dossiers: counted, total: nombre(total, langue) })[langue]}.`;
}

/** A fact as people read it; null where it is unknown. */
export function faitDit(fait: FaitDit, langue: Langue): string | null {
  if (fait === null) return null;
  if ('texte' in fait) return fait.texte;
  if ('valeurs' in fait) return fait.valeurs.map(({ libelle }) => libelle[langue]).join('\u00a0· ');
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

/** The word for what is not known. */
export const INCONNU: Text = { fr: 'inconnu', en: 'unknown' };
const PLUSIEURS: Text = {
  fr: 'Un dossier qui a plusieurs valeurs compte une fois dans chacune.',
  en: 'A dossier with several values counts once in each.',
};
const WORDS = {
  nombre: { fr: 'Nombre', en: 'Number' },
  dossiers: { fr: 'Dossiers', en: 'Dossiers' },
  dossier: { fr: 'Dossier', en: 'Dossier' },
  un: { fr: 'dossier', en: 'dossier' },
  plusieurs: { fr: 'dossiers', en: 'dossiers' },
  annonce: { fr: 'site annoncé, sans dossier ici', en: 'site announced, without a dossier here' },
  annonces: { fr: 'sites annoncés, sans dossier ici', en: 'sites announced, without a dossier here' },
  sur: {
    fr: '{dossiers} sur {total} sites, annoncés compris',
    en: '{dossiers} of {total} sites, those announced included',
  },
} as const;
