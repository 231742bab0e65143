import { pointerTo } from '../../schema/fields.ts';
import { fillIn } from '../../words/text.ts';
import { meantIds } from '../meant-ids.ts';
import type { DossierRule } from '../rule.ts';
import { sureOfAll } from '../sure.ts';

export const axeSansInitiative: DossierRule = {
  id: 'axe-sans-initiative',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Un axe de la feuille de route n’a aucune initiative.',
    en: 'A strand of the roadmap has no initiative.',
  },
  why: {
    fr: 'Un axe vide s’imprime comme un titre sans rien dessous : il est de trop, ou l’initiative qui en relève ne le dit pas.',
    en: 'An empty strand is printed as a heading with nothing below: it is one too many, or the initiative that belongs to it does not say so.',
  },
  bad: {
    file: 'strategie/feuille-de-route.yaml',
    text: 'axes:\n  bourgs: {titre: Des bourgs habités}\n  sols: {titre: Des sols cultivés}\n',
    line: 3,
  },
  good: {
    file: 'strategie/feuille-de-route.yaml',
    text: 'axes:\n  bourgs: {titre: Des bourgs habités}\nhorizons: {court: 2027}\n',
  },
  *find(dossier) {
    const { all, get, has, reached } = dossier;
    const feuille = get('feuille-de-route');
    if (feuille === undefined || !reached('feuille_de_route') || !has('initiative')) return;
    if (!sureOfAll(dossier, 'initiative', ['/axe'])) return;
    const ids = Object.keys(feuille.data.axes);
    const used = meantIds(
      all('initiative').flatMap(({ data }) => data.axe ?? []),
      ids,
    );
    for (const id of used === null ? [] : ids) {
      if (used?.has(id)) continue;
      yield { file: feuille.path, at: pointerTo('/axes', id), part: 'key', message: fillIn(sentence, { id }) };
    }
  },
};

const sentence = {
  fr: 'aucune initiative ne relève de cet axe : « axe: {id} » dans celle qui le fait',
  en: 'no initiative belongs to this strand: “axe: {id}” in the one that does',
};
