import type { Comparaison } from '../../compile/comparison/sites.ts';
import type { Langue } from '../../words/text.ts';
import type { Out } from '../out.ts';
import type { Options } from '../spec.ts';
import type { ComparisonFormat } from './formats.ts';
import type { GatheredSites } from './gathered.ts';

/** What the publication and the explorer are made from. */
export interface Publishing {
  readonly sites: GatheredSites;
  readonly comparaison: Comparaison;
  /** Of the files: `--lang`, else the workspace's, else French. */
  readonly langue: Langue;
  /** Only what may be published is in `sites`. */
  readonly isPublic: boolean;
  /** Those of `--to` without `site`: `publish` makes them; `publishSite` has none to look at. */
  readonly formats: readonly Exclude<ComparisonFormat, 'site'>[];
  readonly out: Out;
  /** All flags, for those of one's own. */
  readonly options: Options;
}

/**
 * What `publication.ts` exports as `publish` and `site.ts` as `publishSite`: writes its files below `out` and says so.
 * @returns 0, or 1 where something could not be made and was said
 */
export type Publish = (asked: Publishing) => Promise<0 | 1>;
