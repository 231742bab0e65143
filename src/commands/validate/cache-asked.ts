import { resolve } from 'node:path';
import { type Options, textOption } from '../spec.ts';

/**
 * Whether there is a cache, and the folder that was asked for; an empty one, as of a variable that nobody set, is none.
 * What is to be mended is read anew: an author's words are written over on no hearsay.
 */
export function cacheOf(options: Options, cwd: string): false | { readonly folder: string | undefined } {
  if (options.cache === false || options.fix === true) return false;
  const asked = textOption(options, 'cacheLocation') ?? '';
  return { folder: asked === '' ? undefined : resolve(cwd, asked) };
}
