import type { DonneesSite, DossierSite } from '../../../model/site-data.ts';
import { escapeHtml } from '../../../words/escape.ts';
import { fillIn } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import type { Site } from '../sites.ts';
import { type Around, authored, pageHtml, sayIn } from './page.ts';
import { rubriques } from './rubrics.ts';
import { sectionsHtml } from './sections.ts';
import { siteWords as words } from './words.ts';

/** One dossier: who, where, and what the dataset has of it. The unknown is named. */
export function dossierPage(around: Around, donnees: DonneesSite, dossier: DossierSite, site: Site): string {
  const { langue } = around;
  const say = sayIn(langue);
  const { id, nom, titre, rapport } = dossier;
  const fictif = site.dossier.fictif === true ? `\n<p class="fictif">${say(words.fictif)}</p>` : '';
  const report =
    rapport === null
      ? say(words.rapportAbsent)
      : `<a href="${escapeHtml(fromFolder(rapport))}">${say(words.rapport)}</a>`;
  const compare = `<a class="avec-script" href="../index.html#comparer=${id}">${say(words.comparerAvec)}</a>`;
  return pageHtml(around, {
    base: '../',
    titre: nom === titre ? titre : `${titre} (${nom})`,
    description: typographie(fillIn(words.ficheDe, { titre, nom })[langue], langue),
    scripts: [],
    tete: `<nav class="fil" aria-label="${say(words.fil)}"><a href="../index.html">${say(words.tous)}</a></nav>
<p class="surtitre">${authored(around, nom)}</p>
<h1>${authored(around, titre)}</h1>${fictif}`,
    corps: `<div class="lecture-seule">
<p class="actions">${report} ${compare}</p>
<section>
<h2>${say(words.identite)}</h2>
${identity(around, donnees, dossier)}
</section>
${sectionsHtml(around, site)}
</div>`,
  });
}

/** An address seen from the index, as seen from a folder beside it; a whole one stays as it is. */
function fromFolder(address: string): string {
  return /^[a-z][a-z0-9+.-]*:|^\//i.test(address) ? address : `../${address}`;
}

/** The rows of the comparison that fit a card. */
function identity(around: Around, { mots, facettes, lignes }: DonneesSite, { f, r }: DossierSite): string {
  const unknown = `<em>${escapeHtml(mots.inconnu)}</em>`;
  const rows = lignes.flatMap((ligne): readonly string[] => {
    if ('f' in ligne) {
      const facet = facettes[ligne.f];
      const labels = (f[ligne.f] ?? []).flatMap((rank) => facet?.valeurs[rank] ?? []);
      const known = labels.filter(({ code }) => code !== 'inconnu').map(({ libelle }) => escapeHtml(libelle));
      return [row(facet?.titre ?? '', known.length === 0 ? unknown : known.join(', '))];
    }
    const rubrique = rubriques[ligne.r];
    if (rubrique?.identite !== true) return [];
    const texts = r[ligne.r] ?? null;
    const words = (text: string): string => (rubrique.auteur ? authored(around, text) : escapeHtml(text));
    const value = texts === null ? unknown : texts.length === 0 ? escapeHtml(mots.aucun) : texts.map(words).join(', ');
    return [row(rubrique.titre[around.langue], value)];
  });
  return `<div class="bloc-faits"><ul>\n${rows.join('\n')}\n</ul></div>`;
}

function row(name: string, value: string): string {
  return `<li><strong>${escapeHtml(name)}</strong> ${value}</li>`;
}
