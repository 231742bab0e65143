import { fillIn } from '../../words/text.ts';
import type { WorkspaceRule } from '../rule.ts';

export const dossierNonLaureat: WorkspaceRule = {
  id: 'dossier-non-laureat',
  reads: 'espace',
  severity: 'warning',
  summary: {
    fr: 'Un dossier en cours n’est pas parmi les lauréats de sa session.',
    en: 'A dossier under way is not among those that its session selected.',
  },
  why: {
    fr: 'Il compterait comme un site de la session. Le jury et le dossier disent deux choses différentes : l’un des deux est à corriger.',
    en: 'It would count as a site of the session. The jury and the dossier say two different things: one of them is to be corrected.',
  },
  bad: {
    file: 'dossiers/plaine-de-caen/dossier.yaml',
    text: sheet(),
    line: 5,
    beside: {
      'sessions/confins-2026/jury.yaml':
        'bareme: {min: 0, max: 5}\ncandidatures:\n  plaine: {titre: Plaine de Caen, dossier: plaine-de-caen, laureat: false}\n',
    },
  },
  good: {
    file: 'dossiers/plaine-de-caen/dossier.yaml',
    text: sheet(),
    beside: {
      'sessions/confins-2026/jury.yaml':
        'bareme: {min: 0, max: 5}\ncandidatures:\n  plaine: {titre: Plaine de Caen, dossier: plaine-de-caen, laureat: true}\n',
    },
  },
  *across({ holders }) {
    for (const { holder, sheet: dossier } of holders) {
      if (dossier?.session === undefined || dossier.site !== true) continue;
      const session = holders.find((one) => one.holder.holder === 'session' && one.holder.id === dossier.session);
      const { jury } = session?.call ?? {};
      if (jury === undefined || jury.laureats.includes(holder.id)) continue;
      const refused = jury.refused.includes(holder.id);
      if (!refused && !(jury.whole && jury.laureats.length > 0)) continue;
      const message = fillIn(refused ? notSelected : notNamed, { session: dossier.session });
      const related = [{ file: jury.path, pointer: '/candidatures', part: 'key' as const, message: marks }];
      yield { file: dossier.path, at: '/session', message, related };
    }
  },
};

const notSelected = {
  fr: 'la candidature de ce dossier n’est pas lauréate de la session « {session} »',
  en: 'the application of this dossier was not selected by the session “{session}”',
};
const notNamed = {
  fr: 'ce dossier n’est pas parmi les lauréats de la session « {session} »',
  en: 'this dossier is not among those that the session “{session}” selected',
};
const marks = { fr: 'les candidatures de la session', en: 'the applications of the session' };

function sheet(): string {
  return 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: national\nsession: confins-2026\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\n';
}
