import type { DossierFacts } from './dossier-facts.ts';

/**
 * How many of a fact of the list « inconnus » the dossier gives.
 * @param code its code there
 * @returns 0 too for a fact that is not counted
 */
export function knownCount(dossier: DossierFacts, code: string): number {
  // The perimeter is what takes time.
  return code === 'perimetre' ? dossier.perimetre().nb_communes : (counts(dossier)[code] ?? 0);
}

function counts(dossier: DossierFacts): Readonly<Record<string, number>> {
  const { budget, calendrier, suites } = dossier.dossier;
  const roles = Object.values(dossier.get('acteurs')?.data.acteurs ?? {}).flatMap((acteur) => acteur.roles ?? []);
  const dates = calendrier?.debut ?? calendrier?.fin;
  return {
    moa: roles.filter((role) => role === 'maitrise_ouvrage').length,
    equipe: roles.filter((role) => role === 'mandataire' || role === 'cotraitant').length,
    calendrier: dates === undefined ? 0 : 1,
    budget: budget?.filter(({ montant }) => montant !== undefined).length ?? 0,
    principes: dossier.all('principe').length,
    axes: Object.keys(dossier.get('feuille-de-route')?.data.axes ?? {}).length,
    initiatives: dossier.all('initiative').length,
    suites: Object.keys(suites ?? {}).length,
    enseignements: Object.keys(dossier.get('enseignements')?.data ?? {}).length,
  };
}
