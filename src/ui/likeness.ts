import { printable } from '../words/escape.ts';
import type { Text } from '../words/text.ts';
import type { ComparisonLook } from './comparison.ts';
import { gridLines, wrappedIn } from './grid.ts';

/** Likenesses as plain words. */
export interface LikenessShown {
  readonly titre: string;
  readonly proches: readonly {
    readonly nom: string;
    readonly id: string;
    readonly compte: string;
    readonly communs: string;
    readonly differe: string;
    readonly inconnu: string;
  }[];
  /** Sentences below. */
  readonly notes: readonly string[];
}

/** Each of the nearest as a paragraph: its name, how much is shared, then what is, what differs, what is unknown. */
export function likenessText({ titre, proches, notes }: LikenessShown, look: ComparisonLook): string {
  const { langue, colour, columns } = look;
  const each = proches.map(({ nom, id, compte, communs, differe, inconnu }) => {
    const rows = [
      [words.communs, communs, false] as const,
      [words.differe, differe, false] as const,
      [words.inconnu, inconnu, true] as const,
    ].filter(([, text]) => text !== '');
    const cells = rows.map(([name, text, unknown]) => [
      { text: name[langue].padEnd(widest, '\u00a0'), unknown },
      { text, unknown },
    ]);
    const head = `${colour.bold(printable(nom))}${id === nom ? '' : `  ${colour.dim(printable(id))}`}`;
    const counted = wrappedIn(printable(compte), columns - 2).map((line) => `  ${line}`);
    return [head, ...counted, ...gridLines({ rows: cells, indent: 2 }, columns, colour)].join('\n');
  });
  const below = notes.map((note) =>
    wrappedIn(printable(note), columns)
      .map((line) => colour.dim(line))
      .join('\n'),
  );
  const parts = [colour.bold(printable(titre)), ...each, below.join('\n')].filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}

const words: Readonly<Record<'communs' | 'differe' | 'inconnu', Text>> = {
  communs: { fr: 'En commun', en: 'Shared' },
  differe: { fr: 'Diffère', en: 'Differs' },
  inconnu: { fr: 'Inconnu', en: 'Unknown' },
};
/** The same column in every paragraph. */
const widest = 9;
