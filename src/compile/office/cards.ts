import type { Inline } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import { ORDRE } from '../figures/marks.ts';
import { widthOf } from '../figures/svg.ts';
import { VISEES } from '../figures/theme.ts';
import { plainText } from '../markdown/walk.ts';
import { type Run, type RunContext, runsOf, text } from './runs.ts';
import { names } from './styles/look.ts';
import { type LetterStyles, PARAGRAPHS } from './styles.ts';

/**
 * An item of `::: faits` or `::: chiffres`: what stands in bold first, a tab, then the rest.
 * @param inlines the item's own words
 * @param style of the letters before the tab
 * @param context what is known of the whole text
 * @returns the runs
 */
export function cardRuns(inlines: readonly Inline[], style: LetterStyles, context: RunContext): readonly Run[] {
  const [first, ...rest] = inlines;
  const room = { width: context.column / 2, height: 60 };
  if (first?.type !== 'strong') return [{ kind: 'tab' }, ...runsOf(inlines, context, room)];
  const [next, ...others] = rest;
  const after = next?.type === 'text' ? [{ ...next, value: next.value.trimStart() }, ...others] : rest;
  const kind = style === 'fait' && !isBeside(first.children, after, context) ? 'break' : 'tab';
  return [...runsOf(first.children, context, room, { style }), { kind }, ...runsOf(after, context, room)];
}

/** A name too long for its column, or an address for what is left beside it: what is said begins a line of its own. */
function isBeside(name: readonly Inline[], said: readonly Inline[], { column }: RunContext): boolean {
  const longest = Math.max(...plainText(said).split(/\s/).map(wide));
  return wide(plainText(name)) < names && longest < column - names;
}

/** In millimetres, in a face somewhat wider than ours. */
function wide(words: string): number {
  return (widthOf(words, FAIT_SIZE) * 1.1 * 25.4) / 72;
}

const { size: FAIT_SIZE } = PARAGRAPHS.faits as { readonly size: number };

/**
 * The visées named in a container's arguments: each its letter on its colour, and its name.
 * @param args codes parted by spaces; other words are passed over
 * @param langue the reader's language
 * @returns the runs; a sentence when no visée is known
 */
export function viseeRuns(args: string, langue: Langue): readonly Run[] {
  const named = args.split(/[\s,|]+/);
  const visees = ORDRE.filter((visee) => named.includes(visee));
  if (visees.length === 0) return [text(langue === 'fr' ? 'Visées inconnues' : 'Aims unknown', { emphasis: true })];
  return visees.flatMap((visee, index): readonly Run[] => {
    const { lettre, libelle } = VISEES[visee];
    const gap = index === 0 ? [] : [text('\u2003')];
    return [...gap, text(`\u00a0${lettre}\u00a0`, { style: `visee${lettre}` }), text(`\u00a0${libelle[langue]}`)];
  });
}
