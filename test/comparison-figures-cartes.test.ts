import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perimetreOf } from '../src/cog/perimetre.ts';
import { checkPaths, usable } from '../src/commands/prepare.ts';
import { annoncesOf } from '../src/compile/comparison/annonces.ts';
import type { CarteComparee, FigureComparee, FigureDemandee } from '../src/compile/comparison/figure.ts';
import { calendrier } from '../src/compile/comparison/figures/calendrier.ts';
import { carteDesSites } from '../src/compile/comparison/figures/carte-des-sites.ts';
import { echelles } from '../src/compile/comparison/figures/echelles.ts';
import { figuresComparees } from '../src/compile/comparison/figures/index.ts';
import { perimetres } from '../src/compile/comparison/figures/perimetres.ts';
import { type Comparaison, comparaisonOf, type Fiche, type Site } from '../src/compile/comparison/sites.ts';
import { axeOf, momentOf } from '../src/compile/comparison/temps.ts';
import { documentsOf } from '../src/compile/dataset/documents.ts';
import type { Extracts } from '../src/compile/dataset/extracts.ts';
import { type Cell, type Row, rowsOf } from '../src/compile/dataset/rows.ts';
import { plainText } from '../src/compile/markdown/walk.ts';
import type { Figure } from '../src/model/markdown.ts';
import type { Perimetre } from '../src/model/types.gen.ts';
import { tables } from '../src/schema/columns.ts';
import { extractsOf } from './dataset-written.ts';
import { expectSound } from './maps-looks.ts';
import { carres, cog, france, NOZAY, noTowns, towns } from './maps-sample.ts';

const [checked] = checkPaths(['examples/national'], process.cwd());
if (checked === undefined) throw new Error('no example');
const { workspace, perimetres: resolved } = usable(checked);
const extracts = extractsOf(workspace, resolved);
const national = comparaisonOf(extracts);
const carte: CarteComparee = { cog, france, towns, perimetres: resolved, contours: new Map() };
const asked: FigureDemandee = { comparaison: national, prefix: 'f1', langue: 'fr', carte };

const dessiner = { 'carte-des-sites': carteDesSites, perimetres, calendrier, echelles };
type Id = keyof typeof dessiner;
const ids = Object.keys(dessiner) as readonly Id[];

function drawn(id: Id, more: Partial<FigureDemandee> = {}): FigureComparee {
  const figure = dessiner[id]({ ...asked, ...more });
  if (figure === null) throw new Error(`no figure ${id}`);
  return figure;
}

const sheets = ({ figure, suite = [] }: FigureComparee): readonly Figure[] => [figure, ...suite];
const said = ({ svg }: Figure): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words).join('\n');
const caption = ({ figure }: FigureComparee): string => plainText(figure.caption).replace(/[\u00a0\u202f]/g, ' ');

/** Heads written slantwise are not boxes along the axes. */
function expectSoundSheets(figure: FigureComparee): void {
  for (const [at, one] of sheets(figure).entries()) {
    const svg = one.svg.replace(/<g transform="[^"]*">.*?<\/g>/g, '');
    expectSound({ ...one, svg }, at === 0 ? 'f1' : `f1-${at + 1}`);
    expect(Number(/viewBox="0 0 720 (\d+)"/.exec(svg)?.[1])).toBeLessThan(1010);
  }
}

/** A site as the dataset would have it, from what is given alone. */
function siteOf(id: string, nom: string, dossier: Fiche, rows: Readonly<Record<string, readonly Fiche[]>> = {}): Site {
  return { id, nom, groupe: null, dossier: { id, titre: nom, ...dossier }, rows: (table) => rows[table] ?? [] };
}

/** A site whose perimeter is these communes. */
function siteAt(id: string, nom: string, communes: readonly string[], dossier: Fiche = {}): [Site, Perimetre] {
  const perimetre = perimetreOf({ communes: [...communes] }, cog);
  const codes = (all: readonly { readonly code: string }[]): readonly string[] => all.map(({ code }) => code);
  const fiche: Fiche = {
    ...dossier,
    nb_communes: perimetre.nb_communes,
    ...{ epci: codes(perimetre.epci), departements: codes(perimetre.departements), regions: codes(perimetre.regions) },
  };
  const rows = perimetre.communes.map((row): Fiche => ({ dossier: id, ...row }));
  return [siteOf(id, nom, fiche, { perimetres: rows }), perimetre];
}

function comparing(sites: readonly (readonly [Site, Perimetre])[], more: Partial<CarteComparee> = {}): FigureDemandee {
  return {
    ...asked,
    comparaison: { sites: sites.map(([site]) => site), sessions: [], total: sites.length },
    carte: { ...carte, perimetres: new Map(sites.map(([{ id }, perimetre]) => [id, perimetre])), ...more },
  };
}

describe('la preuve : les données des figures se recalculent depuis le jeu de données', () => {
  const documents = documentsOf(workspace, resolved);
  const table = (name: string): readonly Fiche[] => {
    const found = tables().find((one) => one.name === name);
    if (found === undefined) throw new Error(name);
    return [...rowsOf(found, documents)].map((row) =>
      Object.fromEntries(found.columns.map((column, at) => [column.name, row[at] ?? null])),
    );
  };
  const byId = (rows: readonly Row[], column = 0): readonly Row[] =>
    [...rows].sort((a, b) => (JSON.stringify(a[column]) < JSON.stringify(b[column]) ? -1 : 1));
  const dossiers = table('dossiers');
  const communesOf = (id: Cell | undefined): readonly Fiche[] => [
    ...new Map(
      table('perimetres')
        .filter(({ dossier }) => dossier === id)
        .map((row) => [row.commune, row]),
    ).values(),
  ];

  it('carte des sites', () => {
    const { donnees, connus, sur } = drawn('carte-des-sites');
    const expected = dossiers.map(({ id, territoire, session, departements }): Row => {
      const codes = communesOf(id).map(({ commune }) => String(commune));
      const places = codes.flatMap((code) => {
        const place = towns.placeOf(code);
        return place === null ? [] : [place];
      });
      const mean = (at: 0 | 1): number =>
        Math.round((places.reduce((sum, place) => sum + place[at], 0) / places.length) * 1e4) / 1e4;
      const counts = [codes.length, places.length, mean(0), mean(1)];
      return [id ?? null, territoire ?? null, session ?? null, 'hexagone', departements ?? null, ...counts];
    });
    const known = donnees.lignes.filter(([id]) => id !== null);
    expect(byId(known)).toEqual(byId(expected));
    expect(donnees.lignes.filter(([id]) => id === null).map(([, nom, session]) => [nom, session])).toEqual([
      ['Communauté de communes Bassée-Montois (77)', 'periurbain-2016'],
      ['Agglomération troyenne (10)', 'periurbain-2016'],
      ['Pays de Tulle, Nord-Corrèze (19)', 'periurbain-2016'],
      ['Allier, autour de l’A79', 'transition-2019'],
      ['Deux pays de Bourgogne-Franche-Comté (noms non trouvés)', 'transition-2019'],
      ['Quadrant sud-ouest nantais et lac de Grand-Lieu', 'transition-2019'],
      ['Sète', 'transition-2019'],
      ['Perpignan', 'transition-2019'],
    ]);
    const announced = table('sessions').reduce((sum, one) => sum + Number(one.sites_annonces), 0);
    const outside = dossiers.filter(({ session }) => session === null).length;
    expect([connus, sur]).toEqual([dossiers.length, announced + outside]);
  });

  it('périmètres', () => {
    const expected = dossiers.map(({ id, territoire, departements }): Row => {
      const codes = communesOf(id).map(({ commune }) => String(commune));
      const points = codes.filter((code) => towns.placeOf(code) !== null).length;
      return [id ?? null, territoire ?? null, 'points', codes.length, 0, points, departements ?? null, null, null];
    });
    expect(byId(drawn('perimetres').donnees.lignes)).toEqual(byId(expected));
  });

  it('calendrier', () => {
    const names = new Map(dossiers.map(({ id, territoire }) => [id, territoire ?? null]));
    const expected: readonly Row[] = [
      ...dossiers.map(({ id, territoire, debut, fin }): Row => {
        return [id ?? null, territoire ?? null, 'atelier', null, null, null, debut ?? null, fin ?? null];
      }),
      ...table('seances').map(({ dossier, id, type, titre, date, fin }): Row => {
        const name = names.get(dossier ?? null) ?? null;
        return [dossier ?? null, name, 'seance', id ?? null, type ?? null, titre ?? null, date ?? null, fin ?? null];
      }),
    ];
    const key = (row: Row): string => JSON.stringify([row[0], row[2], row[3]]);
    const sorted = (rows: readonly Row[]): readonly Row[] => [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    const figure = drawn('calendrier');
    expect(sorted(figure.donnees.lignes)).toEqual(sorted(expected));
    const dated = dossiers.filter(({ debut, fin }) => debut !== null || fin !== null);
    expect(figure.connus).toBe(dated.length);
    const seances = table('seances');
    const withDate = seances.filter(({ date }) => date !== null).length;
    expect(caption(figure)).toContain(`Dates des séances : ${withDate} connues sur ${seances.length}.`);
  });

  it('échelles', () => {
    const columns = ['niveau', 'niveaux_intervention', 'nb_communes', 'epci', 'departements', 'regions'];
    const expected = dossiers.map((one): Row => {
      return [one.id ?? null, one.territoire ?? null, ...columns.map((name) => one[name] ?? null)];
    });
    const { donnees, connus } = drawn('echelles');
    expect(byId(donnees.lignes)).toEqual(byId(expected));
    expect(connus).toBe(dossiers.filter(({ niveau }) => niveau !== null).length);
  });

  it.each(ids)('%s : chaque origine est une table et des colonnes du jeu, chaque ligne a toutes ses colonnes', (id) => {
    const { donnees } = drawn(id);
    for (const { table: name, colonnes } of donnees.origines) {
      const found = tables().find((one) => one.name === name);
      expect(found?.columns.map((column) => column.name)).toEqual(expect.arrayContaining([...colonnes]));
    }
    for (const row of donnees.lignes) expect(row).toHaveLength(donnees.colonnes.length);
    expect(donnees.lignes.flat()).not.toContain(undefined);
  });
});

describe.each(ids)('%s', (id) => {
  it('se lit : titre, description, tableau, légende avec « connus sur », rien l’un sur l’autre', () => {
    const figure = drawn(id);
    expectSoundSheets(figure);
    expect(figuresComparees[id]).toBe(dessiner[id]);
    expect(figure.id).toBe(id);
    expect(figure.figure.description.length).toBeGreaterThan(60);
    expect(caption(figure)).toMatch(new RegExp(`connue?s? sur ${figure.sur}`));
    expect(caption(figure)).toContain(figure.credit.replace(/[\u00a0\u202f]/g, ' '));
    expect(figure.figure.table?.rows.map(([cell = []]) => plainText(cell))).toEqual(
      expect.arrayContaining(national.sites.map(({ nom }) => nom)),
    );
  });

  it('les sites annoncés et inconnus sont nommés sous la carte, comptés sous les autres', () => {
    const words = said(drawn(id).figure).replace(/[\u00a0\u202f]/g, ' ');
    if (id === 'carte-des-sites') {
      expect(words).toContain('3 sites annoncés dont rien n’est connu ici');
      expect(words).toContain('Bassée-Montois (77)');
    } else expect(words).toContain('Annoncés, sans dossier ici : 10 sites.');
    expect(words).not.toContain('Métropole caennaise (14)');
  });

  it('en anglais aussi, et rien n’y classe ni ne calcule de part', () => {
    const [fr, en] = [drawn(id), drawn(id, { langue: 'en' })];
    expectSoundSheets(en);
    expect(en.figure.title).not.toBe(fr.figure.title);
    expect(caption(en)).toContain(`known out of ${en.sur}`);
    expect(en.donnees).toEqual(fr.donnees);
    for (const one of [fr, en]) expect(said(one.figure) + caption(one)).not.toContain('%');
  });

  it('deux fois la même', () => {
    expect(drawn(id)).toEqual(drawn(id));
  });

  it('un seul site', () => {
    for (const site of national.sites) {
      const figure = drawn(id, { comparaison: { sites: [site], sessions: [], total: 1 } });
      expectSoundSheets(figure);
      expect(said(figure.figure).replace(/\s+/g, ' ')).toContain(site.nom.split(' ')[0]);
      expect([figure.connus, figure.sur]).toEqual([1, 1]);
    }
  });

  it('rien de connu : pas de figure', () => {
    const sites = [siteOf('a', 'Ici', {}), siteOf('b', 'Là', { niveau: null, departements: [], nb_communes: 0 })];
    expect(dessiner[id]({ ...asked, comparaison: { sites, sessions: [], total: 2 } })).toBeNull();
  });

  it('un site connu, un inconnu : il est compté et nommé', () => {
    const [known] = national.sites;
    if (known === undefined) throw new Error('no site');
    const sites = [known, siteOf('b', 'Inconnu-sur-Mer', {})];
    const figure = drawn(id, { comparaison: { sites, sessions: [], total: 2 } });
    expectSoundSheets(figure);
    expect([figure.connus, figure.sur]).toEqual([1, 2]);
    expect(said(figure.figure)).toContain('Inconnu-sur-Mer');
  });

  it('500 sites, des noms de 300 lettres : des feuilles qui se lisent, aucun site perdu', () => {
    const long = 'Un nom de territoire qui n’en finit pas '.repeat(8).slice(0, 300);
    const sites = Array.from({ length: 500 }, (_, n): Site => {
      const site = national.sites[n % national.sites.length];
      if (site === undefined) throw new Error('no site');
      return { ...site, id: `s${n}`, nom: n % 9 === 0 ? `${long}${n}` : `Site ${n}`, groupe: n < 100 ? long : null };
    });
    const figure = drawn(id, { comparaison: { sites, sessions: [], total: 500 } });
    expectSoundSheets(figure);
    expect(figure.connus).toBe(500);
    expect(figure.figure.table?.rows).toHaveLength(500);
    if (id === 'carte-des-sites') return;
    const words = sheets(figure).map(said).join('\n').split('\n');
    for (const { nom } of sites.filter((one) => one.nom.startsWith('Site'))) expect(words).toContain(nom);
    expect(sheets(figure)[1]?.title).toMatch(/\(2.sur.\d+\)$/u);
    expect(sheets(figure)[1]?.table).toBeUndefined();
  }, 30_000);
});

describe('retirer un fait ne fait jamais monter un compte', () => {
  /** A cell that the figure is drawn from and that is lost, or a whole row. */
  interface Removal {
    readonly table: string;
    /** Which dossier or session, and which of its rows, counted round and round. */
    readonly head: number;
    readonly row: number;
    /** Null for the whole row. */
    readonly colonne: string | null;
  }
  const share = fc.nat({ max: 9999 });
  const removals = (id: Id): fc.Arbitrary<readonly Removal[]> => {
    const from = drawn(id).donnees.origines.flatMap(({ table, colonnes }) =>
      [...colonnes, null].map((colonne) => ({ table, colonne })),
    );
    const one = fc.record({ from: fc.constantFrom(...from), head: share, row: share });
    return fc.array(
      one.map(({ from: place, ...where }) => ({ ...place, ...where })),
      { minLength: 1, maxLength: 12 },
    );
  };

  function without(from: Extracts, { table, head, row, colonne }: Removal): Extracts {
    const at = tables().findIndex(({ name }) => name === table);
    const heads = from.heads.filter((one) => from.rows(one, at).length > 0);
    const target = heads[head % heads.length];
    if (target === undefined) return from;
    const all = from.rows(target, at);
    const column = tables()[at]?.columns.findIndex(({ name }) => name === colonne);
    const left =
      colonne === null
        ? all.filter((_, n) => n !== row % all.length)
        : all.map((cells, n) =>
            n === row % all.length ? cells.map((cell, c) => (c === column ? null : cell)) : cells,
          );
    const rows: Extracts['rows'] = (one, which) => (one === target && which === at ? left : from.rows(one, which));
    return { ...from, rows, count: (one, which) => rows(one, which).length };
  }

  /** What a reader counts: sites known, rows of sites, cells that say something, things in lists and numbers of communes. */
  function counts(id: Id, comparaison: Comparaison): readonly number[] {
    const figure = dessiner[id]({ ...asked, comparaison });
    if (figure === null) return [0, 0, 0, 0];
    const { colonnes, lignes } = figure.donnees;
    const own = lignes.filter(([dossier]) => dossier !== null);
    const cells = own.flat().filter((cell) => cell !== null);
    const numbers = own.flatMap((row) => row.filter((_, n) => /^(nb_)?communes$/.test(colonnes[n] ?? '')));
    const lists = own.flat().flatMap((cell) => (Array.isArray(cell) ? cell : []));
    const sum = numbers.reduce<number>((all, one) => all + (typeof one === 'number' ? one : 0), 0);
    return [figure.connus, own.length, cells.length, sum + lists.length];
  }

  it.each(ids)(
    '%s',
    (id) => {
      fc.assert(
        fc.property(removals(id), (lost) => {
          let [left, before] = [extracts, counts(id, national)];
          for (const one of lost) {
            left = without(left, one);
            const after = counts(id, comparaisonOf(left));
            for (const [n, count] of after.entries()) expect(count).toBeLessThanOrEqual(before[n] ?? 0);
            before = after;
          }
        }),
        { numRuns: 30 },
      );
    },
    60_000,
  );
});

describe('la carte des sites', () => {
  it('outre-mer : le site a son point dans le cadre de son territoire, son nom par un numéro s’il n’y tient pas', () => {
    const figure = drawn(
      'carte-des-sites',
      comparing([
        siteAt('a', 'Hauts de l’Ouest réunionnais', ['97415', '97413', '97423']),
        siteAt('b', 'Nozay', NOZAY),
      ]),
    );
    expectSoundSheets(figure);
    const words = said(figure.figure).replaceAll('\u00a0', ' ');
    expect(words).toMatch(/Sur la carte, par leur numéro :\n1 Hauts de l’Ouest réunionnais/);
    expect(figure.donnees.lignes.map((row) => row[3])).toEqual(['974', 'hexagone']);
    expect(figure.figure.svg.match(/<circle[^>]*r="5"/g)).toHaveLength(3);
  });

  it('à cheval sur un océan : un point de chaque côté, jamais au milieu', () => {
    const figure = drawn('carte-des-sites', comparing([siteAt('a', 'Deux rives', ['44113', '97415'])]));
    expect(figure.donnees.lignes.map((row) => [row[3], row[5]])).toEqual(
      [
        ['974', 1],
        ['hexagone', 1],
      ].reverse(),
    );
    expect(figure.connus).toBe(1);
  });

  it('aucun point de commune connu : un rond vide au milieu du département, et c’est dit', () => {
    const figure = drawn('carte-des-sites', comparing([siteAt('a', 'Nozay', NOZAY)], { towns: noTowns }));
    expectSoundSheets(figure);
    expect(said(figure.figure)).toContain('milieu du département');
    expect(figure.donnees.lignes[0]?.slice(5, 7)).toEqual([NOZAY.length, 0]);
  });

  it('sans fond de carte : ni carte ni périmètres, le reste se dessine', () => {
    const { carte: _, ...without } = asked;
    expect(carteDesSites(without)).toBeNull();
    expect(perimetres(without)).toBeNull();
    expect(said(echelles(without)?.figure ?? drawn('echelles').figure)).toContain('244400537');
    expect(calendrier(without)).toEqual(drawn('calendrier'));
  });

  it('plus de noms que de sites sans dossier : ils sont dits « parmi »', () => {
    const session = {
      id: 's',
      session: { titre: 'S', sites_annonces: 3, sites: ['Nozay (44)', 'Ailleurs', 'Loin', 'Nulle part'] },
    };
    const [site] = siteAt('a', 'Pays de Nozay', NOZAY, { session: 's' });
    const comparaison = { sites: [{ ...site, nom: 'Nozay' }], sessions: [session], total: 3 };
    expect(annoncesOf(comparaison)).toEqual([
      { session: 's', titre: 'S', combien: 2, noms: ['Ailleurs', 'Loin', 'Nulle part'] },
    ]);
    expect(said(drawn('carte-des-sites', { comparaison }).figure)).toContain('parmi');
  });
});

describe('les périmètres', () => {
  const [one = '', two = '', three = '', ...rest] = NOZAY;
  const contours = { contours: carres(NOZAY), source: { nom: 'Des carrés', annee: 2020 } };

  /** The widths of what is filled as a perimeter, in units of the figure. */
  function widths(svg: string): readonly number[] {
    return [...svg.matchAll(/<path class="f-territoire[^>]* d="([^"]*)"/g)].map(([, d = '']) => {
      let [x, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (const [, step, dx] of d.matchAll(/([Ml])(-?[\d.]+)/g)) {
        x = step === 'M' ? Number(dx) : x + Number(dx);
        [least, most] = [Math.min(least, x), Math.max(most, x)];
      }
      return most - least;
    });
  }

  it('une seule échelle : un carré de 7,5 km a la même largeur partout, et celle que dit la barre', () => {
    const sites = [siteAt('a', 'Un carré', [one]), siteAt('b', 'Trois carrés', [one, two, three])];
    const figure = drawn('perimetres', comparing(sites, { contours: new Map(['a', 'b'].map((id) => [id, contours])) }));
    expectSoundSheets(figure);
    const [single = 0, triple = 0] = widths(figure.figure.svg);
    expect(triple / single).toBeCloseTo(3, 1);
    const [, from, to, km] =
      /d="M([\d.]+) [\d.]+V[\d.]+H([\d.]+)V[^"]*"[^>]*data-km="(\d+)"/.exec(figure.figure.svg) ?? [];
    const perKm = (Number(to) - Number(from)) / Number(km);
    // A tenth of a degree of longitude at 47.5° north.
    expect(single / perKm).toBeCloseTo(7.53, 1);
    expect(figure.figure.svg.match(/data-km/g)).toHaveLength(1);
    expect(figure.donnees.lignes.map((row) => row.slice(2, 6))).toEqual([
      ['contours', 1, 1, 0],
      ['contours', 3, 3, 0],
    ]);
    expect(figure.credit).toContain('Des carrés 2020');
  });

  it('des contours en partie : les communes sans contour sont des points, et c’est dit', () => {
    const some = { contours: carres([one, two]), source: null };
    const figure = drawn('perimetres', comparing([siteAt('a', 'Nozay', NOZAY)], { contours: new Map([['a', some]]) }));
    expectSoundSheets(figure);
    const points = [three, ...rest].filter((code) => towns.placeOf(code) !== null).length;
    expect(figure.donnees.lignes[0]?.slice(2, 6)).toEqual(['contours', NOZAY.length, 2, points]);
    expect(said(figure.figure).replace(/\s/g, ' ')).toContain(`contours de 2 sur ${NOZAY.length}`);
    expect(figure.credit).toContain('source non indiquée');
  });

  it('sans contours, aucun contour n’est inventé : des points, sinon les départements, sinon le nom seul', () => {
    const points = drawn('perimetres', comparing([siteAt('a', 'Nozay', NOZAY)]));
    expect(widths(points.figure.svg)).toEqual([]);
    const around = drawn('perimetres', comparing([siteAt('a', 'Nozay', NOZAY)], { towns: noTowns }));
    expect(around.donnees.lignes[0]?.[2]).toBe('departements');
    expect(widths(around.figure.svg)).toEqual([]);
    expect(said(around.figure).replace(/\s+/g, ' ')).toContain('sans contours ni points');
    const name = drawn('perimetres', comparing([siteAt('a', 'Maripasoula', ['97353'])], { towns: noTowns }));
    expectSoundSheets(name);
    expect(name.donnees.lignes[0]?.[2]).toBeNull();
    expect(said(name.figure)).toContain('Maripasoula');
    expect(name.connus).toBe(1);
  });

  it('un département entier a une forme connue', () => {
    const perimetre = perimetreOf({ departements: ['14'] }, cog);
    const rows = perimetre.communes.map((row): Fiche => ({ dossier: 'a', ...row }));
    const site = siteOf('a', 'Le Calvados', { departements: ['14'] }, { perimetres: rows });
    const figure = drawn('perimetres', comparing([[site, perimetre]]));
    expect(figure.donnees.lignes[0]?.[2]).toBe('departements_entiers');
    expect(figure.credit).toContain('Natural Earth');
  });

  it('ce qui est au-delà d’un océan n’est pas dessiné, et c’est dit', () => {
    const figure = drawn('perimetres', comparing([siteAt('a', 'Deux rives', ['44113', '44110', '97415'])]));
    expect(said(figure.figure).replace(/\s+/g, ' ')).toContain('non dessiné : La Réunion');
  });
});

describe('le calendrier', () => {
  it('une date est une durée : une année est longue, un jour court', () => {
    expect(momentOf('2017')).toEqual({ from: 2017, to: 2018, grain: 'annee' });
    expect(momentOf('2017-12')).toEqual({ from: 2017 + 11 / 12, to: 2018, grain: 'mois' });
    expect(momentOf('2017-12-31')?.to).toBe(2018);
    expect(momentOf('2016-02-29')?.to).toBeCloseTo(2016 + 2 / 12);
    expect([momentOf('bientôt'), momentOf(null), momentOf('2017-13'), momentOf('2017-01-00')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const axe = axeOf([{ from: 2017.2, to: 2017.4, grain: 'jour' }], 0, 100);
    expect([axe.debut, axe.fin, axe.x(2017.5)]).toEqual([2017, 2018, 50]);
  });

  const svgOf = (dossier: Fiche, seances: readonly Fiche[] = []): string => {
    const all = [
      siteOf('a', 'Ici', dossier, { seances }),
      siteOf('z', 'Repère', { debut: '2010-01-01', fin: '2019-12-31' }),
    ];
    const figure = drawn('calendrier', { comparaison: { sites: all, sessions: [], total: 2 } });
    expectSoundSheets(figure);
    return figure.figure.svg;
  };
  const hatches = (svg: string): number => svg.match(/fill="url\(#f1-inconnu\)"/g)?.length ?? 0;
  const legendHatch = 1;

  it('l’inconnu est hachuré et nommé', () => {
    expect(hatches(svgOf({ debut: '2012-01-01', fin: '2014-01-01' }))).toBe(legendHatch);
    for (const [dossier, words] of [
      [{ debut: '2012' }, 'fin inconnue'],
      [{ fin: '2016-05' }, 'début inconnu'],
      [{}, 'début et fin inconnus'],
    ] as const) {
      const svg = svgOf(dossier);
      expect(hatches(svg)).toBe(legendHatch + 1);
      expect(svg).toContain(words);
    }
  });

  it('une année seule est une bande de cette année, jamais un trait plein', () => {
    const unit = (720 - 104 - 176) / 10;
    const bands = (svg: string): readonly number[] =>
      [...svg.matchAll(/<rect class="f-teinte t-sourd" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map((one) =>
        Number(one[2]),
      );
    const legendBand = 30;
    expect(bands(svgOf({ debut: '2012', fin: '2012-06-30' }))).toEqual([Math.round(unit * 100) / 100, legendBand]);
    expect(bands(svgOf({ debut: '2012-01-01', fin: '2012-06-30' }))).toEqual([legendBand]);
  });

  it('les séances sont marquées ; celles qui n’ont pas de date sont comptées et dites', () => {
    const marks = (svg: string): number => svg.match(/<rect class="f-encre"[^>]*height="18"/g)?.length ?? 0;
    const none = marks(svgOf({ debut: '2012' }));
    const svg = svgOf({ debut: '2012' }, [
      { date: '2012-02-03' },
      { date: '2012-02-03', fin: '2012-02-05' },
      { date: null },
    ]);
    expect(marks(svg) - none).toBe(2);
    expect(svg.replace(/\u00a0/g, ' ')).toContain('3 séances');
    expect(svg).toContain('dont 1 sans date');
  });
});

describe('les échelles', () => {
  it('[] est connu, null est inconnu ; « R » et « A » disent ce qui manque', () => {
    const words = (dossier: Fiche): string => {
      const [site, perimetre] = siteAt('a', 'Ici', NOZAY, dossier);
      const figure = drawn('echelles', comparing([[site, perimetre]]));
      expectSoundSheets(figure);
      return said(figure.figure);
    };
    expect(words({ niveau: 'site', niveaux_intervention: [] })).not.toMatch(/^[RA]+$/m);
    expect(words({ niveau: 'site' })).toMatch(/^A$/m);
    expect(words({ niveaux_intervention: ['site'] })).toMatch(/^R$/m);
    expect(words({})).toMatch(/^RA$/m);
  });

  it('le périmètre inconnu est hachuré et nommé, même quand l’échelle est dite', () => {
    const sites = [siteOf('a', 'Ici', { niveau: 'site', nb_communes: null })];
    const figure = drawn('echelles', { comparaison: { sites, sessions: [], total: 1 } });
    expect(said(figure.figure)).toContain('périmètre inconnu');
    expect(caption(figure)).toContain('Périmètre : 0 connu sur 1.');
  });
});
