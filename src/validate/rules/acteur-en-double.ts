import type { DataOf } from '../../model/types.gen.ts';
import { pointerTo } from '../../schema/fields.ts';
import { slug } from '../../words/slug.ts';
import { fillIn } from '../../words/text.ts';
import type { PartRule } from '../rule.ts';

export const acteurEnDouble: PartRule<'acteurs'> = {
  id: 'acteur-en-double',
  reads: 'part',
  kind: 'acteurs',
  part: '/acteurs',
  severity: 'warning',
  summary: {
    fr: 'Le même organisme est deux fois parmi les acteurs.',
    en: 'The same organisation is twice among the stakeholders.',
  },
  why: {
    fr: 'Il serait compté deux fois, et ses rôles partagés entre deux noms : gardez-en un, avec tous ses rôles.',
    en: 'It would be counted twice, its roles shared between two names: keep one, with all its roles.',
  },
  bad: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  val-es-dunes: {organisme: CC Val Ès Dunes, categorie: epci}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
    line: 4,
  },
  good: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  ccnc: {organisme: CC Nord-Ouest, categorie: epci}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
  },
  *find(acteurs: NonNullable<DataOf['acteurs']['acteurs']>, { facts }) {
    const first = new Map<string, string>();
    for (const [id, { organisme, code }] of Object.entries(acteurs)) {
      const names = [slug(organisme), ...(code === undefined ? [] : [code.split(' ')[0] ?? ''])];
      const before = names.map((name) => first.get(name)).find((one) => one !== undefined);
      for (const name of names) if (!first.has(name)) first.set(name, id);
      if (before === undefined) continue;
      const message = fillIn(sentence, { autre: before });
      const related = [
        { file: facts.path, pointer: pointerTo('/acteurs', before), part: 'key' as const, message: same },
      ];
      yield { at: pointerTo('', id), part: 'key', message, related };
    }
  },
};

const sentence = {
  fr: 'cet organisme est déjà parmi les acteurs, sous « {autre} »',
  en: 'this organisation is among the stakeholders already, as “{autre}”',
};
const same = { fr: 'le même organisme', en: 'the same organisation' };
