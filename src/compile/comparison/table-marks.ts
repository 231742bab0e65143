import { nombre } from '../../words/numbers.ts';
import type { Langue, Text } from '../../words/text.ts';
import type { Cercle } from '../figures/acteurs.ts';
import { element, rect, text } from '../figures/svg.ts';
import type { Couleur } from '../figures/theme.ts';
import type { ParticipationDuSite } from './tour-de-table.ts';

/** The circles from the middle outwards, as they are called. */
export const CERCLES: readonly { readonly cercle: Cercle; readonly name: Text }[] = [
  { cercle: 'pilotage', name: { fr: 'pilotage, maîtrise d’ouvrage', en: 'lead, commissioning' } },
  { cercle: 'travail', name: { fr: 'portage, équipe, partenaires', en: 'promoters, team, partners' } },
  { cercle: 'participation', name: { fr: 'participants', en: 'participants' } },
  { cercle: null, name: { fr: 'rôle inconnu', en: 'role unknown' } },
];

const R = 7.5;

/** Organisations of one circle: a shape for each circle, with their number where they are several. */
export function cercleMark(
  cercle: Cercle,
  x: number,
  y: number,
  count: number,
  prefix: string,
  langue: Langue,
): string {
  const leads = cercle === 'pilotage';
  return shapeOf(cercle, x, y, prefix) + inside(x, y, count, leads ? 'fond' : 'encre', cercle === null, langue);
}

/** A disc leads, a lozenge works, a ring takes part; hatched where the role is not known: readable without colour. */
function shapeOf(cercle: Cercle, x: number, y: number, prefix: string): string {
  const ring = { cx: x, cy: y, r: R, 'stroke-width': 1.3 };
  switch (cercle) {
    case 'pilotage':
      return element('circle', ring, { fill: 'encre', stroke: 'encre' });
    case 'travail': {
      const far = R + 1.2;
      const points = [`${x} ${y - far}`, `${x + far} ${y}`, `${x} ${y + far}`, `${x - far} ${y}`].map(rounded);
      return element('path', { d: `M${points.join('L')}Z`, 'stroke-width': 1.3 }, { fill: 'fond', stroke: 'encre' });
    }
    case 'participation':
      return element('circle', ring, { fill: 'fond', stroke: 'encre' });
    case null:
      return element(
        'circle',
        { ...ring, 'stroke-dasharray': '3 2.5' },
        { fill: `#${prefix}-inconnu`, stroke: 'sourd' },
      );
  }
}

/** Every machine writes the same. */
function rounded(point: string): string {
  return point.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));
}

function inside(x: number, y: number, count: number, fill: Couleur, halo: boolean, langue: Langue): string {
  if (count < 2) return '';
  const size = count > 99 ? 7 : 10;
  return text(x, y + 3.5, nombre(count, langue), { size, bold: true, fill, halo, anchor: 'middle' });
}

/** Processes of one kind, or sessions, with their number where they are several. */
export function demarcheMark(x: number, y: number, count: number, langue: Langue): string {
  const square = rect(x - 7, y - 7, 14, 14, { fill: 'teinte', stroke: 'encre' }, { 'stroke-width': 1.3 });
  return square + inside(x, y, count, 'encre', false, langue);
}

/** `≈20+`: about twenty, and others whom nobody counted; `?` where nobody counted. */
export function peopleSaid({ personnes, approche, nonComptees }: ParticipationDuSite, langue: Langue): string {
  if (personnes === null) return '?';
  return `${approche ? '≈' : ''}${nombre(personnes, langue)}${nonComptees > 0 ? '+' : ''}`;
}
