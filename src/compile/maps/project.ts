import { type GeoProjection, geoConicConformal, geoTransverseMercator } from 'd3-geo';
import type { Arc, Topology } from 'topojson-specification';
import type { Box, Point } from './plane.ts';

/** From longitude and latitude to a plane, y downward; one unit is the radius of the Earth. */
export type Project = (place: Point) => Point;

/** Kilometres in one unit of a projection, before its own scale. */
export const EARTH = 6371.0088;

/**
 * The usual projection of the Hexagone, conformal, true at 44° and 49° north.
 * @param meridian the one that stands upright: 3° east for the whole country
 */
export function hexagone(meridian = 3): Project {
  return plane(geoConicConformal().parallels([44, 49]).rotate([-meridian, 0]));
}

/**
 * A conformal projection that is true around one place, where north is up.
 * @param place the centre of what is shown
 */
export function around([longitude, latitude]: Point): Project {
  return plane(geoTransverseMercator().rotate([-longitude, -latitude]));
}

/**
 * The projection for a territory: the usual one of the Hexagone, turned so that north is up, or a local one overseas.
 * @param box where the territory lies, in degrees
 */
export function projectionFor({ x0, y0, x1, y1 }: Box): Project {
  const centre: Point = [(x0 + x1) / 2, (y0 + y1) / 2];
  const inHexagone = centre[0] > -6 && centre[0] < 11 && centre[1] > 40 && centre[1] < 52;
  return inHexagone ? hexagone(centre[0]) : around(centre);
}

function plane(projection: GeoProjection): Project {
  projection.scale(1).translate([0, 0]).precision(0);
  return ([longitude, latitude]) => projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
}

/** A projection laid on a drawing. */
export interface Fit {
  readonly project: Project;
  /** Units of the drawing for one kilometre, at the middle of what was fitted. */
  readonly perKm: number;
}

/**
 * Lays a projection on a drawing, so that a box of the plane fills a frame and is centred in it.
 * @param project the projection
 * @param box what is to be shown, in the projection's plane
 * @param frame where, in units of the drawing
 */
export function fitted(project: Project, box: Box, frame: Box): Fit {
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  const scale = Math.min((frame.x1 - frame.x0) / width, (frame.y1 - frame.y0) / height);
  const middle: Point = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  const [left, top] = [(frame.x0 + frame.x1) / 2 - middle[0] * scale, (frame.y0 + frame.y1) / 2 - middle[1] * scale];
  return {
    project: (place) => {
      const [x, y] = project(place);
      return [left + x * scale, top + y * scale];
    },
    perKm: scale / EARTH,
  };
}

/**
 * A topology laid on a plane, its shared borders still shared.
 * @param topology in degrees, quantized or not
 * @param project where each place goes
 * @returns a topology without transform
 */
export function projected<T extends Topology>(topology: T, project: Project): T {
  const { transform, ...rest } = topology;
  const [kx, ky] = transform?.scale ?? [1, 1];
  const [dx, dy] = transform?.translate ?? [0, 0];
  const lay = (arc: Arc): Arc => {
    let [x, y] = [0, 0];
    return arc.map(([px = 0, py = 0]) => {
      [x, y] = transform ? [x + px, y + py] : [px, py];
      return [...project([x * kx + dx, y * ky + dy])];
    });
  };
  // Everything but the places is as it was.
  return { ...rest, arcs: topology.arcs.map(lay) } as T;
}

/**
 * How far apart two places are, on a sphere.
 * @returns kilometres
 */
export function kilometres([ax, ay]: Point, [bx, by]: Point): number {
  const rad = Math.PI / 180;
  const half = Math.sin(((by - ay) * rad) / 2) ** 2;
  const across = Math.cos(ay * rad) * Math.cos(by * rad) * Math.sin(((bx - ax) * rad) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(half + across));
}
