import { LAYER_FOLDER } from '../../load/layers.ts';
import { watchFolders } from '../validate/watched.ts';

/** A save is often several events: they are waited for, but not so long that a person would notice. */
const settle = 40;

/**
 * Does something after each save below some folders, templates included.
 * @param round one look at the files; it is done when it returns
 * @param failed told of what `round` throws, and where the system stops telling of saves
 * @returns what ends it
 */
export function follow(roots: readonly string[], round: () => void, failed: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    try {
      watched.refresh();
      round();
    } catch (error) {
      failed(error);
    }
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(again, settle);
  };
  const watched = watchFolders(roots, changed, failed, [LAYER_FOLDER]);
  watched.refresh();
  return () => {
    clearTimeout(timer);
    watched.close();
  };
}
