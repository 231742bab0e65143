/**
 * A PDF of Typst with what its edition for every machine leaves out: the mark of PDF/UA-1 (ISO 14289-1, 5), the
 * title shown in the window (7.1), and the heads of rows. Nothing that is seen is touched.
 * @param pdf as Typst writes it: plain objects one after the other, one table of their places
 * @param rowHeads for each table in reading order: does its first column name its rows? Left aside where the document
 * has another number of tables: its template is another.
 * @returns the same document, its table of places made anew
 */
export function marked(pdf: Uint8Array, rowHeads: readonly boolean[]): Uint8Array {
  const file = read(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1'));
  for (const [number, text] of file.objects) {
    if (/^\d+ 0 obj\s*<<\s*\/Type \/Catalog\b/.test(text)) file.objects.set(number, withTitleShown(text));
    else if (/^\d+ 0 obj\s*<<\s*\/Length \d+\s*\/Type \/Metadata\b/.test(text))
      file.objects.set(number, withMark(text));
  }
  nameRows(file.objects, rowHeads);
  return written(file);
}

interface PdfFile {
  /** What stands before the first object. */
  readonly head: string;
  /** Each object whole, by number, in the order of the file; one letter is one byte. */
  readonly objects: Map<number, string>;
  /** From `trailer` to the word `startxref`. */
  readonly trailer: string;
}

function read(text: string): PdfFile {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const [, first = '', count = ''] = /^xref\s+(\d+) (\d+)\s+/.exec(text.slice(start, start + 40)) ?? [];
  const trailer = text.slice(text.indexOf('trailer', start), text.lastIndexOf('startxref'));
  if (first !== '0' || count === '') throw new Error('a PDF of another kind: no table of places');
  const places = [...text.slice(start).matchAll(/(\d{10}) 00000 n/g)].map(([, place], index) => ({
    number: index + 1,
    place: Number(place),
  }));
  places.sort((a, b) => a.place - b.place);
  const objects = new Map<number, string>();
  for (const [index, { number, place }] of places.entries()) {
    const whole = text.slice(place, places[index + 1]?.place ?? start);
    if (!whole.startsWith(`${number} 0 obj`)) throw new Error(`a PDF of another kind: object ${number}`);
    objects.set(number, whole);
  }
  return { head: text.slice(0, places[0]?.place ?? start), objects, trailer };
}

function written({ head, objects, trailer }: PdfFile): Uint8Array {
  const places = new Map<number, number>();
  let place = head.length;
  for (const [number, text] of objects) {
    places.set(number, place);
    place += text.length;
  }
  const lines = [...objects.keys()]
    .sort((a, b) => a - b)
    .map((number) => `${String(places.get(number)).padStart(10, '0')} 00000 n\r\n`);
  const table = `xref\n0 ${objects.size + 1}\n0000000000 65535 f\r\n${lines.join('')}`;
  return Buffer.from([head, ...objects.values(), table, trailer, `startxref\n${place}\n%%EOF`].join(''), 'latin1');
}

/** `Suspects` says no when it is absent, and some readers stumble over its no. */
function withTitleShown(text: string): string {
  return replaced(text, '/Direction /L2R', '/Direction /L2R\n    /DisplayDocTitle true').replace(
    /\s*\/Suspects false/,
    '',
  );
}

/** ISO 14289-1, 5: the part of the norm, in the metadata. */
function withMark(text: string): string {
  const spaced = replaced(text, 'rdf:about=""', 'rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"');
  const said = replaced(spaced, '</rdf:Description>', '<pdfuaid:part>1</pdfuaid:part></rdf:Description>');
  return said.replace(/\/Length (\d+)/, (_, length: string) => `/Length ${Number(length) + said.length - text.length}`);
}

function replaced(text: string, was: string, becomes: string): string {
  if (!text.includes(was)) throw new Error(`a PDF of another kind: no ${was}`);
  return text.replace(was, () => becomes);
}

/** ISO 32000-1, 14.8.5.7: the first cell of each row becomes its head; the other cells then find both heads by place. */
function nameRows(objects: Map<number, string>, rowHeads: readonly boolean[]): void {
  const tree = tagsOf(objects);
  const tables = [...inOrder(tree, rootOf(objects))].filter((number) => tree.get(number)?.tag === 'Table');
  if (tables.length !== rowHeads.length) return;
  for (const table of tables.filter((_, index) => rowHeads[index])) {
    for (const number of inOrder(tree, [table])) {
      const { tag, kids } = tree.get(number) ?? { tag: '', kids: [] };
      const text = objects.get(number) ?? '';
      if (tag === 'TD') objects.set(number, text.replace(/\/Headers \[[^\]]*\]/, ''));
      const [first = 0] = kids;
      if (tag !== 'TR' || tree.get(first)?.tag !== 'TD') continue;
      tree.set(first, { tag: 'TH', kids: tree.get(first)?.kids ?? [] });
      objects.set(first, asRowHead(objects.get(first) ?? ''));
    }
  }
}

function asRowHead(text: string): string {
  const head = text.replace('/S /TD', '/S /TH');
  const scope = '/O /Table\n    /Scope /Row';
  if (head.includes('/O /Table')) return head.replace('/O /Table', scope).replace(/\s*\/Headers \[[^\]]*\]/, '');
  if (head.includes('/A [')) return head.replace('/A [', `/A [<<\n    ${scope}\n  >> `);
  return head.replace('/S /TH', `/S /TH\n  /A [<<\n    ${scope}\n  >>]`);
}

interface Tag {
  readonly tag: string;
  readonly kids: readonly number[];
}

function tagsOf(objects: ReadonlyMap<number, string>): Map<number, Tag> {
  const tags = new Map<number, Tag>();
  for (const [number, text] of objects) {
    const tag = /^\d+ 0 obj\s*<<\s*\/Type \/StructElem\s*\/S \/(\w+)/.exec(text)?.[1];
    if (tag !== undefined) tags.set(number, { tag, kids: kidsIn(text) });
  }
  return tags;
}

/** References among the children; dictionaries there are links and pieces of pages. */
function kidsIn(text: string): readonly number[] {
  const start = text.indexOf('/K [');
  const kids = start < 0 ? '' : text.slice(start, text.indexOf(']', start));
  return [...kids.replace(/<<[\s\S]*?>>/g, '').matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

function rootOf(objects: ReadonlyMap<number, string>): readonly number[] {
  for (const text of objects.values()) if (/^\d+ 0 obj\s*<<\s*\/Type \/StructTreeRoot/.test(text)) return kidsIn(text);
  throw new Error('a PDF of another kind: no tags');
}

/** Reading order: each tag before those inside it. */
function* inOrder(tree: ReadonlyMap<number, Tag>, roots: readonly number[]): Generator<number> {
  const waiting = [...roots].reverse();
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    yield number;
    waiting.push(...[...(tree.get(number)?.kids ?? [])].reverse());
  }
}
