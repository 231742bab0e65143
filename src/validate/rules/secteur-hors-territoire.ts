import { pointerTo } from '../../schema/fields.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';
import { codeKeys, namesSure, sureOfAll } from '../sure.ts';

export const secteurHorsTerritoire: DossierRule = {
  id: 'secteur-hors-territoire',
  reads: 'dossier',
  severity: 'info',
  summary: {
    fr: 'Un secteur va au-delà de ce que liste territoire.yaml.',
    en: 'A sub-area reaches beyond what territoire.yaml lists.',
  },
  why: {
    fr: 'C’est permis : le périmètre est l’union du territoire et de ses secteurs. Mais une commune de trop y est souvent un oubli dans territoire.yaml, ou un code d’ailleurs.',
    en: 'That is allowed: the perimeter is the union of the territory and its sub-areas. But one commune more is often forgotten in territoire.yaml, or a code from elsewhere.',
  },
  bad: {
    file: 'echelle.yaml',
    text: 'niveau: intercommunale\njustification: Le bassin de vie.\nsecteurs:\n  bourg: {titre: Le bourg, communes: [14666 Sannerville]}\n',
    line: 4,
  },
  good: {
    file: 'echelle.yaml',
    text: 'niveau: intercommunale\njustification: Le bassin de vie.\nsecteurs:\n  bourg: {titre: Le bourg, communes: [14119 Cagny]}\n',
  },
  *find(dossier) {
    const { get, perimetre: resolved } = dossier;
    const echelle = get('echelle');
    if (echelle === undefined) return;
    const perimetre = resolved();
    const listed = perimetre.communes.filter(({ secteur }) => secteur === null);
    // A code of the territory that could not be read may be the one that holds the secteur.
    if (listed.length === 0 || perimetre.inconnus.length > 0 || !sureOfAll(dossier, 'territoire', codeKeys)) return;
    const inside = new Set(listed.map(({ commune }) => commune));
    for (const id of Object.keys(echelle.data.secteurs ?? {})) {
      const beyond = perimetre.communes.filter(({ secteur, commune }) => secteur === id && !inside.has(commune));
      const names = [...new Set(beyond.map(({ nom }) => nom))];
      if (names.length === 0 || !namesSure(dossier)) continue;
      const at = pointerTo('/secteurs', id);
      const more = names.length - shown;
      const noms = names.slice(0, shown).join(', ');
      const message = more > 0 ? fillIn(many, { noms, reste: more }) : fillIn(few, { noms });
      yield { file: echelle.path, at, part: 'key', message };
    }
  },
};

const shown = 4;

const few = {
  fr: 'ce secteur va au-delà de ce que liste territoire.yaml : {noms}',
  en: 'this sub-area reaches beyond what territoire.yaml lists: {noms}',
};
const many = {
  fr: 'ce secteur va au-delà de ce que liste territoire.yaml : {noms} et {reste} de plus',
  en: 'this sub-area reaches beyond what territoire.yaml lists: {noms} and {reste} more',
};
