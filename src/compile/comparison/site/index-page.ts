import type { DonneesSite } from '../../../model/site-data.ts';
import { escapeHtml } from '../../../words/escape.ts';
import { typographie } from '../../../words/typography.ts';
import type { Comparaison } from '../sites.ts';
import { cardHtml, countsHtml, filtersHtml } from './cards.ts';
import { listsHtml } from './lists.ts';
import { type Around, pageHtml, sayIn } from './page.ts';
import { siteWords as words } from './words.ts';

/**
 * The page that opens the explorer: complete without a script, sifted and compared with one.
 * @param carte HTML of the map; '' where there is none
 */
export function indexPage(around: Around, comparaison: Comparaison, donnees: DonneesSite, carte: string): string {
  const { langue } = around;
  const say = sayIn(langue);
  const sites = new Map(comparaison.sites.map((site) => [site.id, site]));
  const cards = donnees.dossiers.flatMap((dossier) => {
    const site = sites.get(dossier.id);
    return site === undefined ? [] : [cardHtml(around, donnees, dossier, site)];
  });
  return pageHtml(around, {
    base: '',
    titre: around.titre,
    description: typographie(words.description[langue], langue),
    scripts: ['donnees.js', 'site.js'],
    tete: `<p class="surtitre">${say(around.titre === typographie(words.titre[langue], langue) ? words.programme : words.titre)}</p>
<h1${around.titreLangue === langue ? '' : ` lang="${around.titreLangue}"`}>${escapeHtml(around.titre)}</h1>
<p class="sous-titre">${countsHtml(around, comparaison.sites.length, comparaison.total)}</p>`,
    corps: `<section class="comparaison avec-script" id="comparaison" hidden>
<h2 id="comparaison-titre" tabindex="-1">${say(words.comparer)}</h2>
<p class="aide">${say(words.comparerLire)}</p>
<p class="actions"><button type="button" id="retour">${say(words.retour)}</button> <label><input type="checkbox" id="differentes"> ${say(words.differentes)}</label></p>
<div class="defile" id="cote-a-cote" role="region" tabindex="0" aria-label="${say(words.coteACote)}"></div>
</section>
<div class="explorateur${carte === '' ? ' sans-carte' : ''}" id="explorateur">
<form class="recherche avec-script" role="search" id="recherche">
<label for="q">${say(words.chercher)}</label>
<input type="search" id="q" name="q" autocomplete="off" spellcheck="false" aria-describedby="q-aide">
<p class="aide" id="q-aide">${say(words.chercherAide)}</p>
</form>
${filtersHtml(around, donnees)}
${carte}
<section class="resultats" aria-labelledby="dossiers">
<h2 id="dossiers" tabindex="-1">${say(words.dossiers)}</h2>
<p id="compte" class="compte avec-script" role="status">${'\u00a0'}</p>
<ol class="fiches-site" id="liste">
${cards.join('\n')}
</ol>
<p class="avec-script"><button type="button" id="plus" hidden></button></p>
</section>
</div>
${listsHtml(around, donnees)}
<div class="barre avec-script" id="choisis" role="region" aria-label="${say(words.comparerChoix)}" hidden>
<p id="choisis-compte"></p>
<p class="actions"><button type="button" id="comparer">${say(words.comparer)}</button> <button type="button" id="vider">${say(words.vider)}</button></p>
</div>
<p class="cache avec-script" id="annonce" role="status"></p>`,
  });
}
