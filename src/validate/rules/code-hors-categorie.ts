import type { DataOf } from '../../model/types.gen.ts';
import { labelOf } from '../../schema/labels.ts';
import { fillIn } from '../../words/text.ts';
import type { PartRule } from '../rule.ts';

export const codeHorsCategorie: PartRule<'acteurs'> = {
  id: 'code-hors-categorie',
  reads: 'part',
  kind: 'acteurs',
  part: '/acteurs/*',
  severity: 'warning',
  summary: {
    fr: 'Le code d’un acteur est celui d’une collectivité d’une autre catégorie.',
    en: 'The code of a stakeholder is of a local authority of another category.',
  },
  why: {
    fr: 'Une commune a un code INSEE de cinq caractères, un EPCI un SIREN, un département et une région un code court : le code ou la catégorie est faux, et les données compteraient mal les collectivités.',
    en: 'A commune has a five-character INSEE code, an EPCI a SIREN, a département and a region a short code: the code or the category is wrong, and the data would miscount local authorities.',
  },
  bad: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, code: 14119 Cagny, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
    line: 3,
  },
  good: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, code: 200065589 CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
  },
  *find({ code, categorie }: Actor) {
    const [typed = ''] = code?.split(' ') ?? [];
    const right = forms[categorie];
    if (typed === '' || right === undefined || right.some((length) => length === typed.length)) return;
    yield { at: '/code', message: fillIn(sentence, { code: typed, categorie: labelOf('categories', categorie) }) };
  },
};

type Actor = NonNullable<DataOf['acteurs']['acteurs']>[string];

/** The lengths of the codes that go with a category; nine digits are the SIREN that any of them has too. */
const forms: Readonly<Record<string, readonly number[]>> = {
  commune: [5, 9],
  epci: [9],
  syndicat_mixte: [9],
  departement: [2, 3, 9],
  region: [2, 9],
};

const sentence = {
  fr: '« {code} » n’est pas un code de cette catégorie ({categorie}) : le code ou la catégorie est faux',
  en: '“{code}” is no code of this category ({categorie}): the code or the category is wrong',
};
