import type { Dossier } from '../../../model/dossier.ts';

/** A piece of a dossier that a theme points at. */
export interface Piece {
  /** The kind of its id: `initiative`, `enjeu`. */
  readonly genre: string;
  readonly titre: string;
  /** In its author's Markdown; '' where it has only a title. */
  readonly texte: string;
}

interface Said {
  readonly titre?: string;
  readonly organisme?: string;
  readonly texte?: string;
}

type Thing = (dossier: Dossier, id: string) => Said | undefined;

/** The things of a dossier, by the kind of their ids. */
const THINGS: Readonly<Record<string, Thing>> = {
  acteur: ({ acteurs }, id) => at(acteurs?.acteurs, id),
  axe: ({ feuilleDeRoute }, id) => at(feuilleDeRoute?.axes, id),
  controverse: ({ debats }, id) => at(debats?.controverses, id),
  convergence: ({ debats }, id) => at(debats?.convergences, id),
  enjeu: ({ territoire }, id) => at(territoire?.enjeux, id),
  enseignement: ({ enseignements }, id) => at(enseignements, id),
  initiative: ({ initiatives }, id) => fileAt(initiatives, id),
  piste: ({ debats }, id) => at(debats?.pistes, id),
  principe: ({ principes }, id) => fileAt(principes, id),
  ressource: ({ territoire }, id) => at(territoire?.ressources, id),
  seance: ({ seances }, id) => fileAt(seances, id),
  secteur: ({ echelle }, id) => at(echelle?.secteurs, id),
  suite: ({ dossier }, id) => at({ ...dossier.antecedents, ...dossier.suites }, id),
};

function at(map: Readonly<Record<string, Said>> | undefined, id: string): Said | undefined {
  return map !== undefined && Object.hasOwn(map, id) ? map[id] : undefined;
}

function fileAt(
  all: readonly { readonly id: string; readonly data: Said; readonly body: string }[],
  id: string,
): Said | undefined {
  const found = all.find((one) => one.id === id);
  return found && { ...found.data, texte: found.body };
}

/**
 * What a piece of a dossier says.
 * @param reference `<kind>/<id>`: a theme's reference without the dossier
 * @returns undefined where the dossier has no such thing
 */
export function pieceOf(dossier: Dossier, reference: string): Piece | undefined {
  const [genre = '', id = ''] = reference.split('/');
  const found = Object.hasOwn(THINGS, genre) ? THINGS[genre]?.(dossier, id) : undefined;
  return found && { genre, titre: found.titre ?? found.organisme ?? id, texte: found.texte ?? '' };
}
