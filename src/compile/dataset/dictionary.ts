import { stringify } from 'csv-stringify/sync';
import type { OutputFile } from '../../model/output.ts';
import type { Column, Table } from '../../schema/columns.ts';
import type { Part } from '../../schema/feeds.ts';
import { pathOf } from '../../schema/files.ts';
import type { Langue, Text } from '../../words/text.ts';
import { dictionaryPath } from './files.ts';
import { type JsonMap, said } from './table-schema.ts';

/** A column of the dictionary: its head, what it holds, and the cell that it has for a column of a table. */
interface Entry {
  readonly name: string;
  readonly title: Text;
  readonly required: boolean;
  readonly cell: (column: Column, table: Table) => string;
}

/**
 * The data dictionary: a row for each column of each table, in both languages side by side, so that one file serves all.
 * @returns the head, then the rows, in the order of the tables
 */
export function dictionaryRows(tables: readonly Table[]): readonly (readonly string[])[] {
  const rows = tables.flatMap((table) => table.columns.map((column) => entries.map(({ cell }) => cell(column, table))));
  return [entries.map(({ name }) => name), ...rows];
}

/** The dictionary as CSV, written as the tables are. */
export function dictionaryFile(tables: readonly Table[]): OutputFile {
  return { path: dictionaryPath, bytes: stringify(dictionaryRows(tables).map((row) => [...row])) };
}

/** The Table Schema of the dictionary itself. */
export function dictionarySchema(langue: Langue): JsonMap {
  return {
    fields: entries.map(({ name, title, required }) => ({
      name,
      title: said(title, langue),
      type: name === 'obligatoire' ? 'boolean' : 'string',
      ...(required && { constraints: { required } }),
    })),
    primaryKey: ['table', 'colonne'],
    missingValues: [''],
  };
}

const entries: readonly Entry[] = [
  {
    ...{ name: 'table', title: { fr: 'Table', en: 'Table' }, required: true },
    cell: (_, table) => table.name,
  },
  {
    ...{ name: 'colonne', title: { fr: 'Colonne', en: 'Column' }, required: true },
    cell: ({ name }) => name,
  },
  {
    ...{ name: 'type', title: { fr: 'Type des cellules', en: 'Type of the cells' }, required: true },
    cell: ({ type }) => type,
  },
  {
    ...{ name: 'titre', title: { fr: 'Titre en français', en: 'Title in French' }, required: true },
    cell: ({ title }) => said(title, 'fr'),
  },
  {
    ...{ name: 'titre_en', title: { fr: 'Titre en anglais', en: 'Title in English' }, required: true },
    cell: ({ title }) => said(title, 'en'),
  },
  {
    ...{ name: 'description', title: { fr: 'Description en français', en: 'Description in French' }, required: false },
    cell: ({ description }) => said(description, 'fr'),
  },
  {
    ...{ name: 'description_en', title: { fr: 'Description en anglais', en: 'Description in English' } },
    ...{ required: false, cell: ({ description }) => said(description, 'en') },
  },
  {
    ...{ name: 'unite', title: { fr: 'Unité', en: 'Unit' }, required: false },
    cell: ({ unit }) => unit ?? '',
  },
  {
    ...{ name: 'obligatoire', title: { fr: 'Aucune ligne sans elle', en: 'No row without it' }, required: true },
    cell: ({ required }) => String(required),
  },
  {
    ...{
      name: 'codes',
      title: { fr: 'Codes, avec leurs libellés en français', en: 'Codes, with their French labels' },
    },
    ...{ required: false, cell: (column) => codes(column, 'fr') },
  },
  {
    ...{
      name: 'codes_en',
      title: { fr: 'Codes, avec leurs libellés en anglais', en: 'Codes, with their English labels' },
    },
    ...{ required: false, cell: (column) => codes(column, 'en') },
  },
  {
    ...{ name: 'renvoie_a', title: { fr: 'Table à laquelle elle renvoie', en: 'Table that it refers to' } },
    ...{ required: false, cell: ({ refersTo }) => refersTo?.table ?? '' },
  },
  {
    ...{
      name: 'fichier',
      title: { fr: 'Fichiers du dossier d’où elle vient', en: 'Files of the dossier that feed it' },
    },
    ...{ required: false, cell: ({ fields }) => fields.map(({ part }) => fileOf(part)).join('|') },
  },
  {
    ...{ name: 'cle', title: { fr: 'Clé dans chacun de ces fichiers', en: 'Key in each of these files' } },
    ...{ required: false, cell: ({ fields }) => fields.map(({ path }) => keyOf(path)).join('|') },
  },
];

function codes({ codes: known }: Column, langue: Langue): string {
  return Object.entries(known?.labels ?? {})
    .map(([code, label]) => `${code}=${said(label, langue)}`)
    .join('|');
}

/** What is derived from the codes typed is in no file. */
function fileOf(part: Part): string {
  return part === 'perimetre' ? '(calculé)' : pathOf(part, '*');
}

/** `budget[].montant`, `suites.*.titre`. */
function keyOf(path: readonly string[]): string {
  return path.join('.').replaceAll('.[]', '[]');
}
