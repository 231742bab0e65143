import { escapeHtml } from '../../../words/escape.ts';
import { nombre } from '../../../words/numbers.ts';
import { fillIn, type Langue } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import { WIDTH } from '../../figures/figure.ts';
import { element } from '../../figures/svg.ts';
import { placeBeside } from '../../maps/beside.ts';
import { mainlandIn } from '../../maps/grounds.ts';
import { drawNames } from '../../maps/names.ts';
import { grown } from '../../maps/plane.ts';
import { ground, MAIN } from '../../maps/situation.ts';
import { painted } from '../../maps/theme.ts';
import type { CarteComparee } from '../figure.ts';
import type { Site } from '../sites.ts';
import { type Dot, dotsOf, RADIUS } from './dots.ts';
import { siteWords as words } from './words.ts';

/** Up to so many sites, each has its name beside it. */
const NAMED = 19;

/**
 * The map of the sites, each a link to its page.
 * @returns HTML of the section; '' where no site has a known place
 */
export function mapHtml(sites: readonly Site[], carte: CarteComparee, langue: Langue): string {
  const few = sites.length <= NAMED;
  const dots = dotsOf(sites, carte, langue, few);
  const seen = mainlandIn(carte.france, MAIN);
  if (dots.placed.length === 0 || seen === null) return '';
  const say = (text: { readonly fr: string; readonly en: string }): string =>
    escapeHtml(typographie(text[langue], langue));
  const own = dots.departements.filter((code) => seen.codes.has(code));
  const nameOf = new Map(sites.map(({ id, nom }) => [id, typographie(nom, langue)]));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${MAIN.y1}" role="group" aria-label="${say(words.carteTitre)}" aria-describedby="carte-aide">`,
    `<defs><clipPath id="carte-cadre"><rect width="${MAIN.x1}" height="${MAIN.y1}"/></clipPath></defs>`,
    '<g aria-hidden="true">',
    `<g clip-path="url(#carte-cadre)">${painted('rect', { width: MAIN.x1, height: MAIN.y1 }, { fill: 'mer' })}${ground(seen, own)}</g>`,
    ...dots.insets,
    '</g>',
    ...dots.placed.map((dot) => dotSvg(dot, nameOf.get(dot.id) ?? dot.id, few)),
    ...(few ? namesSvg(dots.placed, nameOf) : []),
    '</svg>',
  ].join('');
  const placed = new Set(dots.placed.map(({ id }) => id));
  const without = sites.filter(({ id }) => !placed.has(id)).map(({ nom }) => escapeHtml(typographie(nom, langue)));
  const note = fillIn(words.carteNote, {
    places: nombre(placed.size, langue),
    total: nombre(sites.length, langue),
  });
  return [
    '<section class="carte-sites" aria-labelledby="carte-titre">',
    `<h2 id="carte-titre">${say(words.carteTitre)}</h2>`,
    `<p class="aide" id="carte-aide">${say(words.carteAide)} <span class="avec-script">${say(words.carteClavier)}</span></p>`,
    `<p class="cache passer"><a href="#dossiers">${say(words.sautCarte)}</a></p>`,
    `<div class="dessin">${svg}</div>`,
    '<p class="lecture" id="carte-lecture" aria-hidden="true"></p>',
    `<p class="legende">${say(note)}${without.length === 0 ? '' : ` ${say(words.sansPlace)}${without.join(', ')}.`}</p>`,
    '</section>',
  ].join('\n');
}

function dotSvg({ id, at: [cx, cy] }: Dot, name: string, few: boolean): string {
  const said = escapeHtml(name);
  const r = few ? RADIUS.few : RADIUS.many;
  const target = element('circle', { class: 'cible', cx, cy, r: few ? 12 : r + 1 });
  const dot = element('circle', { class: 'point', cx, cy, r });
  return `<a class="site" href="dossiers/${id}.html" data-id="${id}" aria-label="${said}"><title>${said}</title>${target}${dot}</a>`;
}

/** Each in a group of its own, that follows its dot. */
function namesSvg(dots: readonly Dot[], nameOf: ReadonlyMap<string, string>): readonly string[] {
  const reach = [RADIUS.few + 3, RADIUS.few + 2] as const;
  const main = dots.filter(({ at: [x] }) => x < MAIN.x1);
  const wanted = main.map(({ id, at }) => ({ name: nameOf.get(id) ?? id, at, reach, size: 12.5, bold: true }));
  const taken = main.map(({ at: [x, y] }) => ({
    ...{ x0: x - reach[0], y0: y - reach[1] },
    ...{ x1: x + reach[0], y1: y + reach[1] },
  }));
  return placeBeside(wanted, grown(MAIN, -4), taken).map((placed) => {
    const id = main.find((dot) => nameOf.get(dot.id) === placed.name)?.id ?? '';
    return `<g aria-hidden="true" class="nom-site" data-nom="${id}">${drawNames([placed])}</g>`;
  });
}
