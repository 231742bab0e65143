import type { DataOf } from '../../../model/types.gen.ts';
import { escapeHtml } from '../../../words/escape.ts';
import type { Langue, Text } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import { siteWords as words } from './words.ts';

/** What all pages of the explorer share. */
export interface Around {
  readonly langue: Langue;
  /** The language in which dossiers are written. */
  readonly auteur: Langue;
  /** Holds only what may be published, and may be found by search engines. */
  readonly isPublic: boolean;
  /** The name of the whole. */
  readonly titre: string;
  /** The language of that name. */
  readonly titreLangue: Langue;
  /** What only the service knows of its site: `site` of `atelier.yaml`. */
  readonly site: Mentions;
}

/** What the service says of its site; what it does not say is left to be completed, in so many words. */
export type Mentions = NonNullable<DataOf['atelier']['site']>;

/** One page, its parts already HTML where they are named so. */
export interface PageSite {
  /** `../` for pages in a folder. */
  readonly base: '' | '../';
  readonly titre: string;
  readonly description: string;
  /** Names of script files. */
  readonly scripts: readonly string[];
  readonly tete: string;
  readonly corps: string;
}

/** A sentence of ours, set and escaped. */
export function sayIn(langue: Langue): (text: Text) => string {
  return (text) => escapeHtml(typographie(text[langue], langue));
}

/**
 * Words of a dossier, set as its author's language wants and escaped.
 * @returns HTML that says the language where it is not the page's
 */
export function authored({ langue, auteur }: Around, text: string): string {
  const words = escapeHtml(typographie(text, auteur));
  return langue === auteur ? words : `<span lang="${auteur}">${words}</span>`;
}

/**
 * A page of the explorer: it asks nothing of any other place, and says at its top and on each sheet of paper for whom it is.
 * @returns HTML
 */
export function pageHtml(around: Around, { base, titre, description, scripts, tete, corps }: PageSite): string {
  const { langue, isPublic } = around;
  const say = sayIn(langue);
  const whole = titre === around.titre ? titre : `${titre} – ${around.titre}`;
  const circulation = typographie((isPublic ? words.publicCourt : words.interneCourt)[langue], langue);
  return `<!doctype html>
<html lang="${langue}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(whole)}</title>
<meta name="description" content="${escapeHtml(description)}">
${isPublic ? '' : '<meta name="robots" content="noindex, nofollow">\n'}<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${base}site.css">
<style>
@media print { ${runningHead(whole, circulation)} }
</style>
<noscript><style>${WITHOUT_SCRIPT}</style></noscript>
${scripts.map((name) => `<script defer src="${base}${name}"></script>\n`).join('')}</head>
<body class="plan-site">
<a class="saut" href="#_texte">${say(words.saut)}</a>
<header class="tete">
${isPublic ? '' : `<p class="bandeau">${say(words.interne)}</p>\n`}${tete}
</header>
<main id="_texte" tabindex="-1">
${corps}
</main>
<footer class="mentions">
<h2>${say(words.apropos)}</h2>
<p>${say(words.lire)}</p>
<p><a href="${base}mentions.html">${say(isPublic ? words.mentions : words.apropos)}</a> · <a href="${base}mentions.html#accessibilite">${say(accessibilityOf(around.site))}</a></p>
</footer>
</body>
</html>
`;
}

/** As RGAA wants it said; without an audit nothing better may be. */
export function accessibilityOf({ accessibilite }: Mentions): Text {
  return words.conformite[accessibilite?.etat ?? 'non_conforme'];
}

/** Nothing is shown that would do nothing, and nothing is left of the place that it took. */
const WITHOUT_SCRIPT = `.avec-script { display: none !important }
@media screen and (min-width: 56.25em) {
.explorateur.explorateur { grid-template: "carte resultats" / minmax(0, 30rem) minmax(0, 1fr) }
.explorateur.sans-carte { grid-template: "resultats" / minmax(0, 1fr) }
}`;

/** Its own files and no others: `'self'` on a host, `file:` on a disk, where not all readers say that both are one. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self' file: 'unsafe-inline'",
  "script-src 'self' file:",
  ...['img-src data:', 'font-src data:', "base-uri 'none'", "form-action 'none'"],
].join('; ');

/** At the top of each printed page: CSS strings, with nothing that could close one or the style sheet. */
function runningHead(title: string, circulation: string): string {
  const quoted = (text: string): string => `"${text.replace(/[\\"<>\n\r\f]/g, ' ')}"`;
  return `@page{@top-left{content:${quoted(title)}}@top-right{content:${quoted(circulation)}}}`;
}
