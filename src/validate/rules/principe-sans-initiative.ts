import { fillIn } from '../../words/text.ts';
import { meantIds } from '../meant-ids.ts';
import type { DossierRule } from '../rule.ts';
import { sureOfAll } from '../sure.ts';

export const principeSansInitiative: DossierRule = {
  id: 'principe-sans-initiative',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Aucune initiative ne met en œuvre un principe.',
    en: 'No initiative puts a principle into practice.',
  },
  why: {
    fr: 'Un principe sans initiative reste une intention : la feuille de route dit comment il prend corps, ou il est trop tôt pour l’écrire.',
    en: 'A principle without an initiative stays an intention: the roadmap says how it takes shape, or it is too early to write it.',
  },
  bad: {
    file: 'strategie/principes/relier-les-bourgs.md',
    text: '---\ntitre: Relier les bourgs à pied\nvisees: [transition]\n---\nDes chemins entre les bourgs.\n',
    line: 2,
  },
  good: {
    file: 'strategie/initiatives/sentiers.md',
    text: '---\ntitre: Rouvrir les sentiers\nprincipes: [habiter-le-bati]\nfondements: [ressources_et_limites]\nporteur: ccvd\nmoyens: {etp: 0.5}\n---\nDes chemins entre les bourgs.\n',
  },
  *find(dossier) {
    const { all, has, reached } = dossier;
    if (!reached('feuille_de_route') || !has('initiative')) return;
    const principes = all('principe');
    const served = meantIds(
      all('initiative').flatMap(({ data }) => data.principes ?? []),
      principes.map(({ id }) => id),
    );
    // An initiative that could not be read may serve any of them.
    if (served === null || !sureOfAll(dossier, 'initiative', ['/principes'])) return;
    for (const { id, path } of principes) {
      if (!served.has(id)) yield { file: path, at: '/titre', part: 'key', message: fillIn(sentence, { id }) };
    }
  },
};

const sentence = {
  fr: 'aucune initiative ne met en œuvre ce principe : « principes: [{id}] » dans celle qui le fait',
  en: 'no initiative puts this principle into practice: “principes: [{id}]” in the one that does',
};
