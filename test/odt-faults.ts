import { strFromU8, unzipSync } from 'fflate';
import { allOf, type Node, named, treeOf, twice } from './office-tree.ts';

const TYPE = 'application/vnd.oasis.opendocument.text';
const TEXTS = ['content.xml', 'styles.xml', 'meta.xml'];

/** What these elements hold, in the order of the schema of OpenDocument 1.3. */
const ORDER: Readonly<Record<string, string>> = {
  'office:document-content': 'office:scripts office:font-face-decls office:automatic-styles office:body',
  'office:document-styles': 'office:font-face-decls office:styles office:automatic-styles office:master-styles',
  'style:style':
    'style:table-properties style:table-column-properties style:table-row-properties style:table-cell-properties style:graphic-properties style:paragraph-properties style:text-properties style:map',
  'style:default-style': 'style:graphic-properties style:paragraph-properties style:text-properties',
  'style:page-layout': 'style:page-layout-properties style:header-style style:footer-style',
  'style:master-page': 'style:header style:footer',
  'table:table': 'table:title table:desc table:table-column table:table-header-rows table:table-row',
  'draw:frame': 'draw:image svg:title svg:desc',
  'text:note': 'text:note-citation text:note-body',
  'text:table-of-content': 'text:table-of-content-source text:index-body',
};

/** Which family a style is looked for in, by the attribute that names it. */
const FAMILIES: readonly (readonly [RegExp, string, string])[] = [
  [/^text:(?:p|h|index-title-template|table-of-content-entry-template)$/, 'text:style-name', 'paragraph'],
  [/^text:(?:span|a)$/, 'text:style-name', 'text'],
  [/^text:a$/, 'text:visited-style-name', 'text'],
  [/^text:notes-configuration$/, 'text:citation-style-name', 'text'],
  [/^text:notes-configuration$/, 'text:citation-body-style-name', 'text'],
  [/^text:list$/, 'text:style-name', 'list'],
  [/^table:table$/, 'table:style-name', 'table'],
  [/^table:table-column$/, 'table:style-name', 'table-column'],
  [/^table:table-row$/, 'table:style-name', 'table-row'],
  [/^table:table-cell$/, 'table:style-name', 'table-cell'],
  [/^draw:frame$/, 'draw:style-name', 'graphic'],
  [/^style:style$/, 'style:master-page-name', 'master'],
  [/^style:master-page$/, 'style:page-layout-name', 'page'],
  [/^style:text-properties$/, 'style:font-name', 'font'],
];

/**
 * What a reader of OpenDocument would not take.
 * @param bytes an .odt
 * @returns a sentence for each fault; none for a good file
 */
export function odtFaults(bytes: Uint8Array): readonly string[] {
  const held = unzipSync(bytes);
  const trees = new Map(
    [...TEXTS, 'META-INF/manifest.xml'].map(
      (path) => [path, treeOf(strFromU8(held[path] ?? new Uint8Array()))] as const,
    ),
  );
  const content = trees.get('content.xml');
  if (content === undefined) return ['no content'];
  return [
    ...packageFaults(bytes, Object.keys(held), trees),
    ...[...trees].flatMap(([path, tree]) => [...allOf(tree)].flatMap(orderFaults).map((fault) => `${path}: ${fault}`)),
    ...styleFaults(trees),
    ...linkFaults(content, Object.keys(held)),
    ...[...allOf(content)].flatMap(placeFaults),
    ...levelFaults(content),
  ];
}

/** The type is first, plain and without more; all that is held is listed, and nothing else. */
function packageFaults(
  bytes: Uint8Array,
  paths: readonly string[],
  trees: ReadonlyMap<string, Node>,
): readonly string[] {
  const faults = strFromU8(bytes.subarray(30, 38)) === 'mimetype' ? [] : ['the type is not the first file'];
  if (bytes[8] !== 0 || bytes[28] !== 0) faults.push('the type is compressed');
  if (strFromU8(bytes.subarray(38, 38 + TYPE.length)) !== TYPE) faults.push('another type');
  const manifest = trees.get('META-INF/manifest.xml');
  const entries = manifest === undefined ? [] : named(manifest, 'manifest:file-entry');
  const listed = entries.map(({ attributes }) => attributes['manifest:full-path'] ?? '');
  const own = paths.filter((path) => path !== 'mimetype' && !path.startsWith('META-INF/'));
  faults.push(...own.filter((path) => !listed.includes(path)).map((path) => `${path} is not listed`));
  faults.push(...listed.filter((path) => path !== '/' && !own.includes(path)).map((path) => `${path} is not there`));
  faults.push(...twice(listed).map((path) => `${path} listed twice`));
  for (const [path, tree] of trees) {
    const version = tree.attributes[path.startsWith('META-INF') ? 'manifest:version' : 'office:version'];
    if (version !== '1.3') faults.push(`${path}: version ${version}`);
  }
  return faults;
}

function orderFaults({ name, children }: Node): readonly string[] {
  const order = ORDER[name]?.split(' ');
  if (order === undefined) return [];
  let last = 0;
  return children.flatMap((child) => {
    const rank = order.indexOf(child.name);
    if (rank < 0) return [`${child.name} has no place in ${name}`];
    if (rank < last) return [`${child.name} too late in ${name}`];
    last = rank;
    return [];
  });
}

/** Each style that is named is declared, in its family, once in its file. */
function styleFaults(trees: ReadonlyMap<string, Node>): readonly string[] {
  const declared = [...trees].flatMap(([path, tree]) => [...allOf(tree)].flatMap((node) => declaredBy(node, path)));
  const known = new Set(declared.map(({ family, name }) => `${family} ${name}`));
  const used = [...trees.values()].flatMap((tree) =>
    [...allOf(tree)].flatMap(({ name, attributes }) => {
      const own = FAMILIES.filter(([elements]) => elements.test(name)).map(([, key, family]) => [
        family,
        attributes[key],
      ]);
      const family = attributes['style:family'];
      const over = ['style:parent-style-name', 'style:next-style-name'].map((key) => [family, attributes[key]]);
      return [...own, ...(name === 'style:style' ? over : [])];
    }),
  );
  return [
    ...twice(declared.map(({ family, name, path }) => `${path}: ${family} ${name}`)).map((one) => `${one} twice`),
    ...used
      .filter(([family, name]) => name !== undefined && !known.has(`${family} ${name}`))
      .map(([family, name]) => `no ${family} style ${name}`),
  ];
}

function declaredBy(
  { name, attributes }: Node,
  path: string,
): readonly { family: string; name: string; path: string }[] {
  const kinds: Readonly<Record<string, string | undefined>> = {
    'style:style': attributes['style:family'],
    'text:list-style': 'list',
    'style:master-page': 'master',
    'style:page-layout': 'page',
    'style:font-face': 'font',
  };
  const family = kinds[name];
  return family === undefined ? [] : [{ family, name: attributes['style:name'] ?? '', path }];
}

/** Ids differ, bookmarks begin and end, links, references and pictures lead somewhere. */
function linkFaults(content: Node, paths: readonly string[]): readonly string[] {
  const names = (element: string, key: string): readonly string[] =>
    named(content, element).flatMap(({ attributes }) => attributes[key] ?? []);
  const starts = names('text:bookmark-start', 'text:name');
  const ends = names('text:bookmark-end', 'text:name');
  const notes = names('text:note', 'text:id');
  const ids = [...allOf(content)].flatMap(({ attributes }) =>
    [attributes['xml:id'], attributes['draw:id']].filter(Boolean),
  );
  const asked = [
    ...names('text:bookmark-ref', 'text:ref-name'),
    ...names('text:a', 'xlink:href')
      .filter((url) => url.startsWith('#'))
      .map((url) => url.slice(1)),
  ];
  return [
    ...twice(starts).map((name) => `bookmark ${name} twice`),
    ...twice(notes).map((name) => `note ${name} twice`),
    ...twice(ids as string[]).map((id) => `id ${id} twice`),
    ...twice(names('table:table', 'table:name')).map((name) => `table ${name} twice`),
    ...twice(names('draw:frame', 'draw:name')).map((name) => `picture ${name} twice`),
    ...([...starts].sort().join() === [...ends].sort().join() ? [] : ['bookmarks that begin and end differ']),
    ...asked.filter((name) => !starts.includes(name)).map((name) => `no bookmark ${name}`),
    ...names('text:note-ref', 'text:ref-name')
      .filter((name) => !notes.includes(name))
      .map((name) => `no note ${name}`),
    ...names('draw:image', 'xlink:href')
      .filter((path) => !paths.includes(path))
      .map((path) => `no picture ${path}`),
  ];
}

/** What may hold what. */
function placeFaults({ name, children }: Node): readonly string[] {
  const names = children.map((child) => child.name);
  if (name === 'text:list')
    return names.every((one) => one === 'text:list-item') ? [] : ['a list holds more than items'];
  if (name === 'text:list-item' && names.length === 0) return ['an item without anything'];
  if (name === 'text:p' || name === 'text:h')
    return names.filter((one) => /^(?:text:(?:p|h|list)|table:table)$/.test(one)).map((one) => `${one} in ${name}`);
  if (name === 'table:table') {
    const columns = names.filter((one) => one === 'table:table-column').length;
    const rows = [
      ...children,
      ...children.flatMap((child) => (child.name === 'table:table-header-rows' ? child.children : [])),
    ];
    return rows
      .filter((row) => row.name === 'table:table-row' && row.children.length !== columns)
      .map((row) => `${row.children.length} cells in ${columns} columns`);
  }
  return name === 'table:table-cell' && names.length === 0 ? ['a cell without a paragraph'] : [];
}

/** Headings have levels from 1 to 10, and their text follows the first of them. */
function levelFaults(content: Node): readonly string[] {
  const levels = named(content, 'text:h').map(({ attributes }) => Number(attributes['text:outline-level']));
  const faults = levels.filter((level) => !(level >= 1 && level <= 10)).map((level) => `a heading of level ${level}`);
  return levels.length > 0 && levels[0] !== 1 ? [...faults, `the first heading has level ${levels[0]}`] : faults;
}
