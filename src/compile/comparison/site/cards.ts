import type { DonneesSite, DossierSite, Facette } from '../../../model/site-data.ts';
import { escapeHtml } from '../../../words/escape.ts';
import { compte, nombre } from '../../../words/numbers.ts';
import { fillIn } from '../../../words/text.ts';
import type { Site } from '../sites.ts';
import { type Around, authored, sayIn } from './page.ts';
import { rubriques } from './rubrics.ts';
import { siteWords as words } from './words.ts';

/** One dossier in the list of the index. */
export function cardHtml(around: Around, donnees: DonneesSite, dossier: DossierSite, site: Site): string {
  const { langue } = around;
  const say = sayIn(langue);
  const { id, nom, titre, rapport } = dossier;
  const labels = (facet: string): readonly string[] => labelsOf(donnees, dossier, facet);
  const periode = dossier.r[rubriques.findIndex((one) => one.id === 'periode')] ?? [];
  const place = nom === titre ? [] : [authored(around, nom)];
  const where = [...place, ...[...labels('dispositif'), ...labels('session'), ...periode].map(escapeHtml)];
  const themes = labels('enjeux').map(escapeHtml).join(', ');
  const fictif = site.dossier.fictif === true ? `<p class="fictif">${say(words.fictif)}</p>\n` : '';
  const name = `<span class="cache"> ${authored(around, nom)}</span>`;
  const report = rapport === null ? '' : ` <a href="${escapeHtml(rapport)}">${say(words.rapport)}${name}</a>`;
  return `<li class="fiche-site" data-id="${id}">
<h3><a href="dossiers/${id}.html">${authored(around, titre)}</a></h3>
<p class="lieu">${where.join(' · ')}</p>
${themes === '' ? '' : `<p class="themes">${themes}</p>\n`}${fictif}<p class="trouve avec-script" hidden></p>
<p class="actions"><label class="avec-script"><input type="checkbox" name="comparer" value="${id}"> ${say(words.comparer)}${name}</label>${report}</p>
</li>`;
}

/** What is known of a coded thing: « inconnu » says nothing on a card. */
function labelsOf({ facettes }: DonneesSite, { f }: DossierSite, id: string): readonly string[] {
  const at = facettes.findIndex((facet) => facet.id === id);
  const { valeurs = [] } = facettes[at] ?? {};
  return (f[at] ?? []).flatMap((rank) => {
    const value = valeurs[rank];
    return value === undefined || value.code === 'inconnu' || value.code === 'aucun' ? [] : [value.libelle];
  });
}

/** The facets, each with its values and how many dossiers there are of each. */
export function filtersHtml(around: Around, donnees: DonneesSite): string {
  const say = sayIn(around.langue);
  const facets = donnees.facettes.map((facet, at) => facetHtml(around, donnees, facet, at));
  return `<details class="filtres avec-script" id="filtres" open>
<summary><span class="nom">${say(words.filtres)}</span></summary>
<p class="aide">${say(words.filtresAide)}</p>
${facets.join('\n')}
<p><button type="button" id="effacer">${say(words.effacer)}</button></p>
</details>`;
}

/** Those whose values are seen from the start. */
const OPEN = 3;

function facetHtml({ langue }: Around, { dossiers }: DonneesSite, { id, titre, valeurs }: Facette, at: number): string {
  const boxes = valeurs.map(({ code, libelle }, rank) => {
    const count = dossiers.filter(({ f }) => f[at]?.includes(rank) === true).length;
    return `<li><label><input type="checkbox" name="${id}" value="${escapeHtml(code)}"> <span class="libelle">${escapeHtml(libelle)}</span> <span class="nombre">${nombre(count, langue)}</span></label></li>`;
  });
  return `<details class="facette" data-facette="${id}"${at < OPEN ? ' open' : ''}>
<summary>${escapeHtml(titre)} <span class="choisis"></span></summary>
<div role="group" aria-label="${escapeHtml(titre)}"><ul>
${boxes.join('\n')}
</ul></div>
</details>`;
}

/** « 4 dossiers », and how many sites there are where they are more. */
export function countsHtml({ langue }: Around, sites: number, total: number): string {
  const n = compte(sites, { fr: 'dossier', en: 'dossier' }, { fr: 'dossiers', en: 'dossiers' }, langue);
  return sites === total ? n : sayIn(langue)(fillIn(words.connus, { n, total: nombre(total, langue) }));
}
