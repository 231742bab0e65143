import { holdsCode, isNotable } from '../codes.ts';
import type { FieldRule } from '../rule.ts';
import { unknownCode } from '../unknown-code.ts';

export const regionInconnue: FieldRule = {
  id: 'region-inconnue',
  reads: 'champ',
  severity: 'error',
  summary: { fr: 'Un code de région n’existe pas.', en: 'A region code does not exist.' },
  why: {
    fr: 'Les régions ont changé de code en 2016 : la Normandie est 28, non plus 23 ni 25.',
    en: 'Regions changed codes in 2016: Normandie is 28, no longer 23 nor 25.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\nregions: [25 Normandie]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    line: 2,
  },
  good: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\nregions: [28 Normandie]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    beside: { 'echelle.yaml': 'niveau: inter_epci\njustification: Le bassin de vie dépasse les EPCI.\n' },
  },
  on: holdsCode,
  suspects: isNotable,
  find: (visit, context) => unknownCode('region', visit, context),
};
