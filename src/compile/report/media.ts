import type { Block, Inline, MarkdownTree } from '../../model/markdown.ts';
import type { DataOf } from '../../model/types.gen.ts';
import { fillIn, type Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import type { Engines } from '../engines.ts';
import { changed } from '../markdown/walk.ts';
import { dataUrl } from '../pictures/data-url.ts';
import { pictureOf, wantsEngine } from '../pictures/picture.ts';
import type { Cible } from '../pictures/raster.ts';
import type { Matter } from './parts.ts';

/** Reads a file of the dossier, by its path from the dossier's folder; null when there is none. */
export type ReadMedia = (path: string) => Uint8Array | null;

type Picture = Extract<Inline, { type: 'image' }>;
type Medium = DataOf['medias'][string];

/** What pictures are made ready for, and with what. */
export interface PictureOptions {
  /** A screen (HTML), or paper (PDF, DOCX, ODT); a screen unless said. */
  readonly cible?: Cible;
  /** Makes large pictures smaller; without it they are left out. */
  readonly resize?: Engines['resize'] | undefined;
  /** Whether the format can show a picture, given as a `data:` address; any unless said. */
  readonly showable?: ((data: string) => boolean) | undefined;
  /** What is said of one that it cannot. */
  readonly undrawn?: Text;
}

/**
 * A text with its pictures inside it, each with its alternative text, its caption and credit below. Only pictures of
 * the dossier's `medias/` are shown, in a public report only those with a licence; in place of any other stands its
 * alternative text. What a picture tells of its author (place, camera, date) is left out.
 * @param tree the text
 * @param readMedia gives the bytes
 * @param remarks what could not be shown, or not whole, is added here, each once
 * @returns the text
 */
export function withPictures(
  tree: MarkdownTree,
  matter: Matter,
  readMedia: ReadMedia,
  remarks: Text[],
  options: PictureOptions = {},
): MarkdownTree {
  const { dossier } = matter;
  const remark = (url: string, raison: Text): void => {
    const text = fillIn({ fr: '{fichier} : {raison}', en: '{fichier}: {raison}' }, { fichier: url, raison });
    if (!remarks.some(({ fr }) => fr === text.fr)) remarks.push(text);
  };
  const ready = new Map<string, ReturnType<typeof shownAt>>();
  const at = (url: string): ReturnType<typeof shownAt> => {
    const found = ready.get(url) ?? shownAt(url, matter, readMedia, options);
    ready.set(url, found);
    return found;
  };
  const show = (image: Picture): Inline => {
    const found = at(image.url);
    for (const one of found.remarks) remark(image.url, one);
    if (found.data === null) return inWords(matter, image);
    const alt = altOf(matter, image);
    if (alt === '') remark(image.url, NO_WORDS);
    return { ...image, alt, url: found.data };
  };
  const inlines = (all: readonly Inline[]): readonly Inline[] =>
    all.map((one) => {
      if (one.type === 'image') return show(one);
      return 'children' in one ? { ...one, children: inlines(one.children) } : one;
    });
  const captioned = (block: Block): readonly Block[] => {
    if (block.type !== 'paragraph') return [block];
    // Words that stand in a picture's place are nobody's to credit.
    const shown = imagesIn(block.children).filter((url) => at(url).data !== null);
    const captions = shown.map((url) => captionOf(matter, mediumOf(dossier.medias, url)));
    return [block, ...captions.filter((one) => one !== '').map(legend)];
  };
  return changed(changed(tree, { block: captioned }), { inlines });
}

/**
 * True for a text with a picture that is to be made smaller or turned: an engine need not be started for any other.
 * @param cible what its pictures are made ready for
 */
export function wantsResize(tree: MarkdownTree, readMedia: ReadMedia, cible: Cible): boolean {
  return [...picturesIn(tree)].some((url) => {
    const bytes = url.startsWith('medias/') ? readMedia(url) : null;
    return bytes !== null && wantsEngine(bytes, cible);
  });
}

/** @returns the addresses of the pictures of a text, each once */
export function picturesIn(tree: MarkdownTree): ReadonlySet<string> {
  const named = new Set<string>();
  const inlines = (all: readonly Inline[]): readonly Inline[] => {
    for (const url of imagesIn(all)) named.add(url);
    return all;
  };
  changed(tree, { inlines });
  return named;
}

/** What a picture shows, in words: the author's at its place, else those of `medias.yaml`. */
export function altOf({ dossier, pen }: Matter, image: Picture): string {
  if (image.alt !== '') return image.alt;
  const said = mediumOf(dossier.medias, image.url)?.texte_alternatif ?? '';
  return typographie(said.replace(/\s+/g, ' ').trim(), pen.auteur);
}

/** The words that stand in a picture's place. */
export function inWords(matter: Matter, image: Picture): Inline {
  const texte = altOf(matter, image);
  return {
    type: 'text',
    value: texte === '' ? matter.pen.mot('image.sans-texte') : matter.pen.mot('image.absente', { texte }),
  };
}

/** A picture as a `data:` address; null where it is not shown, and why. */
function shownAt(
  url: string,
  { dossier, pen }: Matter,
  readMedia: ReadMedia,
  { cible = 'ecran', resize, showable, undrawn = UNDRAWN }: PictureOptions,
): { readonly data: string | null; readonly remarks: readonly Text[] } {
  const medium = mediumOf(dossier.medias, url);
  const not = (why: Text) => ({ data: null, remarks: [why] });
  if (!url.startsWith('medias/')) return not(OUTSIDE);
  if (medium !== undefined && !pen.visible(medium)) return not(NARROWER);
  if (dossier.dossier.diffusion === 'public' && medium?.licence === undefined) return not(UNLICENSED);
  const bytes = readMedia(url);
  if (bytes === null) return not(MISSING);
  const picture = pictureOf(url, bytes, cible, resize);
  if (!picture.ok) return not(picture.why);
  const data = dataUrl(picture.type, picture.bytes);
  return showable === undefined || showable(data) ? { data, remarks: picture.remarks } : not(undrawn);
}

const OUTSIDE: Text = {
  fr: 'hors de medias/, remplacée par son texte alternatif',
  en: 'outside medias/, its alternative text stands in its place',
};
const NARROWER: Text = {
  fr: 'diffusion plus restreinte que celle du rapport',
  en: 'meant for fewer readers than the report',
};
const MISSING: Text = {
  fr: 'image introuvable, remplacée par son texte alternatif',
  en: 'picture not found, its alternative text stands in its place',
};
const UNLICENSED: Text = {
  fr: 'sans licence dans medias/medias.yaml, donc absente de ce rapport public',
  en: 'without a licence in medias/medias.yaml, so left out of this public report',
};
/** What is said of a drawing that office files cannot show. */
export const UNDRAWN: Text = {
  fr: 'ce dessin ne peut pas être converti pour les fichiers DOCX et ODT, remplacé par son texte alternatif ; enregistrez-le en PNG',
  en: 'this drawing cannot be converted for DOCX and ODT files, its alternative text stands in its place; save it as PNG',
};
const NO_WORDS: Text = { fr: 'texte alternatif absent', en: 'no alternative text' };

function mediumOf(medias: DataOf['medias'] | undefined, url: string): Medium | undefined {
  const name = url.replace(/^medias\//, '');
  return medias !== undefined && Object.hasOwn(medias, name) ? medias[name] : undefined;
}

function imagesIn(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((one) => (one.type === 'image' ? [one.url] : 'children' in one ? imagesIn(one.children) : []));
}

function captionOf({ pen }: Matter, medium: Medium | undefined): string {
  if (medium === undefined) return '';
  const { titre, credit, licence, source, annee, date } = medium;
  const when = date === undefined ? annee?.toString() : pen.date(date);
  const parts = [
    titre,
    credit === undefined ? undefined : pen.mot('image.credit', { nom: credit }),
    source,
    when,
    licence && pen.code('licence', licence),
  ];
  return parts.filter((part) => part !== undefined).join('. ');
}

function legend(text: string): Block {
  const line: Block = { type: 'paragraph', children: [{ type: 'text', value: text }] };
  return { type: 'container', name: 'legende', args: '', children: [line] };
}
