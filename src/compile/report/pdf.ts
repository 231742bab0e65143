import type { Dossier } from '../../model/dossier.ts';
import type { MarkdownTree } from '../../model/markdown.ts';
import { fillIn, type Text } from '../../words/text.ts';
import type { Engines, TypstInput } from '../engines.ts';
import { fontsNamed } from '../fonts.ts';
import type { Frame } from '../frame.ts';
import { writeTypst } from '../typst/write.ts';
import { absentSaid } from './letters.ts';
import type { PictureOptions } from './media.ts';

/** What a PDF is made from. */
export interface PdfParts {
  readonly dossier: Dossier;
  readonly frame: Frame;
  /** `page.typ`, and how messages name it. */
  readonly template: { readonly text: string; readonly shown: string };
  /** The text with its pictures; those that are not showable in words. */
  readonly pictures: (without?: Pick<PictureOptions, 'showable' | 'undrawn'>) => Promise<MarkdownTree>;
  readonly typst: NonNullable<Engines['typst']>;
}

/**
 * A report as a PDF. Of a document with one picture that it cannot read Typst makes nothing: such pictures are then
 * looked for one by one, and their words stand in their place.
 * @param remarks what its author should know of it is added here
 * @throws what Typst says, where no picture is at fault
 */
export async function pdfOf(parts: PdfParts, remarks: Text[]): Promise<Uint8Array> {
  const { dossier, frame, template, pictures, typst } = parts;
  const write = (tree: MarkdownTree, around: Frame) => {
    const { authors, absent, ...input } = writeTypst(tree, around, template.text);
    return { authors, absent, input: { ...input, shown: template.shown } };
  };
  const { authors, absent, input } = write(await pictures(), frame);
  remarks.push(...familiesSaid(frame), ...absentSaid(absent, dossier));
  try {
    return await typst(input);
  } catch (error) {
    const refused = await refusedBy(typst, input);
    if (refused.size === 0) throw error;
    const showable = (data: string): boolean => !refused.has(authors.get(data) ?? '');
    const tree = await pictures({ showable, undrawn: UNREAD });
    return typst(write(tree, withoutLogo(frame, refused, remarks)).input);
  }
}

/** The paths of the pictures that stop a document by themselves, whatever Typst says of them. */
async function refusedBy(typst: PdfParts['typst'], { files }: TypstInput): Promise<ReadonlySet<string>> {
  const refused = new Set<string>();
  for (const [path, bytes] of files) {
    if (!/^\/(?:images\/|logo\.)/.test(path)) continue;
    try {
      await typst({ main: `#image("${path}", alt: "-")`, files: new Map([[path, bytes]]), rowHeads: [] });
    } catch {
      // The question was whether it can be drawn; that it cannot is the answer, and its author is told.
      refused.add(path);
    }
  }
  return refused;
}

function withoutLogo(frame: Frame, refused: ReadonlySet<string>, remarks: Text[]): Frame {
  const { theme } = frame;
  if (theme === undefined || ![...refused].some((path) => path.startsWith('/logo.'))) return frame;
  remarks.push(fillIn({ fr: 'logo : {raison}', en: 'logo: {raison}' }, { raison: UNREAD }));
  return { ...frame, theme: { ...theme, logo: null } };
}

/** A family without a file is that of the reader's machine elsewhere; a PDF has none but its own. */
function familiesSaid({ theme }: Frame): readonly Text[] {
  const { polices = {}, fonts = [] } = theme ?? {};
  return [...new Set([polices.texte, polices.titres])].flatMap((famille) =>
    famille === undefined || fontsNamed(famille, fonts).length > 0 ? [] : [fillIn(NO_FILE, { famille })],
  );
}

/** What is said of a picture that Typst cannot read. */
const UNREAD: Text = {
  fr: 'cette image ne peut pas être mise dans le PDF, remplacée par son texte alternatif ; enregistrez-la à nouveau, en PNG ou en JPEG',
  en: 'this picture cannot be put into the PDF, its alternative text stands in its place; save it again, as PNG or JPEG',
};

const NO_FILE = {
  fr: 'police « {famille} » : aucun fichier de rapport.theme.polices.fichiers (atelier.yaml) n’est de cette famille ; le PDF garde la police d’origine',
  en: 'font “{famille}”: no file of rapport.theme.polices.fichiers (atelier.yaml) is of this family; the PDF keeps the original font',
};
