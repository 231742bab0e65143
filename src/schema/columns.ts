import type { Text } from '../words/text.ts';
import { type Codes, type ColumnType, codesOf, type Limits, limitsOf, typeOf } from './column-type.ts';
import { keyWords, tableWords, valueWords, type Words } from './dataset-words.ts';
import type { FeedColumn } from './feed-columns.ts';
import { type Feed, feeds, type Part } from './feeds.ts';

export type { Codes, ColumnType, Limits } from './column-type.ts';

/** What a column refers to: columns of this table, the same number of fields there; several values where the column is a list. */
export interface Reference {
  /** The kind of id: `acteur`, `session`. */
  readonly kind: string;
  readonly columns: readonly string[];
  readonly table: string;
  readonly fields: readonly string[];
}

/** What a column is for: a key of the dataset, a value that comes with the place, or a key of the format. */
export type Role = 'dossier' | 'id' | 'rang' | 'rang_parent' | 'origine' | 'origine_id' | 'valeur' | 'champ';

/** A column of the dataset. */
export interface Column extends Words {
  readonly name: string;
  readonly role: Role;
  readonly type: ColumnType;
  /** The codes that a cell can hold, with their labels in the order of display. */
  readonly codes: Codes | null;
  readonly limits: Limits;
  readonly unit: string | null;
  /** A number of people: a small one may tell who they are. */
  readonly counts: boolean;
  /** No row goes without it. */
  readonly required: boolean;
  readonly refersTo: Reference | null;
  /** The keys of the format that feed it; none for keys of the dataset. */
  readonly fields: readonly { readonly part: Part; readonly path: readonly string[] }[];
}

/** A table of the dataset. */
export interface Table extends Words {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The columns that together tell a row from all others. */
  readonly key: readonly string[];
  /** One row for a whole dossier or session, whatever the number of files that feed it. */
  readonly single: boolean;
  readonly feeds: readonly Feed[];
}

/**
 * The tables of the dataset, as the schemas' annotations make them: keys first, then columns in the order of the
 * schemas. Where several places feed one column, the first describes it.
 */
export function tables(): readonly Table[] {
  cache ??= allTables(feeds());
  return cache;
}

let cache: readonly Table[] | undefined;

/** The table of a name. */
export function tableOf(name: string): Table | undefined {
  return tables().find((table) => table.name === name);
}

function allTables(all: readonly Feed[]): readonly Table[] {
  const found = new Set(all.map(({ table }) => table));
  const known = Object.keys(tableWords).filter((name) => found.has(name));
  const unknown = [...found].filter((name) => !known.includes(name));
  const kinds = targets(all);
  return [...known, ...unknown].map((name) => {
    const own = all.filter(({ table }) => table === name);
    return tableFrom(name, own, kinds);
  });
}

/** Kind of id → where rows of that id are. */
type Targets = ReadonlyMap<string, { readonly table: string; readonly alone: boolean }>;

function targets(all: readonly Feed[]): Targets {
  return new Map(
    all.flatMap(({ declares, table, single }) =>
      declares === null ? [] : [[declares, { table, alone: single }] as const],
    ),
  );
}

function tableFrom(name: string, own: readonly Feed[], kinds: Targets): Table {
  const single = own.every((feed) => feed.single);
  const keys = keyColumns(own, single, kinds);
  const words = tableWords[name] ?? { title: { fr: name, en: name }, description: { fr: '', en: '' } };
  return {
    name,
    ...words,
    columns: [...keys, ...fieldColumns(own, single, kinds)],
    key: keys.filter((column) => isKey(column, keys)).map((column) => column.name),
    single,
    feeds: own,
  };
}

const plain = {
  codes: null,
  limits: {},
  unit: null,
  counts: false,
  required: true,
  refersTo: null,
  fields: [],
} as const;

function keyColumns(own: readonly Feed[], single: boolean, kinds: Targets): readonly Column[] {
  if (single) return [{ ...plain, ...keyWords.idAlone, name: 'id', role: 'id', type: 'string' }];
  const required = own.every(({ part }) => part !== 'session');
  const refersTo = referenceTo('dossier', 'dossier', kinds);
  const dossier = {
    ...plain,
    ...keyWords.dossier,
    name: 'dossier',
    role: 'dossier',
    type: 'string',
    required,
    refersTo,
  } as const;
  const values = valueNames(own).map((name) => valueColumn(name, own));
  const before = [dossier, ...originColumns(own)];
  if (own.every(({ declares }) => declares !== null)) {
    return [...before, ...values, { ...plain, ...keyWords.id, name: 'id', role: 'id', type: 'string' }];
  }
  const rang = {
    ...plain,
    ...keyWords.rang,
    name: 'rang',
    role: 'rang',
    type: 'integer',
    limits: { minimum: 1 },
  } as const;
  const parent = {
    ...rang,
    ...keyWords.rang_parent,
    name: 'rang_parent',
    role: 'rang_parent',
    required: false,
  } as const;
  return [...before, rang, ...(own.some(({ within }) => within) ? [parent] : []), ...values];
}

/** Ids are unique in their list only; ranks count on through all that belongs to one thing. */
function isKey({ role }: Column, keys: readonly Column[]): boolean {
  return role !== 'rang_parent' && !(role === 'valeur' && keys.some((other) => other.role === 'rang'));
}

/** Where rows belong to things of several kinds, which kind and which one. */
function originColumns(own: readonly Feed[]): readonly Column[] {
  if (new Set(own.map(originOf)).size < 2) return [];
  return [
    valueColumn('origine', own),
    { ...plain, ...keyWords.origine_id, name: 'origine_id', role: 'origine_id', type: 'string' },
  ];
}

function valueNames(own: readonly Feed[]): readonly string[] {
  return [...new Set(own.flatMap(({ values }) => Object.keys(values)))].filter((name) => name !== 'origine');
}

/** What rows of a feed belong to, as the column `origine` says it; files that are no thing of their own are the dossier's. */
export function originOf({ values, holder }: Feed): string {
  return values.origine ?? (valueWords.origine?.labels[holder] ? holder : 'dossier');
}

function valueColumn(name: string, own: readonly Feed[]): Column {
  const { labels = {}, ...words } = valueWords[name] ?? {
    title: { fr: name, en: name },
    description: { fr: '', en: '' },
  };
  const used = new Set(own.map((feed) => (name === 'origine' ? originOf(feed) : feed.values[name])));
  const ordered = [...Object.keys(labels).filter((code) => used.has(code)), ...used].filter(
    (code) => code !== undefined,
  );
  const codes = Object.fromEntries(
    ordered.map((code): [string, Text] => [code, labels[code] ?? { fr: code, en: code }]),
  );
  const role = name === 'origine' ? 'origine' : 'valeur';
  return { ...plain, ...words, name, role, type: 'string', codes: { list: null, labels: codes } };
}

/** The columns of all feeds, each new one after the one that it follows in its own feed. */
function fieldColumns(own: readonly Feed[], single: boolean, kinds: Targets): readonly Column[] {
  const columns: Column[] = [];
  for (const feed of own) {
    let after =
      feed.columns.findIndex(({ name }) => columns.some((one) => one.name === name)) > 0 ? -1 : columns.length - 1;
    for (const column of feed.columns) {
      const there = columns.findIndex(({ name }) => name === column.name);
      const field = { part: feed.part, path: [...feed.path, ...column.path] };
      const before = columns[there];
      if (before) columns[there] = joined(before, column, field);
      else columns.splice(after + 1, 0, columnFrom(column, field, isRequired(column.name, own, single), kinds));
      after = before ? there : after + 1;
    }
  }
  return columns;
}

/** What one place allows and another does not is allowed. */
function joined(before: Column, column: FeedColumn, field: Column['fields'][number]): Column {
  const same = JSON.stringify(limitsOf(column)) === JSON.stringify(before.limits);
  return { ...before, limits: same ? before.limits : {}, fields: [...before.fields, field] };
}

/** In every feed, or given by the row around; of a row made of several files, only the one that must exist counts. */
function isRequired(name: string, own: readonly Feed[], single: boolean): boolean {
  const demands = (feed: Feed): boolean => feed.columns.some((column) => column.name === name && column.required);
  if (single) return own.some((feed) => feed.declares !== null && demands(feed));
  return own.every((feed) => demands(feed) || (feed.within !== null && demands(feed.within)));
}

function columnFrom(column: FeedColumn, field: Column['fields'][number], required: boolean, kinds: Targets): Column {
  const { name, title, description, node, mark } = column;
  const type = typeOf(column);
  const ref = column.reading === 'value' ? mark.ref : undefined;
  return {
    ...{ name, role: 'champ', title, description, type, required, fields: [field] },
    codes: codesOf(node),
    limits: limitsOf(column),
    unit: column.reading === 'value' ? (mark.unite ?? null) : null,
    counts: column.reading === 'value' && mark.effectif === true,
    refersTo: ref === undefined ? null : referenceTo(name, ref, kinds),
  };
}

function referenceTo(column: string, kind: string, kinds: Targets): Reference | null {
  const target = kinds.get(kind);
  if (target === undefined) return null;
  return target.alone
    ? { kind, columns: [column], table: target.table, fields: ['id'] }
    : { kind, columns: ['dossier', column], table: target.table, fields: ['dossier', 'id'] };
}
