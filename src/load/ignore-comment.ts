import type { Ignore, NamedRule } from '../model/ignore.ts';
import { ignoreWord as word } from '../words/ignore.ts';
import type { Line } from './entry.ts';

export { word };

/** A comment that begins with the word, in a whole file; `words` is where the word is, after the comment's own sign. */
export interface Comment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly words: number;
  /** Where its words end, when that is before the sign that closes it. */
  readonly wordsEnd?: number;
}

/** Where a comment stands. */
export interface Place {
  readonly line: Line;
  readonly number: number;
  readonly nextStart: number;
  readonly alone: boolean;
  /** The lines that it covers, from 1; undefined when none is left below it. */
  readonly covered: readonly [number, number] | undefined;
}

/**
 * Reads `atelier-ignore rule, rule: why`, or `atelier-ignore-fichier …` for a whole file; a space may stand before the
 * colon, as in French.
 * @param comment its characters; `place` where it stands; `top` true before the first key, or the first words
 */
export function ignoreOf(comment: Comment, place: Place, top: boolean): Ignore {
  const { line, number, alone, nextStart } = place;
  const { rules, why, scope } = wordsOf(comment);
  const whole = alone ? ([line.start, nextStart] as const) : ([spacesBefore(comment), comment.end] as const);
  return { rules, why, span: [comment.start, comment.end], whole, line: number, covers: coversOf(scope, place, top) };
}

type Scope = 'ligne' | 'fichier' | 'mal-ecrit';

function coversOf(scope: Scope, { covered }: Place, top: boolean): Ignore['covers'] {
  if (scope === 'mal-ecrit') return scope;
  if (scope === 'fichier') return top ? scope : 'hors-tete';
  return covered ?? 'rien-dessous';
}

const scopes: Readonly<Record<string, Scope>> = { '': 'ligne', '-fichier': 'fichier' };

function wordsOf({ text, words, end, wordsEnd = end }: Comment): Pick<Ignore, 'rules' | 'why'> & { scope: Scope } {
  const said = text.slice(words, wordsEnd);
  const suffix = /^[\p{L}\p{N}_-]*/u.exec(said.slice(word.length))?.[0] ?? '';
  const scope = Object.hasOwn(scopes, suffix) ? scopes[suffix] : undefined;
  const rest = said.slice(word.length + suffix.length);
  const colon = rest.indexOf(':');
  const head = colon < 0 ? rest : rest.slice(0, colon);
  const rules = namedIn(head, words + word.length + suffix.length);
  if (scope === undefined || rules === undefined) return { rules: [], why: '', scope: 'mal-ecrit' };
  return { rules, why: colon < 0 ? '' : rest.slice(colon + 1).trim(), scope };
}

/** No list of rules is longer, nor any name of a rule. */
const most = 100;
const longest = 100;

/** The rules of a list parted by commas; undefined when it is no such list, so that no word of a sentence passes for a rule. */
function namedIn(head: string, offset: number): readonly NamedRule[] | undefined {
  const rules: NamedRule[] = [];
  let at = offset;
  for (const part of head.split(',')) {
    const id = part.trim();
    if (id === '' || id.length > longest || /\s/.test(id) || rules.length === most) return undefined;
    const start = at + part.indexOf(id);
    rules.push({ id, span: [start, start + id.length] });
    at += part.length + 1;
  }
  return rules;
}

/** Where the spaces before a comment start: they have no meaning without it. */
function spacesBefore({ text, start }: Comment): number {
  let at = start;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}
