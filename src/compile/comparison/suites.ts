import type { Langue } from '../../words/text.ts';
import { codeOf, labelIn, numberOf, rowsIn, yearsSaid } from './said.ts';
import { type Comparaison, type Site, textOf } from './sites.ts';

export const SUITES = 'suites';

/** What came before or after an atelier; null is unknown. */
export interface Suite {
  readonly site: Site;
  /** `antecedent` or `suite`. */
  readonly sens: string;
  readonly type: string;
  readonly titre: string;
  readonly etat: string | null;
  readonly debut: number | null;
  readonly fin: number | null;
  /** The year of which the state is. */
  readonly etatAu: number | null;
}

/** All of them, by site in the order given: what came before, then what came after, in the order of the dataset. */
export function suitesOf(comparaison: Comparaison): readonly Suite[] {
  const all = rowsIn(comparaison, SUITES).map(
    ({ site, row }): Suite => ({
      site,
      sens: String(row.sens),
      type: String(row.type),
      titre: textOf(row.titre) ?? textOf(row.id) ?? '?',
      etat: codeOf(row.etat),
      debut: numberOf(row.debut_annee),
      fin: numberOf(row.fin_annee),
      etatAu: numberOf(row.etat_au_annee),
    }),
  );
  const place = ({ sens }: Suite): number => (sens === 'antecedent' ? 0 : 1);
  const rank = new Map(comparaison.sites.map((site, at) => [site, at]));
  return all.sort((a, b) => (rank.get(a.site) ?? 0) - (rank.get(b.site) ?? 0) || place(a) - place(b));
}

/** The year at which it is drawn: its start, else its end, else that of its state. */
export function yearOf({ debut, fin, etatAu }: Suite): number | null {
  return debut ?? fin ?? etatAu;
}

/** « Réalisé en 2019 »; null where the state is unknown. */
export function etatSaid({ etat, etatAu }: Suite, langue: Langue): string | null {
  if (etat === null) return null;
  const label = labelIn(SUITES, 'etat', etat, langue);
  if (etatAu === null) return label;
  return langue === 'fr' ? `${label} (en ${etatAu})` : `${label} (in ${etatAu})`;
}

/** « 2019-2020 »; null where neither is known. */
export function anneesSaid({ debut, fin }: Suite): string | null {
  return yearsSaid(debut, fin);
}
