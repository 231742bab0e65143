import type { OutputFile } from '../../model/output.ts';
import type { Table } from '../../schema/columns.ts';
import type { Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import type { About } from './about.ts';
import { descriptionOf, wordsOfOffer } from './datapackage.ts';
import { type DataFile, type DataFormat, mediaTypes, type Offer, offersOf } from './files.ts';
import { packageWords } from './package-words.ts';
import { nutsOfRegion } from './places.ts';
import { type Json, type JsonMap, licence, schemaPath } from './table-schema.ts';

/** The vocabularies of the European Union that DCAT-AP takes its codes from. */
const authority = 'http://publications.europa.eu/resource/authority';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A catalogue, or what it lacks. */
export type Catalogue = { readonly ok: true; readonly file: OutputFile } | { readonly ok: false; readonly why: Text };

/**
 * The catalogue that European and French portals harvest: DCAT-AP 3.0 as JSON-LD, with one dataset and a distribution
 * for each table in each format. Every context is inside: nothing is fetched to read it.
 * @param files the files of data that are written, with size and SHA-256 where they are known
 * @param urlBase where the folder of the dataset will be on the web, `https://…`; null where it is not known
 * @returns `catalogue.jsonld`, or why it cannot be: an address and a publisher are demanded by DCAT-AP
 */
export function catalogue(
  tables: readonly Table[],
  about: About,
  files: readonly DataFile[],
  urlBase: string | null,
): Catalogue {
  if (urlBase === null) return { ok: false, why: lacking.address };
  const base = baseOf(urlBase);
  if (base === null) return { ok: false, why: lacking.web };
  if (about.producteur === null) return { ok: false, why: lacking.publisher };
  const graph: Json = {
    '@context': context,
    '@id': `${base}catalogue.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': titles(about),
    'dct:description': inBoth(descriptionOf(about)),
    ...dates(about),
    'dct:license': licenceNode,
    'dct:publisher': publisherAt(base, about.producteur),
    'dct:language': languages(about),
    'dct:spatial': places(about),
    'dcat:themeTaxonomy': { '@id': `${authority}/data-theme`, '@type': 'skos:ConceptScheme', 'dct:title': themeTitle },
    'dcat:dataset': { ...datasetAt(base, tables, about, files), 'dct:publisher': { '@id': agentAt(base) } },
  };
  return { ok: true, file: { path: 'catalogue.jsonld', bytes: `${JSON.stringify(graph, null, 2)}\n` } };
}

/** An address of the web that ends where file names begin; null where it is none. */
function baseOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '') return null;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

const lacking = {
  address: {
    fr: 'catalogue.jsonld n’est pas écrit : il lui faut l’adresse où seront les fichiers (--url-base).',
    en: 'catalogue.jsonld is not written: it needs the address where the files will be (--url-base).',
  },
  web: {
    fr: 'catalogue.jsonld n’est pas écrit : --url-base attend une adresse http:// ou https://, sans « ? » ni « # ».',
    en: 'catalogue.jsonld is not written: --url-base expects an http:// or https:// address, without “?” or “#”.',
  },
  publisher: {
    fr: 'catalogue.jsonld n’est pas écrit : il lui faut un producteur (producteur: {nom: …} dans atelier.yaml).',
    en: 'catalogue.jsonld is not written: it needs a publisher (producteur: {nom: …} in atelier.yaml).',
  },
} as const;

function datasetAt(base: string, tables: readonly Table[], about: About, files: readonly DataFile[]): JsonMap {
  const schemas = tables.map(({ name }) => ({ '@id': base + schemaPath(name), '@type': 'dct:Standard' }));
  return {
    '@id': base,
    '@type': 'dcat:Dataset',
    'dct:identifier': base,
    ...dates(about),
    'dct:title': titles(about),
    'dct:description': inBoth(descriptionOf(about)),
    'dcat:keyword': (['fr', 'en'] as const).flatMap((langue) =>
      packageWords.keywords[langue].map((word) => ({ '@value': word, '@language': langue })),
    ),
    'dcat:theme': ['REGI', 'GOVE', 'ENVI'].map((code) => ({ '@id': `${authority}/data-theme/${code}` })),
    'dct:accessRights': {
      '@id': `${authority}/access-right/${about.public ? 'PUBLIC' : 'NON_PUBLIC'}`,
      '@type': 'dct:RightsStatement',
    },
    'dct:accrualPeriodicity': { '@id': `${authority}/frequency/IRREG`, '@type': 'dct:Frequency' },
    'dct:language': languages(about),
    'dct:spatial': places(about),
    ...(about.annees && { 'dct:temporal': period(about.annees) }),
    ...(about.version !== null && { 'dcat:version': about.version }),
    'dct:conformsTo': schemas,
    'foaf:page': { '@id': `${base}README.md`, '@type': 'foaf:Document' },
    'dcat:distribution': offersOf(tables, files).map((offer) => distribution(base, offer, tables, about)),
  };
}

function distribution(base: string, offer: Offer, tables: readonly Table[], about: About): JsonMap {
  const { name, format, table, files } = offer;
  const { title, description } = wordsOfOffer(offer, tables);
  const addresses = files.map(({ path }) => ({
    '@id': new URL(path.split('/').map(encodeURIComponent).join('/'), base).href,
  }));
  const [first] = files;
  const alone = files.length === 1;
  return {
    '@id': `${base}#${name}`,
    '@type': 'dcat:Distribution',
    'dct:title': inBoth({ fr: `${title.fr} (${format.toUpperCase()})`, en: `${title.en} (${format.toUpperCase()})` }),
    'dct:description': inBoth(description),
    'dcat:accessURL': addresses,
    'dcat:downloadURL': addresses,
    'dcat:mediaType': {
      '@id': `https://www.iana.org/assignments/media-types/${mediaTypes[format]}`,
      '@type': 'dct:MediaType',
    },
    'dct:format': { '@id': `${authority}/file-type/${fileTypes[format]}`, '@type': 'dct:MediaTypeOrExtent' },
    'dct:license': licenceNode,
    ...dates(about),
    ...(alone && first.bytes !== undefined && { 'dcat:byteSize': typed('nonNegativeInteger', String(first.bytes)) }),
    ...(alone && first.sha256 !== undefined && { 'spdx:checksum': checksum(first.sha256) }),
    ...(table !== null && format === 'csv' && { 'dct:conformsTo': { '@id': base + schemaPath(table) } }),
  };
}

const fileTypes: Readonly<Record<DataFormat, string>> = {
  csv: 'CSV',
  xlsx: 'XLSX',
  ods: 'ODS',
  parquet: 'PARQUET',
  geojson: 'GEOJSON',
};

const licenceNode: JsonMap = { '@id': licence.path, '@type': 'dct:LicenseDocument', 'dct:title': licence.title };

const themeTitle = { '@value': 'Data theme', '@language': 'en' };

function checksum(sha256: string): JsonMap {
  return {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': { '@id': 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256' },
    'spdx:checksumValue': typed('hexBinary', sha256),
  };
}

function typed(type: string, value: string): JsonMap {
  return { '@type': `xsd:${type}`, '@value': value };
}

/** Of the catalogue and of files; a dataset of a date was made on it. */
function dates({ date }: About): JsonMap {
  return date === null ? {} : { 'dct:modified': typed('date', date) };
}

function period({ debut, fin }: NonNullable<About['annees']>): JsonMap {
  return {
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': typed('date', `${debut}-01-01`),
    'dcat:endDate': typed('date', `${fin}-12-31`),
  };
}

function agentAt(base: string): string {
  return `${base}#producteur`;
}

function publisherAt(base: string, { nom, siret }: NonNullable<About['producteur']>): JsonMap {
  return {
    '@id': agentAt(base),
    '@type': 'foaf:Agent',
    'foaf:name': { '@value': nom, '@language': 'fr' },
    ...(siret !== undefined && { 'dct:identifier': siret }),
  };
}

/** France, then the régions that the perimeters touch; collectivités that Europe has no code for bear their name only. */
function places({ regions }: About): readonly Json[] {
  const france: JsonMap = { '@id': `${authority}/country/FRA`, '@type': 'dct:Location' };
  return [
    france,
    ...regions.map(({ code, nom }): JsonMap => {
      const nuts = nutsOfRegion[code];
      return {
        ...(nuts !== undefined && { '@id': `http://data.europa.eu/nuts/code/${nuts}` }),
        '@type': 'dct:Location',
        'skos:prefLabel': { '@value': nom, '@language': 'fr' },
      };
    }),
  ];
}

/** Names, codes and texts are in French; titles and labels in the language asked for too. */
function languages({ langue }: About): readonly Json[] {
  const codes = langue === 'fr' ? ['FRA'] : ['FRA', 'ENG'];
  return codes.map((code) => ({ '@id': `${authority}/language/${code}`, '@type': 'dct:LinguisticSystem' }));
}

function titles({ titles: known }: About): readonly Json[] {
  return (['fr', 'en'] as const).flatMap((langue) => {
    const text = known[langue];
    return text === undefined ? [] : [{ '@value': typographie(text, langue), '@language': langue }];
  });
}

function inBoth(text: Text): readonly Json[] {
  return (['fr', 'en'] as const).map((langue) => ({
    '@value': typographie(text[langue], langue),
    '@language': langue,
  }));
}
