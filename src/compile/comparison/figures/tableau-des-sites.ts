import type { Table } from '../../../model/markdown.ts';
import { connus, nombre } from '../../../words/numbers.ts';
import { typographie } from '../../../words/typography.ts';
import { tableOf, WIDTH } from '../../figures/figure.ts';
import { unknown, unknownLegend } from '../../figures/marks.ts';
import { line, lineHeight, rect, text, wrapped } from '../../figures/svg.ts';
import { composed, fits } from '../composed.ts';
import type { Dessiner, FigureDemandee } from '../figure.ts';
import { areFew } from '../said.ts';
import { COLONNES, type Identite, identitesOf, repartitions } from '../tableau.ts';

/**
 * Who the sites are: each by its territory, its atelier, its years, its scale, its communes and people, its types. Where
 * they are few the picture is that table on hairlines, the unknown hatched; else it counts them by what they share, and
 * the table that goes on for all of them lies behind it.
 */
export const tableauDesSites: Dessiner = (asked) => {
  const { comparaison, langue, prefix } = asked;
  const all = identitesOf(asked);
  const known = all.filter(({ site }) =>
    COLONNES.some((name) => name !== 'id' && (site.dossier[name] ?? null) !== null),
  );
  if (known.length === 0) return null;
  const fr = langue === 'fr';
  const title = fr ? 'Le tableau des sites' : 'Table of the sites';
  const few = areFew(comparaison);
  const named = few ? rowsDrawn(asked, all) : null;
  const drawn = named !== null && fits(named) ? named : shared(asked, all);
  const years = [...new Set(all.flatMap(({ annee }) => (annee === null ? [] : [annee])))].sort();
  const people = all.filter(({ population }) => population !== null).length;
  const municipal = fr
    ? `population municipale, Insee${years.length === 0 ? '' : `, ${years.join(', ')}`}`
    : `municipal population, Insee${years.length === 0 ? '' : `, ${years.join(', ')}`}`;
  return composed(asked, {
    id: 'tableau-des-sites',
    title,
    description: describe(asked, all),
    parts: [drawn.svg],
    bottom: drawn.bottom,
    legend: [unknownLegend(prefix, fr ? 'inconnu' : 'unknown')],
    remarks: [
      fr
        ? `Population : ${connus(people, all.length, 'fr', true)}.`
        : `Population: ${connus(people, all.length, 'en')}.`,
      ...(drawn === named
        ? []
        : [
            fr
              ? 'Un site qui a plusieurs types ou régions compte dans chacun.'
              : 'A site of several types or regions counts in each.',
          ]),
    ],
    table: asTable(asked, all, title),
    prises: [{ table: 'dossiers', colonnes: [...COLONNES] }],
    known: new Set(known.map(({ site }) => site.id)),
    ...(people === 0 ? {} : { alsoBy: [municipal] }),
  });
};

interface Column {
  readonly head: string;
  readonly x: number;
  readonly width: number;
  readonly right?: boolean;
  /** What is unknown where the second line is. */
  readonly second?: string;
  /** Lines: the first in ink, the others muted; null is unknown. */
  readonly of: (one: Identite) => readonly (string | null)[];
}

function columnsOf(fr: boolean): readonly Column[] {
  return [
    {
      head: fr ? 'Territoire, régions' : 'Territory, regions',
      x: 0,
      width: 158,
      second: fr ? 'région ?' : 'region?',
      of: (one) => [one.site.nom, one.regions],
    },
    {
      head: 'Atelier',
      x: 172,
      width: 118,
      second: fr ? 'session ?' : 'session?',
      of: (one) => [one.dispositif, ...(one.session === '' ? [] : [one.session])],
    },
    { head: fr ? 'Années' : 'Years', x: 302, width: 60, of: (one) => [one.annees] },
    { head: fr ? 'Échelle' : 'Scale', x: 374, width: 98, of: (one) => [one.niveau] },
    { head: 'Communes', x: 470, width: 58, right: true, of: (one) => [one.communes] },
    {
      head: fr ? 'Habitants' : 'People',
      x: 534,
      width: 58,
      right: true,
      of: (one) => [one.habitants, ...(one.annee === null ? [] : [String(one.annee)])],
    },
    { head: 'Types', x: 606, width: 114, of: (one) => [one.types] },
  ];
}

const SIZE = 11;

function rowsDrawn(asked: FigureDemandee, all: readonly Identite[]): { svg: string; bottom: number } {
  const { langue, prefix } = asked;
  const columns = columnsOf(langue === 'fr');
  const parts = columns.map(({ head, x, width, right }) =>
    text(right ? x + width : x, 14, head, { size: 10.5, fill: 'sourd', ...(right ? { anchor: 'end' } : {}) }),
  );
  parts.push(line(0, 23, WIDTH, 23, 'encre'));
  let y = 23;
  for (const one of all) {
    let height = 34;
    columns.forEach(({ x, width, right, second, of }, n) => {
      let down = y + 7;
      of(one).forEach((words, at) => {
        if (words === null) {
          const [label, wide] = at > 0 && second !== undefined ? [second, 76] : ['?', 40];
          parts.push(unknown(prefix, { x: right ? x + width - wide : x, y: down + 1, width: wide, height: 16 }, label));
          down += 20;
          return;
        }
        const bold = n === 0 && at === 0;
        const lines = wrapped(typographie(words, langue), width, SIZE, bold);
        const style = { size: SIZE, bold, fill: at === 0 ? 'encre' : 'sourd' } as const;
        parts.push(text(right ? x + width : x, down + 12, lines, right ? { ...style, anchor: 'end' } : style));
        down += lines.length * lineHeight(SIZE) + 1;
      });
      height = Math.max(height, down + 7 - y);
    });
    y += height;
    parts.push(line(0, y, WIDTH, y, 'filet'));
  }
  return { svg: parts.join(''), bottom: y };
}

const NAME = 250;
const COUNT = 56;

/** How many sites share a dispositif, a scale, a type, a region: lists of bars, all at one scale. */
function shared(asked: FigureDemandee, all: readonly Identite[]): { svg: string; bottom: number } {
  const { langue, prefix } = asked;
  const scale = (WIDTH - NAME - COUNT) / all.length;
  const parts: string[] = [];
  let y = 0;
  for (const { titre, valeurs, inconnus } of repartitions(asked, all)) {
    parts.push(text(0, y + 16, titre, { size: 12, bold: true }), line(0, y + 24, WIDTH, y + 24, 'filet'));
    y += 28;
    for (const { libelle, combien } of valeurs) {
      const lines = wrapped(typographie(libelle, langue), NAME - 14, 11.5);
      parts.push(text(NAME - 10, y + 13, lines, { size: 11.5, anchor: 'end' }));
      parts.push(rect(NAME, y + 4, Math.max(1.5, combien * scale), 10, { fill: 'encre' }));
      parts.push(text(NAME + combien * scale + 8, y + 13, nombre(combien, langue), { size: 11.5 }));
      y += Math.max(19, lines.length * lineHeight(11.5) + 4);
    }
    if (inconnus > 0) {
      const said = langue === 'fr' ? 'inconnu' : 'unknown';
      parts.push(text(NAME - 10, y + 13, said, { size: 11.5, anchor: 'end', fill: 'sourd' }));
      parts.push(unknown(prefix, { x: NAME, y: y + 3, width: Math.max(3, inconnus * scale), height: 12 }, ''));
      parts.push(text(NAME + inconnus * scale + 8, y + 13, nombre(inconnus, langue), { size: 11.5 }));
      y += 19;
    }
    y += 10;
  }
  return { svg: [line(NAME, 28, NAME, y - 10, 'filet'), ...parts].join(''), bottom: y - 6 };
}

function describe(asked: FigureDemandee, all: readonly Identite[]): string {
  const fr = asked.langue === 'fr';
  const colon = fr ? ' : ' : ': ';
  const parts = repartitions(asked, all).map(({ titre, valeurs, inconnus }) => {
    const said = valeurs.map(({ libelle, combien }) => `${libelle} ${combien}`);
    return `${titre}${colon}${[...said, ...(inconnus === 0 ? [] : [`${fr ? 'inconnu' : 'unknown'} ${inconnus}`])].join(', ')}`;
  });
  return `${all.length} ${all.length < 2 ? 'site' : 'sites'}. ${parts.join(fr ? ' ; ' : '; ')}.`;
}

function asTable({ langue }: FigureDemandee, all: readonly Identite[], title: string): Table {
  const fr = langue === 'fr';
  const head = fr
    ? ['Territoire', 'Régions', 'Dispositif', 'Session', 'Années', 'Échelle', 'Communes', 'Habitants', 'Types']
    : ['Territory', 'Regions', 'Scheme', 'Session', 'Years', 'Scale', 'Communes', 'People', 'Types'];
  const rows = all.map((one) => [
    one.site.nom,
    one.regions,
    one.dispositif,
    one.session === '' ? (fr ? 'hors session' : 'none') : one.session,
    one.annees,
    one.niveau,
    one.communes,
    one.habitants === null ? null : `${one.habitants}${one.annee === null ? '' : ` (${one.annee})`}`,
    one.types,
  ]);
  return tableOf(title, head, rows, langue);
}
