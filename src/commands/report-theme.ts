import { join } from 'node:path';
import { type FontFile, fontOf } from '../compile/fonts.ts';
import { pictureOf } from '../compile/pictures/picture.ts';
import type { Logo, Theme } from '../compile/theme.ts';
import { UserError } from '../model/error.ts';
import type { DataOf } from '../model/types.gen.ts';
import { fillIn, type Text } from '../words/text.ts';
import { mediaIn } from './media-in.ts';

/** A theme, and what its author should know of it. */
export interface FoundTheme {
  readonly theme: Theme | null;
  readonly remarks: readonly Text[];
}

/**
 * The theme of a workspace, its logo read from the `medias/` of the dossier, else from those of the workspace.
 * @param settings `atelier.yaml`, valid; undefined where there is none
 * @returns no theme where none is asked for; a logo that cannot be shown is left out, and said
 * @throws UserError where a font cannot be read
 */
export function themeOf(settings: DataOf['atelier'] | undefined, root: string, dossier: string): FoundTheme {
  const asked = settings?.rapport?.theme;
  if (asked === undefined) return { theme: null, remarks: [] };
  const { couleurs = {}, logo, polices = {} } = asked;
  const { fichiers: _, ...families } = polices;
  const fonts = ownFonts(settings, root);
  const made = (found: Logo | null, remarks: readonly Text[]): FoundTheme => ({
    theme: { couleurs, logo: found, polices: families, ...(fonts.length > 0 && { fonts }) },
    remarks,
  });
  if (logo === undefined) return made(null, []);
  const bytes = mediaIn(join(root, dossier), logo.fichier) ?? mediaIn(root, logo.fichier);
  const told = (why: Text): Text => fillIn(left, { fichier: logo.fichier, raison: why });
  if (bytes === null) return made(null, [told(absent)]);
  const type = typeOf(bytes);
  if (type === null) return made(null, [told(unreadable)]);
  const picture = pictureOf(logo.fichier, bytes, 'papier', undefined);
  if (!picture.ok) return made(null, [told(picture.why)]);
  return made({ type, bytes, alt: logo.texte_alternatif }, []);
}

/**
 * The fonts of a workspace, from its own `medias/`.
 * @param settings `atelier.yaml`, valid; undefined where there is none
 * @param root the workspace
 * @throws UserError where one is not there, or is no font that all formats can be set in
 */
export function ownFonts(settings: DataOf['atelier'] | undefined, root: string): readonly FontFile[] {
  return (settings?.rapport?.theme?.polices?.fichiers ?? []).map((fichier) => {
    const bytes = mediaIn(root, fichier);
    if (bytes === null) throw new UserError(fillIn(noFont, { fichier, raison: noFile }));
    const font = fontOf(bytes);
    if (!font.ok) throw new UserError(fillIn(noFont, { fichier, raison: font.why }));
    return font;
  });
}

/** By what the bytes begin with: a name may lie. */
function typeOf(bytes: Uint8Array): Logo['type'] | null {
  if ([0x89, 0x50, 0x4e, 0x47].every((byte, index) => bytes[index] === byte)) return 'image/png';
  const start = new TextDecoder().decode(bytes.subarray(0, 2000));
  return /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/.test(start) ? 'image/svg+xml' : null;
}

const left = { fr: 'logo {fichier} : {raison}', en: 'logo {fichier}: {raison}' };
const absent = {
  fr: 'introuvable dans medias/ du dossier et de l’espace de travail',
  en: 'found neither in medias/ of the dossier nor of the workspace',
};
const noFont = {
  fr: 'atelier.yaml, rapport.theme.polices.fichiers : {fichier} : {raison}',
  en: 'atelier.yaml, rapport.theme.polices.fichiers: {fichier}: {raison}',
};
const noFile = {
  fr: 'introuvable dans medias/ de l’espace de travail',
  en: 'not found in medias/ of the workspace',
};
const unreadable = { fr: 'ni PNG, ni SVG', en: 'neither PNG nor SVG' };
