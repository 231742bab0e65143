import { fillIn, type Text } from '../words/text.ts';
import { approximate, codeWords, partOf, yearOf } from './dataset-words.ts';
import { wordsOf } from './fields.ts';
import type { Mark, Schema, TableMark } from './json-schema.ts';
import { markOf, resolved } from './schemas.ts';

/** What a cell takes: the value, the year of a date, whether a number is approximate, or the key of a map. */
export type Reading = 'value' | 'year' | 'approximate' | 'key';

/** One column as one place of the schemas gives it. */
export interface FeedColumn {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  /** Keys from the entry that is a row; `[]` for the items of a list. */
  readonly path: readonly string[];
  /** The node as it is written, `$ref` included: of the items, where the path ends in a list. */
  readonly node: Schema;
  /** Its annotation, with the `$ref` followed: read for every cell. */
  readonly mark: Mark;
  readonly list: boolean;
  readonly reading: Reading;
  /** No entry goes without it. */
  readonly required: boolean;
}

/** The columns that the keys of an entry give, in the order of the schema; what is personal, internal or a table of its own gives none. */
export function columnsOf(entry: Schema): readonly FeedColumn[] {
  return [...columnsIn(entry, { path: [], words: wordsOf(entry), list: false, required: true })];
}

/** The two columns of a map of bare values: its keys, and their values. */
export function scalarColumns(table: TableMark, names: Schema, value: Schema): readonly FeedColumn[] {
  const base = { path: [], list: false, required: true };
  const key = {
    ...base,
    ...wordsOf(names),
    name: table.cle ?? '',
    node: names,
    mark: markOf(names),
    reading: 'key',
  } as const;
  const columns = withCompanions({
    ...base,
    ...wordsOf(value),
    name: table.valeur ?? '',
    node: value,
    mark: markOf(value),
    reading: 'value',
  });
  return [key, ...columns];
}

interface Above {
  readonly path: readonly string[];
  /** Title and description of what holds the keys: of the list, once inside one. */
  readonly words: ReturnType<typeof wordsOf>;
  /** Inside a list that is no table of its own: several values a cell. */
  readonly list: boolean;
  readonly required: boolean;
}

function* columnsIn(node: Schema, above: Above): Generator<FeedColumn> {
  for (const [key, child] of Object.entries(node.properties ?? {})) {
    const mark = markOf(child);
    if (mark.personnel || mark.interne || mark.table !== undefined) continue;
    const { items } = resolved(child);
    const here: Above = {
      path: [...above.path, key, ...(items ? ['[]'] : [])],
      words: above.list ? above.words : wordsOf(child),
      list: above.list || items !== undefined,
      required: above.required && node.required?.includes(key) === true && !nullable(child),
    };
    if (mark.colonne === undefined) yield* columnsIn(resolved(items ?? child), here);
    // Shapes are shared: inside a list, only a column named for the row as a whole says that it is meant for it.
    else if (!above.list || mark.colonne !== true) {
      const name = mark.colonne === true ? key : mark.colonne;
      const words = name === key || above.list ? here.words : inPart(above.words, here.words);
      yield* withCompanions(columnAt(items ?? child, name, { ...here, words }));
    }
  }
}

function columnAt(node: Schema, name: string, { path, list, required, words }: Above): FeedColumn {
  const mark = markOf(node);
  const description = mark.code === undefined ? words.description : codeWords[mark.code];
  return { name, title: words.title, description, path, node, mark, list, reading: 'value', required };
}

function nullable(node: Schema): boolean {
  return resolved(node).type?.includes('null') === true;
}

/** A column with a name of its own is a key out of its place: its title says which place. */
function inPart(whole: Above['words'], part: Above['words']): Above['words'] {
  const title = {
    fr: fillIn(partOf, { tout: whole.title.fr, partie: lower(part.title.fr) }).fr,
    en: fillIn(partOf, { tout: whole.title.en, partie: lower(part.title.en) }).en,
  };
  return { title, description: part.description };
}

/** `Date` → `date`, but `COG` and `ETP` stay. */
function lower(title: string): string {
  return /^\p{Lu}\p{Lu}/u.test(title) ? title : title.slice(0, 1).toLowerCase() + title.slice(1);
}

/** A date has its year beside it, a number that may be approximate says whether it is. */
function* withCompanions(column: FeedColumn): Generator<FeedColumn> {
  yield column;
  if (column.list) return;
  const { texte } = column.mark;
  if (texte === 'date') yield { ...column, ...about(yearOf, column), name: `${column.name}_annee`, reading: 'year' };
  if (texte === 'nombre') {
    yield { ...column, ...about(approximate, column), name: `${column.name}_approche`, reading: 'approximate' };
  }
}

function about(words: typeof yearOf | typeof approximate, { title }: FeedColumn): Above['words'] {
  return { title: fillIn(words.title, { titre: title }), description: fillIn(words.description, { titre: title }) };
}
