import { strFromU8, unzipSync } from 'fflate';
import { allOf, type Node, named, treeOf, twice } from './office-tree.ts';

/**
 * The order in which ECMA-376 part 1 wants what these elements hold. Word repairs or refuses a file where it is another.
 */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tr': 'tblPrEx trPr tc',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers',
  'w:sectPr':
    'headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:tblStylePr': 'pPr rPr tblPr trPr tcPr',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'w:styles': 'docDefaults latentStyles style',
  'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
  'w:abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:num': 'abstractNumId lvlOverride',
  'w:numPr': 'ilvl numId numberingChange ins',
  'w:pBdr': 'top left bottom right between bar',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tblCellMar': 'top left bottom right',
  'w:tcBorders': 'top left bottom right insideH insideV tl2br tr2bl',
  'w:font': 'altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic',
  'w:settings':
    'writeProtection view zoom displayBackgroundShape embedTrueTypeFonts mirrorMargins trackRevisions documentProtection defaultTabStop autoHyphenation evenAndOddHeaders updateFields footnotePr endnotePr compat docVars rsids mathPr themeFontLang clrSchemeMapping',
  'wp:inline': 'extent effectExtent docPr cNvGraphicFramePr graphic',
};

/** What hangs below one place and must differ: element, attribute. */
const UNIQUE = [
  ['wp:docPr', 'id'],
  ['w:bookmarkStart', 'w:id'],
  ['w:bookmarkStart', 'w:name'],
  ['w:style', 'w:styleId'],
  ['w:abstractNum', 'w:abstractNumId'],
  ['w:num', 'w:numId'],
  ['w:footnote', 'w:id'],
] as const;

/**
 * What Word would not take, as far as this can be seen without Word.
 * @param bytes a .docx
 * @returns a sentence for each fault; none for a good file
 */
export function docxFaults(bytes: Uint8Array): readonly string[] {
  const held = unzipSync(bytes);
  const trees = new Map(
    Object.entries(held)
      .filter(([path]) => /\.(?:xml|rels)$/.test(path))
      .map(([path, content]) => [path, treeOf(strFromU8(content))] as const),
  );
  const parts = [...trees].flatMap(([path, tree]) => partFaults(tree).map((fault) => `${path}: ${fault}`));
  return [...packageFaults(Object.keys(held), trees), ...parts, ...linkFaults(trees)];
}

function partFaults(tree: Node): readonly string[] {
  const faults = [...allOf(tree)].flatMap((node) => [...orderFaults(node), ...placeFaults(node)]);
  for (const [element, attribute] of UNIQUE) {
    const ids = named(tree, element).map(({ attributes }) => attributes[attribute] ?? 'none');
    faults.push(...twice(ids).map((id) => `${element} ${attribute}="${id}" twice`));
  }
  const ends = named(tree, 'w:bookmarkEnd').map(({ attributes }) => attributes['w:id']);
  const starts = named(tree, 'w:bookmarkStart').map(({ attributes }) => attributes['w:id']);
  if (starts.join() !== ends.join() && [...starts].sort().join() !== [...ends].sort().join())
    faults.push('bookmarks that begin and end differ');
  // Word reads what follows a comma as another name of the style.
  const styles = named(tree, 'w:name').map(({ attributes }) => attributes['w:val'] ?? '');
  faults.push(...styles.filter((name) => name.includes(',')).map((name) => `a comma in the name of a style: ${name}`));
  return [...faults, ...fieldFaults(tree)];
}

/** Each child is one that the order knows, and comes no sooner than the one before. */
function orderFaults({ name, children }: Node): readonly string[] {
  const order = ORDER[name]?.split(' ');
  if (order === undefined) return [];
  let last = 0;
  return children.flatMap((child) => {
    const own = child.name.replace(/^\w+:/, '');
    const rank = order.findIndex((one) => one.split('|').includes(own));
    if (rank < 0) return [`${child.name} has no place in ${name}`];
    if (rank < last) return [`${child.name} too late in ${name}`];
    last = rank;
    return [];
  });
}

/** What must come first or last. */
function placeFaults({ name, children }: Node): readonly string[] {
  const names = children.map((child) => child.name);
  const first = { 'w:p': 'w:pPr', 'w:r': 'w:rPr', 'w:tc': 'w:tcPr', 'w:tr': 'w:trPr' }[name];
  const faults = first !== undefined && names.indexOf(first) > 0 ? [`${first} is not the first of ${name}`] : [];
  const holdsText = ['w:tc', 'w:footnote', 'w:hdr', 'w:ftr'].includes(name);
  if (holdsText && names.at(-1) !== 'w:p') faults.push(`${name} does not end with a paragraph`);
  if (name === 'w:body' && names.at(-1) !== 'w:sectPr') faults.push('w:body does not end with its section');
  if (name === 'w:body' && names.some((one, at) => one === 'w:tbl' && names[at + 1] !== 'w:p'))
    faults.push('a table touches what follows');
  if (name === 'w:tbl') faults.push(...tableFaults(children));
  return faults;
}

function tableFaults(children: readonly Node[]): readonly string[] {
  const columns = children.find(({ name }) => name === 'w:tblGrid')?.children.length ?? 0;
  const rows = children.filter(({ name }) => name === 'w:tr');
  const cells = rows.map((row) => row.children.filter(({ name }) => name === 'w:tc').length);
  if (columns === 0 || rows.length === 0) return ['a table without columns or rows'];
  return cells.filter((count) => count !== columns).map((count) => `${count} cells in ${columns} columns`);
}

/** Each field is begun, parted and ended, one inside another. */
function fieldFaults(tree: Node): readonly string[] {
  const open: string[] = [];
  for (const { attributes } of named(tree, 'w:fldChar')) {
    const type = attributes['w:fldCharType'] ?? '';
    if (type === 'begin') open.push('begin');
    else if (type === 'separate' && open.at(-1) === 'begin') open[open.length - 1] = 'separate';
    else if (type !== 'end' || open.pop() !== 'separate') return [`a field mark out of place: ${type}`];
  }
  return open.map(() => 'a field that does not end');
}

/** Each part has a type, each type a part; each relation leads to a part, each relation that is named exists. */
function packageFaults(paths: readonly string[], trees: ReadonlyMap<string, Node>): readonly string[] {
  const types = trees.get('[Content_Types].xml');
  if (types === undefined) return ['no types'];
  const of = (element: string, attribute: string): readonly string[] =>
    named(types, element).map(({ attributes }) => attributes[attribute] ?? '');
  const [extensions, overridden] = [of('Default', 'Extension'), of('Override', 'PartName')];
  const own = paths.filter((path) => path !== '[Content_Types].xml');
  return [
    ...own
      .filter((path) => !overridden.includes(`/${path}`) && !extensions.includes(path.replace(/^.*\./, '')))
      .map((path) => `${path} has no type`),
    ...own
      .filter((path) => /^word\/[^/]*\.xml$/.test(path) && !overridden.includes(`/${path}`))
      .map((path) => `${path} has no type of its own`),
    ...overridden
      .filter((part) => !paths.includes(part.slice(1)))
      .map((part) => `a type for ${part}, which is not there`),
    ...twice([...extensions.map((one) => `.${one}`), ...overridden]).map((one) => `two types for ${one}`),
    ...[...trees]
      .filter(([path]) => path.endsWith('.rels'))
      .flatMap(([path, tree]) => relationFaults(path, tree, paths, trees)),
  ];
}

function relationFaults(
  path: string,
  tree: Node,
  paths: readonly string[],
  trees: ReadonlyMap<string, Node>,
): readonly string[] {
  const owner = path.replace(/_rels\/([^/]*)\.rels$/, '$1');
  const folder = owner.replace(/[^/]*$/, '');
  const relations = named(tree, 'Relationship').map(({ attributes }) => attributes);
  const ids = relations.map(({ Id = '' }) => Id);
  const owning = trees.get(owner);
  const asked =
    owning === undefined
      ? []
      : [...allOf(owning)].flatMap(({ attributes }) =>
          ['r:id', 'r:embed', 'r:link'].flatMap((key) => attributes[key] ?? []),
        );
  return [
    ...twice(ids).map((id) => `${path}: ${id} twice`),
    ...relations
      .filter(({ TargetMode, Target = '' }) => TargetMode !== 'External' && !paths.includes(partOf(folder, Target)))
      .map(({ Target }) => `${path}: ${Target} is not there`),
    ...asked.filter((id) => !ids.includes(id)).map((id) => `${owner}: no relation ${id}`),
  ];
}

function partOf(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
}

/** What names something: a style, a note, a list, a place. */
function linkFaults(trees: ReadonlyMap<string, Node>): readonly string[] {
  const values = (path: string, element: string, attribute: string): ReadonlySet<string> => {
    const tree = trees.get(path);
    return new Set(tree === undefined ? [] : named(tree, element).map(({ attributes }) => attributes[attribute] ?? ''));
  };
  const styles = values('word/styles.xml', 'w:style', 'w:styleId');
  const notes = values('word/footnotes.xml', 'w:footnote', 'w:id');
  const lists = values('word/numbering.xml', 'w:num', 'w:numId');
  const places = values('word/document.xml', 'w:bookmarkStart', 'w:name');
  const known: readonly (readonly [readonly string[], string, ReadonlySet<string>])[] = [
    [['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'], 'w:val', styles],
    [['w:footnoteReference'], 'w:id', notes],
    [['w:numId'], 'w:val', lists],
    [['w:hyperlink'], 'w:anchor', places],
  ];
  return [...trees].flatMap(([path, tree]) =>
    known.flatMap(([elements, attribute, there]) =>
      named(tree, ...elements).flatMap(({ name, attributes }) => {
        const value = attributes[attribute];
        return value === undefined || there.has(value) ? [] : [`${path}: ${name} "${value}" leads nowhere`];
      }),
    ),
  );
}
