import { describe, expect, it } from 'vitest';
import type { About } from '../src/compile/dataset/about.ts';
import { type Catalogue, catalogue } from '../src/compile/dataset/dcat.ts';
import { fiche, portalLimits, tags } from '../src/compile/dataset/fiche.ts';
import { csvFiles, type DataFile, dictionaryPath, mediaTypes } from '../src/compile/dataset/files.ts';
import { type LeftOut, leftOutLines } from '../src/compile/dataset/left-out.ts';
import { opening, readme } from '../src/compile/dataset/readme.ts';
import { tables } from '../src/schema/columns.ts';
import { full, perimetres, workspace } from './dataset-cases.ts';
import { made, madeOfExample } from './dataset-made.ts';

const all = tables();
const sum = 'cd'.repeat(32);
const files: readonly DataFile[] = [
  ...csvFiles(all).map((file) => ({ ...file, bytes: 12, sha256: sum })),
  { path: dictionaryPath, format: 'csv', table: null },
  { path: 'donnees.xlsx', format: 'xlsx', table: null },
  { path: 'perimetres.geojson', format: 'geojson', table: null },
  { path: 'parquet/acteurs/session=a b/donnees.parquet', format: 'parquet', table: 'acteurs' },
  { path: 'parquet/acteurs/session=c/donnees.parquet', format: 'parquet', table: 'acteurs' },
];
const leftOut: readonly LeftOut[] = [
  { dossier: 'dossier-secret', reasons: [{ fr: 'diffusion interne', en: 'internal circulation' }] },
  { dossier: 'val-vert', part: 'seance/huis-clos', reasons: [{ fr: 'diffusion interne', en: 'internal circulation' }] },
  { dossier: 'sessions/session-secrete', reasons: [{ fr: 'sans accord', en: 'no agreement' }] },
];
const example = madeOfExample({ date: '2026-11-23', public: true, leftOut });
const producteur = { nom: 'Service de démonstration', siret: '11000201100044' };

function written(about: About, urlBase = 'https://exemple.fr/donnees'): string {
  const found: Catalogue = catalogue(all, about, files, urlBase);
  if (!found.ok) throw new Error(found.why.fr);
  return String(found.file.bytes);
}

/** A value of JSON-LD with every name and `@id` written in full by its `@context`. */
function expanded(value: unknown, context: Readonly<Record<string, string>>): unknown {
  const whole = (name: string): string => {
    const [, prefix = '', rest = ''] = /^([a-z]+):(?!\/\/)(.+)$/.exec(name) ?? [];
    if (prefix === '') return name;
    const base = context[prefix];
    if (base === undefined) throw new Error(`no prefix ${prefix}`);
    return base + rest;
  };
  if (Array.isArray(value)) return value.map((one) => expanded(one, context));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => {
      if (key === '@type' || key === '@id') return [key, whole(String(inside))];
      if (key.startsWith('@')) return [key, inside];
      const name = whole(key);
      if (name === key) throw new Error(`${key} has no prefix`);
      return [name, expanded(inside, context)];
    }),
  );
}

const dcat = (name: string): string => `http://www.w3.org/ns/dcat#${name}`;
const dct = (name: string): string => `http://purl.org/dc/terms/${name}`;
const spdx = (name: string): string => `http://spdx.org/rdf/terms#${name}`;
type Node = Readonly<Record<string, unknown>>;

/** Every node of a class. */
function nodesOf(type: string, value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap((one) => nodesOf(type, one));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return [...(node['@type'] === type ? [node] : []), ...Object.values(node).flatMap((one) => nodesOf(type, one))];
}

/** What DCAT-AP 3.0 demands of each class, and how many times at most. */
const mandatory: Readonly<Record<string, readonly string[]>> = {
  [dcat('Catalog')]: [dct('title'), dct('description'), dct('publisher')],
  [dcat('Dataset')]: [dct('title'), dct('description')],
  [dcat('Distribution')]: [dcat('accessURL')],
  'http://xmlns.com/foaf/0.1/Agent': ['http://xmlns.com/foaf/0.1/name'],
  [spdx('Checksum')]: [spdx('algorithm'), spdx('checksumValue')],
  'http://www.w3.org/2004/02/skos/core#ConceptScheme': [dct('title')],
};
const atMostOnce = [
  ...[dct('accessRights'), dct('accrualPeriodicity'), dct('license'), dct('publisher'), dct('modified'), dct('format')],
  ...[dcat('byteSize'), dcat('mediaType'), dcat('version'), spdx('checksum')],
];
/** What is a thing, and so a node with an address or properties, never bare text. */
const things = [
  ...[dct('license'), dct('publisher'), dct('spatial'), dct('temporal'), dct('language'), dct('accessRights')],
  ...[dct('conformsTo'), dct('format'), dcat('theme'), dcat('mediaType'), dcat('accessURL'), dcat('downloadURL')],
  ...[dcat('distribution'), dcat('dataset'), spdx('checksum'), spdx('algorithm')],
];

describe('the catalogue', () => {
  const { '@context': context, ...graph } = JSON.parse(written({ ...example.about, producteur }));
  const read = expanded(graph, context) as Node;
  const [dataset = {}] = nodesOf(dcat('Dataset'), read);
  const distributions = nodesOf(dcat('Distribution'), read);

  it('has what DCAT-AP demands, and no more than it allows', () => {
    for (const [type, names] of Object.entries(mandatory)) {
      expect(nodesOf(type, read).length, type).toBeGreaterThan(0);
      for (const node of nodesOf(type, read)) for (const name of names) expect(node[name], name).toBeDefined();
    }
    const nodes = Object.keys(mandatory).flatMap((type) => nodesOf(type, read));
    for (const node of nodes) for (const name of atMostOnce) expect(Array.isArray(node[name]), name).toBe(false);
  });

  it('names things by address, and literals by language or type', () => {
    const look = (value: unknown, key: string): void => {
      if (Array.isArray(value)) for (const one of value) look(one, key);
      if (Array.isArray(value)) return;
      if (things.includes(key)) expect(value, key).toBeTypeOf('object');
      if (typeof value !== 'object' || value === null) return;
      const node = value as Node;
      if ('@id' in node) expect(() => new URL(String(node['@id'])), String(node['@id'])).not.toThrow();
      if ('@value' in node)
        expect(Object.keys(node).sort()).toEqual([expect.stringMatching(/^@(language|type)$/), '@value']);
      for (const [name, inside] of Object.entries(node)) look(inside, name);
    };
    look(read, '');
  });

  it('says what, where, when, for whom and under what licence', () => {
    expect(dataset).toMatchObject({
      [dct('accessRights')]: { '@id': 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' },
      [dct('temporal')]: {
        [dcat('startDate')]: { '@value': '2016-01-01' },
        [dcat('endDate')]: { '@value': '2024-12-31' },
      },
      [dct('spatial')]: [
        { '@id': 'http://publications.europa.eu/resource/authority/country/FRA' },
        { '@id': 'http://data.europa.eu/nuts/code/FRD' },
        { '@id': 'http://data.europa.eu/nuts/code/FRE' },
        { '@id': 'http://data.europa.eu/nuts/code/FRG' },
        { '@id': 'http://data.europa.eu/nuts/code/FRI' },
      ],
    });
    expect((dataset[dcat('theme')] as readonly Node[]).map((theme) => theme['@id'])).toContain(
      'http://publications.europa.eu/resource/authority/data-theme/REGI',
    );
    expect(read[dct('license')]).toMatchObject({ '@id': expect.stringContaining('licence-ouverte') });
    expect(nodesOf('http://xmlns.com/foaf/0.1/Agent', read)).toHaveLength(1);
    const internal = expanded(JSON.parse(written({ ...example.about, producteur, public: false })), context);
    expect(nodesOf(dct('RightsStatement'), internal)[0]?.['@id']).toMatch(/NON_PUBLIC$/);
  });

  it('gives each table in each format its addresses, type, size, sum and schema', () => {
    expect(distributions).toHaveLength(all.length + 4);
    const named = (name: string): Node => distributions.find((one) => String(one['@id']).endsWith(`#${name}`)) ?? {};
    expect(named('acteurs')).toMatchObject({
      [dcat('downloadURL')]: [{ '@id': 'https://exemple.fr/donnees/acteurs.csv' }],
      [dcat('mediaType')]: { '@id': `https://www.iana.org/assignments/media-types/${mediaTypes.csv}` },
      [dcat('byteSize')]: { '@value': '12', '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
      [spdx('checksum')]: { [spdx('checksumValue')]: { '@value': sum } },
      [dct('conformsTo')]: { '@id': 'https://exemple.fr/donnees/schemas/acteurs.json' },
    });
    expect(named('acteurs-parquet')[dcat('downloadURL')]).toEqual([
      { '@id': 'https://exemple.fr/donnees/parquet/acteurs/session%3Da%20b/donnees.parquet' },
      { '@id': 'https://exemple.fr/donnees/parquet/acteurs/session%3Dc/donnees.parquet' },
    ]);
    expect(named('acteurs-parquet')[spdx('checksum')]).toBeUndefined();
  });

  it('is not written without an address of the web and a publisher, and says why', () => {
    const about = { ...example.about, producteur };
    const why = (given: About, base: string | null): string => {
      const found = catalogue(all, given, files, base);
      return found.ok ? '' : found.why.fr;
    };
    expect(why(about, null)).toContain('--url-base');
    for (const base of [
      'donnees',
      'ftp://exemple.fr/',
      'https://exemple.fr/?a=1',
      'https://a:b@exemple.fr/',
      'https://',
    ])
      expect(why(about, base), base).toContain('http://');
    expect(why({ ...about, producteur: null }, 'https://exemple.fr/')).toContain('producteur');
    expect(written(about, 'https://exemple.fr/donnees/')).toBe(written(about, 'https://exemple.fr/donnees'));
  });
});

describe('the sheet for data.gouv.fr', () => {
  const text = fiche(all, example.counts, example.about, files) ?? '';
  /** What stands in the block below a heading. */
  const field = (name: string, of = text): string =>
    new RegExp(`## ${name}\n\n(\`{3,})\n([\\s\\S]*?)\n\\1\n`).exec(of)?.[2] ?? '';

  it('keeps to the limits of the portal', () => {
    expect(field('Titre').length).toBeGreaterThan(10);
    expect(field('Description').length).toBeGreaterThanOrEqual(portalLimits.description.advised);
    expect(field('Description').length).toBeLessThanOrEqual(portalLimits.description.longest);
    expect(field('Description courte').length).toBeLessThanOrEqual(portalLimits.shortDescription);
    for (const tag of tags()) expect(tag).toMatch(/^[a-z0-9](?:[a-z0-9-]{1,94})[a-z0-9]$/);
    expect(field('Mots-clés').split('\n')).toEqual(tags());
    const long = { ...example.about, titles: { fr: 'Un titre bien trop long '.repeat(40) } };
    const cut = field('Titre', fiche(all, example.counts, long, files) ?? '');
    expect(cut.length).toBeLessThanOrEqual(portalLimits.title);
    expect(cut).toMatch(/\p{L}…$/u);
  });

  it('has every field of the form, and every file with its description', () => {
    const fields = [...text.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    expect(fields).toEqual(expect.arrayContaining(['Licence', 'Fréquence de mise à jour', 'Granularité spatiale']));
    for (const { path, format } of files)
      expect(text).toContain(format === 'parquet' ? '`parquet/` (2' : `\`${path}\``);
    expect(text).toContain('Du 01/01/2016 au 31/12/2024');
    expect(text).not.toMatch(/undefined|null|\{\w+\}/);
    expect(text).not.toContain('CHANGELOG.md');
    expect(fiche(all, example.counts, example.about, files, true)).toContain('| `CHANGELOG.md` |');
  });

  it('is in French whatever the language of the dataset', () => {
    const english = madeOfExample({ langue: 'en', date: '2026-11-23', public: true, leftOut });
    expect(english.about.references[0]?.title).toContain('Official geographic code');
    expect(fiche(all, english.counts, english.about, files)).toBe(text);
  });

  it('is not for an internal dataset, and names nothing that is not published', () => {
    expect(fiche(all, example.counts, { ...example.about, public: false }, files)).toBeNull();
    expect(text).toMatch(/Laissés de côté\s: 1\sdossier, 1\ssession, 1\spartie de dossier\./);
    expect(text).not.toMatch(/secret|huis-clos/);
  });
});

describe('the README', () => {
  it('of a public dataset counts what was left out, and names nothing of it', () => {
    for (const langue of ['fr', 'en'] as const) {
      const { about } = made(workspace, perimetres, { langue, public: true, leftOut });
      const text = readme(all, new Map(), about, files);
      expect(text).toMatch(langue === 'fr' ? /\*\*Données publiques\.\*\*/ : /\*\*Public data\.\*\*/);
      expect(text).toMatch(/1\sdossier, 1\ssession, 1\s(?:partie de dossier|part of a dossier)/);
      expect(text).not.toMatch(/secret|huis-clos|Usage interne/);
    }
  });

  it('of an internal one names it, with the reasons', () => {
    const { about } = made(workspace, perimetres, { leftOut });
    const text = readme(all, new Map(), about, files);
    expect(text).toContain('**Usage interne.**');
    expect(text).toMatch(/- `dossier-secret`\s: diffusion interne/);
  });

  it('says which formats there are, and how many perimeters are drawn', () => {
    const { about } = made(workspace, perimetres, { contours: { drawn: 1, sources: [] }, excel: true });
    const text = readme(all, new Map(), about, files);
    for (const path of ['donnees.xlsx', 'perimetres.geojson', 'parquet/', dictionaryPath, 'excel/'])
      expect(text).toContain(`\`${path}\``);
    expect(text).toMatch(/Périmètres dessinés\s: 1 sur 2/);
    expect(text).not.toContain('ODS');
    expect(text).not.toMatch(/\{\w+\}|undefined/);
  });

  it('says how many numbers of people were left empty', () => {
    expect(readme(all, new Map(), made(workspace, perimetres, { masked: 3 }).about)).toMatch(
      /d’en retrouver un\s: 3\./,
    );
  });

  it('opens with plain sentences elsewhere', () => {
    const { about } = made({ ...workspace, settings: { format: 1, producteur: { nom: 'Un *service*' } } }, perimetres);
    expect(opening(about).join('\n')).toContain('Produit par Un *service*.');
    expect(opening(about).join('\n')).not.toMatch(/\*\*|`/);
    expect(readme(all, new Map(), about)).toContain('Un \\*service\\*');
  });
});

it('what was left out is told to the team, in order', () => {
  const text = leftOutLines(leftOut, 'fr').join('\n');
  expect(text).toMatch(/`dossier-secret`[\s\S]*`sessions\/session-secrete`[\s\S]*`val-vert\/seance\/huis-clos`/);
});

it('what is seen of each dossier adds up in any order to what is seen of all', () => {
  const twice = made({ ...workspace, dossiers: [...workspace.dossiers].reverse() }, perimetres).about;
  expect(twice).toEqual(made(workspace, perimetres).about);
  expect(twice).toMatchObject({ dossiers: 2, fictifs: 1, annees: { debut: 2019 }, sessionsKnown: true });
  expect(made({ dossiers: [full], sessions: [] }, perimetres).about.sessionsKnown).toBe(false);
});
