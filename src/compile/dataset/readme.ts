import type { Column, Table } from '../../schema/columns.ts';
import { dateLisible } from '../../words/dates.ts';
import { compte } from '../../words/numbers.ts';
import { fillIn, type Langue, type Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { escapeMarkdown } from '../md/escape.ts';
import type { About } from './about.ts';
import { csvFiles, type DataFile, dictionaryPath } from './files.ts';
import { leftOutCounted, leftOutLines } from './left-out.ts';
import { licence } from './table-schema.ts';
import { readmeWords, typeWords } from './words.ts';

/**
 * The README of the dataset: how to read it, table by table and column by column.
 * @param counts the number of rows of each table
 * @param files the files of data that are written: by default `<table>.csv` for each table
 * @returns Markdown
 */
export function readme(
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
  about: About,
  files: readonly DataFile[] = csvFiles(tables),
): string {
  const { langue, title } = about;
  const say = (text: Text): string => typographie(text[langue], langue);
  const blocks = [
    `# ${escapeMarkdown(typographie(title, langue))}`,
    ...openingMarkdown(about),
    `## ${say(readmeWords.readTitle)}`,
    readmeWords.read[langue].map((line) => `- ${typographie(line, langue)}`).join('\n'),
    ...formats(files, about),
    `## ${say(readmeWords.tablesTitle)}`,
    tableOf(
      readmeWords.tablesHead[langue],
      tables.map((table) => [
        `\`${fileOf(table, files)}\``,
        String(counts.get(table.name) ?? 0),
        say(table.description),
      ]),
    ),
    `## ${say(readmeWords.columnsTitle)}`,
    ...tables.flatMap((table) => [`### \`${table.name}\``, columnsTable(table, langue)]),
    `## ${say(readmeWords.codesTitle)}`,
    ...codeTables(tables, langue),
    ...references(about),
    ...leftOut(about),
    `## ${say(readmeWords.licenceTitle)}`,
    say(fillIn(readmeWords.licence, { titre: licence.title, adresse: licence.path })),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/**
 * What comes first: how many dossiers, of whom, of when; internal or public; what is not there.
 * @returns plain sentences, without Markdown, in the language of the dataset
 */
export function opening(about: About): readonly string[] {
  return openingParts(about, (text) => text).map(({ lead, text }) =>
    typographie(
      [...(lead ? [lead] : []), text]
        .map((part) => part[about.langue])
        .join(' ')
        .replaceAll('`', ''),
      about.langue,
    ),
  );
}

function openingMarkdown(about: About): readonly string[] {
  const { langue } = about;
  return openingParts(about, escapeMarkdown).map(({ lead, text }) =>
    typographie(lead ? `**${lead[langue]}** ${text[langue]}` : text[langue], langue),
  );
}

interface OpeningPart {
  readonly lead?: Text;
  readonly text: Text;
}

function openingParts(about: About, escaped: (text: string) => string): readonly OpeningPart[] {
  const { langue, date, producteur, dossiers, fictifs } = about;
  const { count, dossier, dossiers: several, fictitious, made, producer, leftOutPublic, masked } = readmeWords;
  const counted = compte(dossiers, dossier, several, langue);
  const lines = [
    fillIn(count, { dossiers: counted }),
    ...(producteur ? [fillIn(producer, { nom: escaped(producteur.nom) })] : []),
    ...(date === null ? [] : [fillIn(made, { date: dateLisible(date, langue) })]),
  ];
  const missing = about.public ? leftOutCounted(about.leftOut, langue) : '';
  return [
    { text: { fr: lines.map(({ fr }) => fr).join(' '), en: lines.map(({ en }) => en).join(' ') } },
    about.public
      ? { lead: readmeWords.publicLead, text: readmeWords.public }
      : { lead: readmeWords.internalLead, text: readmeWords.internal },
    ...(missing === '' ? [] : [{ text: fillIn(leftOutPublic, { n: missing }) }]),
    ...(about.masked > 0 ? [{ text: fillIn(masked, { n: about.masked }) }] : []),
    ...(fictifs > 0 ? [{ text: fillIn(fictitious, { n: fictifs }) }] : []),
  ];
}

/** The name of the file where a table is found alone; the table's name where it is a sheet of a workbook only. */
function fileOf({ name }: Table, files: readonly DataFile[]): string {
  return files.find(({ table, format }) => table === name && format === 'csv')?.path ?? name;
}

/** What the formats are for, where there are others than a CSV a table; and how many perimeters are drawn. */
function formats(files: readonly DataFile[], { langue, contours, dossiers, excel }: About): readonly string[] {
  const { formats: lines, formatsTitle, drawn } = readmeWords;
  const say = (text: Text): string => `- ${typographie(text[langue], langue)}`;
  const found = files.map(({ path, format }) => (path === dictionaryPath ? 'dictionary' : format));
  const several = (Object.keys(lines) as (keyof typeof lines)[]).flatMap((format) => {
    const first = files[found.indexOf(format)];
    if (first === undefined) return [];
    return [
      say(fillIn(lines[format], { fichier: format === 'parquet' ? `${first.path.split('/')[0]}/` : first.path })),
    ];
  });
  if (excel) several.push(say(readmeWords.excel));
  if (contours) several.push(say(fillIn(drawn, { n: contours.drawn, total: dossiers })));
  if (found.every((format) => format === 'csv') && !contours && !excel) return [];
  return [`## ${typographie(formatsTitle[langue], langue)}`, several.join('\n')];
}

/** Names are for the team: a public README counts what is not there, in its opening, and names nothing. */
function leftOut({ public: open, leftOut: left, langue }: About): readonly string[] {
  if (open || left.length === 0) return [];
  return [`## ${typographie(readmeWords.leftOutTitle[langue], langue)}`, leftOutLines(left, langue).join('\n')];
}

function references({ langue, references: known, contours }: About): readonly string[] {
  if (known.length === 0) return [];
  const lines = [...known, ...(contours?.sources ?? [])].map(({ title, path }) => {
    const named = escapeMarkdown(typographie(title, langue));
    return path === undefined ? `- ${named}` : `- [${named}](${path})`;
  });
  return [`## ${typographie(readmeWords.sourcesTitle[langue], langue)}`, lines.join('\n')];
}

function columnsTable({ name, columns }: Table, langue: Langue): string {
  const rows = columns.map((column) => [
    `\`${column.name}\``,
    typeWords[column.type][langue],
    meaning(name, column, langue),
  ]);
  return tableOf(readmeWords.columnsHead[langue], rows);
}

function meaning(table: string, column: Column, langue: Langue): string {
  const { title, description, unit, refersTo } = column;
  const list = codesName(table, column);
  const sentences: readonly Text[] = [
    { fr: named(title.fr, description.fr), en: named(title.en, description.en) },
    ...(unit === null ? [] : [fillIn(readmeWords.unit, { unite: escapeMarkdown(unit.replace(/\.$/, '')) })]),
    ...(list === null ? [] : [fillIn(readmeWords.codes, { liste: `\`${list}\`` })]),
    ...(refersTo ? [fillIn(readmeWords.refersTo, { table: refersTo.table })] : []),
  ];
  return sentences
    .map((sentence) => typographie(sentence[langue], langue))
    .filter((text) => text !== '')
    .join(' ');
}

/** The title, then the description, unless it says the title again. */
function named(title: string, description: string): string {
  const again = description.toLowerCase().startsWith(title.toLowerCase());
  return escapeMarkdown(again ? description : `${title}. ${description}`);
}

/** Lists of codes are told once, under the name of the list; those of one column only under the column's. */
function codesName(table: string, { name, codes }: Column): string | null {
  return codes === null ? null : (codes.list ?? `${table}.${name}`);
}

function codeTables(tables: readonly Table[], langue: Langue): readonly string[] {
  const lists = new Map<string, string>();
  for (const { name, columns } of tables) {
    for (const column of columns) {
      const list = codesName(name, column);
      if (list === null || lists.has(list)) continue;
      const rows = Object.entries(column.codes?.labels ?? {}).map(([code, label]) => [
        `\`${code}\``,
        escapeMarkdown(typographie(label[langue], langue)),
      ]);
      lists.set(list, tableOf(readmeWords.codesHead[langue], rows));
    }
  }
  return [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([list, table]) => [`### \`${list}\``, table]);
}

/** Cells are Markdown already. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
