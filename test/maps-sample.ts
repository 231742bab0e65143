import { existsSync, readFileSync } from 'node:fs';
import { openCog } from '../src/cog/cog.ts';
import { type PerimetreInput, perimetreOf } from '../src/cog/perimetre.ts';
import type { CartePerimetre } from '../src/compile/maps/asked.ts';
import type { Contours } from '../src/compile/maps/contours.ts';
import { openFrance } from '../src/compile/maps/france.ts';
import { openTowns, type Towns } from '../src/compile/maps/towns.ts';

const here = (path: string): URL => new URL(path, import.meta.url);

/** Real contours lie beside the repository on the machines that have them; they are not ours to copy. */
export const CONTOURS = here('../../shared/contours/');
export const hasContours = existsSync(CONTOURS);
if (!hasContours) console.warn('Pas de ../shared/contours : les cartes ne sont pas essayées sur de vrais contours.');

export const cog = openCog(readFileSync(here('../src/cog/cog.gen.tsv')));
export const france = openFrance(readFileSync(here('../src/compile/maps/france.gen.json'), 'utf8'));

export const towns = openTowns(readFileSync(here('../src/compile/maps/towns.gen.tsv')));

/** Of a place where no town is known. */
export const noTowns: Towns = { placeOf: () => null, of: () => [] };

/** Real contours of one département: `14-calvados`. */
export function contoursOf(name: string): Contours {
  return JSON.parse(readFileSync(new URL(`communes-${name}.geojson`, CONTOURS), 'utf8'));
}

const grappes = [
  { id: 'grappe-1', titre: 'Grappe 1, Cagny à Bretteville-sur-Laize', communes: ['14119', '14675', '14691', '14100'] },
  { id: 'grappe-2', titre: 'Grappe 2, Rots à Thaon', communes: ['14543', '14670', '14356', '14685'] },
  { id: 'grappe-3', titre: 'Grappe 3, littoral', communes: ['14384', '14365', '14325', '14228'] },
  { id: 'grappe-4', titre: 'Grappe 4, Esquay-Notre-Dame à Maltot', communes: ['14249', '14257', '14396'] },
];

/** A map to draw. */
export function cas(
  nom: string,
  input: PerimetreInput,
  contours: Contours | null,
  more: Partial<CartePerimetre> = {},
): CartePerimetre {
  return {
    prefix: 'c1',
    langue: 'fr',
    nom,
    perimetre: perimetreOf(input, cog),
    cog,
    france,
    towns,
    contours,
    source: contours === null ? null : { nom: 'IGN Admin Express', annee: 2018 },
    secteurs: [],
    ...more,
  };
}

/** The four real territories of the examples. */
export function vrais(): Readonly<Record<string, CartePerimetre>> {
  return {
    caen: cas('Métropole caennaise', { secteurs: grappes }, contoursOf('14-calvados'), { secteurs: grappes }),
    landes: cas('Sud des Landes', { epci: ['244000865', '200069417'] }, contoursOf('40-landes')),
    doullens: cas('Doullens', { communes: ['80253'] }, contoursOf('80-somme')),
    nozay: cas('CC de Nozay', { epci: ['244400537'] }, contoursOf('44-loire-atlantique')),
  };
}

/** Territories without contours: a DROM, a COM, several départements, one small. */
export function sansContours(): Readonly<Record<string, CartePerimetre>> {
  return {
    mayotte: cas('Mayotte', { departements: ['976'] }, null),
    miquelon: cas('Miquelon-Langlade', { communes: ['97501'] }, null),
    guyane: cas('Saint-Laurent-du-Maroni', { communes: ['97311'] }, null),
    polynesie: cas('Papeete', { communes: ['98735'] }, null),
    rance: cas('Vallée de la Rance', { communes: ['35288', '22050'] }, null),
    paris: cas('Plaine Commune', { communes: ['93066', '93001'] }, null),
  };
}

/** The communes of the CC de Nozay. */
export const NOZAY: readonly string[] = cog.epci('244400537')?.communes ?? [];

/** Squares in a row near Nozay, for what needs no true shape. */
export function carres(codes: readonly string[]): Contours {
  return {
    type: 'FeatureCollection',
    features: codes.map((code, n) => {
      const [x, y] = [-1.7 + 0.1 * (n % 3), 47.5 + 0.07 * Math.floor(n / 3)];
      const ring = [
        [x, y],
        [x + 0.1, y],
        [x + 0.1, y + 0.07],
        [x, y + 0.07],
        [x, y],
      ];
      return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [ring] } };
    }),
  };
}
