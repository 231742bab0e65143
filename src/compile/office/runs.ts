import type { Inline } from '../../model/markdown.ts';
import { isRightToLeft } from '../../words/direction.ts';
import type { Langue } from '../../words/text.ts';
import { safeUrl } from '../markdown/urls.ts';
import { type Picture, pictureAt, type Raster, type Room } from './pictures.ts';
import type { LetterStyles } from './styles.ts';
import { xmlText } from './text.ts';

/** How a few letters stand out. */
export interface Marks {
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly delete?: boolean;
  readonly style?: LetterStyles;
  /** Where it is not the file's. */
  readonly lang?: Langue;
}

/** What a paragraph holds. Texts are such as XML can write. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly marks: Marks }
  | { readonly kind: 'tab' | 'break' }
  /** Leads to a page, or to a heading by its id. */
  | { readonly kind: 'link'; readonly url: string; readonly runs: readonly Run[] }
  | { readonly kind: 'picture'; readonly picture: Picture }
  /** A call of a note, by the number that readers see; said again, it leads to the first call. */
  | { readonly kind: 'note'; readonly number: number; readonly again: boolean };

/** What is known while a text becomes runs. */
export interface RunContext {
  readonly raster: Raster;
  /** How wide the text runs, in millimetres. */
  readonly column: number;
  /** Takes a call; gives what stands for it. */
  readonly call: (id: number) => Run;
  /** The headings that a link may lead to. */
  readonly ids: ReadonlySet<string>;
}

/**
 * Inline nodes as runs.
 * @param inlines any inline nodes
 * @param context what is known of the whole text
 * @param room what a picture may take
 * @param marks what stands around them
 * @returns the runs, in reading order
 */
export function runsOf(inlines: readonly Inline[], context: RunContext, room: Room, marks: Marks = {}): readonly Run[] {
  return inlines.flatMap((inline, at) => {
    const runs = runsOfOne(inline, context, room, marks);
    // « 2 » and « 5 » side by side would read as 25.
    return inline.type === 'note' && inlines[at - 1]?.type === 'note'
      ? [text(',\u202f', { style: 'appel' }), ...runs]
      : runs;
  });
}

function runsOfOne(inline: Inline, context: RunContext, room: Room, marks: Marks): readonly Run[] {
  switch (inline.type) {
    case 'text':
      return [text(inline.value, inline.lang === undefined ? marks : { ...marks, lang: inline.lang })];
    case 'code':
      return [text(inline.value, { ...marks, style: 'code' })];
    case 'strong':
    case 'emphasis':
    case 'delete':
      return runsOf(inline.children, context, room, { ...marks, [inline.type]: true });
    case 'break':
      return [{ kind: 'break' }];
    case 'note':
      return [context.call(inline.id)];
    case 'image': {
      const picture = pictureAt(inline.url, inline.alt, room, context.raster);
      return [picture === null ? text(inline.alt, { ...marks, emphasis: true }) : { kind: 'picture', picture }];
    }
    case 'link':
      return linkOf(inline.url, runsOf(inline.children, context, room, { ...marks, style: 'link' }), context);
  }
}

/** A link that leads nowhere is its words. */
function linkOf(url: string, runs: readonly Run[], { ids }: RunContext): readonly Run[] {
  const known = url.startsWith('#') ? ids.has(url.slice(1)) : safeUrl(url) !== null;
  return known ? [{ kind: 'link', url: xmlText(url), runs }] : runs.map(unlinked);
}

function unlinked(run: Run): Run {
  if (run.kind !== 'text' || run.marks.style !== 'link') return run;
  const { style: _, ...marks } = run.marks;
  return { ...run, marks };
}

/**
 * Is a paragraph written from right to left? As its first letter is.
 * @param runs what it holds
 */
export function isRightToLeftRuns(runs: readonly Run[]): boolean {
  return isRightToLeft(wordsOf(runs));
}

function wordsOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'text' ? run.text : run.kind === 'link' ? wordsOf(run.runs) : '')).join('');
}

/**
 * A text run.
 * @param value any text
 * @param marks how it stands out
 */
export function text(value: string, marks: Marks = {}): Run {
  return { kind: 'text', text: xmlText(value), marks };
}
