import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteresDe } from '../src/compile/comparison/criteres.ts';
import { nomsDesCriteres } from '../src/compile/comparison/criteres-noms.ts';
import { prochesDe, rapprocher } from '../src/compile/comparison/proches.ts';
import type { Fiche, Site } from '../src/compile/comparison/sites.ts';
import { anySaid, anySites, byCode, comparing, type Said, siteOf } from './comparison-sample.ts';
import { atelier, freshFolder } from './terminal.ts';

const national = resolve(import.meta.dirname, '../examples/national');
const criteres = criteresDe([], { comparaison: comparing([]), lieu: byCode });
const ids = (all: readonly { readonly site: Site }[]): readonly string[] => all.map(({ site }) => site.id);

describe('a likeness', () => {
  it('is what two share of all that both have, by weight', () => {
    const here = siteOf('a', { dossier: { types: ['rural', 'littoral'], niveau: 'site', population: 12_000 } });
    const there = siteOf('b', { dossier: { types: ['rural', 'montagne'], niveau: 'site', population: 60_000 } });
    const found = rapprocher(here, there, criteres);
    // A third of the types at 3, the level at 2, not the size at 1.
    expect([found.points, found.sur, found.connus]).toEqual([3, 6, 3]);
    expect(found.rapproches.find(({ critere }) => critere.nom === 'types')).toMatchObject({
      connu: true,
      communs: [{ code: 'rural' }],
      ici: [{ code: 'littoral' }],
      la: [{ code: 'montagne' }],
    });
  });

  it('says of whom a criterion is unknown, and counts it for neither', () => {
    const here = siteOf('a', { dossier: { types: ['rural'] } });
    const there = siteOf('b', { dossier: { niveau: 'site' } });
    const whose = Object.fromEntries(
      rapprocher(here, there, criteres).rapproches.map((one) => [one.critere.nom, one.connu ? 'connu' : one.de]),
    );
    expect(whose).toMatchObject({ types: 'la', niveau: 'ici', enjeux: 'deux' });
    expect(rapprocher(here, there, criteres)).toMatchObject({ points: 0, sur: 0, connus: 0 });
  });

  it('is not told from fewer than three criteria known of both, unless fewer are asked for', () => {
    const same: Said = { dossier: { types: ['rural'], niveau: 'site' } };
    const sites = [siteOf('a', same), siteOf('b', same)];
    const [first] = sites as [Site];
    expect(prochesDe(first, sites, criteres)).toMatchObject({ proches: [], peuConnus: [{ connus: 2 }], minimum: 3 });
    const few = criteresDe(['types', 'niveau'], { comparaison: comparing([]), lieu: byCode });
    expect(prochesDe(first, sites, few)).toMatchObject({ proches: [{ points: 5, sur: 5 }], peuConnus: [] });
  });

  it('puts sizes in classes whose bounds are whole', () => {
    const classOf = (population: number): string | undefined =>
      criteres.find(({ nom }) => nom === 'population')?.valeurs(siteOf('a', { dossier: { population } }))?.[0]?.libelle
        .en;
    expect([0, 9_999, 10_000, 49_999, 50_000, 200_000].map(classOf)).toEqual([
      'fewer than 10,000',
      'fewer than 10,000',
      '10,000 to 49,999',
      '10,000 to 49,999',
      '50,000 to 199,999',
      '200,000 and more',
    ]);
  });

  it('is the same seen from both sides', () => {
    fc.assert(
      fc.property(anySaid, anySaid, (one, other) => {
        const [a, b] = [siteOf('a', one), siteOf('b', other)];
        const [there, back] = [rapprocher(a, b, criteres), rapprocher(b, a, criteres)];
        expect([there.points, there.sur, there.connus]).toEqual([back.points, back.sur, back.connus]);
      }),
    );
  });

  it('is of a site with itself all its points', () => {
    fc.assert(
      fc.property(anySaid, (said) => {
        const { points, sur } = rapprocher(siteOf('a', said), siteOf('b', said), criteres);
        expect(points).toBe(sur);
      }),
    );
  });

  it('does not change where a site of which nothing is known comes, nor where a fact unknown of one is said of the other', () => {
    fc.assert(
      fc.property(anySites, fc.constantFrom('types', 'dynamiques', 'situations', 'niveau'), (sites, key) => {
        const [first] = sites as [Site];
        const before = prochesDe(first, sites, criteres);
        const silent = siteOf('inconnu', { dossier: { [key]: null } });
        const after = prochesDe(first, [...sites, silent], criteres);
        expect(ids(after.proches)).toEqual(ids(before.proches));
        expect(ids(after.peuConnus)).toContain('inconnu');
        const without = (site: Site): Site => ({ ...site, dossier: { ...site.dossier, [key]: null } });
        const mute = rapprocher(without(first), siteOf('z', { dossier: { [key]: sample[key] ?? null } }), criteres);
        const muter = rapprocher(without(first), siteOf('z'), criteres);
        expect([mute.points, mute.sur, mute.connus]).toEqual([muter.points, muter.sur, muter.connus]);
      }),
    );
  });

  it('does not depend on the order of the sites', () => {
    fc.assert(
      fc.property(
        anySites.chain((sites) =>
          fc.tuple(fc.constant(sites), fc.shuffledSubarray([...sites], { minLength: sites.length })),
        ),
        ([sites, shuffled]) => {
          const [first] = sites as [Site];
          const [one, other] = [prochesDe(first, sites, criteres), prochesDe(first, shuffled, criteres)];
          expect([ids(other.proches), ids(other.peuConnus)]).toEqual([ids(one.proches), ids(one.peuConnus)]);
        },
      ),
    );
  });
});

const sample: Fiche = { types: ['rural'], dynamiques: ['en_tension'], situations: ['crise'], niveau: 'site' };

describe('atelier similar', () => {
  it('says of the examples what is shared, what differs, what is unknown, and what weighs', async () => {
    const { code, out, err } = await atelier(['similar', 'nozay'], national);
    expect([code, err]).toEqual([0, '']);
    const [title, nearest, next, last, notes] = out.replaceAll('\u00a0', ' ').split('\n\n');
    expect(title).toBe('Les dossiers les plus proches de Nozay');
    expect(nearest?.split('\n').slice(0, 5)).toEqual([
      'Caen  caen-metropole',
      '  5,5 points sur 13 · critères connus des deux : 7 sur 10',
      '  En commun  Dispositif : Atelier national ; Types de territoire : Périurbain ; Dynamiques : Sous'.replaceAll(
        ' ;',
        '\u202f;',
      ),
      '             influence métropolitaine ; Enjeux : Habitat et logement ; Taille (habitants) : de'.replaceAll(
        ' ;',
        '\u202f;',
      ),
      '             10\u202f000 à 49\u202f999',
    ]);
    expect(nearest).toContain('Inconnu    Situations (des deux côtés)\u202f; Visées (là)\u202f; Ressources (là)');
    expect(next).toMatch(/^Sud des Landes {2}sud-des-landes\n {2}3 points sur 13/);
    expect(last).toMatch(
      /^Doullens {2}doullens-sueur\n {2}0 points sur 14 .*\n {2}En commun {2}rien, dans ce qui est connu/,
    );
    expect(notes).toContain('Poids des critères : Dispositif 1 · Types de territoire 3 ·');
    expect(notes).toContain('pas un classement');
  });

  it('has one shape as JSON', async () => {
    const { out } = await atelier(
      ['similar', 'nozay', '--by', 'niveau,situations', '--limit', '1', '--format', 'json'],
      national,
    );
    expect(JSON.parse(out)).toEqual({
      version: 1,
      dossier: { id: 'nozay', nom: 'Nozay' },
      criteres: [
        { nom: 'situations', titre: 'Situations', poids: 2 },
        { nom: 'niveau', titre: 'Niveau', poids: 2 },
      ],
      minimum: 2,
      proches: [],
      autres: 0,
      peu_connus: ['caen-metropole', 'doullens-sueur', 'sud-des-landes'].map((id) =>
        expect.objectContaining({ id, points: 0, sur: 2, criteres_connus: 1 }),
      ),
    });
  });

  it('gives a table in Markdown, in both languages', async () => {
    const { out } = await atelier(
      ['similar', 'dossiers/nozay/', '--format', 'md', '--lang', 'en', '--limit', '1'],
      national,
    );
    const lines = out.split('\n');
    expect(lines[0]).toBe('The dossiers nearest to Nozay');
    expect(lines[2]).toBe('| Dossier | Points | Shared | Differs | Unknown |');
    expect(lines[4]).toMatch(
      /^\| Caen \| 5\.5 points of 13\s· criteria known of both: 7 of 10 \| Scheme: National workshop; /u,
    );
    expect(out).toContain('Not shown, none of them nearer: 2 (--limit).');
    expect(out).toContain('not a ranking');
  });

  it('takes the neighbours of a dossier from inside it', async () => {
    const { out } = await atelier(['similar', 'caen-metropole'], join(national, 'dossiers/nozay'));
    expect(out).toContain('Sud des Landes');
  });

  it('proposes the nearest dossier, or says which there are', async () => {
    const near = await atelier(['similar', 'nosay'], national);
    expect([near.code, near.out]).toEqual([2, '']);
    expect(near.err).toBe('erreur : « nosay » n’est pas un dossier d’ici\n  vouliez-vous dire nozay ?\n');
    const far = await atelier(['similar', 'zzz', '--lang', 'en'], national);
    expect(far.err).toMatch(/^error: “zzz” is not a dossier here\n {2}the dossiers: .*nozay/);
  });

  it('says that one dossier is alone', async () => {
    const folder = freshFolder();
    cpSync(join(national, 'dossiers/doullens-sueur'), join(folder, 'doullens-sueur'), { recursive: true });
    const { code, out, err } = await atelier(['similar', 'doullens-sueur'], join(folder, 'doullens-sueur'));
    expect([code, out]).toEqual([0, 'Les dossiers les plus proches de Doullens\n']);
    expect(err).toBe('Un seul dossier ici : il n’y a rien à en rapprocher.\n');
  });

  it('refuses what it cannot read, with what it expects', async () => {
    const criteria = nomsDesCriteres.join(', ');
    expect((await atelier(['similar', 'nozay', '--by', 'enjeu'], national)).err).toBe(
      `erreur : --by ne connaît pas « enjeu » : ${criteria}\n  vouliez-vous dire enjeux ?\n`,
    );
    for (const limit of ['0', '-1', 'tous', '1.5'])
      expect(await atelier(['similar', 'nozay', `--limit=${limit}`], national)).toMatchObject({ code: 2, out: '' });
    expect((await atelier(['similar'], national)).code).toBe(2);
  });

  it('leaves out dossiers with errors when asked to, and says so', async () => {
    const folder = freshFolder(national);
    mkdirSync(join(folder, 'dossiers/faux'));
    writeFileSync(join(folder, 'dossiers/faux/dossier.yaml'), 'format: 1\nid: faux\ntitre: Faux\ndispositif: rien\n');
    expect(await atelier(['similar', 'nozay'], folder)).toMatchObject({ code: 1, out: '' });
    const kept = await atelier(['similar', 'nozay', '--keep-going'], folder);
    expect([kept.code, kept.out.includes('Caen')]).toEqual([1, true]);
  });

  it('says in its help that it is no ranking', async () => {
    expect((await atelier(['similar', '--help'], national)).out.replace(/\s+/g, ' ')).toContain('pas un classement');
  });
});
