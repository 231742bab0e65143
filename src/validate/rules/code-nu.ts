import { fillIn } from '../../words/text.ts';
import { holdsCode, isNotable, typedCode } from '../codes.ts';
import type { FieldRule } from '../rule.ts';
import { written } from '../unknown-code.ts';

export const codeNu: FieldRule = {
  id: 'code-nu',
  reads: 'champ',
  severity: 'info',
  summary: { fr: 'Un code est écrit sans son nom.', en: 'A code is written without its name.' },
  why: {
    fr: 'Le nom rend le fichier lisible, garde des fautes de frappe, et distingue les codes qui ont été ceux d’une autre commune.',
    en: 'The name makes the file readable, guards against typing errors, and tells apart codes that were another commune before.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14119]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    line: 2,
  },
  good: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14119 Cagny]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
  },
  on: holdsCode,
  suspects: isNotable,
  *find(visit, { cog }) {
    const typed = typedCode(visit, cog);
    if (typed?.verdict !== 'sans_nom' || typed.officiel === null) return;
    const bon = written({ code: typed.code ?? '', nom: typed.officiel });
    yield { message: fillIn(sentence, { bon }), suggestion: bon, mends: true };
  },
};

const sentence = {
  fr: 'le nom manque à côté du code : « {bon} »',
  en: 'the name is missing beside the code: “{bon}”',
};
