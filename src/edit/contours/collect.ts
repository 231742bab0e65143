import type { Cog } from '../../cog/cog.ts';
import type { Text } from '../../words/text.ts';
import { polygonsOf, readFeature } from './feature.ts';
import { otherProjection } from './projection.ts';
import { areaOf, crossing, isInside, middleOf, type Polygon, type Ring } from './ring.ts';

/** One shape of the file that belongs to the perimeter. */
export interface Shape {
  /** The code that the file gives it, of some year. */
  readonly origine: string;
  readonly polygons: readonly Polygon[];
}

/** What a file of contours holds for a perimeter. */
export interface Collected {
  /** The shapes of each commune of today, by code, in order of code. */
  readonly shapes: ReadonlyMap<string, readonly Shape[]>;
  /** Communes of the perimeter that the file does not draw. */
  readonly missing: readonly string[];
  /** Communes of today that are drawn and lie outside the perimeter. */
  readonly superfluous: readonly string[];
  /** How many codes had lost their first zero. */
  readonly mended: number;
  /** Codes of communes that today's data do not know. */
  readonly unknown: readonly string[];
  /** Something that stands where a code of commune was expected, when no feature has one. */
  readonly example: string | null;
  /** What makes the file unusable. */
  readonly problem: Problem | null;
}

/** Another projection, or a commune whose shape is broken. */
export type Problem =
  | { readonly kind: 'projection'; readonly words: Text }
  | { readonly kind: 'crossing' | 'geometry'; readonly code: string };

/** Gathers the shapes of a perimeter from features that come one after the other. */
export interface Collector {
  readonly add: (feature: unknown) => void;
  readonly end: () => Collected;
}

/**
 * Starts to gather; only the shapes inside the perimeter are kept.
 * @param cog the reference data, through which codes of another year find today's commune
 * @param perimeter codes of today's communes
 */
export function collector(cog: Cog, perimeter: ReadonlySet<string>): Collector {
  const shapes = new Map<string, Shape[]>();
  const superfluous = new Set<string>();
  const unknown = new Set<string>();
  let [mended, example, problem]: [number, string | null, Problem | null] = [0, null, null];

  function add(feature: unknown): void {
    const read = readFeature(feature);
    example ??= read.shown ?? read.nom;
    if (read.code === null) return;
    const found = cog.resolveCommune(read.code, read.nom);
    if (found === null) {
      unknown.add(read.code);
      return;
    }
    if (read.mended) mended += 1;
    const { code } = found.actuelle;
    if (!perimeter.has(code)) {
      superfluous.add(code);
      return;
    }
    const polygons = polygonsOf(feature);
    problem ??= problemOf(code, polygons);
    if (polygons !== null) shapes.set(code, [...(shapes.get(code) ?? []), { origine: read.code, polygons }]);
  }

  return {
    add,
    end: () => ({
      shapes: new Map([...shapes].sort(byCode).map(([code, all]) => [code, withoutParts(all)])),
      missing: [...perimeter].filter((code) => !shapes.has(code)).sort(),
      superfluous: [...superfluous].sort(),
      mended,
      unknown: [...unknown].sort(),
      example,
      problem,
    }),
  };
}

/** What makes the shape of a commune unusable; null when nothing does. */
export function problemOf(code: string, polygons: readonly Polygon[] | null): Problem | null {
  if (polygons === null) return { kind: 'geometry', code };
  const words = otherProjection(polygons);
  if (words !== null) return { kind: 'projection', words };
  return polygons.flat().some((ring) => crossing(ring) !== null) ? { kind: 'crossing', code } : null;
}

/** A file may hold a commune and also the former communes inside it: what lies in a larger shape says nothing more. */
export function withoutParts(all: readonly Shape[]): readonly Shape[] {
  const bySize = [...all].sort((one, other) => sizeOf(other) - sizeOf(one));
  const kept: Shape[] = [];
  for (const shape of bySize) {
    const middle = middleOf(largestRing(shape));
    const covered = kept.some(({ polygons }) =>
      polygons.some(
        ([outer = [], ...holes]) => isInside(middle, outer) && !holes.some((hole) => isInside(middle, hole)),
      ),
    );
    if (!covered) kept.push(shape);
  }
  return kept.sort((one, other) => (one.origine < other.origine ? -1 : one.origine > other.origine ? 1 : 0));
}

function sizeOf({ polygons }: Shape): number {
  return polygons.reduce((sum, [outer = []]) => sum + Math.abs(areaOf(outer)), 0);
}

function largestRing({ polygons }: Shape): Ring {
  return polygons
    .map(([outer = []]) => outer)
    .reduce((best, ring) => (Math.abs(areaOf(ring)) > Math.abs(areaOf(best)) ? ring : best));
}

function byCode([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
