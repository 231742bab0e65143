import { pointerTo } from '../../schema/fields.ts';
import { fillIn } from '../../words/text.ts';
import { meantIds } from '../meant-ids.ts';
import type { DossierRule } from '../rule.ts';
import { sureOfAll } from '../sure.ts';

export const enjeuSansPrincipe: DossierRule = {
  id: 'enjeu-sans-principe',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Aucun principe ne répond à un enjeu du diagnostic.',
    en: 'No principle answers a challenge of the diagnosis.',
  },
  why: {
    fr: 'La stratégie répond au diagnostic : un enjeu que rien ne reprend a été oublié, ou n’en est pas un. Le comité relit les deux côte à côte.',
    en: 'The strategy answers the diagnosis: a challenge that nothing takes up was forgotten, or is none. The committee reads the two side by side.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14119 Cagny]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\n  eau: {titre: Partager la nappe}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    line: 6,
  },
  good: {
    file: 'strategie/principes/garder-l-eau.md',
    text: '---\ntitre: Garder l’eau où elle tombe\nvisees: [transition]\nenjeux: [sols]\n---\nDes haies et des mares.\n',
    beside: {
      'strategie/initiatives/mares.md':
        '---\ntitre: Des mares\naxe: bourgs\nprincipes: [garder-l-eau]\nfondements: [ressources_et_limites]\nporteur: ccvd\nmoyens: {etp: 0.1}\n---\nTrois mares.\n',
    },
  },
  *find(dossier) {
    const { all, get, has, reached, unknown } = dossier;
    const territoire = get('territoire');
    if (territoire === undefined || !reached('feuille_de_route') || unknown('principes') || !has('principe')) return;
    if (!sureOfAll(dossier, 'principe', ['/enjeux'])) return;
    const ids = Object.keys(territoire.data.enjeux ?? {});
    const answered = meantIds(
      all('principe').flatMap(({ data }) => data.enjeux ?? []),
      ids,
    );
    for (const id of answered === null ? [] : ids) {
      if (answered?.has(id)) continue;
      yield { file: territoire.path, at: pointerTo('/enjeux', id), part: 'key', message: fillIn(sentence, { id }) };
    }
  },
};

const sentence = {
  fr: 'aucun principe ne répond à cet enjeu : « enjeux: [{id}] » dans celui qui le fait',
  en: 'no principle answers this challenge: “enjeux: [{id}]” in the one that does',
};
