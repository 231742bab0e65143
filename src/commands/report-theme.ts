import { join } from 'node:path';
import type { Logo, Theme } from '../compile/theme.ts';
import type { DataOf } from '../model/types.gen.ts';
import { fillIn, type Text } from '../words/text.ts';

/** A theme, and what its author should know of it. */
export interface FoundTheme {
  readonly theme: Theme | null;
  readonly remarks: readonly Text[];
}

/**
 * The theme of a workspace, its logo read from the `medias/` of the dossier, else from those of the workspace.
 * @param settings `atelier.yaml`, valid; undefined where there is none
 * @param readIn a file of a folder; null when it is not there or a link leads out
 * @returns no theme where none is asked for; a logo that cannot be shown is left out, and said
 */
export function themeOf(
  settings: DataOf['atelier'] | undefined,
  root: string,
  dossier: string,
  readIn: (folder: string, path: string) => Uint8Array | null,
): FoundTheme {
  const asked = settings?.rapport?.theme;
  if (asked === undefined) return { theme: null, remarks: [] };
  const { couleurs = {}, logo, polices = {} } = asked;
  const made = (found: Logo | null, remarks: readonly Text[]): FoundTheme => ({
    theme: { couleurs, logo: found, polices },
    remarks,
  });
  if (logo === undefined) return made(null, []);
  const bytes = readIn(join(root, dossier), logo.fichier) ?? readIn(root, logo.fichier);
  const told = (why: Text): Text => fillIn(left, { fichier: logo.fichier, raison: why });
  if (bytes === null) return made(null, [told(absent)]);
  const type = typeOf(bytes);
  if (type === null) return made(null, [told(unreadable)]);
  return made({ type, bytes, alt: logo.texte_alternatif }, []);
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
const unreadable = { fr: 'ni PNG, ni SVG', en: 'neither PNG nor SVG' };
