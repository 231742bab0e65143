import { openTable } from '../../cog/table.ts';
import type { Point } from './plane.ts';

/** Where a town lies, in degrees. */
export interface Town {
  readonly code: string;
  readonly place: Point;
}

/** The communes of which one point is known: that of the town, not of the middle of the commune. */
export interface Towns {
  /** Null where no point is known. */
  readonly placeOf: (code: string) => Point | null;
  /** All those of a département, by code. */
  readonly of: (departement: string) => readonly Town[];
}

/**
 * Opens the points of towns. Costs nothing: what is asked for is found in the bytes.
 * @param bytes the packed file that `scripts/pack-towns.ts` makes
 * @returns the look-ups
 */
export function openTowns(bytes: Uint8Array): Towns {
  const table = openTable(bytes);
  return {
    placeOf: (code) => {
      const cells = table.row(code);
      return cells && placeIn(cells);
    },
    of: (departement) =>
      table.under(departement).map(([code = '', ...cells]): Town => ({ code, place: placeIn(cells) })),
  };
}

function placeIn([longitude, latitude]: readonly string[]): Point {
  return [Number(longitude), Number(latitude)];
}
