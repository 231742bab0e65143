import { UserError } from '../model/error.ts';
import { allFields, type Field } from '../schema/fields.ts';
import { filePatterns } from '../schema/files.ts';
import { severityWords } from '../ui/formats/shown.ts';
import { wrapped } from '../ui/pretty.ts';
import { type Session, say } from '../ui/terminal.ts';
import type { Example, Rule } from '../validate/rule.ts';
import { rules } from '../validate/rules/index.ts';
import { nearest } from '../words/nearest.ts';
import { fillIn, type Text } from '../words/text.ts';
import type { Options } from './spec.ts';

/** `atelier explain`: what a rule or a key means; without argument, the list of both. */
export async function explain(args: readonly string[], options: Options, session: Session): Promise<number> {
  const [word] = args;
  const json = options.format === 'json';
  if (word === undefined) {
    session.out(json ? listJson(session) : listText(session));
    return 0;
  }
  const rule = rules.find(({ id }) => id === word);
  const fields = allFields().filter((field) => [field.key, pathOf(field), fullName(field)].includes(word));
  if (rule === undefined && fields.length === 0) throw unknownWord(word);
  if (json) {
    session.out(
      `${JSON.stringify({ version: 1, rules: rule ? [ruleJson(rule, session)] : [], keys: fields.map((field) => keyJson(field, session)) }, null, 2)}\n`,
    );
    return 0;
  }
  if (rule) session.out(ruleText(rule, session));
  if (fields.length > mostKeys) session.out(whichText(word, fields, session));
  else for (const field of fields) session.out(keyText(field, session));
  return 0;
}

/** As many as can be read one after the other. */
const mostKeys = 6;

/** A key that many files have: its places, each by the name that tells of it alone. */
function whichText(word: string, fields: readonly Field[], session: Session): string {
  const names = [...new Map(fields.map((field) => [fullName(field), field]))];
  const longest = Math.max(...names.map(([name]) => name.length));
  const example = names.find(([name]) => name.startsWith('dossier.') && /^[\w.-]+$/.test(name)) ?? names[0];
  const blanks = { cle: word, n: names.length, exemple: example?.[0] ?? word };
  const room = width(session) - longest - 4;
  const lines = [
    ...wrapped(say(session, fillIn(which, blanks)), width(session)),
    '',
    ...names.map(([name, field]) => {
      const [first = '', ...more] = wrapped(say(session, field.description), room - 1);
      return `  ${name.padEnd(longest)}  ${session.colour.dim(more.length > 0 ? `${first}…` : first)}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

const which = {
  fr: '« {cle} » se trouve à {n} endroits. Lequel ? Par exemple : atelier explain {exemple}',
  en: '“{cle}” stands in {n} places. Which one? For example: atelier explain {exemple}',
};

/** A key with the kind of its file: `initiative.titre`. */
function fullName(field: Field): string {
  return `${field.kind}.${pathOf(field)}`;
}

function unknownWord(word: string): UserError {
  const near = nearest(word, [...rules.map(({ id }) => id), ...allFields().map(({ key }) => key)]);
  return new UserError(
    fillIn(
      {
        fr: '« {mot} » n’est ni une règle ni une clé du format',
        en: '“{mot}” is neither a rule nor a key of the format',
      },
      { mot: word },
    ),
    near === null
      ? { fr: 'la liste : atelier explain', en: 'the list: atelier explain' }
      : { fr: `vouliez-vous dire ${near} ?`, en: `did you mean ${near}?` },
  );
}

function ruleText(rule: Rule, session: Session): string {
  const { colour } = session;
  const label = (text: Text) => colour.bold(say(session, text));
  const lines = [
    `${colour.bold(rule.id)}  ${colour.dim(say(session, severityWords[rule.severity]))}`,
    '',
    ...wrapped(say(session, rule.summary), width(session)),
    '',
    ...wrapped(say(session, rule.why), width(session)),
    '',
    label({ fr: 'À éviter', en: 'To avoid' }),
    ...exampleLines(rule.bad, session),
    '',
    label({ fr: 'Bien', en: 'Good' }),
    ...exampleLines(rule.good, session),
  ];
  return `${lines.join('\n')}\n`;
}

function exampleLines({ file, text, line }: Example, session: Session): readonly string[] {
  const shown = text.replace(/\n$/, '').split('\n');
  return [
    session.colour.dim(`  ${file}`),
    ...shown.map((content, index) => `  ${index + 1 === line ? '▸' : ' '} ${content}`),
  ];
}

function keyText(field: Field, session: Session): string {
  const { colour } = session;
  const lines = [
    `${colour.bold(field.key)}  ${colour.dim(`${fileOf(field)} · ${pathOf(field)}`)}`,
    '',
    ...wrapped(say(session, field.description), width(session)),
    ...codesOf(field, session),
    ...columnOf(field, session),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function codesOf(field: Field, session: Session): readonly string[] {
  const coded = field.schema.items ?? field.schema;
  const labels = field.mark.libelles ?? coded['x-atelier']?.libelles ?? {};
  const entries = Object.entries(labels);
  if (entries.length === 0) return [];
  const longest = Math.max(...entries.map(([code]) => code.length));
  return [
    '',
    ...entries.map(([code, label]) => `  ${code.padEnd(longest)}  ${session.colour.dim(say(session, label))}`),
  ];
}

function columnOf(field: Field, session: Session): readonly string[] {
  const { colonne } = field.mark;
  if (colonne === undefined) return [];
  const name = colonne === true ? field.key : colonne;
  const text = fillIn(
    { fr: 'Dans le jeu de données : colonne {nom}', en: 'In the dataset: column {nom}' },
    { nom: name },
  );
  return ['', session.colour.dim(say(session, text))];
}

function listText(session: Session): string {
  const { colour } = session;
  const longest = Math.max(...rules.map(({ id }) => id.length));
  const lines = [
    colour.bold(say(session, { fr: 'Règles', en: 'Rules' })),
    ...rules.map(({ id, summary }) => `  ${id.padEnd(longest)}  ${say(session, summary)}`),
    '',
    colour.bold(say(session, { fr: 'Clés', en: 'Keys' })),
    ...filePatterns.map(({ kind, path }) => {
      const keys = allFields()
        .filter((field) => field.kind === kind && field.path.length <= 2 && field.path[0] !== '[]')
        .map(({ key }) => key);
      return `  ${colour.dim(path)}\n${wrapped([...new Set(keys)].join(', '), width(session) - 4)
        .map((line) => `    ${line}`)
        .join('\n')}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function listJson(session: Session): string {
  const list = {
    version: 1,
    rules: rules.map((rule) => briefJson(rule, session)),
    keys: allFields().map((field) => keyJson(field, session)),
  };
  return `${JSON.stringify(list, null, 2)}\n`;
}

function briefJson(rule: Rule, session: Session): object {
  return { id: rule.id, severity: rule.severity, summary: say(session, rule.summary) };
}

function ruleJson(rule: Rule, session: Session): object {
  return { ...briefJson(rule, session), why: say(session, rule.why), good: rule.good, bad: rule.bad };
}

function keyJson(field: Field, session: Session): object {
  const coded = field.schema.items ?? field.schema;
  const codes = Object.keys(field.mark.libelles ?? coded['x-atelier']?.libelles ?? {});
  return {
    key: field.key,
    file: fileOf(field),
    path: pathOf(field),
    title: say(session, field.title),
    description: say(session, field.description),
    required: field.required,
    ...(codes.length > 0 && { codes }),
    ...(field.mark.colonne !== undefined && { column: field.mark.colonne === true ? field.key : field.mark.colonne }),
  };
}

function pathOf(field: Field): string {
  return field.path.join('.').replace(/\.\[\]/g, '[]');
}

function fileOf(field: Field): string {
  return filePatterns.find(({ kind }) => kind === field.kind)?.path ?? field.kind;
}

function width(session: Session): number {
  return Math.min(Math.max(session.columns, 60), 100);
}
