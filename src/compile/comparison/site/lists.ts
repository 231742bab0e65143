import type { DonneesSite } from '../../../model/site-data.ts';
import { escapeHtml } from '../../../words/escape.ts';
import { nombre } from '../../../words/numbers.ts';
import { fillIn } from '../../../words/text.ts';
import { type Around, authored, sayIn } from './page.ts';
import { siteWords as words } from './words.ts';

/** By what the lists that need no script are made. */
const LISTED = ['groupe', 'session', 'regions', 'dispositif', 'enjeux'] as const;

/** All dossiers, by what people look for them: each list is complete. */
export function listsHtml(around: Around, donnees: DonneesSite): string {
  const say = sayIn(around.langue);
  const lists = LISTED.flatMap((id) => {
    const at = donnees.facettes.findIndex((facet) => facet.id === id);
    return at < 0 ? [] : [listHtml(around, donnees, at)];
  });
  if (lists.length === 0) return '';
  return `<section class="listes" id="listes" aria-labelledby="listes-titre">
<h2 id="listes-titre">${say(words.listes)}</h2>
${lists.join('\n')}
</section>`;
}

function listHtml(around: Around, { facettes, dossiers }: DonneesSite, at: number): string {
  const { langue } = around;
  const facet = facettes[at];
  const titre = facet?.titre ?? '';
  const named = fillIn(words.listesPar, { quoi: titre.charAt(0).toLowerCase() + titre.slice(1) });
  const groups = (facet?.valeurs ?? []).map(({ libelle }, rank) => {
    const own = dossiers.filter(({ f }) => f[at]?.includes(rank) === true);
    const items = own.map(({ id, nom }) => `<li><a href="dossiers/${id}.html">${authored(around, nom)}</a></li>`);
    return `<h3>${escapeHtml(libelle)} <span class="nombre">(${nombre(own.length, langue)})</span></h3>\n<ul>\n${items.join('\n')}\n</ul>`;
  });
  return `<details><summary>${sayIn(langue)(named)}</summary>\n${groups.join('\n')}\n</details>`;
}
