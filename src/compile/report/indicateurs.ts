import type { Comparaison, Indicateur } from '../../model/types.gen.ts';
import { type Tableau, tableauOf } from './parts.ts';
import type { Pen } from './pen.ts';

/**
 * Figures of a territory, one a row: readings that differ side by side with the source of each, then the same measure in
 * the départements and régions where it is known.
 * @returns null without figures
 */
export function indicateursOf(pen: Pen, legende: string, indicateurs: readonly Indicateur[] = []): Tableau | null {
  const compared = indicateurs.some(({ comparaisons = [] }) => comparaisons.length > 0);
  const at = (niveau: Comparaison['niveau']) => ({
    nom: pen.code('niveau_comparaison', niveau),
    cellule: (one: Indicateur) => around(pen, one, niveau),
  });
  return tableauOf<Indicateur>(
    legende,
    [
      { nom: pen.mot('indicateurs.nom'), cellule: ({ titre }) => pen.ligne(titre) },
      {
        nom: pen.mot(compared ? 'indicateurs.territoire' : 'indicateurs.valeur'),
        cellule: (one) => lectures(pen, one),
      },
      at('departement'),
      at('region'),
      { nom: pen.mot('remarque'), cellule: (one) => notes(pen, one) },
    ],
    indicateurs,
  );
}

type Lecture = Pick<Indicateur, 'valeur' | 'valeur_max' | 'unite' | 'annee' | 'sources'>;

function lectures(pen: Pen, indicateur: Indicateur): string {
  const [main = '', ...others] = [indicateur, ...(indicateur.autres_valeurs ?? [])].map((one) => lecture(pen, one));
  return [main + known(pen, indicateur), ...others].join(pen.mot('separateur'));
}

function lecture(pen: Pen, { annee, sources, ...one }: Lecture): string {
  return `${counted(pen, one)}${annee === undefined ? '' : ` (${annee})`}${pen.cite(sources)}`;
}

function counted(pen: Pen, { valeur, valeur_max: max, unite }: Omit<Lecture, 'annee' | 'sources'>): string {
  const number =
    max === undefined
      ? pen.nombre(valeur)
      : pen.mot('indicateurs.fourchette', { bas: pen.nombre(valeur), haut: pen.nombre(max) });
  return unite === undefined ? number : pen.ligne(`${number}\u00a0${unite}`);
}

/** « , 12 communes connues sur 13 »: a figure never hides what it leaves out. */
function known(pen: Pen, { communes_connues: connues, communes_total: total }: Indicateur): string {
  if (connues === undefined || total === undefined) return '';
  const communes = pen.compte(connues, 'indicateurs.connues');
  return `, ${pen.mot('indicateurs.sur', { communes, total: pen.nombre(total) })}`;
}

/** « Calvados : 3,2 % ; Orne : 4 % »: never without the unit, for columns are read alone. */
function around(pen: Pen, { comparaisons = [], unite }: Indicateur, niveau: Comparaison['niveau']): string {
  return comparaisons
    .filter((one) => one.niveau === niveau)
    .map(({ nom, valeur }) => {
      const value = counted(pen, { valeur, ...(unite !== undefined && { unite }) });
      return `${pen.ligne(nom)}${pen.mot('deux-points')} ${value}`;
    })
    .join(pen.mot('separateur'));
}

/** The remarks on the readings stand with that on the whole. */
function notes(pen: Pen, indicateur: Indicateur): string {
  return [indicateur, ...(indicateur.autres_valeurs ?? [])]
    .map((one) => pen.remarque(one))
    .filter((one) => one !== '')
    .join(' ');
}
