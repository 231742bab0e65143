import { UserError } from '../model/error.ts';
import { nearest } from '../words/nearest.ts';
import { fillIn, type Text } from '../words/text.ts';

/** What a question gives. */
export interface Answer {
  readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[];
  /** A text, a number, a boolean, a list, a map; null is what is unknown. Whole numbers beyond what a number holds are text. */
  readonly rows: readonly (readonly unknown[])[];
}

/** A table to be asked, as Parquet files. */
export interface AskedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly files: readonly string[];
}

type Duck = typeof import('@duckdb/node-api');

/** DuckDB as far as it is used here: the user's own may be of another version. */
export type DuckModule = Pick<Duck, 'DuckDBInstance'>;

/** SELECT and EXPLAIN: what changes nothing. DESCRIBE, SHOW and SUMMARIZE are a SELECT to DuckDB. */
const reading = [1, 4];

/**
 * Asks DuckDB one question about some tables. It has no other data, opens no file and reaches no network.
 * @param duck the user's own DuckDB
 * @param sql one question that reads
 * @throws UserError when the question changes something, or DuckDB does not understand it
 */
export async function ask(duck: DuckModule, tables: readonly AskedTable[], sql: string): Promise<Answer> {
  const instance = await duck.DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: '',
  });
  const connection = await instance.connect();
  try {
    for (const { name, files } of tables)
      await connection.run(
        `CREATE TABLE ${quoted(name, '"')} AS SELECT * FROM read_parquet([${files.map((file) => quoted(file, "'")).join(', ')}])`,
      );
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    return await answer(connection, sql);
  } catch (error) {
    throw error instanceof Error && !(error instanceof UserError) ? understood(error, sql, tables) : error;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function quoted(text: string, quote: string): string {
  return `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
}

type Connection = Awaited<ReturnType<Awaited<ReturnType<DuckModule['DuckDBInstance']['create']>>['connect']>>;

async function answer(connection: Connection, sql: string): Promise<Answer> {
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1) throw new UserError(sentences.one);
  const prepared = await statements.prepare(0);
  if (!reading.includes(prepared.statementType)) throw new UserError(sentences.reads);
  const reader = await prepared.runAndReadAll();
  const types = reader.columnTypes().map(String);
  return {
    columns: reader.deduplicatedColumnNames().map((name, at) => ({ name, isNumber: number.test(types[at] ?? '') })),
    rows: reader.getRowsJson(),
  };
}

const number = /^(?:(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?)|DOUBLE|FLOAT|DECIMAL.*)$/;

/** What DuckDB says, in our words: where it is told, the place, and the right name. */
function understood(error: Error, sql: string, tables: readonly AskedTable[]): UserError {
  const said = error.message;
  const place = placeIn(said, sql);
  const at = { fr: place === null ? '' : `, au signe ${place}`, en: place === null ? '' : `, at character ${place}` };
  const [, table] = /Table with name (.+?) does not exist/s.exec(said) ?? [];
  if (table !== undefined)
    return new UserError(
      ...named(
        sentences.table,
        { nom: table, at },
        tables.map(({ name }) => name),
      ),
    );
  const [, column] = /(?:Referenced column|column named) "([^"]+)"/.exec(said) ?? [];
  if (column !== undefined) {
    const columns = [...new Set(tables.flatMap((one) => one.columns))];
    return new UserError(...named(sentences.column, { nom: column, at }, columns));
  }
  const [, call, of] = /No function matches the given name and argument types '(\w+)\((\w*)/.exec(said) ?? [];
  if (call !== undefined && of === 'VARCHAR') return new UserError(fillIn(sentences.text, { fonction: call, at }));
  const [, near] = /syntax error at or near "([^"]*)"/.exec(said) ?? [];
  if (near !== undefined) return new UserError(fillIn(sentences.syntax, { mot: near, at }));
  if (/syntax error at end of input/.test(said)) return new UserError(sentences.cut);
  if (/Permission Error|file system operations/.test(said)) return new UserError(sentences.files);
  const [, grouped] = /column "([^"]+)" must appear in the GROUP BY/.exec(said) ?? [];
  if (grouped !== undefined) return new UserError(fillIn(sentences.group, { colonne: grouped }));
  for (const { said: pattern, sentence, hint } of mistakes) {
    const found = pattern.exec(said);
    if (found) return new UserError(fillIn(sentence, { mot: found[1] ?? '', at }), hint);
  }
  const [first = ''] = said.replace(/^[\w ]*Error: /, '').split('\n');
  return new UserError({ fr: fillIn(sentences.other, { at }).fr, en: `DuckDB does not understand this: ${first}` });
}

/** A name that is not there, and the nearest that is; else how to see which are. */
function named(
  { sentence, near, hint }: (typeof sentences)['table' | 'column'],
  blanks: { readonly nom: string; readonly at: Text },
  known: readonly string[],
): readonly [Text, Text] {
  const meant = nearest(blanks.nom, known);
  return [meant === null ? fillIn(sentence, blanks) : fillIn(near, { ...blanks, proche: meant }), hint];
}

/** The place of the mark under the line that DuckDB shows again, from 1; null where it shows none, or only a part. */
function placeIn(said: string, sql: string): number | null {
  const [, line = '', marks = ''] = /\nLINE 1: ([^\n]*)\n( *)\^/.exec(said) ?? [];
  const shown = line !== '' && sql.split('\n')[0] === line;
  return shown ? marks.length - 'LINE 1: '.length + 1 : null;
}

/** Other mistakes that are often made, by what DuckDB says of them. */
const mistakes: readonly { readonly said: RegExp; readonly sentence: Text; readonly hint?: Text }[] = [
  {
    said: /Function with name "?([\w.]+)"? does not exist/,
    sentence: { fr: 'aucune fonction ne s’appelle « {mot} »{at}', en: 'no function is called “{mot}”{at}' },
  },
  {
    said: /Could not convert string '([^'\n]*)'/,
    sentence: {
      fr: '« {mot} » est un texte, là où il faut un nombre, une date ou un booléen{at}',
      en: '“{mot}” is a text, where a number, a date or a boolean is needed{at}',
    },
  },
  {
    said: /unterminated quoted/,
    sentence: {
      fr: 'des guillemets ou une apostrophe ne sont pas refermés{at}',
      en: 'a quotation mark is not closed{at}',
    },
  },
  {
    said: /UNNEST not supported here/,
    sentence: {
      fr: 'unnest ne va pas avec GROUP BY dans la même question{at}',
      en: 'unnest does not go with GROUP BY in the same question{at}',
    },
    hint: {
      fr: 'en deux temps : SELECT t, count(*) FROM (SELECT unnest(types) AS t FROM dossiers) GROUP BY t',
      en: 'in two steps: SELECT t, count(*) FROM (SELECT unnest(types) AS t FROM dossiers) GROUP BY t',
    },
  },
];

const sentences = {
  one: {
    fr: 'une seule question à la fois : retirez ce qui suit le point-virgule',
    en: 'one question at a time: take out what follows the semicolon',
  },
  reads: {
    fr: 'query ne fait que lire : SELECT, DESCRIBE, SUMMARIZE ou EXPLAIN',
    en: 'query only reads: SELECT, DESCRIBE, SUMMARIZE or EXPLAIN',
  },
  files: {
    fr: 'query n’ouvre aucun fichier : seulement les tables du jeu de données',
    en: 'query opens no file: only the tables of the dataset',
  },
  table: {
    sentence: { fr: 'il n’y a pas de table « {nom} »{at}', en: 'there is no table “{nom}”{at}' },
    near: {
      fr: 'il n’y a pas de table « {nom} »{at} ; vouliez-vous dire « {proche} » ?',
      en: 'there is no table “{nom}”{at}; did you mean “{proche}”?',
    },
    hint: { fr: 'les tables : atelier query "SHOW TABLES"', en: 'the tables: atelier query "SHOW TABLES"' },
  },
  column: {
    sentence: { fr: 'aucune colonne ne s’appelle « {nom} »{at}', en: 'no column is called “{nom}”{at}' },
    near: {
      fr: 'aucune colonne ne s’appelle « {nom} »{at} ; vouliez-vous dire « {proche} » ?',
      en: 'no column is called “{nom}”{at}; did you mean “{proche}”?',
    },
    hint: {
      fr: 'les colonnes d’une table : atelier query "DESCRIBE dossiers"',
      en: 'the columns of a table: atelier query "DESCRIBE dossiers"',
    },
  },
  text: {
    fr: 'la fonction {fonction} ne s’applique pas à du texte{at}',
    en: 'the function {fonction} does not go with text{at}',
  },
  syntax: { fr: 'ce n’est pas du SQL : « {mot} »{at}', en: 'this is not SQL: “{mot}”{at}' },
  cut: { fr: 'la question s’arrête trop tôt', en: 'the question ends too early' },
  group: {
    fr: 'la colonne « {colonne} » doit être dans GROUP BY, ou dans une fonction qui résume (count, max…)',
    en: 'the column “{colonne}” must be in GROUP BY, or in a function that sums up (count, max…)',
  },
  other: { fr: 'DuckDB ne peut pas répondre à cette question{at}', en: 'DuckDB cannot answer this question{at}' },
} as const;
