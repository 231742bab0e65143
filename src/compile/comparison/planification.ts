import { codeOf, codesIn, numberOf } from './said.ts';
import { type Comparaison, type Fiche, type Site, textOf } from './sites.ts';

export const PLANIFICATION = 'planification';

/** A planning document of a site; null is unknown. */
export interface DocumentDuSite {
  readonly site: Site;
  /** The code of what it is. */
  readonly document: string;
  readonly titre: string | null;
  readonly etat: string | null;
  readonly relation: string | null;
  /** Initiatives that name documents of this kind. */
  readonly initiatives: number;
}

/** What came of planning since: a follow-up of that type. */
export interface SuiteDePlanification {
  readonly site: Site;
  readonly titre: string;
  readonly etat: string | null;
  readonly annee: number | null;
}

/**
 * The planning documents of each site, in the order of the dataset, then those that only its initiatives name: of these
 * neither state nor relation is known.
 */
export function documentsOf({ sites }: Comparaison): readonly DocumentDuSite[] {
  const order = codesIn(PLANIFICATION, 'document');
  return sites.flatMap((site): readonly DocumentDuSite[] => {
    const named = site
      .rows('initiatives')
      .flatMap(({ planification }) => (Array.isArray(planification) ? planification : []));
    const count = (document: string): number => named.filter((one) => one === document).length;
    const rows = site.rows(PLANIFICATION).map(
      (row): DocumentDuSite => ({
        site,
        document: String(row.document),
        titre: textOf(row.titre) ?? null,
        etat: codeOf(row.etat),
        relation: codeOf(row.relation),
        initiatives: count(String(row.document)),
      }),
    );
    const beside = [...new Set(named)]
      .filter((document) => rows.every((row) => row.document !== document))
      .sort((a, b) => order.indexOf(a) - order.indexOf(b))
      .map((document): DocumentDuSite => {
        const unknown = { titre: null, etat: null, relation: null };
        return { site, document, ...unknown, initiatives: count(document) };
      });
    return [...rows, ...beside];
  });
}

/** Follow-ups that are of planning. */
export function suitesDePlanificationOf({ sites }: Comparaison): readonly SuiteDePlanification[] {
  return sites.flatMap((site) =>
    site
      .rows('suites')
      .filter(isPlanning)
      .map((row) => ({
        site,
        titre: textOf(row.titre) ?? textOf(row.id) ?? '?',
        etat: codeOf(row.etat),
        annee: numberOf(row.etat_au_annee) ?? numberOf(row.fin_annee) ?? numberOf(row.debut_annee),
      })),
  );
}

/** Whether a row of `suites` tells what became of planning since the atelier. */
export function isPlanning({ sens, type }: Fiche): boolean {
  return sens === 'suite' && type === 'planification';
}
