import type { Figure, Table } from '../../model/markdown.ts';
import { euros } from '../../words/numbers.ts';
import { typographie } from '../../words/typography.ts';
import { ETATS, ETATS_DITS, type EtatFinancement, etatPart, etatPattern, etatsLegend } from './etats-financement.ts';
import { type Asked, figureOf, tableOf, unknownWord, WIDTH } from './figure.ts';
import { legend, MARK, patterns, unknown, unknownLegend } from './marks.ts';
import { line, lineHeight, picture, text, wrapped } from './svg.ts';

export type { EtatFinancement } from './etats-financement.ts';

/** What one source brings, in euros, by how sure it is. */
export interface SourceFinancement {
  /** « État », « Région »…; null when nobody said who pays. */
  readonly libelle: string | null;
  readonly montants: Partial<Readonly<Record<EtatFinancement, number>>>;
  /** How many financings of this source have no amount. */
  readonly sansMontant: number;
}

export interface Financement extends Asked {
  readonly sources: readonly SourceFinancement[];
  /** Initiatives in all, and those that say their means. */
  readonly initiatives: number;
  readonly initiativesChiffrees: number;
}

const LEFT = 180;
/** Room kept at the end of each bar for its amount and for the hatched part, whose size nobody knows. */
const RIGHT = 190;
const BAR = 22;
const HATCH = 30;

/**
 * Who pays: one bar a source, stacked by how sure the money is, with what has no amount hatched and named.
 * @param asked the sources, the language
 * @returns the bars; a last line tells what the whole figure cannot know
 */
export function financement(asked: Financement): Figure {
  const { langue, prefix, sources } = asked;
  const fr = langue === 'fr';
  const title = fr ? 'Les financements, par source' : 'Funding, by source';
  const most = Math.max(1, ...sources.map(sumOf));
  const scale = (WIDTH - LEFT - RIGHT) / most;
  const parts: string[] = [];
  let y = 4;
  for (const source of sources) {
    const drawn = bar(asked, source, y, scale);
    parts.push(drawn.svg);
    y += drawn.height;
  }
  parts.push(line(LEFT, 0, LEFT, y, 'encre'));
  const silent = asked.initiatives - asked.initiativesChiffrees;
  if (silent > 0) {
    const said = fr
      ? `${silent} initiative${silent < 2 ? '' : 's'} sur ${asked.initiatives} ${silent < 2 ? 'ne dit' : 'ne disent'} rien de ${silent < 2 ? 'ses' : 'leurs'} moyens`
      : `${silent} of ${asked.initiatives} initiatives say nothing of their means`;
    parts.push(unknown(prefix, { x: 0, y: y + 8, width: MARK.width, height: MARK.height }));
    parts.push(text(MARK.width + 8, y + 20, said, { size: 12 }));
    y += 32;
  }
  const key = legend(
    [
      ...etatsLegend(prefix, langue, (etat) => sources.some((source) => (source.montants[etat] ?? 0) > 0), BAR),
      unknownLegend(prefix, fr ? 'montant inconnu' : 'amount unknown'),
    ],
    0,
    y + 12,
    WIDTH,
  );
  const description = describe(asked);
  const frame = { prefix, title, description, width: WIDTH, height: y + 12 + key.height + 2 };
  return figureOf(asked, {
    svg: picture(frame, patterns(prefix) + etatPattern(prefix), [...parts, key.svg]),
    title,
    description,
    caption: fr
      ? `La longueur des parties hachurées ne veut rien dire : leur montant n’est pas connu. Moyens connus pour ${asked.initiativesChiffrees} initiatives sur ${asked.initiatives}.`
      : `The length of hatched parts means nothing: their amount is not known. Means known for ${asked.initiativesChiffrees} of ${asked.initiatives} initiatives.`,
    table: dataOf(asked, title),
  });
}

function sumOf(source: SourceFinancement): number {
  return ETATS.reduce((sum, etat) => sum + (source.montants[etat] ?? 0), 0);
}

function bar(asked: Financement, source: SourceFinancement, y: number, scale: number): { svg: string; height: number } {
  const { langue, prefix } = asked;
  const name = source.libelle ?? (langue === 'fr' ? 'Source inconnue' : 'Unknown source');
  const lines = wrapped(typographie(name, langue), LEFT - 20, 12);
  const height = Math.max(BAR + 14, lines.length * lineHeight(12) + 10);
  const middle = y + height / 2;
  const style = { size: 12, anchor: 'end', fill: source.libelle === null ? 'sourd' : 'encre' } as const;
  const parts = [text(LEFT - 12, middle - ((lines.length - 1) * lineHeight(12)) / 2 + 4, lines, style)];
  let x = LEFT;
  for (const etat of ETATS) {
    const width = (source.montants[etat] ?? 0) * scale;
    if (width > 0) parts.push(etatPart(prefix, etat, { x, y: middle - BAR / 2, width, height: BAR }));
    x += width;
  }
  const sum = sumOf(source);
  if (source.sansMontant > 0) {
    parts.push(unknown(prefix, { x, y: middle - BAR / 2, width: HATCH, height: BAR }));
    x += HATCH;
  }
  parts.push(text(x + 8, middle + 4, amount(sum, source.sansMontant, langue), { size: 12 }));
  return { svg: parts.join(''), height };
}

/** « 60 000 € + 2 inconnus ». */
function amount(sum: number, without: number, langue: Asked['langue']): string {
  if (without === 0) return euros(sum, langue);
  const s = without < 2 ? '' : 's';
  if (sum === 0) return langue === 'fr' ? `${without} montant${s} inconnu${s}` : `${without} unknown amount${s}`;
  return `${euros(sum, langue)} + ${without} ${langue === 'fr' ? `inconnu${s}` : 'unknown'}`;
}

function describe({ langue, sources }: Financement): string {
  const separator = langue === 'fr' ? ' : ' : ': ';
  const said = sources.map((source) => {
    const name = source.libelle ?? (langue === 'fr' ? 'source inconnue' : 'unknown source');
    return name + separator + amount(sumOf(source), source.sansMontant, langue);
  });
  return said.length === 0
    ? langue === 'fr'
      ? 'Aucun financement connu.'
      : 'No funding known.'
    : `${said.join(langue === 'fr' ? ' ; ' : '; ')}.`;
}

function dataOf({ langue, sources }: Financement, title: string): Table {
  const fr = langue === 'fr';
  const head = ['Source', ...ETATS.map((etat) => ETATS_DITS[etat][langue]), fr ? 'Sans montant' : 'Without amount'];
  const rows = sources.map((source) => [
    source.libelle ?? unknownWord(langue),
    ...ETATS.map((etat) => euros(source.montants[etat] ?? 0, langue)),
    String(source.sansMontant),
  ]);
  return tableOf(title, head, rows, langue, 1);
}
