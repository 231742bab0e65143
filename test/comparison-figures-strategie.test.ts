import { describe, expect, it } from 'vitest';
import type { Dessiner, FigureComparee } from '../src/compile/comparison/figure.ts';
import { acteurs } from '../src/compile/comparison/figures/acteurs.ts';
import { enjeux } from '../src/compile/comparison/figures/enjeux.ts';
import { strategie } from '../src/compile/comparison/figures/strategie.ts';
import type { Comparaison } from '../src/compile/comparison/sites.ts';
import type { Cell } from '../src/compile/dataset/rows.ts';
import { plainText } from '../src/compile/markdown/walk.ts';
import type { Figure } from '../src/model/markdown.ts';
import { tables } from '../src/schema/columns.ts';
import {
  compared,
  large,
  type Made,
  nationalOf,
  outside,
  title300,
  totals,
} from './comparison-figures-strategie-made.ts';
import { madeOfExample } from './dataset-made.ts';

const figures = { enjeux, strategie, acteurs } as const;
const all = Object.entries(figures);
const national = nationalOf();

type Row = Readonly<Record<string, Cell>>;

/** The rows of the dataset, by the names of their columns: from where the figures do not read. */
const dataset = madeOfExample().rows;
const rowsOf = (name: string): readonly Row[] => {
  const columns = tables().find((one) => one.name === name)?.columns ?? [];
  return (dataset.get(name) ?? []).map((row) =>
    Object.fromEntries(columns.map((one, at) => [one.name, row[at] ?? null])),
  );
};

function drawn(draw: Dessiner, comparaison: Comparaison, langue: 'fr' | 'en' = 'fr'): FigureComparee {
  const figure = draw({ comparaison, prefix: 'f1', langue });
  if (figure === null) throw new Error('nothing drawn');
  return figure;
}

const sheets = ({ figure, suite = [] }: FigureComparee): readonly Figure[] => [figure, ...suite];
const said = (figure: Figure): string =>
  [...figure.svg.matchAll(/<text[^>]*>([^<]*)</g)].map((one) => one[1]).join(' ');
const tableRows = ({ figure }: FigureComparee): string[][] =>
  (figure.table?.rows ?? []).map((row) => row.map(plainText));
const sorted = (rows: readonly (readonly unknown[])[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).sort();
const has = (cell: Cell | undefined, value: Cell | undefined): boolean =>
  Array.isArray(cell) && typeof value === 'string' && cell.includes(value);

describe('chaque figure se recalcule depuis les tables qu’elle cite', () => {
  it.each(all)('%s : ses origines sont des tables et des colonnes du jeu de données', (_, draw) => {
    for (const { table, colonnes } of drawn(draw, national).donnees.origines) {
      const names =
        tables()
          .find(({ name }) => name === table)
          ?.columns.map(({ name }) => name) ?? [];
      for (const colonne of colonnes) expect(names).toContain(colonne);
    }
  });

  it('enjeux', () => {
    const { donnees, connus, sur, figure } = drawn(enjeux, national);
    const rows = rowsOf('enjeux');
    const pairs = new Map<string, Cell[]>();
    for (const { dossier, theme, id } of rows) {
      const key = JSON.stringify([dossier, theme]);
      pairs.set(key, [...(pairs.get(key) ?? []), id ?? null]);
    }
    const expected = [...pairs].map(([key, ids]) => [...JSON.parse(key), ids]);
    expect(sorted(donnees.lignes)).toEqual(sorted(expected));
    const known = new Set(rows.filter(({ theme }) => theme !== null).map(({ dossier }) => dossier));
    const announced = rowsOf('sessions').reduce((sum, one) => sum + Number(one.sites_annonces), 0);
    // Doullens is of no session.
    expect([connus, sur]).toEqual([known.size, announced + 1]);
    const codes = Object.keys(
      tables()
        .find(({ name }) => name === 'enjeux')
        ?.columns.find(({ name }) => name === 'theme')?.codes?.labels ?? {},
    );
    const naming = codes.map(
      (code) => new Set(rows.filter(({ theme }) => theme === code).map(({ dossier }) => dossier)).size,
    );
    expect(totals(figure)).toEqual(naming.map((count) => `${count}/${known.size}`));
    expect(plainText(figure.caption)).toContain('4\u00a0connus sur 14 sites');
  });

  it.each([
    ['l’exemple', national, rowsOf],
    ['sept sites', large(7), (name: string): readonly Row[] => large(7).sites.flatMap((site) => site.rows(name))],
  ])('stratégie, %s : fondements par les initiatives qui nomment le principe', (_, comparaison, rowsFrom) => {
    const { donnees, connus } = drawn(strategie, comparaison);
    const codes = donnees.colonnes.slice(6);
    const expected = comparaison.sites.flatMap(({ id: dossier }): (readonly unknown[])[] => {
      const principes = rowsFrom('principes').filter((one) => one.dossier === dossier);
      if (principes.length === 0) return [[dossier, ...Array.from({ length: 5 + codes.length }, () => null)]];
      return principes.map(({ id, titre, visees }) => {
        const naming = rowsFrom('initiatives').filter((one) => one.dossier === dossier && has(one.principes, id));
        const silent = naming.filter((one) => (one.fondements ?? null) === null || one.fondements?.toString() === '');
        const order = ['developpement', 'transition', 'sobriete'].filter((one) => has(visees, one));
        const each = codes.map((code) => naming.filter((one) => has(one.fondements, code)).map((one) => one.id));
        const unknown = naming.length === silent.length;
        return [
          dossier,
          id,
          titre,
          visees === null ? null : order,
          ...[naming, silent].map((some) => (naming.length === 0 ? null : some.map((one) => one.id))),
          ...each.map((ids) => (unknown ? null : ids)),
        ];
      });
    });
    expect(sorted(donnees.lignes)).toEqual(sorted(expected));
    expect(connus).toBe(new Set(rowsFrom('principes').map(({ dossier }) => dossier)).size);
  });

  it('acteurs : par catégorie et par rôle ; participation par forme', () => {
    const { donnees, connus } = drawn(acteurs, national);
    const leads = ['pilotage_national', 'pilotage_local', 'maitrise_ouvrage'];
    const cercle = ({ roles }: Row): string | null => {
      if (!Array.isArray(roles)) return null;
      if (roles.some((role) => leads.includes(role))) return 'pilotage';
      return roles.some((role) => role !== 'participant') ? 'travail' : 'participation';
    };
    const own = donnees.lignes.filter(([, objet, , , nombre]) => objet === 'acteurs' && nombre !== null);
    const found = own.flatMap(([dossier, , code, role, , ids]) =>
      (ids as readonly string[]).map((id) => [dossier, code, role, id]),
    );
    expect(sorted(found)).toEqual(
      sorted(rowsOf('acteurs').map((one) => [one.dossier, one.categorie, cercle(one), one.id])),
    );
    const panel = donnees.lignes.find(([, , code]) => code === 'panel_citoyen');
    // Two panels, of which one was counted.
    expect(panel).toEqual(['caen-metropole', 'participation', 'panel_citoyen', null, 2, null, 20, true]);
    const kinds = donnees.lignes.filter(([, objet, , , nombre]) => objet === 'participation' && nombre !== null);
    const demarches = rowsOf('participation').filter(({ origine }) => origine === 'demarche');
    expect(kinds.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(demarches.length);
    expect(connus).toBe(new Set(rowsOf('acteurs').map(({ dossier }) => dossier)).size);
  });
});

describe('l’inconnu est dessiné et nommé', () => {
  it('un site sans enjeux, les sites annoncés', () => {
    const figure = drawn(enjeux, {
      ...compared(
        [
          { id: 'a', tables: { enjeux: [{ id: 'e', theme: 'eau' }] } },
          { id: 'b', nom: 'Vallée muette' },
        ],
        5,
      ),
      sessions: [{ id: 's', session: { titre: 'Vallées', sites_annonces: 3, sites: ['Haut pays'] } }],
    });
    expect(said(figure.figure)).toMatch(
      /Vallée muette enjeux inconnus 3\u00a0sites annoncés, sans dossier ici inconnu Haut pays/,
    );
    expect(figure.figure.svg.match(/fill="url\(#f1-inconnu\)"/g)).toHaveLength(3); // site, sites annoncés, légende
    expect(tableRows(figure)).toContainEqual(['Vallée muette', 'inconnu', '0']);
    expect(tableRows(figure)).toContainEqual(['3\u00a0sites annoncés, sans dossier ici', 'inconnu', 'inconnu']);
    expect(totals(figure.figure).every((one) => one.endsWith('/1'))).toBe(true);
    expect(figure.donnees.lignes).toContainEqual(['b', null, null]);
  });

  it('des enjeux sans thème ne sont pas connus, et sont comptés à part', () => {
    const site = (themes: readonly (string | null)[]): Made => ({
      id: 'a',
      tables: { enjeux: themes.map((theme, n) => ({ id: `e${n}`, theme })) },
    });
    expect(enjeux({ comparaison: compared([site([null, null])]), prefix: 'f1', langue: 'fr' })).toBeNull();
    expect(said(drawn(enjeux, compared([site(['eau', null])])).figure)).toContain('+ 1 sans thème connu');
  });

  it('visées, fondements et principes inconnus ; ce qui est su vide ne l’est pas', () => {
    const figure = drawn(
      strategie,
      compared([
        {
          id: 'a',
          tables: {
            principes: [
              { id: 'p', titre: 'Tu', visees: null },
              { id: 'q', titre: 'Vide', visees: [] },
            ],
            initiatives: [
              { id: 'i', principes: ['p'], fondements: null },
              { id: 'j', principes: ['p'], fondements: ['filieres_nouvelles'] },
              { id: 'k', principes: ['q'], fondements: null },
            ],
          },
        },
        { id: 'b', dossier: { inconnus: ['principes'] } },
      ]),
    );
    expect(said(figure.figure)).toMatch(/Tu inconnu ■?/);
    for (const words of [
      '+ 1\u00a0initiative sans fondement connu',
      'ses initiatives ne le disent pas',
      'principes cherchés, non trouvés',
    ]) {
      expect(said(figure.figure)).toContain(words);
    }
    expect(tableRows(figure).map((row) => row.slice(0, 3))).toEqual([
      ['a', 'Tu', 'inconnu'],
      ['a', 'Vide', ''],
      ['b', 'inconnu', 'inconnu'],
    ]);
    expect(plainText(figure.figure.caption)).toContain('Visées\u00a0: 1\u00a0connue sur 2 principes');
  });

  it('acteurs inconnus, participation connue ; rôle et catégorie inconnus', () => {
    const open = { participation: [{ origine: 'demarche', type: 'panel_citoyen', nombre: null }] };
    const only = drawn(acteurs, compared([{ id: 'a', tables: open }, { id: 'b' }]));
    expect(only.connus).toBe(0);
    expect(said(only.figure)).toContain('acteurs inconnus, participation inconnue');
    expect(plainText(only.figure.caption)).toContain('participation\u00a0: 1\u00a0connue sur 2');
    expect(tableRows(only)[0]).toEqual([
      'a',
      'inconnu',
      'inconnu',
      'inconnu',
      'inconnu',
      'Panel citoyen\u00a0: 1 (personnes non comptées)',
    ]);
    const who = drawn(
      acteurs,
      compared([{ id: 'a', tables: { acteurs: [{ id: 'x', categorie: null, roles: null }] } }]),
    );
    expect(said(who.figure)).toContain('Catégorie inconnue');
    expect(who.donnees.lignes[0]).toEqual(['a', 'acteurs', null, null, 1, ['x'], null, null]);
  });

  it.each(all)('%s : rien de connu, pas de figure', (_, draw) => {
    expect(draw({ comparaison: compared([{ id: 'a' }, { id: 'b' }]), prefix: 'f1', langue: 'fr' })).toBeNull();
    expect(draw({ comparaison: compared([]), prefix: 'f1', langue: 'fr' })).toBeNull();
  });
});

describe.each(all)('%s se lit', (_, draw) => {
  it.each([
    ['l’exemple', national],
    ['un seul site', large(1)],
    ['cinq cents sites', large(500)],
  ])('%s, dans les deux langues', (__, comparaison) => {
    for (const langue of ['fr', 'en'] as const) {
      const figure = drawn(draw, comparaison, langue);
      const every = sheets(figure);
      const ids = every.flatMap(({ svg }) => [...svg.matchAll(/ id="([^"]+)"/g)].map((one) => one[1] ?? ''));
      expect(new Set(ids).size).toBe(ids.length);
      for (const { svg, title, caption } of every) {
        for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`id="${id}"`);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
        expect(Number(/ height="(\d+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(900);
        expect(outside(svg)).toEqual([]);
        expect(title).not.toBe('');
        expect(plainText(caption)).not.toMatch(/%/);
      }
      expect(plainText(figure.figure.caption)).toMatch(
        langue === 'fr' ? /connus? sur .*Source\u00a0: .*20\d\d/ : /known out of .*Source: .*20\d\d/,
      );
    }
  });

  it('cinq cents sites : chaque nom est quelque part, les têtes reviennent, chaque feuille dit la sienne', () => {
    const comparaison = large(500);
    const figure = drawn(draw, comparaison);
    const every = sheets(figure);
    expect(every.length).toBeGreaterThan(10);
    const words = every.map(said);
    const whole = words.join(' ').replaceAll(/\s/g, '');
    for (const { nom } of comparaison.sites) expect(whole).toContain(nom.replaceAll(/\s/g, ''));
    const [first = ''] = /^\S+ \S+/.exec(words[0] ?? '') ?? [];
    every.forEach(({ title, table }, at) => {
      expect(words[at]).toContain(first);
      expect(title).toContain(`feuille ${at + 1} sur ${every.length}`);
      expect(table === undefined).toBe(at > 0);
    });
    expect(words[1]).toContain('(suite)');
    expect(figure.figure.table?.rows.length).toBeGreaterThanOrEqual(500);
  });
});

it('des titres de trois cents lettres sont coupés en lignes, jamais raccourcis', () => {
  const figure = drawn(
    strategie,
    compared([{ id: 'a', tables: { principes: [{ id: 'p', titre: title300, visees: ['sobriete'] }] } }]),
  );
  expect(said(figure.figure).replaceAll(/\s/g, '')).toContain(title300.replaceAll(/\s/g, ''));
});

it('au-delà de cent vingt principes, une ligne par site et ses comptes ; les titres restent dans le tableau et les données', () => {
  const figure = drawn(strategie, large(500));
  expect(plainText(figure.figure.caption)).toContain('Les principes sont plus de 120');
  expect(figure.donnees.lignes.filter(([, principe]) => principe !== null)).toHaveLength(429 * 4);
  expect(figure.figure.table?.rows.length).toBe(429 * 4 + 71);
});
