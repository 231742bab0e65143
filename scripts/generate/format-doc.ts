import { allFields, type Field, fieldsOf, wordsOf } from '../../src/schema/fields.ts';
import { filePatterns } from '../../src/schema/files.ts';
import type { Schema } from '../../src/schema/json-schema.ts';
import { definitions, markOf, resolved, schemas } from '../../src/schema/schemas.ts';

/** The format, field by field, as docs/format.md: one table a kind of file, then the code lists. */
export function formatDocText(): string {
  const lines = [
    '# Le format des dossiers',
    '',
    '<!-- Écrit par `npm run generate` d’après schemas/. Ne pas modifier. -->',
    '',
    `Version \`format: 1\`. ${allFields().length} clés dans ${filePatterns.length} sortes de fichiers. Tout fichier peut manquer, sauf \`dossier.yaml\` ; une clé absente veut dire « inconnu ». **Gras** : clé obligatoire.`,
    '',
    ...filePatterns.flatMap(({ kind, holder, path, frontMatter }) => [
      `## ${titleOf(schemas[kind])} — \`${prefix[holder]}${path.replace('*', '<id>')}\``,
      '',
      `${descriptionOf(schemas[kind])}${frontMatter ? ' *(en-tête du fichier Markdown)*' : ''}`,
      '',
      '| clé | ce qu’elle dit | valeur | attendue | données |',
      '|---|---|---|---|---|',
      ...fieldsOf(kind).map(row),
      '',
    ]),
    '# Listes de codes',
    '',
    ...Object.entries(definitions.vocabulaires.$defs ?? {}).flatMap(([name, list]) => [
      `## ${name}`,
      '',
      `${titleOf(list)}.`,
      '',
      '| code | libellé | en anglais |',
      '|---|---|---|',
      ...Object.entries(markOf(list).libelles ?? {}).map(
        ([code, { fr, en }]) => `| \`${code}\` | ${cell(fr)} | ${cell(en)} |`,
      ),
      '',
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const prefix = { espace: '', session: 'sessions/<id>/', dossier: 'dossiers/<id>/' } as const;

function row(field: Field): string {
  const path = field.path
    .join('.')
    .replace(/\.\[\]/g, '[]')
    .replace(/\*/g, '<id>');
  const { requis, colonne, personnel } = field.mark;
  const phase = requis
    ? `dès \`${requis.phase}\`${requis.dispositifs ? ` (${requis.dispositifs.join(', ')})` : ''}`
    : '';
  const column = personnel
    ? 'jamais'
    : colonne === true
      ? `\`${field.key}\``
      : colonne
        ? `\`${colonne}\``
        : tableOf(field);
  const name = field.required ? `**\`${path}\`**` : `\`${path}\``;
  return `| ${name} | ${cell(field.description.fr)} | ${writtenAs(field.schema)} | ${phase} | ${column} |`;
}

function tableOf({ mark: { table } }: Field): string {
  return table === undefined ? '' : `table \`${typeof table === 'string' ? table : table.nom}\``;
}

/** What may be written, in a few words. */
function writtenAs(schema: Schema): string {
  const node = resolved(schema);
  const { ref, code, texte } = node['x-atelier'] ?? {};
  if (ref !== undefined) return `identifiant (${ref})`;
  if (node.enum) return listName(node);
  if (code !== undefined) return `code (${code})`;
  if (node.items) return `liste : ${writtenAs(node.items)}`;
  if (node.properties) return 'clés ci-dessous';
  if (typeof node.additionalProperties === 'object') return `par identifiant : ${writtenAs(node.additionalProperties)}`;
  if (texte !== undefined)
    return { ligne: 'texte', prose: 'texte long', code: 'code', date: 'date', url: 'adresse', nombre: 'nombre' }[texte];
  return { boolean: 'true, false', integer: 'nombre entier', number: 'nombre' }[String(node.type)] ?? 'texte';
}

function listName(node: Schema): string {
  const lists = Object.entries(definitions.vocabulaires.$defs ?? {});
  const name = lists.find(([, list]) => list.enum?.join() === node.enum?.join())?.[0];
  return name ? `[${name}](#${name})` : (node.enum ?? []).map((code) => `\`${code}\``).join(', ');
}

function titleOf(schema: Schema): string {
  return wordsOf(schema).title.fr;
}

function descriptionOf(schema: Schema): string {
  return wordsOf(schema).description.fr;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/[{[*_]/g, (sign) => `\\${sign}`);
}
