import { codeList } from '../../schema/labels.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';

export const initiativeSansFondement: DossierRule = {
  id: 'initiative-sans-fondement',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: { fr: 'Une initiative ne repose sur aucun fondement.', en: 'An initiative rests on no foundation.' },
  why: {
    fr: 'Le programme demande sur quoi repose chaque initiative : les ressources et leurs limites, une filière nouvelle, l’économie circulaire, un nouveau modèle économique.',
    en: 'The programme asks what each initiative rests on: resources and their limits, a new industry, the circular economy, a new economic model.',
  },
  bad: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nporteur: ccvd\nmoyens: {etp: 0.5}\n---\nTexte.\n',
    line: 2,
  },
  good: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens: {etp: 0.5}\n---\nTexte.\n',
  },
  *find({ all, reached }) {
    if (!reached('feuille_de_route')) return;
    for (const { data, path, sure } of all('initiative')) {
      if (data.fondements !== undefined || !sure('/fondements')) continue;
      yield {
        file: path,
        at: '/titre',
        part: 'key',
        message: fillIn(sentence, { codes: Object.keys(codeList('fondements')).join(', ') }),
      };
    }
  },
};

const sentence = { fr: 'les fondements manquent : {codes}', en: 'the foundations are missing: {codes}' };
