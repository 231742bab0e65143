import type { FontFile } from './fonts.ts';

/** How a service dresses its reports: `rapport.theme` of `atelier.yaml`. What is absent stays as it is. */
export interface Theme {
  /** By name (`encre`, `lien`, `titres`, `developpement`, `transition`, `sobriete`), as `#rrggbb`, for a light page. */
  readonly couleurs: Readonly<Record<string, string>>;
  readonly logo: Logo | null;
  /** Names of families. */
  readonly polices: { readonly texte?: string; readonly titres?: string };
  /** The fonts that go along with reports; whoever reads has the other families or not. */
  readonly fonts?: readonly FontFile[];
}

/** A picture that stands for the service, on the cover. */
export interface Logo {
  /** `image/png` or `image/svg+xml`. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What it shows, in words. */
  readonly alt: string;
}
