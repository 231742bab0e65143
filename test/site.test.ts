import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataScript } from '../src/compile/comparison/site/data.ts';
import type { DonneesSite } from '../src/model/site-data.ts';
import { indexOf, matching, snippetsOf, spansOf } from '../src/site/find.ts';
import { sift } from '../src/site/sift.ts';
import { hashOf, PAGE, START, type State, stateOf, withCode, withCompared } from '../src/site/state.ts';
import { dataIn, type Made, madeSite, partlyPublic } from './site-made.ts';
import { atelier, freshFolder } from './terminal.ts';

const donnees: DonneesSite = {
  auteur: null,
  mots: {} as DonneesSite['mots'],
  facettes: [
    { id: 'types', titre: 'Type', valeurs: ['rural', 'urbain', 'inconnu'].map((code) => ({ code, libelle: code })) },
    { id: 'phase', titre: 'Phase', valeurs: ['suites', 'cadrage'].map((code) => ({ code, libelle: code })) },
  ],
  rubriques: ['Enjeux', 'Communes'].map((titre) => ({ titre, auteur: true })),
  lignes: [],
  dossiers: [
    { id: 'a', nom: 'Vallée de l’Œil', titre: 'A', rapport: null, f: [[0], [0]], r: [['Épargner les sols'], ['Évry']] },
    { id: 'b', nom: 'Bourg', titre: 'B', rapport: null, f: [[0, 1], [1]], r: [null, ['Saint-Évroult']] },
    { id: 'c', nom: 'Cité', titre: 'C', rapport: null, f: [[2], [0]], r: [['Partager l’eau'], null] },
  ],
};

describe('the search', () => {
  const found = (query: string) => {
    const kept = matching(indexOf(donnees), query);
    return donnees.dossiers.flatMap(({ id }, at) => (kept[at] ? [id] : []));
  };
  it.each([
    ['', ['a', 'b', 'c']],
    ['EPARGNER', ['a']],
    ['evr', ['a', 'b']],
    ['evr épar', ['a']],
    ['oeil', ['a']],
    ['argner', []],
    ['l’eau', ['c']],
    ['rural', ['a', 'b']],
    ['saint-evroult', ['b']],
    ['…', ['a', 'b', 'c']],
  ])('« %s » finds %j', (query, ids) => expect(found(query)).toEqual(ids));

  it('says where a word lies in the text as it is written', () => {
    const text = 'Épargner l’œil et les sols';
    expect(spansOf(text, 'oe sol').map(([start, end]) => text.slice(start, end))).toEqual(['œil', 'sols']);
  });

  it('shows what is not in sight, and that alone', () => {
    const [a] = donnees.dossiers;
    expect(a && snippetsOf(a, donnees, 'vallee evry', 'Vallée de l’Œil')).toEqual([
      { titre: 'Communes', texte: 'Évry', auteur: true },
    ]);
  });
});

describe('the sieve', () => {
  const all = [true, true, true];
  const chosen = (...pairs: readonly (readonly [string, string])[]): State =>
    pairs.reduce((state, [facet, code]) => withCode(state, facet, code, true), START);

  it('takes any of the values of a facet, and all facets', () => {
    expect(sift(donnees, chosen(['types', 'urbain'], ['types', 'inconnu']), all).kept).toEqual([false, true, true]);
    expect(sift(donnees, chosen(['types', 'rural'], ['phase', 'suites']), all).kept).toEqual([true, false, false]);
  });

  it('counts in each value what choosing it would leave', () => {
    const { counts } = sift(donnees, chosen(['types', 'rural']), all);
    expect(counts).toEqual([
      [2, 1, 1],
      [1, 1],
    ]);
  });

  it('counts as choosing does, whatever is chosen', () => {
    const codes = donnees.facettes.flatMap(({ id, valeurs }) => valeurs.map(({ code }) => [id, code] as const));
    fc.assert(
      fc.property(fc.subarray(codes), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), (some, found) => {
        const state = chosen(...some);
        donnees.facettes.forEach(({ id, valeurs }, at) => {
          valeurs.forEach(({ code }, rank) => {
            const alone = { ...state, chosen: new Map([...state.chosen, [id, [code]] as const]) };
            expect(sift(donnees, state, found).counts[at]?.[rank]).toBe(sift(donnees, alone, found).count);
          });
        });
      }),
    );
  });
});

describe('the address', () => {
  const known = {
    facets: new Map(donnees.facettes.map(({ id, valeurs }) => [id, new Set(valeurs.map(({ code }) => code))])),
    dossiers: new Set(['a', 'b', 'c', 'd', 'e']),
  };

  it('says any state, and is read back as it was', () => {
    const state = fc.record({
      q: fc.string().map((text) => text.trim()),
      chosen: fc
        .record({ types: fc.subarray(['inconnu', 'rural', 'urbain']), phase: fc.subarray(['cadrage', 'suites']) })
        .map((all) => new Map(Object.entries(all).filter(([, codes]) => codes.length > 0))),
      compared: fc.subarray(['a', 'b', 'c', 'd', 'e'], { maxLength: 4 }),
      open: fc.boolean(),
      differing: fc.boolean(),
      shown: fc.constantFrom(PAGE, 2 * PAGE),
    });
    fc.assert(
      fc.property(state, (one) => {
        const open = one.open && one.compared.length > 1;
        const whole = { ...one, open, differing: one.differing && open };
        expect(stateOf(hashOf(whole), known)).toEqual(whole);
      }),
    );
  });

  it('passes over what is unknown, and leaves places of the page alone', () => {
    expect(stateOf('#types=rural,lunaire&comparer=a,z,a&n=abc&vue=comparaison', known)).toEqual({
      ...START,
      chosen: new Map([['types', ['rural']]]),
      compared: ['a'],
    });
    expect(stateOf('#listes', known)).toBe(null);
  });

  it('holds four dossiers at most', () => {
    const four = ['a', 'b', 'c', 'd'].reduce((state, id) => withCompared(state, id, true), START);
    expect(withCompared(four, 'e', true)).toBe(four);
    expect(stateOf('#comparer=a,b,c,d,e', known)?.compared).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the pages', () => {
  let made: Made;
  beforeAll(async () => {
    made = await madeSite();
  });
  const htmlOf = (one: Made) => one.paths.filter((path) => path.endsWith('.html'));

  it('are one folder: an index, a page a dossier, a notice, data, style and script', () => {
    expect([made.ran.code, made.ran.err]).toEqual([0, expect.stringContaining('index.html')]);
    expect([...made.paths].sort()).toEqual([
      'donnees.js',
      'dossiers/caen-metropole.html',
      'dossiers/doullens-sueur.html',
      'dossiers/modele.html',
      'dossiers/nozay.html',
      'dossiers/sud-des-landes.html',
      'index.html',
      'mentions.html',
      'site.css',
      'site.js',
    ]);
  });

  it('are the same again', async () => {
    const again = await madeSite();
    for (const path of made.paths) expect(again.page(path)).toBe(made.page(path));
  });

  it('say for whom they are, and keep search engines away', () => {
    for (const path of htmlOf(made)) {
      expect(made.page(path)).toContain('Usage interne');
      expect(made.page(path)).toContain('<meta name="robots" content="noindex, nofollow">');
    }
  });

  it('load nothing from any other place', () => {
    for (const path of htmlOf(made)) {
      const loads = [...made.page(path).matchAll(/<(?:script|link|img|iframe|source)\b[^>]*?(?:src|href)="([^"]*)"/g)];
      expect(loads.length).toBeGreaterThan(0);
      for (const [, place] of loads) expect(place).toMatch(/^(?:\.\.\/)?(?:site|donnees)\.(?:js|css)$/);
    }
    expect(made.page('site.css')).not.toMatch(/url\((?!data:|"data:)/);
    expect(made.page('site.js')).not.toMatch(/\bfetch\(|XMLHttpRequest|import\(|https?:/);
  });

  it('list every dossier by session, région, dispositif and enjeu without a script', () => {
    const index = made.page('index.html');
    const lists = index.slice(index.indexOf('id="listes"'), index.indexOf('id="choisis"'));
    const parts = lists.split('<details>').slice(1);
    const titles = parts.map((part) => /<summary>(.*?)<\/summary>/.exec(part)?.[1]);
    expect(titles).toEqual(expect.arrayContaining(['Par session', 'Par région', 'Par dispositif', 'Par enjeu']));
    for (const { id } of dataIn(made).dossiers) {
      for (const part of parts) expect(part).toContain(`href="dossiers/${id}.html"`);
    }
  });

  it('name what is unknown', () => {
    expect(made.page('dossiers/nozay.html')).toMatch(/Équipe \(mandataire\)<\/strong> <em>inconnu<\/em>/);
    const phase = dataIn(made).facettes.find(({ id }) => id === 'fondements');
    expect(phase?.valeurs.at(-1)).toEqual({ code: 'inconnu', libelle: 'Inconnu' });
  });

  it('are in English where that is asked for, the words of dossiers in their own language', async () => {
    const english = await madeSite(['--lang', 'en']);
    expect(english.page('index.html')).toContain('<html lang="en">');
    expect(english.page('index.html')).toContain('Internal use');
    expect(english.page('index.html')).toContain('<h1 lang="fr">');
    expect(english.page('dossiers/nozay.html')).toContain('<span lang="fr">');
    expect([dataIn(english).auteur, dataIn(made).auteur]).toEqual(['fr', null]);
    expect(english.page('mentions.html')).toContain('Accessibility: not compliant');
  });

  it('lead to reports: those beside, those of a folder, those of an address', async () => {
    const rapports = freshFolder();
    mkdirSync(join(rapports, 'nozay'));
    writeFileSync(join(rapports, 'nozay/rapport.html'), '');
    const there = await madeSite(['--rapports', rapports]);
    const links = dataIn(there).dossiers.flatMap(({ rapport }) => rapport ?? []);
    expect(links).toEqual([expect.stringMatching(/^\.\.\/.*\/nozay\/rapport\.html$/)]);
    expect(there.page('dossiers/nozay.html')).toContain(`href="../${links[0]}"`);
    const far = await madeSite(['--rapports', 'https://exemple.fr/rapports/']);
    expect(far.page('dossiers/nozay.html')).toContain('href="https://exemple.fr/rapports/nozay/rapport.html"');
    const absent = await madeSite(['--rapports', 'nulle-part']);
    expect([absent.ran.code, absent.ran.err]).toEqual([2, expect.stringContaining('nulle-part')]);
    const elsewhere = await atelier(['compare', 'examples/national', '--rapports', rapports], process.cwd());
    expect([elsewhere.code, elsewhere.err]).toEqual([2, expect.stringContaining('--to site')]);
  });
});

describe('the public pages', () => {
  it('lead to no report beside them, which holds all of its dossier, unless somebody names the place', async () => {
    const beside = freshFolder();
    mkdirSync(join(beside, 'rapports/nozay'), { recursive: true });
    writeFileSync(join(beside, 'rapports/nozay/rapport.html'), '');
    const linked = async (...flags: readonly string[]) => {
      const made = await madeSite(flags, partlyPublic(), [], join(beside, 'comparaison'));
      return dataIn(made).dossiers.find(({ id }) => id === 'nozay')?.rapport;
    };
    expect(await linked()).toBe('../../rapports/nozay/rapport.html');
    expect(await linked('--public')).toBe(null);
    expect(await linked('--public', '--rapports', join(beside, 'rapports'))).toBe('../../rapports/nozay/rapport.html');
  });

  it('hold what may be published, say who publishes, and what is left to complete', async () => {
    const made = await madeSite(['--public'], partlyPublic(), []);
    expect([made.ran.code, made.ran.err]).toEqual([0, expect.stringContaining('site.hebergeur')]);
    expect(dataIn(made).dossiers.map(({ id }) => id)).toEqual(['nozay']);
    expect(made.paths.filter((path) => path.startsWith('dossiers/'))).toEqual(['dossiers/nozay.html']);
    for (const path of ['index.html', 'dossiers/nozay.html', 'mentions.html']) {
      expect(made.page(path)).not.toContain('Usage interne');
      expect(made.page(path)).not.toContain('noindex');
      expect(made.page(path)).toContain('Accessibilité\u00a0: non conforme');
    }
    const mentions = made.page('mentions.html');
    expect(mentions).toContain('Espace de démonstration');
    expect(mentions.match(/à compléter par le service/g)).toHaveLength(3);
    expect(mentions).toContain('Licence Ouverte');
    expect(dataIn(made).dossiers[0]?.rapport).toBe(null);
  });

  it('say what the service knows of its site', async () => {
    const site = `site:\n  directeur_publication: Préfet de la Loire-Atlantique\n  contact: https://exemple.fr/contact\n  hebergeur: Hébergeur d’exemple, Nantes\n  accessibilite: {etat: partielle, declaration: 'https://exemple.fr/accessibilite'}\n`;
    const made = await madeSite(['--public'], partlyPublic(site), []);
    expect(made.ran.err).not.toContain('site.');
    const mentions = made.page('mentions.html');
    expect(mentions).not.toContain('à compléter');
    for (const said of ['Préfet de la Loire-Atlantique', 'https://exemple.fr/contact', 'Hébergeur d’exemple'])
      expect(mentions).toContain(said);
    expect(made.page('index.html')).toContain('Accessibilité\u00a0: partiellement conforme');
  });
});

describe('the data', () => {
  it('are read back whatever they hold', () => {
    const hostile = { ...donnees, rubriques: [{ auteur: true, titre: `'"\\ \n</script>\u2028 \u0000 ’` }] };
    const window: { atelierSite?: unknown } = {};
    new Function('window', dataScript(hostile))(window);
    expect(window.atelierSite).toEqual(hostile);
  });
});
