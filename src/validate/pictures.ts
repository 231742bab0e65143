import type { Reference } from '../model/facts.ts';
import type { SourceFile } from '../model/source-file.ts';

/** Any picture of a text refers to its file, named from the folder of the dossier: `medias/plan.svg`. */
export const shownPicture = 'fichier';

/** Pictures of medias/ in the text below the data, with or without words of their own. */
export function* shownPictures({ body, bodyStart }: Pick<SourceFile, 'body' | 'bodyStart'>): Generator<Reference> {
  if (!body.includes('![')) return;
  for (const { index, 0: whole, 1: path = '' } of body.matchAll(picture)) {
    const start = bodyStart + index;
    // As an editor follows it, from the folder of the text, or as the report does, from that of the dossier.
    const file = /^(?:\.{0,2}\/)*(medias\/.+)$/.exec(path)?.[1];
    if (file === undefined) continue;
    yield { to: shownPicture, id: decoded(file), pointer: '', part: 'value', span: [start, start + whole.length] };
  }
}

/** Lengths are bounded: a text may hold thousands of openings that nothing closes. */
const picture = /!\[(?:(?!!\[)[^\]\n])*\]\(\s*<?([^\s)>]{1,500})(?:[\s>][^)\n]{0,500})?\)/g;

/** `plan%20du%20bourg.png`; a name that only looks so stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return path;
  }
}
