import type { Langue } from '../words/text.ts';
import type { Theme } from './theme.ts';

/** What stands around a report's text, whatever the format. All texts are plain and already set (spaces, apostrophes). */
export interface Frame {
  readonly langue: Langue;
  readonly title: string;
  /** The language of the title, where it is not that of the report. */
  readonly auteur?: Langue;
  /** One sentence for search engines and shared links. */
  readonly description: string;
  /** Above the title: the dispositif and its session. */
  readonly surtitle: string;
  /** Under the title, one short line each: idée-force, place, year. */
  readonly subtitles: readonly string[];
  /** The perimeter as the picture: SVG of ours; null where no contour is known. */
  readonly cover: { readonly svg: string; readonly caption: string } | null;
  /** At the end: who made it, from what, when; licence and accessibility. */
  readonly mentions: readonly string[];
  /** Printed in the running head and said on the cover: who may read (« Document de travail », « Public »). */
  readonly diffusion: string;
  /** May search engines list it? Only what is public. */
  readonly indexed: boolean;
  /** The plan that it is of, where it is not the whole report: `fiche`. A shorter document opens without a cover page. */
  readonly plan?: string;
  /** How the service dresses its reports. */
  readonly theme?: Theme;
}
