import { familyOf, labelOf } from '../../schema/labels.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';
import { ofEachActeur } from '../sure.ts';

export const familleAbsente: DossierRule = {
  id: 'famille-absente',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: { fr: 'Une famille d’acteurs n’est pas représentée.', en: 'A family of stakeholders is not represented.' },
  why: {
    fr: 'Collectivités, État et acteurs socio-économiques construisent ensemble la stratégie : dès le diagnostic, chacun devrait être autour de la table.',
    en: 'Local authorities, the State and social and economic stakeholders build the strategy together: from the diagnosis on, each should be at the table.',
  },
  bad: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
    line: 1,
  },
  good: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  bailleur: {organisme: Bailleur social, categorie: entreprise}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
  },
  *find(dossier) {
    const acteurs = dossier.get('acteurs');
    if (acteurs === undefined || !dossier.reached('diagnostic')) return;
    const categories = ofEachActeur(dossier, 'categorie');
    if (categories === null) return;
    const there = new Set([...categories.values()].map((code) => familyOf(code ?? '')));
    for (const family of expected) {
      if (there.has(family)) continue;
      const message = fillIn(sentence, { famille: labelOf('categories', family) });
      yield { file: acteurs.path, at: '/acteurs', part: 'key', message };
    }
  },
};

/** Engineering is not required. */
const expected = ['collectivites', 'etat', 'socio_economique'];

const sentence = {
  fr: 'aucun acteur de la famille « {famille} »',
  en: 'no stakeholder of the family “{famille}”',
};
