import { holdsCode, isNotable } from '../codes.ts';
import type { FieldRule } from '../rule.ts';
import { unknownCode } from '../unknown-code.ts';

export const epciInconnu: FieldRule = {
  id: 'epci-inconnu',
  reads: 'champ',
  severity: 'error',
  summary: { fr: 'Un SIREN n’est celui d’aucun EPCI.', en: 'A SIREN is of no EPCI.' },
  why: {
    fr: 'Un SIREN porte une clé de contrôle : un chiffre faux se voit. Un SIREN juste mais inconnu est peut-être celui d’un EPCI dissous : c’est alors un avertissement.',
    en: 'A SIREN carries a check digit: a wrong digit shows. One that is right but unknown may be of a dissolved EPCI: that is a warning.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\nepci: [244400538 CC de Nozay]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    line: 2,
  },
  good: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\nepci: [244400537 CC de Nozay]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
  },
  on: holdsCode,
  suspects: isNotable,
  find: (visit, context) => unknownCode('epci', visit, context),
};
