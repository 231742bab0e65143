// Prints what maps cost, in this process: the first of each kind, then the median of twenty. Needs the real contours that
// lie beside the project; says so where they are absent. Run: npx tsx scripts/bench-maps.ts.
import { cartePerimetre } from '../src/compile/maps/perimetre.ts';
import { carteSituation } from '../src/compile/maps/situation.ts';
import { cas, cog, contoursOf, hasContours } from '../test/maps-sample.ts';

if (!hasContours) {
  console.log('maps: no contours beside the project, nothing measured');
} else {
  const contours = contoursOf('14-calvados');
  const codes = contours.features.flatMap(({ properties }) => {
    const code = properties?.code;
    return typeof code === 'string' && cog.commune(code) ? [code] : [];
  });
  const asked = cas('Cent communes du Calvados', { communes: codes.slice(0, 100) }, contours);
  print('perimeter of 100 communes, with 430 neighbours', () => cartePerimetre(asked));
  print('the place in France', () => carteSituation(asked));
}

function print(name: string, draw: () => unknown): void {
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now();
    draw();
    return performance.now() - start;
  });
  const [first = 0, ...later] = times;
  const median = later.sort((a, b) => a - b)[later.length >> 1] ?? 0;
  console.log(`map, ${name}: first ${Math.round(first)} ms, then ${Math.round(median)} ms`);
}
