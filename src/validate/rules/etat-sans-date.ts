import { pointerTo } from '../../schema/fields.ts';
import type { DossierRule } from '../rule.ts';

export const etatSansDate: DossierRule = {
  id: 'etat-sans-date',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'L’état d’une suite n’est pas daté.',
    en: 'The state of a follow-up is not dated.',
  },
  why: {
    fr: 'Une suite annoncée, engagée ou signée ne le reste pas : sans sa date, cet état vieillit sans que rien ne le dise.',
    en: 'A follow-up that is announced, under way or signed does not stay so: without its date this state ages with nothing to say so.',
  },
  bad: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\nsuites:\n  crte: {type: contrat, titre: Avenant au contrat, etat: annonce}\n',
    line: 10,
  },
  good: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\nsuites:\n  crte: {type: contrat, titre: Avenant au contrat, etat: annonce, etat_au: 2026-10}\n',
  },
  *find({ dossier, sheet }) {
    for (const [id, { etat, etat_au }] of Object.entries(dossier.suites ?? {})) {
      const at = pointerTo('/suites', id);
      if (etat === undefined || !passing.has(etat) || etat_au !== undefined || !sheet.sure(`${at}/etat_au`)) continue;
      yield { file: sheet.path, at: `${at}/etat`, message: sentence };
    }
  },
};

/** What is done or given up stays so. */
const passing: ReadonlySet<string> = new Set(['annonce', 'engage', 'signe']);

const sentence = {
  fr: 'dites de quand date cet état : « etat_au: 2026-10 »',
  en: 'say when this state was true: “etat_au: 2026-10”',
};
