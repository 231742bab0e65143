import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import MarkdownIt from 'markdown-it';
import { validateXML, type XMLInput } from 'xmllint-wasm';

let sarifShape: ReturnType<Ajv['compile']> | undefined;

/** The official schema; its keyword `id` is draft 04's, all else ajv reads as well. */
export function sarifFaults(text: string): unknown {
  if (!sarifShape) {
    const {
      id: _id,
      $schema: _dialect,
      ...schema
    } = JSON.parse(readFileSync('test/fixtures/sarif-2.1.0.schema.json', 'utf8'));
    const formatsKnown = {
      uri: /^[a-z][a-z0-9+.-]*:[\w!$&'()*+,;=:@/?%#[\].~-]*$/i,
      // RFC 3986: no space, no accent, each % before two hexadecimal digits, no colon in the first part of a path.
      'uri-reference': /^(?!\/|\.\/)(?:[\w!$&'()*+,;=@.~-]|%[\dA-F]{2})+(?:\/(?:[\w!$&'()*+,;=:@.~-]|%[\dA-F]{2})+)*$/,
      'date-time': /^\d{4}-\d\d-\d\dT/,
    };
    sarifShape = new Ajv({ strict: false, unicodeRegExp: false, formats: formatsKnown }).compile(schema);
  }
  return sarifShape(JSON.parse(text)) ? null : sarifShape.errors;
}

/**
 * What libxml2, the parser of GitLab and many others, says of documents.
 * @param schema an XSD that they must also meet
 */
export async function xmlFaults(documents: readonly string[], schema?: XMLInput): Promise<readonly string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const memory = { initialMemoryPages: 1024, maxMemoryPages: 4096 };
  const { errors } = await validateXML({ xml, ...memory, ...(schema ? { schema } : { normalization: 'c14n' }) });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** The attributes of the elements of one name, entities read. */
export function attributesOf(document: string, element: string): readonly Readonly<Record<string, string>>[] {
  return [...document.matchAll(new RegExp(`<${element}((?: [\\w-]+="[^"<]*")*)\\s*/?>`, 'g'))].map(([, list = '']) =>
    Object.fromEntries(
      [...list.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, xmlValue(value)]),
    ),
  );
}

function xmlValue(text: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => signs[name] ?? entity);
}

/** A command as the runner reads it, and what it says: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The commands in a log: lines that begin with `::`, spaces apart. */
export function commandsIn(log: string): readonly Command[] {
  return log.split(/\r\n|\n|\r/).flatMap((line) => {
    const read = /^\s*::([\w-]+)(?: (.*?))?::(.*)$/.exec(line);
    if (!read) return [];
    const [, name = '', properties = '', message = ''] = read;
    const pairs = properties
      .split(',')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), commandText(pair.slice(pair.indexOf('=') + 1))]);
    return [{ name, properties: Object.fromEntries(pairs), message: commandText(message) }];
  });
}

function commandText(text: string): string {
  const signs: Readonly<Record<string, string>> = { '0D': '\r', '0A': '\n', '3A': ':', '2C': ',', '25': '%' };
  return text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => signs[code] ?? '');
}

/** The cells of the tables of a Markdown text, as they are read; null where a cell holds anything but text. */
export function tablesIn(markdown: string): readonly (readonly (readonly (string | null)[])[])[] {
  const tables: (string | null)[][][] = [];
  for (const token of new MarkdownIt({ html: true, linkify: false }).parse(markdown, {})) {
    if (token.type === 'table_open') tables.push([]);
    if (token.type === 'tr_open') tables.at(-1)?.push([]);
    if (token.type === 'inline' && token.level === 4) {
      const text = token.children?.every(({ type }) => type === 'text')
        ? token.children.map(({ content }) => content).join('')
        : null;
      tables.at(-1)?.at(-1)?.push(text);
    }
  }
  return tables;
}
