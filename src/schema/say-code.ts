import { nearest } from '../words/nearest.ts';
import { folded } from '../words/slug.ts';
import { fillIn, type Text } from '../words/text.ts';
import type { Schema } from './json-schema.ts';
import { resolved } from './schemas.ts';

/** A sentence, and the right word when it is known. */
export interface Said {
  readonly message: Text;
  readonly suggestion?: string;
  /** True when the suggestion is the one right answer: the same letters but for accents and capitals, or the label. */
  readonly mends?: true;
}

/**
 * A word that is no code of its list: the nearest code, or the code whose label was written instead.
 * @returns `listed` tells whether the node has a list of codes at all
 */
export function codeMistake(node: Schema | undefined, value: unknown): Said & { readonly listed: boolean } {
  const schema = node && resolved(node);
  const codes = schema?.enum ?? [];
  const word = String(value);
  const label = byLabel(schema, word);
  // One wrong letter says nothing when the code has no other.
  const right = label ?? (word.length > 1 ? (nearest(word, codes) ?? begunBy(schema, word)) : null);
  const list = lowered(schema?.title ?? '');
  const blanks = { mot: word, liste: { fr: list, en: lowered(schema?.['x-atelier']?.en?.title ?? list) } };
  const listed = codes.length > 0;
  if (right !== null) {
    const sure = label !== null || folded(word) === folded(right);
    return {
      listed,
      suggestion: right,
      message: fillIn(didYouMean, { ...blanks, bon: right }),
      ...(sure && { mends: true }),
    };
  }
  return { listed, message: fillIn(known, { ...blanks, codes: codes.join(', ') }) };
}

const didYouMean = {
  fr: '« {mot} » n’est pas un code connu ({liste}) ; vouliez-vous dire « {bon} » ?',
  en: '“{mot}” is not a known code ({liste}); did you mean “{bon}”?',
};
const known = {
  fr: '« {mot} » n’est pas un code connu ({liste}) ; les codes sont : {codes}',
  en: '“{mot}” is not a known code ({liste}); the codes are: {codes}',
};

function byLabel(schema: Schema | undefined, word: string): string | null {
  const wanted = folded(word);
  if (wanted.length < 3) return null;
  const labels = Object.entries(schema?.['x-atelier']?.libelles ?? {});
  const whole = labels.find(([, label]) => folded(label.fr) === wanted || folded(label.en) === wanted);
  return whole?.[0] ?? null;
}

/** The one code of which the label, or the code itself, begins so: `service` for `service_deconcentre`. */
function begunBy(schema: Schema | undefined, word: string): string | null {
  const wanted = folded(word);
  if (wanted.length < 3) return null;
  const begun = Object.entries(schema?.['x-atelier']?.libelles ?? {}).filter(
    ([code, label]) => folded(label.fr).startsWith(wanted) || folded(code).startsWith(wanted),
  );
  const [only] = begun;
  return begun.length === 1 && only ? only[0] : null;
}

/** A title inside a sentence: « service de l’État » keeps its capital. */
function lowered(title: string): string {
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}
