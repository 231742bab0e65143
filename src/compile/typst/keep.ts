import type { TypstBlock } from './document.ts';
import { linesOf } from './length.ts';

/** What one group may hold, in lines: a third of a page. */
const MOST = 16;

/**
 * Titles with what belongs under them, in one box that no page cuts: a title then never ends a page, whatever notes
 * its first lines call, and one with nothing under it does not hold back what follows.
 * @param blocks blocks that follow each other
 * @returns the same blocks, some of them in a box named `tenu`; `tenu-suivi` where its text goes on after it
 */
export function heldTogether(blocks: readonly TypstBlock[]): readonly TypstBlock[] {
  const made: TypstBlock[] = [];
  let at = 0;
  while (at < blocks.length) {
    const group = groupAt(blocks, at);
    const next = blocks[at + group.length];
    made.push(...boxed(group, next));
    at += Math.max(1, group.length);
  }
  return made;
}

/**
 * How many of a section's first blocks stand with its title, in a box that no page cuts: some lines, but no picture and
 * no table.
 * @param part the blocks of the section, its title first
 * @returns how many; and whether what follows belongs on the same page
 */
export function openingOf(part: readonly TypstBlock[]): { readonly blocks: number; readonly suivi: boolean } {
  let blocks = 1;
  for (const block of part.slice(1)) {
    if (!opens(block) || linesOf(part.slice(0, blocks + 1)) > MOST) break;
    blocks += 1;
  }
  const group = part.slice(0, blocks);
  const little = linesOf(group) < MOST / 2 || partOf(group.at(-1)) === 'titre';
  return { blocks, suivi: little && blocks < part.length && !calls(group) };
}

function opens(block: TypstBlock): boolean {
  if (block.t === 'annote') return opens(block.bloc);
  return (
    ['titre', 'p', 'citation', 'faits', 'visees', 'chiffres'].includes(block.t) ||
    (block.t === 'bloc' && !APART.has(block.nom))
  );
}

/** Cards, a page that ends, maps that float: no box holds them. */
const APART: ReadonlySet<string> = new Set(['fiche', 'page', 'cartes']);

/** Is a note called in these blocks? */
function calls(blocks: readonly TypstBlock[]): boolean {
  return JSON.stringify(blocks).includes('"t":"note"');
}

/** Titles, then what says little by itself, then one short paragraph. */
function groupAt(blocks: readonly TypstBlock[], from: number): readonly TypstBlock[] {
  const first = blocks[from];
  if (first === undefined) return [];
  if (isLabel(first)) return [first];
  const group: TypstBlock[] = [];
  for (const block of blocks.slice(from, from + 8)) {
    const part = partOf(block);
    const starts = part === 'titre' && group.some((one) => partOf(one) !== 'titre');
    if (part === null || starts || (group.length === 0 && part !== 'titre')) break;
    if (linesOf([...group, block]) > MOST) break;
    group.push(block);
    if (part === 'texte') break;
  }
  return group.length > 0 ? group : [first];
}

function boxed(group: readonly TypstBlock[], next: TypstBlock | undefined): readonly TypstBlock[] {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return [];
  const titled = partOf(first) === 'titre';
  if (!titled && !isLabel(first)) return group;
  // What is taken back from a page leaves its notes there: no box that calls one may follow what comes next.
  const goesOn =
    !calls(group) && next !== undefined && partOf(next) !== 'titre' && next.t !== 'partie' && partOf(last) !== 'texte';
  if (group.length === 1 && titled && goesOn) return group;
  return [{ t: 'bloc', nom: goesOn || !titled ? 'tenu-suivi' : 'tenu', titre: [], b: group }];
}

/** What a block is under a title; null for what may be cut, or is large. */
function partOf(block: TypstBlock | undefined): 'titre' | 'mot' | 'texte' | null {
  switch (block?.t) {
    case 'annote':
      return partOf(block.bloc);
    case 'titre':
      return 'titre';
    case 'visees':
      return 'mot';
    case 'faits':
      return block.items.length <= 4 ? 'mot' : null;
    case 'bloc':
      return block.nom === 'chapeau' ? 'mot' : null;
    case 'p':
      return block.bref && !isLabel(block) ? 'texte' : null;
    default:
      return null;
  }
}

/** Words in bold that stand alone name the list below them: « Objectifs : ». */
function isLabel(block: TypstBlock): boolean {
  const [only, ...more] = block.t === 'p' ? block.c : [];
  return only !== undefined && more.length === 0 && typeof only !== 'string' && only.t === 'fort';
}
