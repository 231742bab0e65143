import type { HolderFacts } from '../../model/holder-facts.ts';
import { fillIn } from '../../words/text.ts';
import type { WorkspaceRule } from '../rule.ts';

export const perimetreEnDouble: WorkspaceRule = {
  id: 'perimetre-en-double',
  reads: 'espace',
  severity: 'warning',
  summary: {
    fr: 'Deux dossiers d’une même session ont le même périmètre.',
    en: 'Two dossiers of one session have the same perimeter.',
  },
  why: {
    fr: 'C’est le plus souvent un site décrit deux fois : il compterait double dans le bilan de la session.',
    en: 'Most often one site is described twice: it would count double in the review of the session.',
  },
  bad: {
    file: 'dossiers/val-bis/territoire.yaml',
    text: 'nom: Plaine de Caen, bis\ncommunes: [14119 Cagny]\n',
    line: 1,
    beside: nationals(),
  },
  good: {
    file: 'dossiers/val-bis/territoire.yaml',
    text: 'nom: Caen\ncommunes: [14118 Caen]\n',
    beside: nationals(),
  },
  *across({ holders }) {
    const first = new Map<string, HolderFacts>();
    for (const here of holders) {
      const { sheet, perimetre } = here;
      if (sheet?.session === undefined || perimetre === undefined || perimetre.communes.length === 0) continue;
      const key = `${sheet.session} ${perimetre.communes.join(' ')}`;
      const before = first.get(key);
      if (before?.perimetre === undefined) {
        first.set(key, here);
        continue;
      }
      const message = fillIn(sentence, { autre: before.holder.id });
      const related = [{ file: before.perimetre.path, pointer: '/nom', part: 'key' as const, message: same }];
      yield { file: perimetre.path, at: '/nom', part: 'key', message, related };
    }
  },
};

const sentence = {
  fr: 'le dossier « {autre} » de la même session a exactement ce périmètre',
  en: 'the dossier “{autre}” of the same session has exactly this perimeter',
};
const same = { fr: 'le même périmètre', en: 'the same perimeter' };

/** Two dossiers of one session, as they are when they apply. */
function nationals(): Readonly<Record<string, string>> {
  const sheet = (id: string) =>
    `format: 1\nid: ${id}\ntitre: Plaine\ndispositif: national\nsession: confins-2026\nphase: candidature\n`;
  return {
    'dossiers/val-bis/dossier.yaml': sheet('val-bis'),
    'dossiers/val-bis/acteurs.yaml': 'acteurs:\n  ddtm: {organisme: DDTM, categorie: service_deconcentre}\n',
    'dossiers/plaine-de-caen/dossier.yaml': sheet('plaine-de-caen'),
  };
}
