import type { Dossier } from '../../model/dossier.ts';
import type { Diffusion } from '../../model/types.gen.ts';
import type { Pen } from './pen.ts';

/**
 * The title behind each id, in Markdown; the id itself where nothing bears it, which `validate` reports; '' for what fewer
 * people may read than the report.
 */
export interface Names {
  readonly acteur: (id: string) => string;
  readonly acteurs: (ids: readonly string[] | undefined) => string;
  readonly enjeux: (ids: readonly string[] | undefined) => string;
  readonly ressources: (ids: readonly string[] | undefined) => string;
  readonly principes: (ids: readonly string[] | undefined) => string;
  readonly initiatives: (ids: readonly string[] | undefined) => string;
  readonly secteur: (id: string) => string;
  readonly seance: (id: string) => string;
  readonly piste: (id: string) => string;
}

/**
 * The names of a dossier's things.
 * @param dossier what is referred to
 * @param pen writes them
 */
export function namesOf(dossier: Dossier, pen: Pen): Names {
  const { acteurs, territoire, echelle, debats, principes, initiatives, seances } = dossier;
  const nameOf = (thing: Named | undefined, id: string): string =>
    thing !== undefined && !pen.visible(thing) ? '' : pen.ligne(thing?.titre ?? id);
  const titled = (map: Readonly<Record<string, Named>> | undefined) => {
    return (id: string): string => nameOf(map !== undefined && Object.hasOwn(map, id) ? map[id] : undefined, id);
  };
  const filed = (pieces: readonly { readonly id: string; readonly data: Named }[]) => {
    return (id: string): string => nameOf(pieces.find((one) => one.id === id)?.data, id);
  };
  const all = (one: (id: string) => string) => {
    return (ids: readonly string[] | undefined): string =>
      pen.liste((ids ?? []).map(one).filter((name) => name !== ''));
  };
  const organisation = (id: string): string => pen.ligne(acteurs?.acteurs?.[id]?.organisme ?? id);
  return {
    acteur: organisation,
    acteurs: all(organisation),
    enjeux: all(titled(territoire?.enjeux)),
    ressources: all(titled(territoire?.ressources)),
    principes: all(filed(principes)),
    initiatives: all(filed(initiatives)),
    secteur: titled(echelle?.secteurs),
    piste: titled(debats?.pistes),
    seance: (id) => {
      const seance = seances.find((one) => one.id === id)?.data;
      if (seance === undefined) return pen.ligne(id);
      return pen.visible(seance) ? seanceName(pen, seance) : '';
    },
  };
}

interface Named {
  readonly titre: string;
  readonly diffusion?: Diffusion;
}

/** What a session is called: its title, else its type and number. */
export function seanceName(pen: Pen, seance: Dossier['seances'][number]['data']): string {
  if (seance.titre !== undefined) return pen.ligne(seance.titre);
  const type = pen.code('seance_type', seance.type);
  return seance.numero === undefined ? type : pen.mot('seances.rang', { type, n: seance.numero });
}
