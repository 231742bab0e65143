import { holdsCode, isNotable } from '../codes.ts';
import type { FieldRule } from '../rule.ts';
import { unknownCode } from '../unknown-code.ts';

export const communeInconnue: FieldRule = {
  id: 'commune-inconnue',
  reads: 'champ',
  severity: 'error',
  summary: { fr: 'Un code de commune n’existe dans aucun millésime.', en: 'A commune code exists in no year.' },
  why: {
    fr: 'Population, EPCI et cartes se déduisent des codes : un code faux met le territoire ailleurs. Un code d’hier est accepté ; un code postal n’en est pas un.',
    en: 'Population, EPCI and maps follow from the codes: a wrong one puts the territory elsewhere. A code of the past is accepted; a postal code is none.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14000 Caen]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    line: 2,
  },
  good: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14118 Caen]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
  },
  on: holdsCode,
  suspects: isNotable,
  find: (visit, context) => unknownCode('commune', visit, context),
};
