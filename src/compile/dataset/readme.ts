import type { Column, Table } from '../../schema/columns.ts';
import { dateLisible } from '../../words/dates.ts';
import { compte } from '../../words/numbers.ts';
import { fillIn, type Langue, type Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { escapeMarkdown } from '../md/escape.ts';
import type { About } from './about.ts';
import { licence } from './datapackage.ts';
import { readmeWords, typeWords } from './words.ts';

/**
 * The README of the dataset: how to read it, table by table and column by column.
 * @param counts the number of rows of each table
 * @returns Markdown
 */
export function readme(tables: readonly Table[], counts: ReadonlyMap<string, number>, about: About): string {
  const { langue, title } = about;
  const say = (text: Text): string => typographie(text[langue], langue);
  const blocks = [
    `# ${escapeMarkdown(typographie(title, langue))}`,
    ...opening(about).map(say),
    `## ${say(readmeWords.readTitle)}`,
    readmeWords.read[langue].map((line) => `- ${typographie(line, langue)}`).join('\n'),
    `## ${say(readmeWords.tablesTitle)}`,
    tableOf(
      readmeWords.tablesHead[langue],
      tables.map((table) => [`\`${table.name}.csv\``, String(counts.get(table.name) ?? 0), say(table.description)]),
    ),
    `## ${say(readmeWords.columnsTitle)}`,
    ...tables.flatMap((table) => [`### \`${table.name}\``, columnsTable(table, langue)]),
    `## ${say(readmeWords.codesTitle)}`,
    ...codeTables(tables, langue),
    ...references(about),
    `## ${say(readmeWords.licenceTitle)}`,
    say(fillIn(readmeWords.licence, { titre: licence.title, adresse: licence.path })),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function opening({ langue, date, producteur, dossiers, fictifs }: About): readonly Text[] {
  const { count, dossier, dossiers: several, internal, fictitious, made, producer } = readmeWords;
  const counted = compte(dossiers, dossier, several, langue);
  const lines = [
    fillIn(count, { dossiers: counted }),
    ...(producteur ? [fillIn(producer, { nom: escapeMarkdown(producteur.nom) })] : []),
    ...(date === null ? [] : [fillIn(made, { date: dateLisible(date, langue) })]),
  ];
  const first = { fr: lines.map(({ fr }) => fr).join(' '), en: lines.map(({ en }) => en).join(' ') };
  return [first, internal, ...(fictifs > 0 ? [fillIn(fictitious, { n: fictifs })] : [])];
}

function references({ langue, references: known }: About): readonly string[] {
  if (known.length === 0) return [];
  const lines = known.map((line) => `- ${typographie(line, langue)}`);
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
