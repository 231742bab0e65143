import type { Block, Inline, MarkdownTree } from '../../model/markdown.ts';
import type { DataOf } from '../../model/types.gen.ts';
import { fillIn, type Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { changed } from '../markdown/walk.ts';
import type { Matter } from './parts.ts';

/** Reads a file of the dossier, by its path from the dossier's folder; null when there is none. */
export type ReadMedia = (path: string) => Uint8Array | null;

type Picture = Extract<Inline, { type: 'image' }>;
type Medium = DataOf['medias'][string];

/**
 * A text with its pictures inside it, each with its alternative text, its caption and credit below. Only pictures of
 * the dossier's `medias/` are shown; in place of any other stands its alternative text.
 * @param tree the text
 * @param readMedia gives the bytes
 * @param remarks what could not be shown is added here
 * @returns the text
 */
export function withPictures(tree: MarkdownTree, matter: Matter, readMedia: ReadMedia, remarks: Text[]): MarkdownTree {
  const { dossier, pen } = matter;
  const show = (image: Picture): Inline => {
    const medium = mediumOf(dossier.medias, image.url);
    const alt = altOf(matter, image);
    const refused = (why: Text): Inline => {
      remarks.push(
        fillIn({ fr: '{fichier} : {raison}', en: '{fichier}: {raison}' }, { fichier: image.url, raison: why }),
      );
      return inWords(matter, image);
    };
    if (!image.url.startsWith('medias/')) return refused(OUTSIDE);
    if (medium !== undefined && !pen.visible(medium)) return refused(NARROWER);
    const bytes = readMedia(image.url);
    if (bytes === null) return refused(MISSING);
    const type = typeOf(bytes);
    if (type === null) return refused(UNREADABLE);
    if (alt === '')
      remarks.push({ fr: `${image.url} : texte alternatif absent`, en: `${image.url}: no alternative text` });
    return { ...image, alt, url: `data:${type};base64,${base64(bytes)}` };
  };
  const inlines = (all: readonly Inline[]): readonly Inline[] =>
    all.map((one) => {
      if (one.type === 'image') return show(one);
      return 'children' in one ? { ...one, children: inlines(one.children) } : one;
    });
  const captioned = (block: Block): readonly Block[] => {
    if (block.type !== 'paragraph') return [block];
    const captions = imagesIn(block.children).map((url) => captionOf(matter, mediumOf(dossier.medias, url)));
    return [block, ...captions.filter((one) => one !== '').map(legend)];
  };
  return changed(changed(tree, { block: captioned }), { inlines });
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
const UNREADABLE: Text = { fr: 'ni PNG, ni JPEG, ni SVG', en: 'neither PNG, JPEG nor SVG' };

function mediumOf(medias: DataOf['medias'] | undefined, url: string): Medium | undefined {
  const name = url.replace(/^medias\//, '');
  return medias !== undefined && Object.hasOwn(medias, name) ? medias[name] : undefined;
}

function imagesIn(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((one) => (one.type === 'image' ? [one.url] : 'children' in one ? imagesIn(one.children) : []));
}

function captionOf({ pen }: Matter, medium: Medium | undefined): string {
  if (medium === undefined || !pen.visible(medium)) return '';
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

/** By what the bytes begin with: a name may lie. */
function typeOf(bytes: Uint8Array): string | null {
  const begins = (...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  const start = new TextDecoder().decode(bytes.subarray(0, 1000));
  return /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/.test(start) ? 'image/svg+xml' : null;
}

function base64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(chunks.join(''));
}
