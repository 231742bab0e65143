import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCog } from '../src/cog/cog.ts';
import { readCell } from '../src/edit/indicateurs/number.ts';
import { cogBytes } from '../src/load/assets.ts';
import { dossierWith, imported, textAt } from './import-run.ts';
import { contentsOf } from './terminal.ts';

const cog = openCog(cogBytes());
const territoire =
  '# le territoire\nnom: Plaine de Caen\ncommunes: [14119 Cagny, 14675 Soliers]   # deux pour commencer\nannee_cog: 2026\n';
const rows =
  'CODGEO;LIBGEO;POP;LOG;MED21\n14119;Cagny;2 000;900;21 500\n14675;Soliers;2500,5;1100;22 500\n14118;Caen;105000;60000;20 000\n';
const sum = ['--code', 'CODGEO', '--colonnes', 'POP', '--agregat', 'somme'];

const withTable = (table: string | Uint8Array, more: Readonly<Record<string, string>> = {}) =>
  dossierWith({ 'territoire.yaml': territoire, 't.csv': table, ...more });
const run = (folder: string, ...flags: readonly string[]) => imported(['indicateurs', 't.csv', ...flags], folder);

describe('import indicateurs', () => {
  it('adds up a column over the perimeter, and cites its source', async () => {
    const folder = withTable(rows);
    const { code, out, err } = await run(
      folder,
      ...sum,
      '--titre',
      'Population',
      '--unite',
      'habitants',
      '--source',
      'Insee, recensement',
      '--annee',
      '2021',
    );
    expect({ code, out }).toEqual({ code: 0, out: 'dossier.yaml\nterritoire.yaml\n' });
    expect(err).toContain('Population : 4\u202f500,5 habitants (communes : 2\u00a0connues sur 2)');
    expect(textAt(folder, 'territoire.yaml')).toBe(
      `${territoire}indicateurs:\n  - titre: "Population"\n    valeur: 4500.5\n    unite: habitants\n    annee: 2021\n    sources: [insee-recensement]\n    agregat: somme\n    communes_connues: 2\n    communes_total: 2\n`,
    );
    expect(textAt(folder, 'dossier.yaml')).toMatch(
      /sources:\n {2}insee-recensement:\n {4}titre: "Insee, recensement"\n$/,
    );
  });

  it('gives the ratio of two sums, not the mean of ratios', async () => {
    const folder = withTable('CODGEO,VAC,LOG\n14119,10,100\n14675,90,300\n');
    await run(
      folder,
      '--code',
      'CODGEO',
      '--colonnes',
      'VAC,LOG',
      '--agregat',
      'rapport',
      '--unite',
      '%',
      '--titre',
      'Logements vacants',
    );
    expect(textAt(folder, 'territoire.yaml')).toContain(
      '  - titre: "Logements vacants"\n    valeur: 25\n    unite: "%"\n    agregat: rapport\n    communes_connues: 2\n    communes_total: 2\n',
    );
    await run(folder, '--code', 'codgeo', '--colonnes', 'VAC,LOG', '--agregat', 'rapport');
    expect(textAt(folder, 'territoire.yaml')).toContain('  - titre: "VAC / LOG"\n    valeur: 0.25\n');
  });

  it('keeps a secret value unknown, never zero, in both terms of a ratio', async () => {
    const folder = withTable('CODGEO;A;B\n14119;10;s\n14675;30;60\n');
    await run(folder, '--code', 'CODGEO', '--colonnes', 'A,B', '--agregat', 'rapport');
    expect(textAt(folder, 'territoire.yaml')).toContain(
      'valeur: 0.5\n    agregat: rapport\n    communes_connues: 1\n    communes_total: 2\n',
    );
    const { code, err } = await run(withTable('CODGEO;POP\n14119;s\n14675;nd\n'), ...sum);
    expect([code, err.includes('aucune valeur connue sur le périmètre')]).toEqual([2, true]);
  });

  it('adds a former commune to its successor, and takes a city by its arrondissements', async () => {
    const castine = dossierWith({
      'territoire.yaml': 'nom: Ici\ncommunes: [14538 Castine-en-Plaine]\n',
      't.csv': 'CODGEO;POP\n14538;1000\n14691;300\n14339;s\n',
    });
    await run(castine, ...sum);
    expect(textAt(castine, 'territoire.yaml').includes('valeur')).toBe(false);
    const whole = dossierWith({
      'territoire.yaml': 'nom: Ici\ncommunes: [14538 Castine-en-Plaine]\n',
      't.csv': 'CODGEO;POP\n14538;1000\n14691;300\n14339;50\n',
    });
    await run(whole, ...sum);
    expect(textAt(whole, 'territoire.yaml')).toContain('valeur: 1350\n');
    const lyon = Array.from({ length: 9 }, (_, index) => `${69381 + index};10\n`).join('');
    for (const [table, valeur] of [
      [lyon, 90],
      [`69123;100\n${lyon}`, 100],
    ] as const) {
      const folder = dossierWith({
        'territoire.yaml': 'nom: Lyon\ncommunes: [69123 Lyon]\n',
        't.csv': `CODGEO;POP\n${table}`,
      });
      await run(folder, ...sum);
      expect(textAt(folder, 'territoire.yaml')).toContain(`valeur: ${valeur}\n`);
    }
  });

  it('gives the département and the région where all their communes are known', async () => {
    const codes = cog.region('28')?.departements.flatMap((code) => cog.departement(code)?.communes ?? []) ?? [];
    const table = (left: string) =>
      `CODGEO;POP\n${codes
        .filter((code) => code !== left)
        .map((code) => `${code};1\n`)
        .join('')}`;
    const folder = withTable(table(''));
    await run(folder, ...sum);
    const all = (niveau: string, code: string, nom: string, valeur: number) =>
      `      - niveau: ${niveau}\n        code: ${code}\n        nom: ${nom}\n        valeur: ${valeur}\n`;
    const calvados = all('departement', '14', '"Calvados"', cog.departement('14')?.communes.length ?? 0);
    const normandie = all('region', '28', '"Normandie"', codes.length);
    expect(textAt(folder, 'territoire.yaml')).toContain(`    comparaisons:\n${calvados}${normandie}`);
    const partial = withTable(table('76540'));
    await run(partial, ...sum);
    expect(textAt(partial, 'territoire.yaml').endsWith(`    comparaisons:\n${calvados}`)).toBe(true);
    // The same figure again, of a table that holds less: what it compared with is no longer known.
    writeFileSync(join(partial, 't.csv'), 'CODGEO;POP\n14119;1\n14675;1\n');
    await run(partial, ...sum);
    expect(textAt(partial, 'territoire.yaml')).not.toContain('comparaisons');
  });

  it('replaces its own entry when run again, and nothing else', async () => {
    const folder = withTable(rows);
    const flags = [...sum, '--source', 'Insee', '--annee', '2021'];
    await run(folder, ...flags);
    const first = textAt(folder, 'territoire.yaml');
    const again = await run(folder, ...flags);
    expect([again.code, again.out, again.err.includes('Rien à changer')]).toEqual([0, '', true]);
    const touched = `${first.replace('valeur: 4500.5', 'valeur: 1  # à vérifier').replace('connues: 2', 'connues: 1')}    note: Vu avec la commune\n    autres_valeurs:\n      - valeur: 3\n`;
    const other = dossierWith({
      'dossier.yaml': textAt(folder, 'dossier.yaml'),
      'territoire.yaml': touched,
      't.csv': rows,
    });
    await run(other, ...flags);
    expect(textAt(other, 'territoire.yaml')).toBe(
      touched.replace('valeur: 1  #', 'valeur: 4500.5  #').replace('connues: 1', 'connues: 2'),
    );
    await run(other, ...sum, '--source', 'Insee', '--annee', '2022');
    expect(textAt(other, 'territoire.yaml').match(/titre: "POP"/g)).toHaveLength(2);
    const typed =
      '    valeur: 4000\n    annee: 2021\n    sources: [insee]\n    comparaisons:\n      - {niveau: region, code: 28, nom: Normandie, valeur: 3300000}\n';
    const byHand = dossierWith({
      'dossier.yaml': textAt(folder, 'dossier.yaml'),
      'territoire.yaml': first.replace(/ {4}valeur: [\s\S]*/, typed),
      't.csv': rows,
    });
    await run(byHand, ...flags);
    expect(textAt(byHand, 'territoire.yaml')).toContain(
      'valeur: 4500.5\n    annee: 2021\n    sources: [insee]\n    comparaisons:\n      - {niveau: region, code: 28, nom: Normandie, valeur: 3300000}\n    agregat: somme\n',
    );
  });

  it('takes a source of the dossier by its key or its title', async () => {
    const sheet =
      'format: 1\nid: essai\ntitre: Essai\ndispositif: local\nphase: diagnostic\nsources:\n  rp: {titre: "Insee, recensement"}\n';
    for (const words of ['rp', 'INSEE recensement']) {
      const folder = withTable(rows, { 'dossier.yaml': sheet });
      await run(folder, ...sum, '--source', words);
      expect(textAt(folder, 'dossier.yaml')).toBe(sheet);
      expect(textAt(folder, 'territoire.yaml')).toContain('sources: [rp]');
    }
  });

  it('takes several columns, each with its title and unit', async () => {
    const folder = withTable(rows);
    await run(
      folder,
      '--code',
      'CODGEO',
      '--colonnes',
      'POP,LOG',
      '--agregat',
      'somme',
      '--titre',
      'Habitants; Logements',
      '--unite',
      'nombre',
    );
    expect(textAt(folder, 'territoire.yaml').match(/titre: .*|valeur: .*|unite: .*/g)).toEqual([
      'titre: "Habitants"',
      'valeur: 4500.5',
      'unite: nombre',
      'titre: "Logements"',
      'valeur: 2000',
      'unite: nombre',
    ]);
    const { code, err } = await run(
      folder,
      '--code',
      'CODGEO',
      '--colonnes',
      'POP,LOG',
      '--agregat',
      'somme',
      '--titre',
      'Un seul',
    );
    expect([code, err.includes('--titre : 2 attendus, 1 donnés')]).toEqual([2, true]);
  });

  it('shows what would change and writes nothing with --dry-run', async () => {
    const folder = withTable(rows);
    const before = contentsOf(folder);
    const { code, out } = await run(folder, ...sum, '--dry-run');
    expect(code).toBe(0);
    expect(out).toBe(
      'territoire.yaml\n  + indicateurs:\n  +   - titre: "POP"\n  +     valeur: 4500.5\n  +     agregat: somme\n  +     communes_connues: 2\n  +     communes_total: 2\n',
    );
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('tables as producers write them', () => {
  it.each([
    [
      'commas, quotation marks',
      '"CODGEO","LIBGEO","POP"\n"14119","Cagny, le bourg","2000"\n"14675","Soliers","2500,5"\n',
    ],
    ['tabs, CRLF, a mark', '\ufeffCODGEO\tPOP\r\n14119\t2000\r\n14675\t2500.5\r\n'],
    [
      'titles above the header',
      'Population en 2021;;\n;;\nCODGEO;LIBGEO;POP\n14119;Cagny;2\u202f000\n14675;Soliers;2\u00a0500,5\n',
    ],
    ['short rows, blank lines', 'CODGEO;POP;X\n14119;2000\n\n14675;2500,5;1;2\n;12\n'],
    ['no line break at the end', 'POP;CODGEO\n2000;14119\n2500,5;14675'],
  ])('%s', async (_, table) => {
    const folder = withTable(table);
    expect((await run(folder, ...sum)).code).toBe(0);
    expect(textAt(folder, 'territoire.yaml')).toContain('valeur: 4500.5\n');
  });

  it('finds Latin-1 out and says so, even far from the start', async () => {
    const table = `CODGEO;POPULATION_É\n14119;2000\n14675;500\n${'14118;1\n'.repeat(1).padEnd(200_000, '\n')}14001;n\u00e9ant\n`;
    const folder = withTable(Buffer.from(table, 'latin1'));
    const { code, err } = await run(folder, '--code', 'CODGEO', '--colonnes', 'population_é', '--agregat', 'somme');
    expect([code, err.includes('Windows-1252')]).toEqual([0, true]);
    expect(textAt(folder, 'territoire.yaml')).toContain('titre: "population_é"\n    valeur: 2500\n');
  });

  it('gives back the zero that codes have lost, and says so', async () => {
    const folder = dossierWith({
      'territoire.yaml': 'nom: Ici\ncommunes: [01004 Ambérieu-en-Bugey]\n',
      't.csv': 'CODGEO;POP\n1004;5\n1005;6\n14119;7\n',
    });
    const { err } = await run(folder, ...sum);
    expect(err).toContain('codes sans leur premier zéro, complétés : 2');
    expect(textAt(folder, 'territoire.yaml')).toContain('valeur: 5\n');
  });

  it('counts as unknown what is no number, and says where', async () => {
    const folder = withTable('CODGEO;POP\n14119;environ 12\n14675;30\n');
    const { err } = await run(folder, ...sum);
    expect(err).toContain('comptées inconnues : 1 (« environ 12 », ligne 2)');
    expect(textAt(folder, 'territoire.yaml')).toContain(
      'valeur: 30\n    agregat: somme\n    communes_connues: 1\n    communes_total: 2\n',
    );
  });

  it('warns when rates or medians are added up', async () => {
    const { code, err } = await run(withTable(rows), '--code', 'CODGEO', '--colonnes', 'MED21', '--agregat', 'somme');
    expect([
      code,
      err.includes('les taux, parts et médianes ne s’additionnent pas ; est-ce bien un nombre ? MED21'),
    ]).toEqual([0, true]);
  });

  it('keeps the rows that are asked for', async () => {
    const table = 'CODGEO;AN;POP\n14119;2015;1\n14119;2021;2\n14675;2015;10\n14675;2021;20\n';
    const folder = withTable(table);
    const refused = await run(folder, ...sum);
    expect([refused.code, refused.err]).toEqual([
      2,
      't.csv : 14119 y figure plusieurs fois (lignes 2 et 3) : il faut une ligne par commune\ngardez-en une : --filtre COLONNE=VALEUR\n',
    ]);
    await run(folder, ...sum, '--filtre', 'AN=2021');
    expect(textAt(folder, 'territoire.yaml')).toContain('valeur: 22\n');
  });
});

describe('import indicateurs says why a table is of no use, and writes nothing', () => {
  it.each<readonly [string, string | Uint8Array, readonly string[], string]>([
    [
      'a misspelt column',
      rows,
      ['--code', 'CODGEO', '--colonnes', 'LOGS', '--agregat', 'somme'],
      'il n’y a pas de colonne « LOGS »\nvouliez-vous dire LOG ?',
    ],
    [
      'a misspelt column of codes',
      rows,
      ['--code', 'CODEGO', '--colonnes', 'POP', '--agregat', 'somme'],
      'vouliez-vous dire CODGEO ?',
    ],
    [
      'another name altogether',
      rows,
      ['--code', 'INSEE', '--colonnes', 'POP', '--agregat', 'somme'],
      'les colonnes : CODGEO, LIBGEO, POP',
    ],
    [
      'names instead of codes',
      rows,
      ['--code', 'LIBGEO', '--colonnes', 'POP', '--agregat', 'somme'],
      'on y lit « Cagny »\nles codes semblent être dans --code CODGEO',
    ],
    [
      'postal codes',
      'CP;POP\n14630;1\n14540;2\n14480;3\n14000;4\n14200;5\n',
      ['--code', 'CP', '--colonnes', 'POP', '--agregat', 'somme'],
      'codes postaux (« 14630 »)',
    ],
    [
      'words instead of numbers',
      rows,
      ['--code', 'CODGEO', '--colonnes', 'LIBGEO', '--agregat', 'somme'],
      'ne porte pas de nombres : on y lit « Cagny », ligne 2',
    ],
    ['other communes', 'CODGEO;POP\n40088;1\n40001;2\n', sum, 'aucune commune du périmètre n’y figure'],
    ['a header alone', 'CODGEO;POP\n', sum, 'aucune ligne ne porte de code'],
    ['an empty file', '', sum, 'le fichier est vide'],
    ['a workbook', 'PK\u0003\u0004', sum, 'c’est un classeur'],
    ['UTF-16', Buffer.from('\ufeffCODGEO;POP\n', 'utf16le'), sum, 'UTF-16'],
    ['marks never closed', `CODGEO;POP\n14119;"2000\n${'14675;1\n'.repeat(150_000)}`, sum, 'guillemets'],
    ['no column', rows, ['--code', 'CODGEO', '--agregat', 'somme'], 'il manque --colonnes'],
    ['no aggregate', rows, ['--code', 'CODGEO', '--colonnes', 'POP'], 'il manque --agregat'],
    [
      'a ratio of one column',
      rows,
      ['--code', 'CODGEO', '--colonnes', 'POP', '--agregat', 'rapport'],
      'attend deux colonnes',
    ],
    [
      'a division by zero',
      'CODGEO;A;B\n14119;1;0\n14675;1;0\n',
      ['--code', 'CODGEO', '--colonnes', 'A,B', '--agregat', 'rapport'],
      'aucune valeur connue',
    ],
  ])('%s', async (_, table, flags, words) => {
    const folder = withTable(table);
    const before = contentsOf(folder);
    const { code, out, err } = await run(folder, ...flags);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(contentsOf(folder)).toEqual(before);
    expect((await imported(['indicateurs', join(folder, 't.csv'), ...flags], folder, 'en')).err).not.toMatch(
      /[éèà]|colonne |fichier/,
    );
  });
});

describe('readCell', () => {
  it('reads every way of writing a number back to it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(',', '.'),
        fc.constantFrom('', ' ', '\u00a0', '\u202f'),
        (whole, cents, point, gap) => {
          const grouped = String(Math.abs(whole)).replace(/\B(?=(?:\d{3})+$)/g, gap);
          const text = `${whole < 0 ? '-' : ''}${grouped}${point}${String(cents).padStart(2, '0')}`;
          expect(readCell(text)).toBe(
            Number(`${whole < 0 ? '-' : ''}${Math.abs(whole)}.${String(cents).padStart(2, '0')}`),
          );
        },
      ),
    );
  });
  it('tells unknown from unreadable', () => {
    expect(['', ' ', 's', 'S', 'nd', 'N.D.', 'ns', 'c', '…', '///', '-', '(s)'].map(readCell)).toEqual(
      Array(12).fill('inconnu'),
    );
    expect(['12 ans', '1 23', '1.2.3', '1,234,567', 'deux', '12 %'].map(readCell)).toEqual(Array(6).fill(null));
    expect(['0', '−5', '1.5E3', ',5', '+2'].map(readCell)).toEqual([0, -5, 1500, 0.5, 2]);
  });
});
