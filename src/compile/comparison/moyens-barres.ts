import { typographie } from '../../words/typography.ts';
import { ETATS, etatPart } from '../figures/etats-financement.ts';
import { WIDTH } from '../figures/figure.ts';
import { unknown } from '../figures/marks.ts';
import { line, lineHeight, text, wrapped } from '../figures/svg.ts';
import type { FigureDemandee } from './figure.ts';
import { amountSaid, type LigneMoyens, sumOf } from './moyens-lignes.ts';
import { grouped } from './said.ts';

/** How high a bar is. */
export const BAR = 14;

const NAME = 150;
const START = 322;
/** Kept at the end of bars for amounts, and for the hatched part whose size nobody knows. */
const RIGHT = 172;
const HATCH = 26;
const SIZE = 11.5;

/**
 * One bar a line, all at one scale; lines of one site stand together under its name.
 * @returns SVG, and where it ends
 */
export function barres(asked: FigureDemandee, lignes: readonly LigneMoyens[]): { svg: string; bottom: number } {
  const most = lignes.reduce((max, ligne) => Math.max(max, sumOf(ligne)), 1);
  const scale = (WIDTH - START - RIGHT) / most;
  const parts: string[] = [];
  let y = 0;
  for (const [site, own] of grouped(lignes, (ligne) => ligne.site)) {
    const name = site === null ? [] : wrapped(typographie(site.nom, asked.langue), NAME - 14, 12, true);
    parts.push(text(0, y + 19, name, { size: 12, bold: true }));
    let down = y + 4;
    for (const [at, ligne] of own.entries()) {
      const drawn = bar(asked, ligne, down, scale, own[at - 1]?.pour === ligne.pour);
      parts.push(drawn.svg);
      down += drawn.height;
    }
    y = Math.max(down + 4, y + name.length * lineHeight(12) + 14);
    parts.push(line(0, y, WIDTH, y, 'filet'));
  }
  return { svg: [line(START, 0, START, y, 'encre'), ...parts].join(''), bottom: y };
}

function bar(
  { langue, prefix }: FigureDemandee,
  ligne: LigneMoyens,
  y: number,
  scale: number,
  same: boolean,
): { readonly svg: string; readonly height: number } {
  const left = ligne.site === null ? 0 : NAME;
  const words = wrapped(typographie(named(ligne, same, langue), langue), START - left - 14, SIZE);
  const height = Math.max(BAR + 8, words.length * lineHeight(SIZE) + 7);
  const top = y + 4;
  const style = { size: SIZE, anchor: 'end', fill: ligne.source === null ? 'sourd' : 'encre' } as const;
  const parts = [text(START - 10, top + 11, words, style)];
  let x = START;
  for (const etat of ETATS) {
    const width = (ligne.montants[etat] ?? 0) * scale;
    if (width > 0) parts.push(etatPart(prefix, etat, { x, y: top, width, height: BAR }));
    x += width;
  }
  if (ligne.sansSource > 0) {
    const width = ligne.sansSource * scale;
    parts.push(unknown(prefix, { x, y: top, width, height: BAR }, ''));
    x += width;
  }
  if (ligne.sansMontant > 0) {
    parts.push(unknown(prefix, { x, y: top, width: HATCH, height: BAR }));
    x += HATCH;
  }
  parts.push(text(x + 8, top + 11, amountSaid(ligne, langue), { size: SIZE }));
  return { svg: parts.join(''), height };
}

/** What the money is for is said once, on the first of its lines. */
function named({ pour, source }: LigneMoyens, same: boolean, langue: FigureDemandee['langue']): string {
  if (source === '') return pour;
  const said = source ?? (langue === 'fr' ? 'source inconnue' : 'source unknown');
  return same ? said : `${pour} · ${said}`;
}
