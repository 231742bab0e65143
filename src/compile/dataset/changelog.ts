import { dateLisible } from '../../words/dates.ts';
import { nombre } from '../../words/numbers.ts';
import { fillIn, type Langue, type Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import type { Changes, HolderChanges, TableChange } from './changes.ts';

/** What the page says beside the changes. */
export interface ChangelogOptions {
  readonly langue: Langue;
  /** The revision that is compared with, as the user gave it. */
  readonly since: string;
  /** The date of the dataset, `AAAA-MM-JJ`, where it bears one. */
  readonly date: string | null;
  /** For publication: dossiers and sessions that are no longer in it are counted, not named. */
  readonly public: boolean;
}

/** How many ids or lines a list has before it is cut: the page stays under 200 lines whatever has changed. */
const longest = { ids: 100, changed: 40, columns: 30, tables: 40 };

/**
 * What changed in the dataset since a revision: tables, columns, dossiers, sessions.
 * @returns Markdown for `CHANGELOG.md`, at most 200 lines
 */
export function changelog(changes: Changes, options: ChangelogOptions): string {
  const { langue, since, date } = options;
  const say = sayIn(langue);
  const blocks = [
    `# ${say(words.title)}`,
    say(fillIn(words.since, { revision: `\`${since.replaceAll('`', '')}\`` })) +
      (date === null ? '' : ` ${say(fillIn(words.made, { date: dateLisible(date, langue) }))}`),
    ...tables(changes.tables, langue),
    ...columns(changes.tables, langue),
    ...holders(changes.dossiers, words.dossiers, options),
    ...holders(changes.sessions, words.sessions, options),
  ];
  if (blocks.length === 2) blocks.push(say(words.nothing));
  return `${blocks.join('\n\n')}\n`;
}

function sayIn(langue: Langue): (text: Text) => string {
  return (text) => typographie(text[langue], langue);
}

function tables(all: readonly TableChange[], langue: Langue): readonly string[] {
  const say = sayIn(langue);
  const rows = all.filter(({ added, removed, changed, is }) => added + removed + changed > 0 || is !== null);
  if (rows.length === 0) return [];
  const lines = rows.slice(0, longest.tables).map(({ table, is, added, removed, changed }) => {
    const state = is === null ? '' : ` (${say(words[is])})`;
    return [`\`${table}\`${state}`, ...[added, removed, changed].map((n) => nombre(n, langue))];
  });
  const head = words.tablesHead[langue];
  const table = [head, ['---', '--:', '--:', '--:'], ...lines].map((cells) => `| ${cells.join(' | ')} |`);
  return [`## ${say(words.tables)}`, table.join('\n'), ...cut(rows.length - lines.length, langue)];
}

function columns(all: readonly TableChange[], langue: Langue): readonly string[] {
  const say = sayIn(langue);
  const lines = all.flatMap(({ table, columnsAdded, columnsRemoved }) => [
    ...columnsAdded.map((name) => `- ${say(fillIn(words.columnAdded, { nom: `\`${table}.${name}\`` }))}`),
    ...columnsRemoved.map((name) => `- ${say(fillIn(words.columnRemoved, { nom: `\`${table}.${name}\`` }))}`),
  ]);
  if (lines.length === 0) return [];
  const shown = lines.slice(0, longest.columns);
  return [`## ${say(words.columns)}`, shown.join('\n'), ...cut(lines.length - shown.length, langue)];
}

type HolderWords = Readonly<Record<'title' | 'came' | 'left' | 'leftCount' | 'changed', Text>>;

function holders(
  { came, left, changed }: HolderChanges,
  own: HolderWords,
  options: ChangelogOptions,
): readonly string[] {
  const { langue } = options;
  const say = sayIn(langue);
  if (came.length + left.length + changed.length === 0) return [];
  const blocks = [`## ${say(own.title)}`];
  if (came.length > 0) blocks.push(say(counted(own.came, came.length, langue)) + named(came, langue));
  if (left.length > 0) {
    const count = counted(options.public ? own.leftCount : own.left, left.length, langue);
    blocks.push(say(count) + (options.public ? '' : named(left, langue)));
  }
  if (changed.length > 0) {
    const colon = langue === 'fr' ? '\u00a0:' : ':';
    const shown = changed.slice(0, longest.changed);
    const lines = shown.map(
      ({ id, tables: touched }) => `- \`${id}\`${colon} ${touched.map((name) => `\`${name}\``).join(', ')}`,
    );
    blocks.push(say(counted(own.changed, changed.length, langue)));
    blocks.push(lines.join('\n'));
    blocks.push(...cut(changed.length - shown.length, langue));
  }
  return blocks;
}

function counted(sentence: Text, n: number, langue: Langue): Text {
  const number = nombre(n, langue);
  return { fr: sentence.fr.replace('{n}', number), en: sentence.en.replace('{n}', number) };
}

function named(ids: readonly string[], langue: Langue): string {
  const shown = ids.slice(0, longest.ids).map((id) => `\`${id}\``);
  const [rest] = cut(ids.length - shown.length, langue);
  return ` ${shown.join(', ')}${rest === undefined ? '.' : `. ${rest}`}`;
}

function cut(rest: number, langue: Langue): readonly string[] {
  return rest > 0 ? [sayIn(langue)(fillIn(words.rest, { n: nombre(rest, langue) }))] : [];
}

const words = {
  title: { fr: 'Ce qui a changé', en: 'What has changed' },
  since: { fr: 'Depuis la révision {revision}.', en: 'Since revision {revision}.' },
  made: { fr: 'Jeu de données du {date}.', en: 'Dataset of {date}.' },
  nothing: { fr: 'Rien n’a changé.', en: 'Nothing has changed.' },
  tables: { fr: 'Tables', en: 'Tables' },
  tablesHead: {
    fr: ['Table', 'Lignes ajoutées', 'Lignes retirées', 'Lignes modifiées'],
    en: ['Table', 'Rows added', 'Rows removed', 'Rows changed'],
  },
  new: { fr: 'nouvelle', en: 'new' },
  gone: { fr: 'retirée', en: 'removed' },
  columns: { fr: 'Colonnes', en: 'Columns' },
  columnAdded: { fr: '{nom} : colonne ajoutée.', en: '{nom}: column added.' },
  columnRemoved: { fr: '{nom} : colonne retirée.', en: '{nom}: column removed.' },
  dossiers: {
    title: { fr: 'Dossiers', en: 'Dossiers' },
    came: { fr: 'Arrivés ({n}) :', en: 'Came ({n}):' },
    left: { fr: 'Partis ({n}) :', en: 'Left ({n}):' },
    leftCount: { fr: 'Partis : {n}.', en: 'Left: {n}.' },
    changed: { fr: 'Modifiés ({n}), avec les tables touchées :', en: 'Changed ({n}), with the tables concerned:' },
  },
  sessions: {
    title: { fr: 'Sessions', en: 'Sessions' },
    came: { fr: 'Arrivées ({n}) :', en: 'Came ({n}):' },
    left: { fr: 'Parties ({n}) :', en: 'Left ({n}):' },
    leftCount: { fr: 'Parties : {n}.', en: 'Left: {n}.' },
    changed: { fr: 'Modifiées ({n}), avec les tables touchées :', en: 'Changed ({n}), with the tables concerned:' },
  },
  rest: { fr: 'Et {n} de plus.', en: 'And {n} more.' },
} as const;
