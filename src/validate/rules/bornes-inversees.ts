import { fillIn } from '../../words/text.ts';
import { amountOf } from '../amounts.ts';
import type { FieldRule } from '../rule.ts';

export const bornesInversees: FieldRule = {
  id: 'bornes-inversees',
  reads: 'champ',
  severity: 'error',
  summary: {
    fr: 'La borne haute d’une fourchette est plus petite que la valeur.',
    en: 'The upper bound of a range is below the value.',
  },
  why: {
    fr: '« valeur » est la borne basse et « valeur_max » la haute : l’une des deux est mal tapée.',
    en: '“valeur” is the lower bound and “valeur_max” the upper one: one of the two is mistyped.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14119 Cagny]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\nindicateurs:\n  - {titre: Logements vacants, valeur: 120, valeur_max: 90}\n',
    line: 9,
  },
  good: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14119 Cagny]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\nindicateurs:\n  - {titre: Logements vacants, valeur: 90, valeur_max: 120}\n',
  },
  on: ({ properties }) => properties?.valeur_max !== undefined,
  *find({ value }) {
    const { valeur, valeur_max } = value as { readonly valeur?: unknown; readonly valeur_max?: unknown };
    const [low, high] = [amountOf(valeur), amountOf(valeur_max)];
    if (low === null || high === null || high.value >= low.value) return;
    yield { at: '/valeur_max', message: fillIn(sentence, { haute: high.value, basse: low.value }) };
  },
};

const sentence = {
  fr: 'la borne haute ({haute}) est plus petite que la valeur ({basse})',
  en: 'the upper bound ({haute}) is below the value ({basse})',
};
