import { COULEURS } from '../figures/theme.ts';
import type { Frame } from '../frame.ts';
import type { Room } from './pictures.ts';
import type { LetterStyle } from './styles/letters.ts';
import type { Face, Letters } from './styles/look.ts';
import {
  COLUMN,
  FACES,
  INK,
  type Known,
  LETTERS,
  type LetterStyles,
  PAGE,
  PARAGRAPHS,
  type Paragraphs,
  WIDE,
} from './styles.ts';

/** The styles of one file: ours, with the colours and faces of the service that publishes it. */
export interface Dress {
  readonly paragraphs: Readonly<Record<Paragraphs, Known>>;
  readonly letters: Readonly<Record<LetterStyles, LetterStyle>>;
  readonly faces: Readonly<Record<Face, { name: string; instead: readonly string[]; kind: string }>>;
  /** Our colours in a text (a colour, a drawing of ours) as the service's. */
  readonly coloured: (text: string) => string;
  /** How wide the text runs, in millimetres. */
  readonly column: number;
  /** Its size and its margins. */
  readonly page: { readonly [side in keyof typeof PAGE]: number };
  /** What a drawing of ours may take. */
  readonly figure: Room;
}

/** The names of colours in a theme, and what they stand for. */
const COLOURS: Readonly<Record<string, string>> = {
  encre: INK.encre,
  lien: INK.lien,
  developpement: COULEURS.D.clair,
  transition: COULEURS.T.clair,
  sobriete: COULEURS.S.clair,
};

const TITLES: readonly Paragraphs[] = ['titre', 'titreSommaire', 'titre1', 'titre2', 'titre3', 'fiche'];

type Changes = Partial<Record<Paragraphs, Partial<Known>>>;

/** As wide between its margins as any page. */
const SHEET_PAGE = { ...PAGE, top: 18, bottom: 14, left: 20, right: 20 };

/** Where the territory is not drawn, the title stands a third down the cover. */
const BARE: Changes = { surtitre: { before: 190 } };

/** A shorter document opens without a cover page: its title stands above the text. */
const SHORT: Changes = {
  surtitre: { before: 0, after: 4 },
  titre: { size: 21, line: 25, after: 8 },
  diffusion: { before: 6, after: 8 },
};

/** The sheet of a site stands on two pages: smaller, and as wide as the page. */
const SHEET: Changes = {
  ...SHORT,
  normal: { size: 9, line: 11.6 },
  texte: { after: 4 },
  titre: { size: 19, line: 22, after: 5 },
  diffusion: { before: 2, after: 6, size: 8 },
  titre1: { size: 11, line: 14, before: 8, after: 3 },
  apresTableau: { size: 2, line: 3 },
  question: { size: 11, line: 15, after: 6 },
  idee: { size: 12.5, line: 16, before: 4, after: 6 },
  faits: { size: 7.5, line: 10, after: 3 },
  chapeau: { size: 7.5, line: 9.8, after: 3 },
  legende: { size: 7, line: 9, after: 4 },
  titreFigure: { size: 8, line: 10, before: 6, after: 3 },
  cellule: { size: 7.5, line: 10, before: 1.8, after: 1.8 },
  titreMentions: { size: 7.5, line: 9, before: 5, after: 1 },
  mentions: { size: 6.5, line: 8.4, after: 1 },
};

/**
 * The styles of a file.
 * @param frame its theme, and whether it is the whole report
 * @returns the styles, complete
 */
export function dressOf({ theme, plan, cover }: Frame): Dress {
  const changed = plan === undefined ? (cover === null ? BARE : {}) : changesOf(plan);
  const { couleurs = {}, polices = {} } = theme ?? {};
  const changes = new Map(Object.entries(COLOURS).map(([name, ours]) => [ours, couleurs[name] ?? ours]));
  const ours = new RegExp([...changes.keys()].join('|'), 'g');
  const coloured = (text: string): string => text.replace(ours, (colour) => changes.get(colour) ?? colour);
  const painted = <S extends Letters>(style: S): S => ({
    ...style,
    ...(style.color !== undefined && { color: coloured(style.color) }),
    ...(style.ground !== undefined && { ground: coloured(style.ground) }),
  });
  const paragraphs = { ...PARAGRAPHS };
  for (const name of Object.keys(PARAGRAPHS) as Paragraphs[]) {
    const title = TITLES.includes(name) && couleurs.titres !== undefined ? { color: couleurs.titres } : {};
    paragraphs[name] = { ...painted(PARAGRAPHS[name]), ...title, ...changed[name] };
  }
  const sheet = plan === 'fiche';
  if (sheet) for (const name of Object.keys(paragraphs) as Paragraphs[]) paragraphs[name] = wide(paragraphs[name]);
  const letters = { ...LETTERS };
  for (const name of Object.keys(LETTERS) as LetterStyles[]) letters[name] = painted(LETTERS[name]);
  const faces = {
    ...FACES,
    texte: { ...FACES.texte, name: plain(polices.texte) ?? FACES.texte.name },
    titres: { ...FACES.titres, name: plain(polices.titres) ?? FACES.titres.name },
  };
  const [column, figure] = sheet ? [WIDE, { width: 92, height: 62 }] : [COLUMN, { width: WIDE, height: 205 }];
  return { paragraphs, letters, faces, coloured, column, figure, page: sheet ? SHEET_PAGE : PAGE };
}

function changesOf(plan: string): Changes {
  return plan === 'fiche' ? SHEET : SHORT;
}

/** Without the outer margin. */
function wide(style: Known): Known {
  return style.right === WIDE - COLUMN ? { ...style, right: 0 } : style;
}

/**
 * The margins of a paragraph that is written from right to left, in millimetres: office programs then count the left one
 * from the right, and ours is to stay where it is.
 * @param style its style
 */
export function mirrored(style: Paragraphs, { paragraphs }: Dress): { readonly left: number; readonly right: number } {
  const side = (name: 'left' | 'right', of: Paragraphs | undefined): number =>
    of === undefined ? 0 : (paragraphs[of][name] ?? side(name, paragraphs[of].base));
  return { left: side('right', style), right: side('left', style) };
}

/** The name of a family, with nothing that could leave an attribute or a list of names. */
function plain(name: string | undefined): string | undefined {
  return name?.replace(/[^\p{L}\p{N} _-]/gu, '');
}
