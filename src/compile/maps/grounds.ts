import { isOverseas } from './asked.ts';
import type { France } from './france.ts';
import { boxOfDepartements, inRegion, type Land, landOf, ofRegion } from './land.ts';
import { type Box, grown } from './plane.ts';
import { around, fitted, hexagone, type Project } from './project.ts';

/** France laid on a drawing, the same under every territory: drawn once a run, it takes ten times as long as the rest. */
export interface Ground {
  readonly project: Project;
  readonly land: Land;
  /** Départements that it shows as land. */
  readonly codes: ReadonlySet<string>;
  /** Paths of all of them as one shape, of the other départements, of borders inside régions and between them. */
  readonly all: string;
  readonly others: string;
  readonly inside: string;
  readonly between: string;
}

/** The whole country is seen from afar. */
const COARSE = 0.9;

/** The Hexagone with Corse, and what a map of it shows around, in degrees. */
const HEXAGONE: Box = { x0: -11, y0: 39.5, x1: 14, y1: 54 };

/**
 * The Hexagone in a frame.
 * @returns null when none of its départements has a shape
 */
export function mainlandIn(france: France, frame: Box): Ground | null {
  return remembered(france, `hexagone ${keyOf(frame)}`, () => {
    const plane = hexagone();
    const codes = new Set(france.departements.map(({ code }) => code).filter((code) => !isOverseas(code)));
    const box = boxOfDepartements(france, codes, plane);
    if (!box) return null;
    const { project } = fitted(plane, box, grown(frame, -12));
    const land = landOf(france, { project, within: grown(frame, 8), near: HEXAGONE }, COARSE);
    return groundOf(project, land, codes);
  });
}

/** One overseas territory in a frame, at a scale of its own; null when it has no shape. */
export function overseasIn(france: France, code: string, frame: Box): Ground | null {
  return remembered(france, `${code} ${keyOf(frame)}`, () => {
    const codes = new Set([code]);
    const degrees = boxOfDepartements(france, codes, (place) => place);
    const plane = degrees && around([(degrees.x0 + degrees.x1) / 2, (degrees.y0 + degrees.y1) / 2]);
    const box = plane && boxOfDepartements(france, codes, plane);
    if (!box) return null;
    const { project } = fitted(plane, box, grown(frame, -8));
    const near = grown(degrees, degrees.x1 - degrees.x0);
    return groundOf(project, landOf(france, { project, within: grown(frame, 4), near }), codes);
  });
}

function groundOf(project: Project, land: Land, codes: ReadonlySet<string>): Ground {
  return {
    ...{ project, land, codes },
    all: land.together((code) => codes.has(code)),
    others: land.together((code) => !codes.has(code)),
    inside: land.border(inRegion),
    between: land.border(ofRegion),
  };
}

const known = new WeakMap<France, Map<string, Ground | null>>();

function remembered(france: France, key: string, make: () => Ground | null): Ground | null {
  const grounds = known.get(france) ?? new Map<string, Ground | null>();
  known.set(france, grounds);
  const before = grounds.get(key);
  if (before !== undefined) return before;
  const made = make();
  grounds.set(key, made);
  return made;
}

function keyOf({ x0, y0, x1, y1 }: Box): string {
  return [x0, y0, x1, y1].join(' ');
}
