import type { Figure, Table } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { figureOf, WIDTH } from '../figures/figure.ts';
import { lineHeight, picture, text, widthOf, wrapped } from '../figures/svg.ts';

/** A band of a figure, as wide as it is; several make a sheet. */
export interface Bande {
  readonly height: number;
  /** @param prefix of the sheet, for its patterns; @param y its upper edge */
  readonly draw: (prefix: string, y: number) => string;
}

/** A figure that goes on over as many sheets as it needs. */
export interface Longue {
  readonly prefix: string;
  readonly langue: Langue;
  readonly title: string;
  readonly description: string;
  readonly caption: string;
  /** Of all sheets: it stands with the first. */
  readonly table: Table;
  readonly defs: (prefix: string) => string;
  /** Above the bands of each sheet. */
  readonly tete: Bande;
  readonly bandes: readonly Bande[];
  /** Under the bands of each sheet: the legend. */
  readonly pied: Bande;
  /** Under the last sheet only. */
  readonly notes?: Bande;
}

/** A sheet no higher than this stands on a page with its title and its caption. */
const HAUTEUR = 900;

/**
 * Lays the bands of a figure on sheets.
 * @returns the first, and those that follow; a band is never cut, and no sheet is empty
 */
export function feuillets(longue: Longue): { readonly figure: Figure; readonly suite: readonly Figure[] } {
  const room = HAUTEUR - longue.tete.height - longue.pied.height;
  const sheets = packed(longue.bandes, room);
  const [figure, ...suite] = sheets.map((bandes, at) => sheet(longue, bandes, at, sheets.length));
  if (figure === undefined) throw new Error('a figure of no sheet');
  return { figure, suite };
}

/** At least one sheet. */
function packed(bandes: readonly Bande[], room: number): readonly (readonly Bande[])[] {
  const sheets: Bande[][] = [[]];
  let used = 0;
  for (const bande of bandes) {
    const last = sheets.at(-1);
    if (last !== undefined && (last.length === 0 || used + bande.height <= room)) {
      last.push(bande);
      used += bande.height;
    } else {
      sheets.push([bande]);
      used = bande.height;
    }
  }
  return sheets;
}

function sheet(longue: Longue, bandes: readonly Bande[], at: number, count: number): Figure {
  const { langue, tete, pied, notes, table } = longue;
  const prefix = at === 0 ? longue.prefix : `${longue.prefix}-${at + 1}`;
  const of = langue === 'fr' ? `${at + 1} sur ${count}` : `${at + 1} of ${count}`;
  const title = count === 1 ? longue.title : `${longue.title} (${of})`;
  const stacked = [tete, ...bandes, pied, ...(at === count - 1 && notes !== undefined ? [notes] : [])];
  let y = 0;
  const parts = stacked.map((bande) => {
    const drawn = bande.draw(prefix, y);
    y += bande.height;
    return drawn;
  });
  const { description, caption } = longue;
  const svg = picture({ prefix, title, description, width: WIDTH, height: y + 2 }, longue.defs(prefix), parts);
  const whole = figureOf({ prefix, langue }, { svg, title, description, caption, table });
  if (at === 0) return whole;
  return { type: 'figure', svg, title: whole.title, description: whole.description, caption: whole.caption };
}

/** A list of names under a figure: what it is, then the names. */
export interface Liste {
  readonly titre: string;
  readonly noms: readonly string[];
}

const NOTE = 10.5;

/**
 * Lists of names, as lines across the figure.
 * @param listes those without a name are left out unless their title says all: it then ends with a full stop
 */
export function bandeDeListes(listes: readonly Liste[], langue: Langue): Bande {
  const all = listes.map(({ titre, noms }) => ({
    titre: wrapped(typographie(titre, langue), WIDTH, NOTE, true),
    noms: wrapped(typographie(noms.join(' · '), langue), WIDTH, NOTE),
  }));
  const step = lineHeight(NOTE);
  const heights = all.map(({ titre, noms }) => (titre.length + noms.length) * step + 7);
  return {
    height: all.length === 0 ? 0 : heights.reduce((sum, one) => sum + one, 12),
    draw: (_, y) => {
      let top = y + 12;
      return all
        .map(({ titre, noms }, at) => {
          const head = text(0, top + 9, titre, { size: NOTE, bold: true });
          const rest = text(0, top + 9 + titre.length * step, noms, { size: NOTE, fill: 'sourd' });
          top += heights[at] ?? 0;
          return head + rest;
        })
        .join('');
    },
  };
}

/**
 * The name of a site on a few lines; what is longer ends in an ellipsis, and stands whole in the table.
 * @param most how many lines
 */
export function lignesDuNom(nom: string, width: number, size: number, bold = false, most = 3): readonly string[] {
  const lines = wrapped(typographie(nom, 'fr'), width, size, bold);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last !== '' && widthOf(`${last}…`, size, bold) > width) last = [...last].slice(0, -1).join('');
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}

/**
 * Bands of sites, a group's title over the first of each.
 * @param sites each with its group, null for none
 */
export function parGroupe(sites: readonly (Bande & { readonly groupe: string | null })[]): readonly Bande[] {
  return sites.map((bande, at): Bande => {
    const { groupe } = bande;
    if (groupe === null || sites[at - 1]?.groupe === groupe) return bande;
    const lines = wrapped(typographie(groupe, 'fr'), WIDTH, 12.5, true);
    const high = lines.length * lineHeight(12.5) + 16;
    return {
      height: high + bande.height,
      draw: (prefix, y) => text(0, y + 22, lines, { size: 12.5, bold: true }) + bande.draw(prefix, y + high),
    };
  });
}
