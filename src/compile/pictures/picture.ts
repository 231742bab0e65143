import { slug } from '../../words/slug.ts';
import { fillIn, type Text } from '../../words/text.ts';
import type { Engines } from '../engines.ts';
import { dataUrl } from './data-url.ts';
import { formatOf } from './format.ts';
import { type Refused, refused } from './header.ts';
import { type Cible, rasterOf, type Shown, wantsResize } from './raster.ts';
import { type Embed, safeSvg } from './svg.ts';

/**
 * A picture of a dossier as a report shows it: without what it tells of its author, no larger than its place, harmless.
 * An SVG stays a picture of its own (`data:image/svg+xml`), where no script runs and no style leaks; its ids differ
 * from those of other SVGs all the same, for a writer that would put it into its page.
 * @param path the name under which it is known, `medias/plan.svg`
 * @param bytes the whole file
 * @param cible what it is made ready for
 * @param resize makes large pictures smaller; without it they are refused
 */
export function pictureOf(path: string, bytes: Uint8Array, cible: Cible, resize: Engines['resize']): Shown | Refused {
  if (bytes.length > HEAVIEST) return TOO_HEAVY;
  const format = formatOf(bytes);
  if (typeof format === 'object') return { ok: false, why: fillIn(OTHER, { format }) };
  if (format !== 'svg') return rasterOf(bytes, format, cible, resize);
  const embed: Embed = (held) => {
    const inner = formatOf(held);
    if (inner !== 'jpeg' && inner !== 'png') return null;
    const shown = rasterOf(held, inner, cible, resize);
    return shown.ok ? dataUrl(shown.type, shown.bytes) : null;
  };
  const safe = safeSvg(bytes, `image-${slug(path.replace(/^medias\//, ''))}`, embed);
  if (!safe.ok) return safe;
  const remarks = safe.dropped.length === 0 ? [] : [fillIn(CLEANED, { liste: listed(safe.dropped) })];
  return { ok: true, type: 'image/svg+xml', bytes: new TextEncoder().encode(safe.svg), remarks };
}

/** True where `pictureOf` would do more with an engine than without: asked before one is started. */
export function wantsEngine(bytes: Uint8Array, cible: Cible): boolean {
  if (bytes.length > HEAVIEST) return false;
  const format = formatOf(bytes);
  if (format === 'svg') return new TextDecoder().decode(bytes).includes('data:image/');
  return typeof format === 'string' && wantsResize(bytes, format, cible);
}

/** The heaviest file that is looked into, in bytes: a photograph of 60 megapixels weighs 30 MB. */
export const HEAVIEST = 200_000_000;

const TOO_HEAVY = refused(
  'le fichier pèse plus de 200 Mo : enregistrez l’image à 2 400 pixels de large',
  'the file weighs more than 200 MB: save the picture at 2,400 pixels across',
);

const OTHER = {
  fr: 'c’est {format} ; un rapport montre des images JPEG, PNG ou SVG',
  en: 'this is {format}; a report shows JPEG, PNG or SVG pictures',
};

const CLEANED = {
  fr: 'retiré de ce SVG, par sûreté : {liste}',
  en: 'left out of this SVG, for safety: {liste}',
};

/** The first few: a drawing may hold hundreds. */
function listed(names: readonly string[]): Text {
  const shown = names.slice(0, 8).join(', ');
  const more = names.length - 8;
  if (more <= 0) return { fr: shown, en: shown };
  return { fr: `${shown} et ${more} autres`, en: `${shown} and ${more} more` };
}
