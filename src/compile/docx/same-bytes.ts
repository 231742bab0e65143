import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { escapeHtml } from '../../words/escape.ts';
import type { Frame } from '../frame.ts';
import type { Dress } from '../office/dress.ts';
import { xmlText } from '../office/text.ts';
import { fontTableXml, stylesXml } from './styles.ts';

/**
 * What docx wrote, without what changes from one run to the next, and with our styles: ids of relations and bookmarks
 * are counted from 1, no date is kept.
 * @param bytes a .docx of docx
 * @param frame title and language
 * @param dress the styles
 * @returns the file, the same bytes for the same text
 */
export function sameBytes(bytes: Uint8Array, frame: Frame, dress: Dress): Uint8Array {
  const files = new Map(Object.entries(unzipSync(bytes)));
  files.set('word/styles.xml', strToU8(stylesXml(frame.langue, dress)));
  files.set('word/fontTable.xml', strToU8(fontTableXml(dress)));
  files.set('docProps/core.xml', strToU8(coreXml(frame)));
  for (const path of [...files.keys()]) if (path.endsWith('.rels')) numberRelations(path, files);
  const text = textOf(files, 'word/document.xml');
  files.set('word/document.xml', strToU8(numberBookmarks(text)));
  return zipped(files);
}

type Files = Map<string, Uint8Array>;

function textOf(files: Files, path: string): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`no ${path} in what docx wrote`);
  return strFromU8(bytes);
}

/** Relations of a part are named by the order in which they are listed. */
function numberRelations(path: string, files: Files): void {
  const owner = path.replace(/_rels\/([^/]*)\.rels$/, '$1');
  const names = new Map<string, string>();
  const listed = textOf(files, path).replace(/ Id="([^"]*)"/g, (_, id: string) => {
    names.set(id, `rId${names.size + 1}`);
    return ` Id="${names.get(id)}"`;
  });
  files.set(path, strToU8(listed));
  if (!files.has(owner)) return;
  const named = textOf(files, owner).replace(/ (r:(?:id|embed|link))="([^"]*)"/g, (all, key: string, id: string) => {
    const name = names.get(id);
    return name === undefined ? all : ` ${key}="${name}"`;
  });
  files.set(owner, strToU8(named));
}

/** docx counts them through all the files of a run. */
function numberBookmarks(xml: string): string {
  const numbers = new Map<string, number>();
  return xml.replace(/<w:bookmark(Start|End)\b[^>]*>/g, (tag) =>
    tag.replace(/ w:id="([^"]*)"/, (_, id: string) => {
      if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
      return ` w:id="${numbers.get(id)}"`;
    }),
  );
}

function coreXml({ title, description, langue }: Frame): string {
  const said = (text: string): string => escapeHtml(xmlText(text));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${said(title)}</dc:title><dc:description>${said(description)}</dc:description><dc:language>${langue === 'fr' ? 'fr-FR' : 'en-GB'}</dc:language></cp:coreProperties>`;
}

/** Types first, as readers expect; the rest by name. Zip dates are local times: this one is the same everywhere. */
function zipped(files: Files): Uint8Array {
  const first = '[Content_Types].xml';
  const paths = [...files.keys()].sort();
  const zip: Zippable = {};
  for (const path of [first, ...paths.filter((one) => one !== first)]) {
    const level = path.startsWith('word/media/') && !path.endsWith('.svg') ? 0 : 6;
    zip[path] = [files.get(path) ?? new Uint8Array(), { level }];
  }
  return zipSync(zip, { mtime: new Date(1980, 0, 1) });
}
