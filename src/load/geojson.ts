import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserError } from '../model/error.ts';
import type { Text } from '../words/text.ts';
import { type Remainder, splitList } from './json-stream.ts';
import { bytesOf, opened } from './open.ts';

/** What a GeoJSON file says beside its features: its type, its projection, its source. */
export type GeoJsonHead = Readonly<Record<string, unknown>>;

const longestFeature = 50_000_000;
const chunk = 250_000;

/**
 * Reads a GeoJSON file, packed with gzip or not, one feature after the other: a file of all France takes no more memory
 * than its largest commune.
 * @param path the file
 * @param shown how the file is named to people
 * @param tell gets each feature, as parsed JSON that nothing has checked yet
 * @returns the members of the collection beside its features
 * @throws UserError when the file cannot be opened, or is not GeoJSON: another format is named
 */
export async function readGeoJson(path: string, shown: string, tell: (feature: unknown) => void): Promise<GeoJsonHead> {
  const handle = await opened(path, shown);
  try {
    const packed = await refuseOtherFormats(handle, shown);
    let number = 0;
    const splitter = splitList('features', longestFeature, (bytes) => {
      number += 1;
      tell(parsed(new TextDecoder().decode(bytes), () => damaged(shown, number)));
    });
    const bytes = bytesOf(handle, chunk);
    const source = packed ? Readable.from(bytes).pipe(createGunzip({ chunkSize: chunk })) : bytes;
    for await (const part of source) splitter.feed(part);
    return headOf(splitter.end(), shown, tell);
  } catch (error) {
    if (error instanceof RangeError) throw refused(shown, tooLong);
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw refused(shown, badPack);
    throw error;
  } finally {
    await handle.close();
  }
}

/** Looks at the first bytes. @returns true for gzip */
async function refuseOtherFormats(handle: FileHandle, shown: string): Promise<boolean> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
  const start = buffer.subarray(0, bytesRead);
  if (start[0] === 0x1f && start[1] === 0x8b) return true;
  const text = start
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (text === '') throw refused(shown, empty);
  if (text.startsWith('PK')) throw refused(shown, archive);
  if (text.startsWith('SQLite format 3')) throw refused(shown, geopackage);
  if (text.startsWith('<')) throw refused(shown, xml);
  if (start[0] === 0 && start[2] === 0x27) throw refused(shown, shapefile);
  if (!text.startsWith('{')) throw refused(shown, notGeoJson);
  return false;
}

function headOf(rest: Remainder, shown: string, tell: (feature: unknown) => void): GeoJsonHead {
  if (/"type"\s*:\s*"Topology"/.test(rest.text)) throw refused(shown, topojson);
  if (!rest.closed) throw refused(shown, rest.count > 0 ? ended : notGeoJson);
  if (rest.cut) throw refused(shown, notGeoJson);
  const head = parsed(rest.text.replace(/^\ufeff/, ''), () => refused(shown, notGeoJson));
  if (typeof head !== 'object' || head === null || Array.isArray(head)) throw refused(shown, notGeoJson);
  const { type } = head as GeoJsonHead;
  if (type === 'Feature') tell(head);
  else if (type !== 'FeatureCollection') throw refused(shown, notGeoJson);
  else if (rest.count === 0) throw refused(shown, empty);
  return head as GeoJsonHead;
}

function parsed(text: string, broken: () => UserError): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw broken();
    throw error;
  }
}

function damaged(shown: string, number: number): UserError {
  return refused(shown, {
    fr: `le GeoJSON est abîmé à son objet n° ${number} : exportez-le de nouveau`,
    en: `the GeoJSON is damaged at its object no. ${number}: export it again`,
  });
}

function refused(shown: string, { fr, en }: Text): UserError {
  return new UserError({ fr: `${shown} : ${fr}`, en: `${shown}: ${en}` });
}

const notGeoJson: Text = {
  fr: 'ce n’est pas une collection GeoJSON (type « FeatureCollection »)',
  en: 'this is not a GeoJSON collection (type “FeatureCollection”)',
};
const empty: Text = { fr: 'le fichier est vide', en: 'the file is empty' };
const ended: Text = {
  fr: 'le fichier s’arrête avant sa fin : téléchargez-le de nouveau',
  en: 'the file stops before its end: download it again',
};
const topojson: Text = {
  fr: 'c’est du TopoJSON ; exportez en GeoJSON',
  en: 'this is TopoJSON; export as GeoJSON',
};
const archive: Text = {
  fr: 'c’est une archive ; décompressez-la et donnez le GeoJSON',
  en: 'this is an archive; unpack it and give the GeoJSON',
};
const geopackage: Text = {
  fr: 'c’est un GeoPackage ; exportez en GeoJSON',
  en: 'this is a GeoPackage; export as GeoJSON',
};
const shapefile: Text = {
  fr: 'c’est un Shapefile ; exportez en GeoJSON',
  en: 'this is a Shapefile; export as GeoJSON',
};
const xml: Text = {
  fr: 'c’est du XML (KML, GML) ; exportez en GeoJSON',
  en: 'this is XML (KML, GML); export as GeoJSON',
};
const badPack: Text = {
  fr: 'le fichier compressé est abîmé : téléchargez-le de nouveau',
  en: 'the packed file is damaged: download it again',
};
const tooLong: Text = {
  fr: `un seul objet dépasse ${longestFeature / 1e6} Mo : ce ne sont pas des contours de communes`,
  en: `one object is over ${longestFeature / 1e6} MB: these are not outlines of communes`,
};
