import type { Block, MarkdownTree } from '../../model/markdown.ts';
import { type Run, text } from './runs.ts';

/** The notes of a text as its calls are met: a number each, from 1 in the order of the first calls. */
export interface NoteBook {
  /** A call in the text. */
  readonly call: (id: number) => Run;
  /** What was called in the text, in the order of its numbers. */
  readonly called: () => readonly (readonly Block[])[];
  /** The numbers called more than once. */
  readonly recalled: ReadonlySet<number>;
  /**
   * A call inside a note. A note of an office suite holds no other: the call leads to the other's first call, or, where
   * there is none, to a star: the other's text then follows, once.
   */
  readonly callInside: (id: number) => Run;
  /** The texts that stars ask for, since the last time this was asked. */
  readonly starred: () => readonly (readonly Block[])[];
}

/** What stands for a call that has no number. */
export const STAR = '*';

/**
 * Counts the calls of one text.
 * @param notes what there is to call
 */
export function noteBook(notes: MarkdownTree['notes']): NoteBook {
  const numbers = new Map<number, number>();
  const stars = new Set<number>();
  const recalled = new Set<number>();
  let asked: number[] = [];
  const again = (id: number): Run | null => {
    const number = numbers.get(id);
    if (number === undefined) return null;
    recalled.add(number);
    return { kind: 'note', number, again: true };
  };
  return {
    recalled,
    call: (id) => {
      if (!notes.has(id)) return text('');
      const known = again(id);
      if (known !== null) return known;
      numbers.set(id, numbers.size + 1);
      return { kind: 'note', number: numbers.size, again: false };
    },
    called: () => [...numbers.keys()].map((id) => notes.get(id) ?? []),
    callInside: (id) => {
      if (!notes.has(id)) return text('');
      if (!numbers.has(id) && !stars.has(id)) {
        stars.add(id);
        asked.push(id);
      }
      return again(id) ?? text(STAR);
    },
    starred: () => {
      const ids = asked;
      asked = [];
      return ids.map((id) => notes.get(id) ?? []);
    },
  };
}
