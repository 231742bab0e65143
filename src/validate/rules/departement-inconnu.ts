import { holdsCode, isNotable } from '../codes.ts';
import type { FieldRule } from '../rule.ts';
import { unknownCode } from '../unknown-code.ts';

export const departementInconnu: FieldRule = {
  id: 'departement-inconnu',
  reads: 'champ',
  severity: 'error',
  summary: { fr: 'Un code de département n’existe pas.', en: 'A département code does not exist.' },
  why: {
    fr: 'Le périmètre d’un département entier est celui de toutes ses communes : un code faux n’en donne aucune.',
    en: 'The perimeter of a whole département is that of all its communes: a wrong code gives none.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ndepartements: [96 Calvados]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    line: 2,
  },
  good: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ndepartements: [14 Calvados]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    beside: { 'echelle.yaml': 'niveau: inter_epci\njustification: Le bassin de vie dépasse les EPCI.\n' },
  },
  on: holdsCode,
  suspects: isNotable,
  find: (visit, context) => unknownCode('departement', visit, context),
};
