import { families } from '../../schema/labels.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { WIDTH } from '../figures/figure.ts';
import { line, lineHeight, text, wrapped } from '../figures/svg.ts';
import { codesIn, labelIn } from './said.ts';
import { type Band, type SlantedHeads, slanted } from './sheets.ts';
import { SEANCES, type TourDeTable } from './tour-de-table.ts';

/** One column: a category of organisations, or a kind of participation. */
export interface Colonne {
  /** Null for what the dossiers do not say. */
  readonly code: string | null;
  readonly words: string;
  /** Its middle, in units from the left of the columns. */
  readonly at: number;
}

/** Columns that stand together under one name. */
export interface Bloc {
  /** A family, `participation`, or null where the family is not known. */
  readonly code: string | null;
  readonly words: string;
  readonly colonnes: readonly Colonne[];
  readonly from: number;
  readonly to: number;
}

/** All the columns, and where they stand. */
export interface Colonnes {
  readonly acteurs: readonly Bloc[];
  readonly participation: Bloc;
  readonly heads: SlantedHeads;
  readonly left: number;
}

/** A kind of participation bears a number of people under its mark. */
const WIDE = 1.4;
const GAP = 0.5;
/** A family of few categories is as wide as its name. */
const NAMED = 3.9;

interface Draft {
  readonly code: string | null;
  readonly words: string;
  readonly wide: number;
  readonly colonnes: readonly { readonly code: string | null; readonly words: string }[];
}

/**
 * The columns of the figure: the four families with their categories, then the kinds of participation. What the
 * vocabulary has no code for has a column only where a dossier needs it.
 * @param left where columns begin
 */
export function colonnesOf(all: readonly TourDeTable[], langue: Langue, left: number): Colonnes {
  const used = new Set(all.flatMap(({ acteurs }) => acteurs.map(({ categorie }) => categorie)));
  const drafts: readonly Draft[] = [...familyDrafts(used, langue), participationDraft(all, langue)];
  let at = 0;
  const blocs = drafts.map(({ code, words, wide, colonnes }): Bloc => {
    const from = at;
    const placed = colonnes.map((one) => {
      at += wide;
      return { ...one, at: at - wide / 2 };
    });
    const to = Math.max(at, from + NAMED);
    at = to + GAP;
    return { code, words, colonnes: placed, from, to };
  });
  const heads = slanted(
    blocs.flatMap(({ colonnes }) => colonnes),
    at - GAP,
    left,
  );
  const acteurs = blocs.slice(0, -1);
  const participation = blocs[blocs.length - 1];
  if (participation === undefined) throw new Error('no column of participation');
  return { acteurs, participation, heads, left };
}

function familyDrafts(used: ReadonlySet<string | null>, langue: Langue): readonly Draft[] {
  const fr = langue === 'fr';
  const said = (code: string): string => labelIn('acteurs', 'categorie', code, langue);
  const named = Object.entries(families()).map(([code, categories]): Draft => {
    const unsaid = used.has(code) ? [{ code, words: fr ? 'Sans précision' : 'Not specified' }] : [];
    const each = categories.map((one) => ({ code: one, words: typographie(short(said(one)), langue) }));
    return { code, words: said(code), wide: 1, colonnes: [...each, ...unsaid] };
  });
  if (!used.has(null)) return named;
  const unknown = { code: null, words: fr ? 'Catégorie inconnue' : 'Category unknown' };
  return [...named, { code: null, words: '?', wide: 1, colonnes: [unknown] }];
}

/** Examples in brackets stand in the table, not over a narrow column. */
function short(label: string): string {
  return label.replace(/\s*\(.*\)$/u, '');
}

function participationDraft(all: readonly TourDeTable[], langue: Langue): Draft {
  const unsaid = all.some(({ participation }) => participation.some(({ type }) => type === null));
  return {
    code: 'participation',
    words: langue === 'fr' ? 'Participation des habitants' : 'Participation of inhabitants',
    wide: WIDE,
    colonnes: [...codesIn('participation', 'type'), SEANCES, ...(unsaid ? [null] : [])].map((code) => ({
      code,
      words: typographie(kindSaid(code, langue), langue),
    })),
  };
}

/** A kind of participation in words. */
export function kindSaid(code: string | null, langue: Langue): string {
  const fr = langue === 'fr';
  if (code === null) return fr ? 'Forme inconnue' : 'Form unknown';
  if (code === SEANCES) return fr ? 'En séance' : 'In sessions';
  return labelIn('participation', 'type', code, langue);
}

/** The heads: slantwise the columns, under them the name of each family. */
export function headBand({ acteurs, participation, heads }: Colonnes, langue: Langue): Band {
  const size = 10.5;
  const blocs = [...acteurs, participation].map((bloc) => {
    const [from, to] = [heads.x(bloc.from), heads.x(bloc.to)];
    // Up to where the next name begins.
    const wide = to - from + GAP * heads.unit - 4;
    return { from, to, lines: wrapped(typographie(bloc.words, langue), wide, size, true) };
  });
  const under = Math.max(...blocs.map(({ lines }) => lines.length)) * lineHeight(size) + 12;
  const height = heads.height + under;
  const draw = (y: number): string =>
    [
      heads.draw(y + heads.height),
      ...blocs.flatMap(({ from, to, lines }) => [
        line(from, y + heads.height, to, y + heads.height, 'encre'),
        text(from + 1, y + heads.height + lineHeight(size), lines, { size, bold: true }),
      ]),
      line(0, y + height, WIDTH, y + height, 'encre'),
    ].join('');
  return { height, draw };
}
