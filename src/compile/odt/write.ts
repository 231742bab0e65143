import { strToU8, type Zippable, zipSync } from 'fflate';
import type { MarkdownTree } from '../../model/markdown.ts';
import { escapeHtml } from '../../words/escape.ts';
import type { Frame } from '../frame.ts';
import { anchorsOf } from '../office/anchors.ts';
import { dressOf } from '../office/dress.ts';
import { flowOf } from '../office/flow.ts';
import type { Picture, Raster } from '../office/pictures.ts';
import { xmlText } from '../office/text.ts';
import { contentXml } from './content.ts';
import { picturePath, pictureType, type Writing } from './paragraphs.ts';
import { stylesXml } from './styles.ts';
import { documentXml, element } from './xml.ts';

const TYPE = 'application/vnd.oasis.opendocument.text';

/**
 * A report as an OpenDocument text (1.3) that a person can go on writing: named styles, real headings, notes, contents.
 * @param tree the text, from headings of the second level down, its pictures inside it
 * @param frame what stands around it
 * @param raster draws figures
 * @returns the file, the same bytes each time; throws where a figure cannot be drawn
 */
export function writeOdt(tree: MarkdownTree, frame: Frame, raster: Raster): Uint8Array {
  const dress = dressOf(frame);
  const flow = flowOf(tree, frame, raster, dress);
  const ids = flow.body.flatMap((piece) => (piece.kind === 'paragraph' && piece.id ? [piece.id] : []));
  const writing: Writing = { dress, anchors: anchorsOf(ids), notes: flow.notes, pictures: [], automatic: new Map() };
  const content = contentXml(flow, frame, writing);
  return zipped(
    [
      ['content.xml', content],
      ['styles.xml', stylesXml(frame, dress)],
      ['meta.xml', metaXml(frame)],
      ['META-INF/manifest.xml', manifestXml(writing.pictures)],
    ],
    writing.pictures,
  );
}

function metaXml({ title, description, langue }: Frame): string {
  const said = (name: string, text: string): string => element(name, {}, escapeHtml(xmlText(text)));
  const meta = [
    said('meta:generator', 'atelier'),
    said('dc:title', title),
    said('dc:description', description),
    said('dc:language', langue === 'fr' ? 'fr-FR' : 'en-GB'),
  ];
  return documentXml('document-meta', element('office:meta', {}, meta.join('')));
}

function manifestXml(pictures: readonly Picture[]): string {
  const entry = (path: string, type: string): string =>
    element('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type });
  const entries = [
    element('manifest:file-entry', {
      'manifest:full-path': '/',
      'manifest:version': '1.3',
      'manifest:media-type': TYPE,
    }),
    ...['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')),
    ...pictures.map((picture, index) => entry(picturePath(picture, index + 1), pictureType(picture))),
  ];
  const root = { 'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest:version': '1.3' };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('manifest:manifest', root, entries.join(''))}`;
}

/** The type of the file comes first, uncompressed. Zip dates are local times: this one is the same everywhere. */
function zipped(texts: readonly (readonly [string, string])[], pictures: readonly Picture[]): Uint8Array {
  const zip: Zippable = { mimetype: [strToU8(TYPE), { level: 0 }] };
  for (const [path, text] of texts) zip[path] = strToU8(text);
  for (const [index, picture] of pictures.entries())
    zip[picturePath(picture, index + 1)] = [picture.bytes, { level: 0 }];
  return zipSync(zip, { mtime: new Date(1980, 0, 1) });
}
