import { nombre } from '../../words/numbers.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { WIDTH } from '../figures/figure.ts';
import { type LegendEntry, unknown } from '../figures/marks.ts';
import { element, line, lineHeight, rect, text, wrapped } from '../figures/svg.ts';
import type { FigureDemandee } from './figure.ts';
import { type DocumentDuSite, PLANIFICATION, type SuiteDePlanification } from './planification.ts';
import { codesIn, grouped, labelIn } from './said.ts';

/** How a document is called: its title with the kind that it is of. */
export function documentSaid({ document, titre }: DocumentDuSite, langue: Langue): string {
  const label = labelIn(PLANIFICATION, 'document', document, langue);
  // « SCoT (schéma directeur) »: the gloss is of the list, not of the document.
  const short = label.replace(/ \(.*\)$/, '');
  return titre === null ? label : `${short} · ${titre}`;
}

/** « PLUi approuvé (approuvé, 2021) ». */
export function suiteSaid({ titre, etat, annee }: SuiteDePlanification, langue: Langue): string {
  const fr = langue === 'fr';
  const state =
    etat === null ? (fr ? 'état inconnu' : 'unknown state') : labelIn('suites', 'etat', etat, langue).toLowerCase();
  const year = annee === null ? (fr ? 'année inconnue' : 'unknown year') : String(annee);
  return `${titre} (${state}, ${year})`;
}

const ETAT = { x: 318, width: 104 } as const;
const RELATION = { x: 434, width: 150 } as const;
const INITIATIVES = { x: 598, width: 122 } as const;
const NAME = 150;
const DOCUMENT = { x: NAME, width: ETAT.x - NAME - 14 } as const;
const SIZE = 11.5;

/**
 * A line a document under the name of its site, then what came of planning there.
 * @returns SVG, and where it ends
 */
export function documentsDrawn(
  asked: FigureDemandee,
  documents: readonly DocumentDuSite[],
  since: readonly SuiteDePlanification[],
): { readonly svg: string; readonly bottom: number } {
  const { comparaison, langue } = asked;
  const fr = langue === 'fr';
  const heads: readonly (readonly [number, string])[] = [
    [0, 'Site'],
    [DOCUMENT.x, 'Document'],
    [ETAT.x, fr ? 'État dit par le dossier' : 'State, as the dossier says'],
    [RELATION.x, fr ? 'Relation à l’atelier' : 'Relation to the workshop'],
    [INITIATIVES.x, fr ? 'Initiatives qui le nomment' : 'Initiatives naming it'],
  ];
  const cut = heads.map(([x, words], n) => [x, wrapped(words, (heads[n + 1]?.[0] ?? WIDTH) - x - 8, 10.5)] as const);
  const top = Math.max(...cut.map(([, lines]) => lines.length)) * lineHeight(10.5) + 10;
  const parts = cut.map(([x, lines]) => text(x, 12, lines, { size: 10.5, fill: 'sourd' }));
  parts.push(line(0, top, WIDTH, top, 'encre'));
  const by = grouped(documents, ({ site }) => site);
  const after = grouped(since, ({ site }) => site);
  let y = top;
  for (const site of comparaison.sites) {
    const [own, came] = [by.get(site) ?? [], after.get(site) ?? []];
    if (own.length + came.length === 0) continue;
    const name = wrapped(typographie(site.nom, langue), NAME - 14, 12, true);
    parts.push(text(0, y + 19, name, { size: 12, bold: true }));
    let down = y + 5;
    for (const one of own) {
      const drawn = documentLine(asked, one, down);
      parts.push(drawn.svg);
      down += drawn.height;
    }
    const drawn = sinceLine(asked, came, down);
    parts.push(drawn.svg);
    y = Math.max(down + drawn.height + 5, y + name.length * lineHeight(12) + 14);
    parts.push(line(0, y, WIDTH, y, 'filet'));
  }
  return { svg: parts.join(''), bottom: y };
}

function documentLine(asked: FigureDemandee, one: DocumentDuSite, y: number): { svg: string; height: number } {
  const { langue, prefix } = asked;
  const cell = (column: 'etat' | 'relation', x: number, width: number): readonly [string, number] => {
    const code = one[column];
    if (code === null) return [unknown(prefix, { x, y: y + 2, width: 44, height: 16 }), 1];
    const lines = wrapped(typographie(labelIn(PLANIFICATION, column, code, langue), langue), width, SIZE);
    return [text(x, y + 14, lines, { size: SIZE }), lines.length];
  };
  const name = wrapped(typographie(documentSaid(one, langue), langue), DOCUMENT.width, SIZE);
  const [etat, etats] = cell('etat', ETAT.x, ETAT.width);
  const [relation, relations] = cell('relation', RELATION.x + 24, RELATION.width - 24);
  const mark = one.relation === null ? '' : relationMark(one.relation, RELATION.x + 8, y + 10);
  const count = one.initiatives === 0 ? '–' : nombre(one.initiatives, langue);
  return {
    svg: [
      text(DOCUMENT.x, y + 14, name, { size: SIZE }),
      etat,
      mark,
      relation,
      text(INITIATIVES.x, y + 14, count, { size: SIZE, bold: one.initiatives > 0 }),
    ].join(''),
    height: Math.max(name.length, etats, relations) * lineHeight(SIZE) + 8,
  };
}

function sinceLine(
  { langue, prefix }: FigureDemandee,
  came: readonly SuiteDePlanification[],
  y: number,
): { svg: string; height: number } {
  const word = langue === 'fr' ? 'Depuis' : 'Since';
  const label = text(DOCUMENT.x, y + 14, word, { size: 10.5, fill: 'sourd' });
  const x = DOCUMENT.x + 48;
  if (came.length === 0) {
    const said = langue === 'fr' ? 'suites inconnues' : 'follow-up unknown';
    return { svg: label + unknown(prefix, { x, y: y + 2, width: 118, height: 16 }, said), height: 24 };
  }
  const words = came.map((one) => wrapped(typographie(suiteSaid(one, langue), langue), WIDTH - x, SIZE));
  const lines = words.flat();
  return { svg: label + text(x, y + 14, lines, { size: SIZE }), height: lines.length * lineHeight(SIZE) + 9 };
}

/** An open ring is still to be fed, a full one is; a square is what holds the atelier in. */
function relationMark(relation: string, cx: number, cy: number): string {
  const ring = { 'stroke-width': 1.6 };
  if (relation === 'contraint') return rect(cx - 4.5, cy - 4.5, 9, 9, { fill: 'encre' });
  const fill = relation === 'nourri' ? 'encre' : 'fond';
  return element('circle', { cx, cy, r: 5, ...ring }, { fill, stroke: 'encre' });
}

/** What the marks of relations mean. */
export function relationLegend({ langue }: FigureDemandee): readonly LegendEntry[] {
  return codesIn(PLANIFICATION, 'relation').map((code) => ({
    mark: (x, y) => relationMark(code, x + 15, y + 8),
    words: labelIn(PLANIFICATION, 'relation', code, langue),
  }));
}
