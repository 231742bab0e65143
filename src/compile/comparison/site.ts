import type { OutputFile } from '../../model/output.ts';
import type { DossierSite } from '../../model/site-data.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { themeStyle } from '../html/theme.ts';
import type { Theme } from '../theme.ts';
import type { CarteComparee } from './figure.ts';
import { dataScript, donneesOf } from './site/data.ts';
import { dossierPage } from './site/dossier-page.ts';
import { indexPage } from './site/index-page.ts';
import { mapHtml } from './site/map.ts';
import { mentionsPage, type Producteur } from './site/mentions-page.ts';
import { nomsOf } from './site/names.ts';
import type { Around, Mentions } from './site/page.ts';
import { siteWords } from './site/words.ts';
import type { Comparaison } from './sites.ts';

/** What the explorer is made with, beside what is compared. */
export interface SiteAsked {
  readonly langue: Langue;
  /** The language in which the dossiers are written. */
  readonly auteur: Langue;
  /** The comparison holds only what may be published. */
  readonly isPublic: boolean;
  /** The name of the whole; without it, the explorer has its own. */
  readonly titre: string | undefined;
  readonly producteur: Producteur;
  /** `site` of `atelier.yaml`. */
  readonly site: Mentions;
  readonly theme: Theme | null;
  readonly carte: CarteComparee;
  /** The address of a dossier's report as seen from `index.html`; null where there is none. */
  readonly rapport: (id: string) => string | null;
  /** Style sheets, one after the other: of reports, of the explorer, and the faces of both. */
  readonly style: readonly string[];
  /** The script that `scripts/generate/site.ts` makes of `src/site/`. */
  readonly script: string;
}

/** The folder of the explorer. */
export const siteFolder = 'site/';

/**
 * The explorer: pages that need no server and ask nothing of any other place.
 * @returns its files, below `site/`: the index, one page a dossier, the legal notice, data, style and script
 */
export function* siteFiles(comparaison: Comparaison, asked: SiteAsked): Generator<OutputFile> {
  const { langue, auteur, isPublic, carte, theme } = asked;
  const titre = typographie(asked.titre ?? siteWords.titre[langue], langue);
  const titreLangue = asked.titre === undefined ? langue : auteur;
  const around: Around = { langue, auteur, isPublic, titre, titreLangue, site: asked.site };
  const donnees = donneesOf(comparaison, nomsOf(comparaison, carte.perimetres), around, asked.rapport);
  const at = (path: string, bytes: string): OutputFile => ({ path: siteFolder + path, bytes });
  yield at('index.html', indexPage(around, comparaison, donnees, mapHtml(comparaison.sites, carte, langue)));
  const known = new Map(donnees.dossiers.map((dossier): readonly [string, DossierSite] => [dossier.id, dossier]));
  for (const site of comparaison.sites) {
    const dossier = known.get(site.id);
    if (dossier !== undefined) yield at(`dossiers/${site.id}.html`, dossierPage(around, donnees, dossier, site));
  }
  yield at('mentions.html', mentionsPage(around, asked.producteur));
  yield at('donnees.js', dataScript(donnees));
  yield at('site.css', [...asked.style, theme === null ? '' : themeStyle(theme)].join('\n'));
  yield at('site.js', asked.script);
}
