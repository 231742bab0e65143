import type { Table } from '../../schema/columns.ts';
import type { Langue, Text } from '../../words/text.ts';
import type { About } from './about.ts';
import { dictionarySchema } from './dictionary.ts';
import { csvFiles, type DataFile, dictionaryPath, mediaTypes, type Offer, offersOf } from './files.ts';
import { fileWords, packageWords } from './package-words.ts';
import { type Json, type JsonMap, licence, publisher, said, tableSchema } from './table-schema.ts';

/**
 * The descriptor of the dataset: Data Package v2, with the keys that v1 tools look for. Tables in CSV come first, each
 * with its schema inside, so that the one file is enough for any tool; other formats are plain resources.
 * @param tables the tables of the dataset
 * @param files the files of data that are written: by default `<table>.csv` for each table
 * @returns the text of `datapackage.json`
 */
export function datapackage(
  tables: readonly Table[],
  about: About,
  files: readonly DataFile[] = csvFiles(tables),
): string {
  const { langue, date, version, title, producteur } = about;
  const offers = offersOf(tables, files);
  const sources = [...about.references, ...(about.contours?.sources ?? [])];
  const descriptor: Json = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    // To readers of v1, a package is tabular only when each of its resources is.
    profile: offers.every(({ format }) => format === 'csv') ? 'tabular-data-package' : 'data-package',
    name: 'atelier-des-territoires',
    title,
    description: descriptionOf(about)[langue],
    diffusion: about.public ? 'public' : 'interne',
    ...(version !== null && { version }),
    ...(date !== null && { created: `${date}T00:00:00Z` }),
    licenses: [licence],
    ...(producteur && { contributors: [publisher(producteur)] }),
    ...(sources.length > 0 && { sources: sources.map((source): JsonMap => ({ ...source })) }),
    keywords: packageWords.keywords[langue],
    resources: offers.map((offer) => resource(offer, tables, about)),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

/** What the dataset is, in three sentences. */
export function descriptionOf(about: About): Text {
  const { content, internal, public: open, empty } = packageWords;
  const sentences = [content, about.public ? open : internal, empty];
  const all = (langue: Langue): string => sentences.map((sentence) => said(sentence, langue)).join(' ');
  return { fr: all('fr'), en: all('en') };
}

/** The title and description of what the dataset offers, table or file. */
export function wordsOfOffer(
  { format, table, files }: Offer,
  tables: readonly Table[],
): { title: Text; description: Text } {
  const known = tables.find(({ name }) => name === table);
  if (files[0].path === dictionaryPath) return fileWords.dictionary;
  if (known === undefined) return fileWords[format];
  if (format === 'csv') return known;
  const { description } = fileWords[format];
  const { fr, en } = known.description;
  return { title: known.title, description: { fr: `${fr} ${description.fr}`, en: `${en} ${description.en}` } };
}

function resource(offer: Offer, tables: readonly Table[], about: About): Json {
  const { name, format, files } = offer;
  const { title, description } = wordsOfOffer(offer, tables);
  const schema = schemaOf(offer, tables, about);
  const [first] = files;
  const alone = files.length === 1;
  return {
    name,
    ...(schema && { type: 'table', profile: 'tabular-data-resource' }),
    path: alone ? first.path : files.map(({ path }) => path),
    title: said(title, about.langue),
    description: said(description, about.langue),
    format,
    mediatype: mediaTypes[format],
    ...(format === 'csv' && { encoding: 'utf-8', dialect }),
    ...(alone && first.bytes !== undefined && { bytes: first.bytes }),
    ...(alone && first.sha256 !== undefined && { hash: `sha256:${first.sha256}` }),
    ...(schema && { schema }),
  };
}

const dialect = {
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  header: true,
};

/** The schema of what readers of CSV can check. */
function schemaOf({ format, table, files }: Offer, tables: readonly Table[], about: About): JsonMap | null {
  if (format !== 'csv') return null;
  if (files[0].path === dictionaryPath) return dictionarySchema(about.langue);
  const known = tables.find(({ name }) => name === table);
  return known ? tableSchema(known, tables, about) : null;
}
