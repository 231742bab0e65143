import { compte, nombre } from '../../words/numbers.ts';
import type { Langue, Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import type { Dessin, Silhouette } from './silhouettes.ts';

const KINDS: Readonly<Record<Dessin | 'rien', Text>> = {
  contours: { fr: 'Contours des communes', en: 'Contours of communes' },
  departements_entiers: { fr: 'Départements entiers', en: 'Whole départements' },
  points: {
    fr: 'Commune sans contour dans le dossier : son point',
    en: 'Commune without a contour in the dossier: its point',
  },
  departements: {
    fr: 'Ni contours ni points : départements touchés',
    en: 'Neither contours nor points: départements touched',
  },
  rien: { fr: 'Ni contours ni points, non dessiné', en: 'Neither contours nor points, not drawn' },
};

/** What a drawing of this kind is, for a legend. */
export function dessineDe(dessin: Dessin | null, langue: Langue): string {
  return typographie(KINDS[dessin ?? 'rien'][langue], langue);
}

/**
 * What is drawn of a perimeter, and why it is no more: « sans contours : points de 10 communes sur 13 ».
 * @param nameOf a département, by its code
 */
export function dessinDit(one: Silhouette, nameOf: (code: string) => string, langue: Langue): string {
  const fr = langue === 'fr';
  const names = one.departements.map(nameOf).join(', ');
  const elsewhere = one.ailleurs.map(nameOf).join(', ');
  const rest = elsewhere === '' ? '' : fr ? ` ; non dessiné : ${elsewhere}` : `; not drawn: ${elsewhere}`;
  return typographie(drawn(one, names, langue) + rest, langue);
}

function drawn({ dessin, communes, contournees, placees }: Silhouette, names: string, langue: Langue): string {
  const fr = langue === 'fr';
  const all = compte(communes, { fr: 'commune', en: 'commune' }, { fr: 'communes', en: 'communes' }, langue);
  const part = (some: number): string => `${nombre(some, langue)} ${fr ? 'sur' : 'of'} ${all}`;
  switch (dessin) {
    case 'contours':
      if (contournees >= communes) return all;
      return [
        `${fr ? 'contours de' : 'contours of'} ${part(contournees)}`,
        ...(placees === 0 ? [] : [`${fr ? 'points de' : 'points of'} ${nombre(placees, langue)}`]),
      ].join(', ');
    case 'departements_entiers':
      return `${all}${fr ? ' : ' : ': '}${names}`;
    case 'points':
      if (placees >= communes) return fr ? `sans contours : ${all}, par un point` : `no contours: ${all}, as a dot`;
      return fr ? `sans contours : points de ${part(placees)}` : `no contours: points of ${part(placees)}`;
    case 'departements':
      return fr ? `sans contours ni points : ${names}` : `neither contours nor points: ${names}`;
    case null:
      return fr
        ? `sans contours ni points, non dessiné : ${names}`
        : `neither contours nor points, not drawn: ${names}`;
  }
}
