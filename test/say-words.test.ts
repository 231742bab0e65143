import { describe, expect, test } from 'vitest';
import type { Field } from '../src/schema/fields.ts';
import type { Schema } from '../src/schema/json-schema.ts';
import { problemsOf } from '../src/schema/problems.ts';
import { likelyForm, rightForm } from '../src/schema/right-form.ts';
import { say } from '../src/schema/say.ts';
import { sentences } from '../src/schema/say-sentences.ts';
import { resolveRef } from '../src/schema/schemas.ts';

describe('what is said', () => {
  const dossier = { format: 1, id: 'un', titre: 'Un', dispositif: 'local', phase: 'cadrage' };
  const first = (value: unknown, kind: Field['kind'] = 'dossier') => say(kind, value, problemsOf(kind, value))[0];

  test('a label in place of its code has one right answer', () => {
    expect(first({ ...dossier, phase: 'Feuille de route' })).toMatchObject({
      suggestion: 'feuille_de_route',
      mends: true,
    });
    expect(first({ ...dossier, dispositif: 'National' })).toMatchObject({ suggestion: 'national', mends: true });
    expect(first({ ...dossier, phase: 'cadrge' })?.mends).toBeUndefined();
  });

  test('a key that belongs to another file says which', () => {
    expect(first({ ...dossier, enjeux: {} })?.message.fr).toBe(
      'la clé « enjeux » n’est pas de ce fichier : sa place est territoire.yaml ou strategie/principes/<id>.md',
    );
  });

  test('a key that is there already is not proposed again', () => {
    expect(first({ ...dossier, titres: 'Deux' })?.suggestion).toBeUndefined();
  });

  test('several causes are several findings: none hides another', () => {
    const value = { ...dossier, dispositif: 'locl', phas: 'cadrage', phase: undefined, budgets: [] };
    const { phase: _, ...broken } = value;
    const found = say('dossier', broken, problemsOf('dossier', broken));
    expect(found.map(({ rule, pointer }) => `${rule} ${pointer}`).toSorted()).toEqual([
      'cle-inconnue /budgets',
      'cle-inconnue /phas',
      'code-inconnu /dispositif',
    ]);
  });

  const initiative = { titre: 'Halle' };
  test.each([
    ['initiative', { ...initiative, porteur: 'Commune-Centre' }, 'commune-centre', undefined],
    ['initiative', { ...initiative, axe: 'Habiter le bourg' }, 'habiter-le-bourg', undefined],
    ['dossier', { ...dossier, id: 'Modèle' }, 'modele', undefined],
    ['initiative', { ...initiative, origine: ['existante'] }, 'existante', undefined],
    ['initiative', { ...initiative, origine: ['ancienne'] }, undefined, undefined],
    ['initiative', { ...initiative, porteur: ['commune-centre', 'caue'] }, undefined, undefined],
    ['initiative', { ...initiative, horizon: { court: 1 } }, undefined, undefined],
    ['initiative', { ...initiative, priorite: 'haute' }, '1', undefined],
    ['initiative', { ...initiative, avancement: 'terminée' }, 'realisee', undefined],
    ['dossier', { ...dossier, statut: 'terminé' }, 'acheve', undefined],
    ['acteurs', { acteurs: { un: { organisme: 'Un', categorie: 'communauté de communes' } } }, 'epci', undefined],
    ['acteurs', { acteurs: { un: { organisme: 'Un', categorie: 'DDT' } } }, 'service_deconcentre', undefined],
    ['seance', { type: 'atelier', date: '16/9/24' }, '2024-09-16', undefined],
  ] as const)('%#: in %s %j, « %s » is proposed', (kind, value, suggestion, mends) => {
    const found = say(kind, value, problemsOf(kind, value));
    expect(found.map((one) => [one.suggestion, one.mends])).toEqual([[suggestion, mends]]);
  });

  test.each([
    ['initiative', { ...initiative, porteur: ['a', 'b'] }, 'une seule valeur est attendue, pas une liste'],
    ['initiative', { ...initiative, horizon: { court: 1 } }, 'une seule valeur est attendue, pas des clés'],
    [
      'initiative',
      { ...initiative, sources: ['https://exemple.fr/a'] },
      '« https://exemple.fr/a » est une adresse : déclarez-la dans « sources: » de dossier.yaml, puis citez sa clé',
    ],
    [
      'initiative',
      { ...initiative, priorite: 'zut' },
      '« zut » n’est pas un code connu (priorité) ; les codes sont : 1 (première), 2 (deuxième), 3 (troisième)',
    ],
    [
      'dossier',
      { ...dossier, calendrier: { debut: 'inconnu' } },
      '« inconnu » ne s’écrit pas : retirez la clé (une clé absente veut dire « inconnu ») ; si vous l’avez cherché, écrivez « inconnus: [calendrier] »',
    ],
    ['dossier', { ...dossier, format: 2 }, 'le format 2 est plus récent que ce programme : mettez atelier à jour'],
    [
      'territoire',
      { nom: 'Un', population: '12000' },
      '« population » se calcule à partir des codes et ne s’écrit pas : retirez la clé',
    ],
    [
      'seance',
      { type: 'atelier', date: 'au tout début de l’automne' },
      '« au tout début de l’automne » : une date est attendue : AAAA, AAAA-MM ou AAAA-MM-JJ, par exemple 2017-01-30',
    ],
    [
      'seance',
      { type: 'atelier', participants: { elus: 'une bonne trentaine' } },
      '« une bonne trentaine » : un nombre est attendu, sans espace ni unité, ~ devant s’il est approché : ~60',
    ],
  ] as const)('%#: %s %j says what to do', (kind, value, sentence) => {
    expect(say(kind, value, problemsOf(kind, value)).map(({ message }) => message.fr)).toEqual([sentence]);
  });

  test('a file that is not under medias/ is said so, and put there where its name is enough', () => {
    const schema = resolveRef('urn:atelier:communs#/$defs/fichier');
    const problem = { instancePath: '', keyword: 'pattern', params: {} };
    const said = (value: string) => sentences.badValue(schema, value, problem);
    expect(said('../../etc/passwd').message.fr).toBe(
      '« ../../etc/passwd » : un fichier sous medias/ est attendu, par exemple medias/plan.png',
    );
    expect([said('plan.png').suggestion, said('medias\\plan.png').suggestion]).toEqual([
      'medias/plan.png',
      'medias/plan.png',
    ]);
  });

  test('how to reach a person is told by its own rule, and the key is not told besides', () => {
    expect(first({ ...dossier, email: 'accueil@exemple.fr' })).toBeUndefined();
    expect(first({ ...dossier, email: 'un mot' })?.rule).toBe('cle-inconnue');
  });

  test('the name of a medium is not taken for an id', () => {
    const found = first({ 'plans/bourg.png': { texte_alternatif: 'Le bourg' } }, 'medias');
    expect(found).toMatchObject({ rule: 'identifiant-mal-ecrit', part: 'key' });
    expect(found?.suggestion).toBeUndefined();
  });
});

describe('the right form', () => {
  const date = resolveRef('urn:atelier:communs#/$defs/date');
  const nombre = resolveRef('urn:atelier:communs#/$defs/nombre');
  const montant: Schema = { ...nombre, 'x-atelier': { ...nombre['x-atelier'], unite: 'EUR' } };
  const surface: Schema = { ...nombre, 'x-atelier': { ...nombre['x-atelier'], unite: 'm²' } };
  const url = resolveRef('urn:atelier:communs#/$defs/url');
  const commune = resolveRef('urn:atelier:communs#/$defs/commune');
  const epci = resolveRef('urn:atelier:communs#/$defs/epci');
  const departement = resolveRef('urn:atelier:communs#/$defs/departement');
  const yes: Schema = { type: 'boolean' };
  const whole: Schema = { type: 'integer', minimum: 1, maximum: 100 };

  test.each([
    [date, '30/01/2017', '2017-01-30'],
    [date, '30 janvier 2017', '2017-01-30'],
    [date, 'le 1er août 2026', '2026-08-01'],
    [date, 'février 2017', '2017-02'],
    [date, '02/2017', '2017-02'],
    [date, '2017-1-5', '2017-01-05'],
    [date, '31/13/2017', null],
    [date, '31/09/2024', null],
    [date, '29/02/2023', null],
    [date, '29/02/2024', '2024-02-29'],
    [date, '1er sept. 2024', '2024-09-01'],
    [date, 'févr. 2024', '2024-02'],
    [date, 'jui 2024', null],
    [date, '16/9/24', null],
    [date, 'printemps 2017', null],
    [montant, '90 000 €', '90000'],
    [montant, '90\u202f000\u00a0€', '90000'],
    [nombre, '90 000 €', null],
    [montant, '90 000 € HT', null],
    [nombre, '1.234.500', '1234500'],
    [surface, '20 420 m²', '20420'],
    [nombre, '1,5', '1.5'],
    [nombre, 'environ 60', '~60'],
    [nombre, '~ 60', '~60'],
    [montant, '90 k€', '90000'],
    [montant, '1,2 M€', '1200000'],
    [nombre, '1.500', null],
    [nombre, '98.500,00', '98500'],
    [nombre, '≈ 98 500', '~98500'],
    [commune, 'Hérisson (03127)', '03127 Hérisson'],
    [commune, '2a004 Ajaccio', '2A004 Ajaccio'],
    [commune, '03127Hérisson', '03127 Hérisson'],
    [commune, '3127 Hérisson', null],
    [commune, 'Hérisson', null],
    [epci, '240 300 566 CC du Val', '240300566 CC du Val'],
    [epci, '24030056600012 CC du Val', '240300566 CC du Val'],
    [epci, '240 300 566 00012', '240300566'],
    [epci, '24030056 CC du Val', null],
    [departement, '3 Allier', '03 Allier'],
    [nombre, '60 à 80', null],
    [nombre, '-5', null],
    [url, 'www.exemple.fr/page', 'https://www.exemple.fr/page'],
    [url, 'la page', null],
    [yes, 'oui', 'true'],
    [yes, 'Faux', 'false'],
    [yes, 'peut-être', null],
    [whole, '12,5', null],
    [whole, '120', null],
    [whole, '12 %', null],
  ])('%# of « %s » is %s', (schema, typed, right) => {
    expect(rightForm(schema, typed)).toBe(right);
  });

  test.each([
    [date, 'automne 2024', '2024'],
    [date, '16/9/24', '2024-09-16'],
    [date, '31/9/24', null],
    [date, 'bientôt', null],
    [date, '09/16/2024', '2024-09-16'],
    [date, '2024-09-16 14h30', '2024-09-16'],
    [date, '2024-09-16T14:30:00Z', '2024-09-16'],
    [date, '16 septembre 2024 à 9h', '2024-09-16'],
    [nombre, '60 %', '60'],
    [montant, '90 000 € HT', '90000'],
    [whole, '12 %', '12'],
    [commune, '3127 Hérisson', '03127 Hérisson'],
    [commune, 'Hérisson', null],
  ])('%# of « %s », %s is proposed at most', (schema, typed, likely) => {
    expect(likelyForm(schema, typed)).toBe(likely);
  });

  test('it matches its schema, and says so in the finding', () => {
    const value = { type: 'atelier', date: '14/04/2026', participants: { elus: '1 200' } };
    const found = say('seance', value, problemsOf('seance', value));
    expect(found.map(({ suggestion, mends }) => [suggestion, mends])).toEqual([
      ['2026-04-14', true],
      ['1200', true],
    ]);
    const mended = { type: 'atelier', date: '2026-04-14', participants: { elus: 1200 } };
    expect(problemsOf('seance', mended)).toEqual([]);
  });
});
