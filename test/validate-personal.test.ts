import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../src/validate/rules/index.ts';
import { diagnose, healthy } from './healthy.ts';

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
