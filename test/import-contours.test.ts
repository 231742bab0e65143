import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dossierWith, imported, textAt } from './import-run.ts';
import { contentsOf, freshFolder } from './terminal.ts';

const shared = resolve('../shared/contours');
const real = existsSync(shared);
if (!real) console.warn('import-contours: ../shared/contours is absent, the tests over real contours are skipped');

type Ring = readonly (readonly [number, number])[];
interface Feature {
  readonly properties: {
    readonly code: string;
    readonly nom: string;
    readonly code_origine?: string;
    readonly contexte?: true;
  };
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}
interface Perimetre {
  readonly source: string | null;
  readonly annee: number | null;
  readonly features: readonly Feature[];
}

function perimetreIn(folder: string): Perimetre {
  return JSON.parse(textAt(folder, 'medias/perimetre.geojson'));
}

/** Of the perimeter itself, without what lies around. */
function insideOf({ features }: Perimetre): readonly Feature[] {
  return features.filter(({ properties }) => properties.contexte !== true);
}

function ringsOf({ geometry }: Feature): readonly (readonly Ring[])[] {
  return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as readonly (readonly Ring[])[];
}

function area(ring: Ring): number {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + ((ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0)) / 2, 0);
}

/** The sides of all rings, each as one word whatever its direction, and how many times it comes. */
function sidesOf(features: readonly Feature[]): ReadonlyMap<string, number> {
  const sides = new Map<string, number>();
  for (const ring of features.flatMap(ringsOf).flat()) {
    for (const [i, point] of ring.slice(1).entries()) {
      const side = [String(ring[i]), String(point)].sort().join(' ');
      sides.set(side, (sides.get(side) ?? 0) + 1);
    }
  }
  return sides;
}

const caen = {
  'territoire.yaml': 'nom: Métropole caennaise\nannee_cog: 2026\n',
  'echelle.yaml': `niveau: inter_epci
secteurs:
  grappe-1:
    titre: Grappe 1
    communes: [14119 Cagny, 14675 Soliers, 14691 Tilly-la-Campagne, 14100 Bretteville-sur-Laize]
  grappe-2:
    titre: Grappe 2
    communes: [14543 Rots, 14670 Secqueville-en-Bessin, 14356 Lasson, 14685 Thaon]
  grappe-3:
    titre: Grappe 3
    communes: [14384 Luc-sur-Mer, 14365 Lion-sur-Mer, 14325 Hermanville-sur-Mer, 14228 Douvres-la-Délivrande]
  grappe-4:
    titre: Grappe 4
    communes: [14249 Esquay-Notre-Dame, 14257 Évrecy, 14396 Maltot]
`,
};
const calvados = join(shared, 'communes-14-calvados.geojson');

describe.runIf(real)('import contours, over real ones', () => {
  it('draws the 13 communes of Caen from shapes of 2018, through merges', async () => {
    const folder = dossierWith(caen);
    const { code, out, err } = await imported(
      ['contours', calvados, '--source', 'IGN, Admin Express COG', '--annee', '2018'],
      folder,
    );
    expect({ code, out }).toEqual({ code: 0, out: 'medias/perimetre.geojson\nmedias/medias.yaml\n' });
    expect(err).toMatch(/ 13\u00a0communes sur 13 et \d{2,3}\u00a0voisines, \d{2,3} ko\./);
    expect(err).toContain('Réunies depuis plusieurs anciennes communes : Castine-en-Plaine');
    const perimetre = perimetreIn(folder);
    const { source, annee, features: all } = perimetre;
    const features = insideOf(perimetre);
    expect({ source, annee }).toEqual({ source: 'IGN, Admin Express COG', annee: 2018 });
    const codes = features.map(({ properties }) => properties.code);
    expect(codes).toEqual([
      '14100',
      '14119',
      '14228',
      '14249',
      '14257',
      '14325',
      '14365',
      '14384',
      '14396',
      '14538',
      '14543',
      '14675',
      '14685',
    ]);
    const castine = features.find(({ properties }) => properties.code === '14538');
    expect(castine?.properties).toEqual({ code: '14538', nom: 'Castine-en-Plaine', code_origine: '14339|14538|14691' });
    expect(castine?.geometry.type).toBe('Polygon');
    expect(features).toEqual(all.slice(0, 13));
    for (const rings of all.flatMap(ringsOf))
      for (const [i, ring] of rings.entries()) expect(area(ring) > 0).toBe(i === 0);
    expect(textAt(folder, 'medias/perimetre.geojson')).not.toMatch(/\d\.\d{6}/);
    expect(textAt(folder, 'medias/medias.yaml')).toBe(
      `perimetre.geojson:\n  texte_alternatif: "Contours des 13 communes du périmètre : ${features.map(({ properties }) => properties.nom).join(', ')}."\n  licence: etalab-2.0\n  annee: 2018\n  source: "IGN, Admin Express COG"\n`,
    );
  });

  it('draws the 47 communes of the Sud des Landes; neighbours share their borders, surfaces are kept', async () => {
    const folder = dossierWith({
      'territoire.yaml':
        'nom: Sud des Landes\nepci: [244000865 CC Maremne Adour Côte Sud, 200069417 CC Pays d’Orthe et Arrigans]\n',
    });
    const { code, err } = await imported(['contours', join(shared, 'communes-40-landes.geojson')], folder);
    expect(code).toBe(0);
    expect(err).toContain('source inconnue');
    expect(err).toContain('année inconnue');
    const perimetre = perimetreIn(folder);
    const { source, annee, features } = perimetre;
    const inside = insideOf(perimetre);
    expect({ source, annee, count: inside.length }).toEqual({ source: null, annee: null, count: 47 });
    // Dax lies between the two EPCI and in neither; Mont-de-Marsan is half a map away.
    const around = features.filter(({ properties }) => properties.contexte).map(({ properties }) => properties.nom);
    expect(around).toContain('Dax');
    expect(around).not.toContain('Mont-de-Marsan');
    expect(textAt(folder, 'medias/perimetre.geojson').length).toBeLessThan(300_000);
    const shares = [...sidesOf(features).values()];
    expect(shares.filter((count) => count > 2)).toEqual([]);
    expect(shares.filter((count) => count === 2).length).toBeGreaterThan(shares.length * 0.6);
    expect(textAt(folder, 'medias/medias.yaml')).toBe(
      'perimetre.geojson:\n  texte_alternatif: "Contours des 47 communes du périmètre."\n',
    );
  });

  it('simplifies a whole département together: under the limit, borders still shared, surfaces within one per cent', async () => {
    const folder = dossierWith({ 'territoire.yaml': 'nom: Somme\ndepartements: [80 Somme]\n' });
    const dense = JSON.parse(textAt(shared, 'communes-80-somme.geojson'));
    for (const feature of dense.features) feature.geometry.coordinates = denser(feature.geometry);
    for (const feature of dense.features) feature.geometry.type = 'MultiPolygon';
    writeFileSync(join(folder, 'dense.geojson'), JSON.stringify(dense));
    const { code } = await imported(['contours', 'dense.geojson'], folder);
    expect(code).toBe(0);
    const { features } = perimetreIn(folder);
    expect(textAt(folder, 'medias/perimetre.geojson').length).toBeLessThan(600 * 780 + 120 * 780);
    expect([...sidesOf(features).values()].filter((count) => count > 2)).toEqual([]);
    const total = (all: readonly Feature[]) =>
      all
        .flatMap(ringsOf)
        .flat()
        .reduce((sum, ring) => sum + Math.abs(area(ring)), 0);
    expect(total(features) / total(dense.features)).toBeCloseTo(1, 2);
  });

  it('names the communes that are missing and leaves the others out', async () => {
    const folder = dossierWith({ 'territoire.yaml': 'nom: Ici\ncommunes: [14119 Cagny, 40088 Dax, 80253 Doullens]\n' });
    const { code, err } = await imported(['contours', calvados], folder);
    expect(code).toBe(0);
    expect(err).toContain('absentes du fichier : 40088 Dax, 80253 Doullens');
    expect(err).toMatch(/Hors du périmètre, laissées de côté : 14001 .* et \d{3} autres/);
    const perimetre = perimetreIn(folder);
    expect(insideOf(perimetre).map(({ properties }) => properties.nom)).toEqual(['Cagny']);
    const around = perimetre.features.slice(1).map(({ properties }) => properties.nom);
    expect(around).toContain('Soliers');
    expect(around).not.toContain('Lisieux');
  });

  it('writes nothing when no commune is in the perimeter', async () => {
    const folder = dossierWith({ 'territoire.yaml': 'nom: Ici\ncommunes: [40088 Dax]\n' });
    const before = contentsOf(folder);
    const { code, err } = await imported(['contours', calvados], folder);
    expect(code).toBe(2);
    expect(err).toContain('communes du fichier sont toutes hors du périmètre');
    expect(contentsOf(folder)).toEqual(before);
  });

  it('changes nothing when run again, and forgets the source of other shapes', async () => {
    const folder = dossierWith({
      ...caen,
      'medias/medias.yaml': '# nos images\nplan.svg:\n  texte_alternatif: Un plan   # relu\n',
    });
    await imported(['contours', calvados, '--source', 'IGN', '--annee', '2018'], folder);
    const first = contentsOf(folder);
    expect(first.get('medias/medias.yaml')).toMatch(
      /^# nos images\nplan.svg:\n {2}texte_alternatif: Un plan {3}# relu\nperimetre.geojson:\n/,
    );
    const again = await imported(['contours', calvados], folder);
    expect([again.code, again.out, again.err.includes('Rien à changer')]).toEqual([0, '', true]);
    expect(contentsOf(folder)).toEqual(first);
    const fewer = JSON.parse(textAt(shared, 'communes-14-calvados.geojson'));
    writeFileSync(
      join(folder, '..', 'fewer.geojson'),
      JSON.stringify({
        ...fewer,
        features: fewer.features.filter(({ properties }: Feature) => properties.code !== '14119'),
      }),
    );
    await imported(['contours', '../fewer.geojson'], folder);
    expect(perimetreIn(folder).source).toBeNull();
    expect(textAt(folder, 'medias/medias.yaml')).not.toMatch(/source|annee|licence/);
  });
});

/** A point at the middle of each side, a little off: ten metres. */
function denser(geometry: Feature['geometry']): Ring[][] {
  return ringsOf({ geometry } as Feature).map((rings) =>
    rings.map((ring) =>
      ring.flatMap((point, i) => {
        const [x, y] = ring[i + 1] ?? point;
        const [from, to] = [String(point), String([x, y])].sort();
        const off = from === to ? 0 : 0.00005;
        return i === ring.length - 1 ? [point] : [point, [(point[0] + x) / 2 + off, (point[1] + y) / 2] as const];
      }),
    ),
  );
}

const square = (x: number, y: number, side = 0.1) => [
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ],
];
const feature = (properties: object, coordinates: unknown = square(-0.25, 49.1), type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const cagny = { 'territoire.yaml': 'nom: Cagny\ncommunes: [14119 Cagny]\n' };

describe('import contours, whoever made the file', () => {
  it.each([
    [{ code: '14119', nom: 'Cagny' }],
    [{ INSEE_COM: '14119', INSEE_DEP: '14', NOM: 'CAGNY', SIREN_EPCI: '200065563' }],
    [{ insee_com: 14119 }],
    [{ DCOE_C_COD: '14119', DCOE_L_LIB: 'CAGNY' }],
    [{ com_code: ['14119'], com_name: ['Cagny'] }],
  ])('reads the code in %j', async (properties) => {
    const folder = dossierWith({ ...cagny, 'in.geojson': collection(feature(properties)) });
    expect((await imported(['contours', 'in.geojson'], folder)).code).toBe(0);
    expect(perimetreIn(folder).features.map((one) => one.properties)).toEqual([{ code: '14119', nom: 'Cagny' }]);
  });

  it('gives back the zero that a code has lost, and says so', async () => {
    const folder = dossierWith({
      'territoire.yaml': 'nom: Ici\ncommunes: [01004 Ambérieu-en-Bugey]\n',
      'in.geojson': collection(feature({ code: 1004 })),
    });
    const { err } = await imported(['contours', 'in.geojson'], folder);
    expect(err).toContain('codes sans leur premier zéro, complétés : 1');
    expect(perimetreIn(folder).features[0]?.properties.code).toBe('01004');
  });

  it('turns rings as RFC 7946 asks, drops heights, keeps holes', async () => {
    const clockwise = [...(square(-0.25, 49.1)[0] ?? [])].reverse().map(([x, y]) => [x, y, 12]);
    const folder = dossierWith({
      ...cagny,
      'in.geojson': collection(feature({ code: '14119' }, [clockwise, square(-0.22, 49.12, 0.02)[0]])),
    });
    await imported(['contours', 'in.geojson'], folder);
    const [rings] = ringsOf(perimetreIn(folder).features[0] as Feature);
    expect(rings?.map((ring) => area(ring) > 0)).toEqual([true, false]);
    expect(rings?.[0]?.every((point) => point.length === 2)).toBe(true);
  });

  it('does not count a commune twice when its former communes are drawn inside it', async () => {
    const whole = feature({ code: '14538', nom: 'Castine-en-Plaine' }, square(-0.3, 49.1));
    const part = feature({ code: '14691', nom: 'Tilly-la-Campagne' }, square(-0.3, 49.1, 0.05));
    const folder = dossierWith({
      'territoire.yaml': 'nom: Ici\ncommunes: [14538 Castine-en-Plaine]\n',
      'in.geojson': collection(part, whole),
    });
    await imported(['contours', 'in.geojson'], folder);
    expect(perimetreIn(folder).features).toEqual([
      {
        type: 'Feature',
        properties: { code: '14538', nom: 'Castine-en-Plaine' },
        geometry: { type: 'Polygon', coordinates: expect.anything() },
      },
    ]);
    expect(area(ringsOf(perimetreIn(folder).features[0] as Feature)[0]?.[0] ?? [])).toBeCloseTo(0.01, 6);
  });

  it('reads a packed file, and members after the features', async () => {
    const text = `\ufeff{"features" : [ ${JSON.stringify(feature({ code: '14119', nom: 'Une "accolade }]' }))}\n, ${JSON.stringify(feature({ code: '14675' }))} ], "type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}}`;
    const folder = dossierWith({ ...cagny, 'in.geojson.gz': gzipSync(text) });
    expect((await imported(['contours', 'in.geojson.gz'], folder)).code).toBe(0);
    expect(perimetreIn(folder).features.map(({ properties }) => properties)).toEqual([
      { code: '14119', nom: 'Cagny' },
      { code: '14675', nom: 'Soliers', contexte: true },
    ]);
  });

  it('shows what would change and writes nothing with --dry-run', async () => {
    const folder = dossierWith({ ...cagny, 'in.geojson': collection(feature({ code: '14119' })) });
    const before = contentsOf(folder);
    const { code, out } = await imported(['contours', 'in.geojson', '--annee', '2025', '--dry-run'], folder);
    expect(code).toBe(0);
    expect(out).toBe(
      'medias/perimetre.geojson\n  1\u00a0commune sur 1, 1 ko\nmedias/medias.yaml\n  + perimetre.geojson:\n  +   texte_alternatif: "Contour de la commune du périmètre : Cagny."\n  +   annee: 2025\n',
    );
    expect(contentsOf(folder)).toEqual(before);
  });

  it('does not write over a file that it did not make, unless --force; nor over somebody’s alternative text', async () => {
    const media = 'perimetre.geojson:\n  texte_alternatif: Nos communes, au nord de la plaine\n  credit: Nous\n';
    const folder = dossierWith({
      ...cagny,
      'in.geojson': collection(feature({ code: '14119' })),
      'medias/perimetre.geojson': '{"type":"FeatureCollection","features":[]}',
      'medias/medias.yaml': media,
    });
    const before = contentsOf(folder);
    const refused = await imported(['contours', 'in.geojson'], folder);
    expect([refused.code, refused.err.includes('n’a pas été écrit par atelier')]).toEqual([2, true]);
    expect(contentsOf(folder)).toEqual(before);
    expect((await imported(['contours', 'in.geojson', '--annee', '2025', '--force'], folder)).code).toBe(0);
    expect(textAt(folder, 'medias/medias.yaml')).toBe(`${media}  annee: 2025\n`);
  });

  it('asks which dossier in a workspace, and takes --dossier', async () => {
    const files = { ...cagny, 'dossier.yaml': 'format: 1\nid: a\ntitre: A\ndispositif: local\nphase: diagnostic\n' };
    const inner = dossierWith({
      'atelier.yaml': 'format: 1\nlangue: en\n',
      'in.geojson': collection(feature({ code: '14119' })),
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`dossiers/a/${path}`, text])),
    });
    const lost = await imported(['contours', 'in.geojson'], inner);
    expect([lost.code, lost.err.includes('--dossier')]).toEqual([2, true]);
    const { code, err } = await imported(['contours', 'in.geojson', '--dossier', 'dossiers/a'], inner);
    expect(code).toBe(0);
    expect(err).toContain('Outlines imported');
    expect(textAt(inner, 'dossiers/a/medias/medias.yaml')).toContain('Outline of the commune of the perimeter: Cagny.');
  });
});

describe('import contours says why a file is of no use, in one line, and writes nothing', () => {
  const bowtie = [
    [
      [-0.3, 49.1],
      [-0.2, 49.2],
      [-0.2, 49.1],
      [-0.3, 49.2],
      [-0.3, 49.1],
    ],
  ];
  const lambert = [
    [
      [460_000, 6_890_000],
      [461_000, 6_890_000],
      [461_000, 6_891_000],
      [460_000, 6_890_000],
    ],
  ];
  const crs = (name: string) =>
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name } },
      features: [feature({ code: '14119' })],
    });
  it.each([
    ['Lambert-93 by its numbers', collection(feature({ code: '14119' }, lambert)), 'en Lambert-93 ; exportez en WGS84'],
    ['Lambert-93 by its name', crs('urn:ogc:def:crs:EPSG::2154'), 'en Lambert-93 ; exportez en WGS84'],
    ['another projection', crs('EPSG:3949'), 'en EPSG:3949'],
    ['latitudes first', collection(feature({ code: '14119' }, square(49.1, -0.25))), 'latitude puis longitude'],
    [
      'a ring that crosses itself',
      collection(feature({ code: '14119' }, bowtie)),
      'le contour de 14119 Cagny se croise lui-même',
    ],
    [
      'points instead of surfaces',
      collection(feature({ code: '14119' }, [-0.2, 49.1], 'Point')),
      'le contour de 14119 Cagny n’est pas une surface',
    ],
    ['départements', collection(feature({ code: '14', nom: 'Calvados' })), 'on y lit par exemple « 14 »'],
    ['no code at all', collection(feature({})), 'aucun objet ne porte de code INSEE'],
    ['TopoJSON', '{"type":"Topology","objects":{},"arcs":[[[1,2],[3,4]]]}', 'TopoJSON'],
    ['an empty file', '', 'le fichier est vide'],
    ['an empty collection', '{"type":"FeatureCollection","features":[]}', 'le fichier est vide'],
    ['a list', '[1,2]', 'ce n’est pas une collection GeoJSON'],
    ['words', 'code;nom\n14119;Cagny\n', 'ce n’est pas une collection GeoJSON'],
    ['an archive', 'PK\u0003\u0004', 'une archive'],
    ['KML', '<?xml version="1.0"?><kml/>', 'XML'],
    [
      'a file cut short',
      collection(feature({ code: '14119' }), feature({ code: '14675' })).slice(0, -60),
      's’arrête avant sa fin',
    ],
    ['a damaged object', collection(feature({ code: '14119' })).replace('"Polygon"', '"Polygon'), 'GeoJSON'],
    ['a damaged number', collection(feature({ code: '14119' })).replace('49.1', '49..1'), 'abîmé à son objet n° 1'],
    ['the contrary of packed', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'abîmé'],
  ])('%s', async (_, content, words) => {
    const folder = dossierWith({ ...cagny, 'in.geojson': content });
    const before = contentsOf(folder);
    const { code, out, err } = await imported(['contours', 'in.geojson'], folder);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('in.geojson : ');
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(contentsOf(folder)).toEqual(before);
  });

  it('a folder of pictures that leads outside the dossier', async () => {
    const folder = dossierWith({ ...cagny, 'in.geojson': collection(feature({ code: '14119' })) });
    const elsewhere = freshFolder();
    symlinkSync(elsewhere, join(folder, 'medias'));
    const { code, err } = await imported(['contours', 'in.geojson'], folder);
    expect([code, err.includes('medias mène hors du dossier')]).toEqual([2, true]);
    expect(contentsOf(elsewhere).size).toBe(0);
  });

  it('a file that is not there, a folder, a bad year, an unknown kind', async () => {
    const folder = dossierWith(cagny);
    expect((await imported(['contours', 'x.geojson'], folder)).err).toContain('x.geojson n’existe pas');
    expect((await imported(['contours', '.'], folder)).err).toContain('n’est pas un fichier');
    expect((await imported(['contours', 'x', '--annee', '25'], folder)).err).toContain(
      '--annee attend une année, pas « 25 »',
    );
    expect((await imported(['contour', 'x'], folder)).err).toContain('vouliez-vous dire contours ?');
    expect((await imported(['contour', 'x'], folder, 'en')).err).toContain('did you mean contours?');
  });

  it('a dossier without a perimeter, or with an error where it is needed', async () => {
    const file = collection(feature({ code: '14119' }));
    expect((await imported(['contours', 'a'], dossierWith({ a: file }))).err).toContain('territoire.yaml n’existe pas');
    expect(
      (await imported(['contours', 'a'], dossierWith({ a: file, 'territoire.yaml': 'nom: Ici\n' }))).err,
    ).toContain('ne nomme aucune commune');
    const broken = await imported(
      ['contours', 'a'],
      dossierWith({ a: file, 'territoire.yaml': 'nom: Ici\ncommunes: [99999 Rien]\n' }),
    );
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('commune-inconnue');
  });
});
