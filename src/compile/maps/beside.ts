import { type Lettering, layoutsOf, type Placed, sizeOf } from './names.ts';
import { type Box, overlap, type Point } from './plane.ts';

/** A name to be written beside a mark. */
export interface Marked extends Lettering {
  readonly at: Point;
  /** Half the width and the height of the mark. */
  readonly reach: readonly [number, number];
}

/** Where a name may stand, the best first: how far to the right, how far down. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [1, -0.7],
  [1, 0.7],
  [0, -1],
  [0, 1],
  [-1, -0.7],
  [-1, 0.7],
] as const;

/**
 * Places names beside their marks, the first the surest to be placed; a name without room is left out.
 * @param wanted the names, in the order in which they matter; their own marks are to be among what is taken
 * @param frame no name leaves it
 * @param taken boxes where something else is drawn or written
 * @returns names whose boxes overlap neither each other nor what is taken
 */
export function placeBeside(wanted: readonly Marked[], frame: Box, taken: readonly Box[]): readonly Placed[] {
  const placed: Placed[] = [];
  const boxes = [...taken];
  for (const one of wanted) {
    const free = placesOf(one).find(({ box }) => within(box, frame) && !boxes.some((other) => overlap(box, other)));
    if (!free) continue;
    placed.push(free);
    boxes.push(free.box);
  }
  return placed;
}

function within({ x0, y0, x1, y1 }: Box, frame: Box): boolean {
  return x0 >= frame.x0 && y0 >= frame.y0 && x1 <= frame.x1 && y1 <= frame.y1;
}

/** All places for a name: on one line first, on two at most. */
function placesOf(marked: Marked): readonly Placed[] {
  const [x, y] = marked.at;
  const [wide, high] = marked.reach;
  const layouts = layoutsOf(marked).filter(({ length }) => length <= 2);
  return layouts.flatMap((lines) => {
    const { width, height, air } = sizeOf(lines, marked);
    return SIDES.map(([right, down]): Placed => {
      const left = right === 0 ? x - width / 2 : right > 0 ? x + wide : x - wide - width;
      const top = y - height / 2 + down * (high + height / 2) * (right === 0 ? 1 : 0.75);
      const box = { x0: left, y0: top, x1: left + width, y1: top + height };
      const base = top + air + marked.size * 0.82;
      if (right === 0) return { ...marked, lines, box, at: [x, base] };
      return right > 0
        ? { ...marked, lines, box, at: [left + air, base], anchor: 'start' }
        : { ...marked, lines, box, at: [box.x1 - air, base], anchor: 'end' };
    });
  });
}
