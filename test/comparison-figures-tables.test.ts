import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureComparee } from '../src/compile/comparison/figure.ts';
import { freinsLeviers } from '../src/compile/comparison/figures/freins-leviers.ts';
import { initiatives } from '../src/compile/comparison/figures/initiatives.ts';
import { moyens } from '../src/compile/comparison/figures/moyens.ts';
import { planification } from '../src/compile/comparison/figures/planification.ts';
import { suites } from '../src/compile/comparison/figures/suites.ts';
import { tableauDesSites } from '../src/compile/comparison/figures/tableau-des-sites.ts';
import type { Comparaison } from '../src/compile/comparison/sites.ts';
import type { Cell } from '../src/compile/dataset/rows.ts';
import { plainText } from '../src/compile/markdown/walk.ts';
import { tableOf } from '../src/schema/columns.ts';
import { compared, type Made, nationalOf } from './comparison-figures-strategie-made.ts';
import { anySites, looksRight, rich, without } from './comparison-figures-tables-made.ts';
import { madeOfExample } from './dataset-made.ts';

const all = { tableauDesSites, initiatives, moyens, freinsLeviers, planification, suites };
type Name = keyof typeof all;
const names = Object.keys(all) as Name[];

const draw = (name: Name, comparaison: Comparaison, langue: 'fr' | 'en' = 'fr'): FigureComparee | null =>
  all[name]({ comparaison, prefix: 'f1', langue });
const drawn = (name: Name, comparaison: Comparaison, langue: 'fr' | 'en' = 'fr'): FigureComparee => {
  const figure = draw(name, comparaison, langue);
  if (figure === null) throw new Error(`${name} is not drawn`);
  return figure;
};
const captionOf = ({ figure }: FigureComparee): string => plainText(figure.caption);
const rowsOf = ({ figure }: FigureComparee): string[][] => (figure.table?.rows ?? []).map((row) => row.map(plainText));
const wordsOf = ({ figure }: FigureComparee): string[] =>
  [...figure.svg.matchAll(/<text[^>]*>([^<]*)</g)].map((one) => one[1] ?? '');
const sorted = (rows: readonly (readonly Cell[])[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** Which rows of the dataset are drawn, said again here: table, columns, and which of its rows. */
type Expected = readonly (readonly [table: string, columns: string, only?: (row: Record<string, Cell>) => boolean])[];
const drawnFrom: Readonly<Record<Name, Expected>> = {
  tableauDesSites: [
    [
      'dossiers',
      'id territoire titre regions dispositif session debut_annee fin_annee niveau nb_communes population population_annee types',
    ],
  ],
  initiatives: [['initiatives', 'dossier id titre horizon priorite']],
  moyens: [
    [
      'financements',
      'dossier origine origine_id rang source etat montant montant_approche taxe',
      (row) => row.dossier !== null,
    ],
    ['initiatives', 'dossier id moyens_montant moyens_montant_approche', (row) => row.moyens_montant !== null],
  ],
  freinsLeviers: [['enseignements', 'dossier id type domaine titre texte']],
  planification: [
    ['planification', 'dossier rang document titre etat relation'],
    ['initiatives', 'dossier id planification', (row) => row.planification !== null],
    [
      'suites',
      'dossier id sens type titre etat etat_au_annee fin_annee debut_annee',
      (row) => row.sens === 'suite' && row.type === 'planification',
    ],
  ],
  suites: [
    ['suites', 'dossier sens id type titre debut_annee fin_annee etat etat_au_annee'],
    ['dossiers', 'id debut_annee fin_annee'],
  ],
};

describe('les figures de examples/national viennent des tables du jeu de données', () => {
  const dataset = madeOfExample();
  const national = nationalOf();
  const records = (table: string): Record<string, Cell>[] => {
    const columns = tableOf(table)?.columns ?? [];
    return (dataset.rows.get(table) ?? []).map((row) =>
      Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])),
    );
  };

  it.each(names)('%s : ses données sont les lignes du jeu de données, colonne par colonne', (name) => {
    const { donnees } = drawn(name, national);
    const expected = drawnFrom[name];
    expect(donnees.origines).toEqual(expected.map(([table, columns]) => ({ table, colonnes: columns.split(' ') })));
    const own = [...new Set(expected.flatMap(([, columns]) => columns.split(' ')))];
    expect(donnees.colonnes).toEqual(expected.length > 1 ? ['table', ...own] : own);
    const rows = expected.flatMap(([table, columns, only = () => true]) =>
      records(table)
        .filter(only)
        .map((row) => [
          ...(expected.length > 1 ? [table] : []),
          ...own.map((column) => (columns.split(' ').includes(column) ? (row[column] ?? null) : null)),
        ]),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(sorted(donnees.lignes)).toEqual(sorted(rows));
    for (const { table, colonnes } of donnees.origines)
      for (const colonne of colonnes) expect(tableOf(table)?.columns.map((one) => one.name)).toContain(colonne);
  });

  it.each([
    ['tableauDesSites', 'dossiers', 'id'],
    ['initiatives', 'initiatives', 'dossier'],
    ['moyens', 'financements', 'dossier'],
    ['freinsLeviers', 'enseignements', 'dossier'],
    ['planification', 'planification', 'dossier'],
    ['suites', 'suites', 'dossier'],
  ] as const)(
    '%s : les sites connus sont ceux qui ont une ligne, sur tous ceux des sessions',
    (name, table, column) => {
      const figure = drawn(name, national);
      const known = new Set(records(table).map((row) => row[column]));
      expect(figure.connus).toBe(known.size);
      // Four dossiers here: one outside sessions, two of the five sites of one, one of the eight of the other… and Doullens.
      expect(figure.sur).toBe(14);
      expect(captionOf(figure)).toMatch(new RegExp(`Sites\u00a0: ${known.size}\u00a0connus? sur 14\\.`));
      expect(captionOf(figure)).toContain('Source\u00a0: dossiers des ateliers, 2017-2024');
      for (const { id, nom } of national.sites)
        if (!known.has(id)) expect(figure.figure.svg.replace(/<[^>]*>/g, ' ')).toContain(nom.split(' ').at(-1));
    },
  );

  it('dit les mêmes choses en anglais', () => {
    for (const name of names) {
      const figure = drawn(name, national, 'en');
      expect(captionOf(figure)).toMatch(/Sites: \d+ known out of 14\./);
      expect(figure.donnees).toEqual(drawn(name, national).donnees);
      expect(`${figure.figure.title} ${figure.figure.description} ${captionOf(figure)}`).not.toMatch(
        /\bconnus?\b|inconnu/,
      );
    }
  });
});

const money: readonly Made[] = [
  {
    id: 'zed',
    nom: 'Zed',
    tables: {
      financements: [
        { origine: 'dossier', source: 'etat', etat: 'acquis', montant: 90_000.1, montant_approche: false },
        { origine: 'dossier', source: 'etat', etat: 'demande', montant: 0.2, montant_approche: true },
        { origine: 'dossier', source: 'region', etat: 'espere', montant: null, montant_approche: null },
        {
          origine: 'initiative',
          origine_id: 'i',
          source: 'etat',
          etat: null,
          montant: 15_000,
          montant_approche: false,
        },
      ],
      initiatives: [
        { id: 'i', titre: 'Halle', moyens_montant: 40_000, moyens_montant_approche: false },
        { id: 'j', titre: 'Haie', moyens_montant: null },
      ],
    },
  },
  {
    id: 'aire',
    nom: 'Aire',
    tables: { financements: [{ origine: 'dossier', source: null, montant: 100, etat: 'acquis' }] },
  },
];

describe('les moyens', () => {
  it('additionnent par site et par source, dans l’ordre donné, et nomment ce qu’ils ne savent pas', () => {
    const figure = drawn('moyens', compared(money));
    expect(rowsOf(figure)).toEqual([
      ['Zed', 'Atelier', 'État', '≈\u202f90\u202f000.1\u00a0€'.replace('.', ','), '≈\u202f0,2\u00a0€', '', '', '', ''],
      ['Zed', 'Atelier', 'Région', '', '', '', '', '', '1'],
      ['Zed', 'Initiatives', 'État', '', '', '', '15\u202f000\u00a0€', '', ''],
      ['Zed', 'Initiatives', 'inconnu', '', '', '', '', '25\u202f000\u00a0€', ''],
      ['Aire', 'Atelier', 'inconnu', '100\u00a0€', '', '', '', '', ''],
    ]);
    const words = wordsOf(figure);
    expect(words).toContain('≈\u202f90\u202f000,3\u00a0€');
    expect(words).toContain('1 montant inconnu');
    expect(words).toContain('source inconnue');
    expect(words.indexOf('Zed')).toBeLessThan(words.indexOf('Aire'));
    // The bar of 25 000 € is hatched and to scale: 25 000 / 90 000,3 of the longest.
    const widths = [...figure.figure.svg.matchAll(/<rect[^>]* width="([\d.]+)"[^>]*url\(#f1-inconnu\)/g)].map((one) =>
      Number(one[1]),
    );
    expect(widths).toContain(Math.round((25_000 / 90_000.3) * (720 - 322 - 172) * 100) / 100);
    expect(captionOf(figure)).toContain('Montants\u00a0: 4\u00a0connus sur 5');
    expect(captionOf(figure)).not.toMatch(/moyenne/);
  });
});

describe('les initiatives', () => {
  const made = (count: number): readonly Made[] => [
    {
      id: 'a',
      tables: {
        initiatives: Array.from({ length: count }, (_, n) => ({
          id: `i${n}`,
          titre: `Initiative ${n}`,
          horizon: [null, 'court', 'long'][n % 3] ?? null,
          priorite: ['1', null][n % 2] ?? null,
        })),
      },
    },
    { id: 'b' },
  ];

  it('ont chacune un point, et une place quand elles n’ont ni horizon ni priorité', () => {
    for (const count of [1, 7, 60]) {
      const figure = drawn('initiatives', compared(made(count)));
      // One more in the legend, and two in the pattern of the third aim.
      expect(figure.figure.svg.match(/<circle/g)).toHaveLength(count + 3);
      expect(rowsOf(figure)).toHaveLength(count);
      expect(figure.connus).toBe(1);
      const known = made(count)[0]?.tables?.initiatives?.filter(({ horizon }) => horizon !== null).length ?? 0;
      expect(captionOf(figure)).toMatch(new RegExp(`^Horizon\u00a0: ${known}\u00a0connus? sur ${count}\\.`));
    }
  });

  it('sont comptées ensemble au-delà de vingt sites', () => {
    const sites = Array.from({ length: 21 }, (_, n): Made => ({ ...(made(3)[0] as Made), id: `s${n}` }));
    expect(wordsOf(drawn('initiatives', compared(sites.slice(0, 20))))).toContain('s0');
    const figure = drawn('initiatives', compared(sites));
    expect(wordsOf(figure)).not.toContain('s0');
    expect(rowsOf(figure)).toEqual([
      ['Première priorité', '0', '0', '21', '21'],
      ['Deuxième priorité', '0', '0', '0', '0'],
      ['Troisième priorité', '0', '0', '0', '0'],
      ['priorité inconnue', '21', '0', '0', '0'],
    ]);
    expect(figure.donnees.lignes).toHaveLength(63);
  });
});

describe('les autres', () => {
  it('freins et leviers : le texte sans marques ni notes du dossier, le domaine inconnu à part', () => {
    const enseignements = [
      { id: 'b', type: 'constat', domaine: null, titre: 'Dix mois', texte: null },
      {
        id: 'a',
        type: 'frein',
        domaine: 'foncier',
        titre: 'Les prix « montent »',
        texte: 'Plus **vite**[^n] !\n\n- encore',
      },
    ];
    const figure = drawn('freinsLeviers', compared([{ id: 's', nom: 'Saulne', tables: { enseignements } }]));
    expect(rowsOf(figure)).toEqual([
      ['Foncier', 'Frein', 'Les prix «\u00a0montent\u00a0». Plus vite\u202f! encore', 'Saulne'],
      ['inconnu', 'Constat', 'Dix mois', 'Saulne'],
    ]);
    expect(wordsOf(figure)).toEqual(
      expect.arrayContaining(['Freins', 'Leviers', 'Constats', 'domaine inconnu', 'Saulne']),
    );
  });

  it('planification : ce que seule une initiative nomme, et ce qui est venu depuis', () => {
    const tables = {
      planification: [{ rang: 1, document: 'plui', titre: null, etat: 'approuve', relation: 'nourri' }],
      initiatives: [
        { id: 'i', planification: ['plui', 'scot'] },
        { id: 'j', planification: null },
      ],
      suites: [
        {
          sens: 'suite',
          type: 'planification',
          id: 's',
          titre: 'PLUi révisé',
          etat: null,
          etat_au_annee: null,
          debut_annee: 2022,
        },
        { sens: 'antecedent', type: 'planification', id: 't', titre: 'Ancien POS', etat: null },
      ],
    };
    const figure = drawn('planification', compared([{ id: 's', nom: 'Saulne', tables }]));
    expect(rowsOf(figure)).toEqual([
      ['Saulne', 'PLUi (H, M, valant SCoT)', 'Approuvé', 'Nourri (fait)', '1', 'PLUi révisé (état inconnu, 2022)'],
      ['', 'SCoT (schéma directeur)', 'inconnu', 'inconnu', '1', ''],
    ]);
    expect(captionOf(figure)).toContain('touchent\u00a0: 1\u00a0connue sur 2');
  });

  it('suites : l’année inconnue a sa colonne, l’état inconnu sa marque', () => {
    const tables = {
      suites: [
        { sens: 'suite', type: 'etude', id: 'a', titre: 'Étude', etat: 'realise', debut_annee: 2019, fin_annee: 2021 },
        { sens: 'antecedent', type: 'contrat', id: 'b', titre: 'Contrat', etat: null },
      ],
    };
    const figure = drawn('suites', compared([{ id: 's', nom: 'Saulne', tables }]));
    expect(rowsOf(figure)).toEqual([
      ['Saulne', 'Antécédent', 'Contrat ou programme', 'Contrat', 'inconnu', 'inconnu'],
      ['Saulne', 'Suite', 'Étude', 'Étude', '2019-2021', 'Réalisé'],
    ]);
    expect(captionOf(figure)).toContain('État\u00a0: 1\u00a0connu sur 2\u202f; année\u00a0: 1\u00a0connue sur 2.');
  });

  it('tableau : l’inconnu est hachuré, ce qui n’a pas lieu d’être n’est pas inconnu', () => {
    const figure = drawn(
      'tableauDesSites',
      compared([
        { id: 'a', nom: 'Aire', dossier: { dispositif: 'flash', types: [], debut_annee: 2020, fin_annee: null } },
      ]),
    );
    expect(rowsOf(figure)).toEqual([
      ['Aire', 'inconnu', 'Atelier flash', 'hors session', '2020-?', 'inconnu', 'inconnu', 'inconnu', 'aucun'],
    ]);
    // Régions, scale, communes, people, and the legend.
    expect(figure.figure.svg.match(/url\(#f1-inconnu\)/g)).toHaveLength(5);
  });
});

/** All that is counted as known: of a figure that is not drawn, nothing. */
function knownIn(name: Name, figure: FigureComparee | null): number[] {
  if (figure === null) return [];
  const said = [...captionOf(figure).matchAll(/(\d+)\u00a0connue?s? sur/g)].map((one) => Number(one[1]));
  const cells = figure.donnees.lignes.flat().filter((cell) => cell !== null).length;
  const marks = name === 'initiatives' ? (figure.figure.svg.match(/<circle/g)?.length ?? 0) : 0;
  return [figure.connus, figure.donnees.lignes.length, cells, marks, ...said];
}

describe('retirer un fait', () => {
  it.each(names)('%s : aucun compte n’augmente', (name) => {
    fc.assert(
      fc.property(anySites, fc.infiniteStream(fc.nat()), (sites, numbers) => {
        const pick = (count: number): number => (count === 0 ? 0 : (numbers.next().value ?? 0) % count);
        const before = draw(name, compared(sites, 30));
        const after = draw(name, compared(without(sites, pick), 30));
        const [more, less] = [knownIn(name, before), knownIn(name, after)];
        if (before === null) expect(after).toBeNull();
        less.forEach((count, at) => {
          expect(count).toBeLessThanOrEqual(more[at] ?? -1);
        });
        expect(after?.sur ?? 30).toBe(30);
        expect(before?.connus ?? 0).toBeLessThanOrEqual(sites.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('se lit encore', () => {
  it.each([
    [1, false],
    [1, true],
    [6, true],
    [20, false],
    [20, true],
    [21, true],
    [500, false],
    [500, true],
  ])('%i sites, noms et titres de 300 lettres : %s', (count, long) => {
    for (const name of names)
      for (const langue of ['fr', 'en'] as const) {
        const figure = drawn(name, rich(count, long), langue);
        looksRight(figure);
        expect(figure.connus).toBe(count);
        expect(figure.sur).toBe(count + 3);
        expect(
          new Set(figure.donnees.lignes.map((line) => line.find((cell) => /^s\d+$/.test(String(cell))))).size,
        ).toBe(count);
      }
  });

  it('le tableau des sites va jusqu’au dernier', () => {
    expect(rowsOf(drawn('tableauDesSites', rich(500, false))).map(([nom]) => nom)).toContain('Vallée 499');
  });

  it('au-delà de vingt sites les autres tableaux comptent, et les données gardent chaque ligne', () => {
    for (const name of names.filter((one) => one !== 'tableauDesSites')) {
      const figure = drawn(name, rich(500, false));
      expect(rowsOf(figure).length, name).toBeLessThan(60);
      expect(figure.donnees.lignes.length, name).toBeGreaterThanOrEqual(500);
    }
    // Half of the sites say nothing of the relation, and all name the SCoT through an initiative alone.
    expect(rowsOf(drawn('planification', rich(500, false)))).toEqual([
      ['SCoT (schéma directeur)', '0', '0', '0', '500'],
      ['PLUi (H, M, valant SCoT)', '0', '250', '0', '250'],
    ]);
  });

  it.each(names)('%s : rien n’est dessiné là où rien n’est connu', (name) => {
    const nothing = { id: 'a', dossier: { session: null, debut_annee: null, fin_annee: null } };
    expect(draw(name, compared([nothing, { ...nothing, id: 'b' }]))).toBeNull();
    expect(draw(name, compared([]))).toBeNull();
  });

  it.each(names)('%s : des faits dont rien n’est dit sont dessinés comme inconnus', (name) => {
    const bare: Made = {
      id: 'a',
      dossier: { dispositif: 'local' },
      tables: {
        initiatives: [{ id: 'i' }],
        financements: [{ origine: 'dossier' }],
        enseignements: [{ id: 'e', type: 'frein' }],
        planification: [{ rang: 1, document: 'plu' }],
        suites: [{ sens: 'suite', id: 's', type: 'autre' }],
      },
    };
    const figure = drawn(name, compared([bare]));
    looksRight(figure);
    expect(figure.figure.svg).toContain('url(#f1-inconnu)');
    expect(figure.connus).toBe(1);
  });
});
