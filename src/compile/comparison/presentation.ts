import type { Session } from '../../model/dossier.ts';
import type { DataOf } from '../../model/types.gen.ts';
import { nothingPresented, type Presentation } from './sites.ts';

/**
 * How the national team presents dossiers, put together: what the workspace says comes before what its sessions say,
 * and these in the order given.
 * @param sessions those of the comparison
 * @param settings `atelier.yaml`; undefined where there is none
 */
export function presentationOf(
  sessions: readonly Pick<Session, 'session'>[],
  settings: Pick<DataOf['atelier'], 'comparaison'> | undefined,
): Presentation {
  const said = [settings?.comparaison, ...sessions.map(({ session }) => session.comparaison)].filter(
    (one) => one !== undefined,
  );
  if (said.length === 0) return nothingPresented;
  return {
    ordre: [...new Set(said.flatMap(({ ordre = [] }) => ordre))],
    titres: Object.assign({}, ...said.map(({ titres = {} }) => titres).reverse()),
    groupes: said.flatMap(({ groupes = {} }) => Object.values(groupes)),
  };
}
