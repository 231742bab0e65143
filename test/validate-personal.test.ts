import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPaths } from '../src/commands/prepare.ts';
import { jsonOf, summaryOf } from '../src/ui/json.ts';
import { rules } from '../src/validate/rules/index.ts';
import { diagnose, healthy, inWorkspace } from './healthy.ts';

describe('personal data', () => {
  const found = (text: string) =>
    diagnose({ ...healthy, 'diagnostic.md': `${text}\n` }).map(({ rule, column, endColumn }) => [
      rule,
      text.slice(column - 1, endColumn - 1),
    ]);

  test.each([
    'accueil@exemple.fr',
    'prénom.nom+dossier@mairie-cagny.exemple.fr',
    '02 31 00 00 00',
    '02.31.00.00.00',
    '0231000000',
    '+33 2 31 00 00 00',
    '+33 (0)2 31 00 00 00',
    '0033231000000',
  ])('« %s » is found, at its own characters, and masked', (datum) => {
    expect(found(`Écrire à ${datum}, ou passer.`)).toEqual([['donnee-personnelle', datum]]);
    const [first] = diagnose({ ...healthy, 'diagnostic.md': `${datum}\n` });
    expect(first?.masked).toBe(true);
    expect(`${first?.message.fr} ${first?.message.en}`).not.toContain(datum);
  });

  test.each([
    'SIREN 244 400 537 et 200065589, SIRET 13001653800014',
    'SIRET 130 016 538 00014',
    'Le 01 02 2017, 05/05/2026, 2026-03-12',
    'communes 01001 01002 01004, 14119 Cagny',
    '0,5 ha, 01 234 567 €, 90 000 €, 1 234 567 890 €',
    'https://exemple.fr/contact?a=accueil@exemple.fr&tel=0231000000',
    'ISBN 0612345678',
    'sha256:0123456789abcdef 10.5281/zenodo.0612345678',
    'le compte @atelier, 20 @ 30',
    'parcelles 0102030405060708',
  ])('« %s » is no personal datum', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('no amount, code or date of any size is taken for a phone', () => {
    const amount = fc.integer({ min: 0, max: 999_999_999 }).map((n) => `${n.toLocaleString('fr-FR')} €`);
    const siren = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String);
    const siret = fc.bigInt({ min: 10_000_000_000_000n, max: 99_999_999_999_999n }).map(String);
    const date = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    const insee = fc
      .array(
        fc.integer({ min: 1001, max: 97_999 }).map((n) => String(n).padStart(5, '0')),
        { minLength: 1, maxLength: 6 },
      )
      .map((codes) => codes.join(', '));
    const rule = rules.find(({ id }) => id === 'donnee-personnelle');
    if (rule?.reads !== 'texte') throw new Error('the rule reads a text');
    fc.assert(
      fc.property(fc.array(fc.oneof(amount, siren, siret, date, insee), { minLength: 1, maxLength: 5 }), (words) => {
        const text = words.join(' ; ');
        return [...rule.find({ text, kind: 'prose', value: undefined, body: text, bodyStart: 0 })].length === 0;
      }),
    );
  });

  test.each(
    [
      ['Mme Camille EXEMPLE', 'Mme Camille EXEMPLE ouvre la séance'],
      ['M. Exemple', 'par M. Exemple, maire'],
      ['Dr Camille de l’Exemple', 'le Dr Camille de l’Exemple'],
    ].map(([name = '', text = '']) => [text, name]),
  )('« %s » names somebody', (text, name) => {
    const [first] = found(text);
    expect(first?.[0]).toBe('nom-de-personne');
    expect(name.startsWith(first?.[1] ?? '?')).toBe(true);
  });

  test.each([
    'rue Jean-Jaurès, place Jean Moulin',
    'le lycée Mme de Staël, la rue du Dr Calmette, l’hôpital Dr Exemple',
    'Madame la préfète, Monsieur Le Maire, M. le sous-préfet',
    'Communauté de communes, Val ès Dunes, Saint-Martin',
    '10 000 M. €, Dr, Mme',
  ])('« %s » names nobody', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a person with a legal basis may be named', () => {
    const personnes = 'personnes: [{nom: Mme Camille Exemple, fonction: Maire, base_legale: elu_mandat}]';
    const acteurs = (healthy['acteurs.yaml'] ?? '').replace('categorie: epci,', `categorie: epci, ${personnes},`);
    expect(diagnose({ ...healthy, 'acteurs.yaml': acteurs })).toEqual([]);
  });
});

describe('a personal datum in the place of something else', () => {
  const changed = (path: string, from: string, to: string) => ({
    ...healthy,
    [path]: (healthy[path] ?? '').replace(from, to),
  });
  const json = (files: Readonly<Record<string, string>>) => {
    const found = diagnose(files);
    return jsonOf(found, summaryOf(found, 1, 1), 'fr');
  };
  const mail = 'prenom.nom@mairie-ici.fr';
  const initiative = 'strategie/initiatives/halle.md';

  test.each([
    ['a code', changed('dossier.yaml', 'phase:', `statut: ${mail}\nphase:`)],
    ['a date', changed('dossier.yaml', 'debut: 2026-01,', `debut: ${mail},`)],
    ['an amount', changed('dossier.yaml', '90000', '06 12 34 56 78')],
    ['the name beside a code', changed('territoire.yaml', '14119 Cagny', `14119 ${mail}`)],
    ['the key of an entry', changed('acteurs.yaml', 'chambre:', `${mail}:`)],
    ['a key', changed('dossier.yaml', 'phase:', `${mail}: x\nphase:`)],
    ['a reference', changed(initiative, 'porteur: ccvd', `porteur: ${mail}`)],
  ])('%s: one finding, and nothing of it is shown', (_, files) => {
    expect(diagnose(files).map(({ rule }) => rule)).toEqual(['donnee-personnelle']);
    expect(json(files)).not.toMatch(/prenom|mairie-ici|34 56/);
  });

  test('neither in the list of what there is, nor in a pointer', () => {
    const acteurs = changed('acteurs.yaml', 'chambre:', `${mail}:`)['acteurs.yaml'] ?? '';
    const files = {
      ...changed(initiative, 'porteur: ccvd', 'porteur: prefecture'),
      'acteurs.yaml': acteurs.replace('chambre_consulaire', 'inconnue_au_bataillon'),
    };
    const found = diagnose(files);
    expect(found.map(({ rule }) => rule)).toEqual(['donnee-personnelle', 'code-inconnu', 'reference-inconnue']);
    expect(json(files)).not.toMatch(/prenom|mairie-ici/);
  });

  test('a correction that holds one is written, and not shown', () => {
    const files = changed('strategie/vision.md', 'La plaine', `Écrire : ${mail}`);
    const [first] = diagnose(files);
    expect(first?.rule).toBe('deux-points');
    expect(first?.fix?.[0]?.text).toContain(mail);
    expect(json(files)).not.toMatch(/prenom|mairie-ici/);
  });

  test('where the rule is turned off, what is wrong is said without it, nor an id made of it', () => {
    const files = changed('acteurs.yaml', 'chambre:', `${mail}:`);
    const root = mkdtempSync(join(tmpdir(), 'atelier-'));
    try {
      for (const [path, text] of Object.entries({
        ...inWorkspace(files),
        'atelier.yaml': 'format: 1\nregles: {donnee-personnelle: off}\n',
      })) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      const found = checkPaths([], root).flatMap(({ diagnostics }) => diagnostics);
      expect(found.map(({ rule }) => rule)).toEqual(['identifiant-mal-ecrit']);
      expect(found[0]?.suggestion).toBeUndefined();
      expect(jsonOf(found, summaryOf(found, 1, 1), 'fr')).not.toMatch(/prenom|mairie-ici/);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});

describe('a name beside an office', () => {
  const rulesIn = (files: Readonly<Record<string, string>>) =>
    diagnose({ ...healthy, ...files }).map(({ rule }) => rule);
  const fonctions = (said: string) => ({
    'acteurs.yaml': (healthy['acteurs.yaml'] ?? '').replace(
      'categorie: epci,',
      `categorie: epci, fonctions: [${said}],`,
    ),
  });

  test.each(['le maire Camille Exemple', 'La préfète Camille d’Exemple', 'avec le DGS Jean-Camille EXEMPLE'])(
    '« %s » names somebody',
    (text) => {
      expect(rulesIn({ 'diagnostic.md': `${text}, ce jour.\n` })).toEqual(['nom-de-personne']);
    },
  );

  test.each([
    'le maire de Caen, la préfète de la région Normandie',
    'le président Val ès Dunes, la directrice Générale Adjointe, le maire Saint-Martin',
    'le préfet Maritime Manche',
  ])('« %s » names nobody', (text) => {
    expect(rulesIn({ 'diagnostic.md': `${text}.\n` })).toEqual([]);
  });

  test('in the functions of an organisation', () => {
    expect(rulesIn(fonctions('"Camille Exemple, DGS"'))).toEqual(['nom-de-personne']);
    expect(rulesIn(fonctions('Camille Exemple (maire)'))).toEqual(['nom-de-personne']);
    expect(rulesIn(fonctions('"Directrice Générale, DGS", Maire, Chef de projet'))).toEqual([]);
  });
});
