import type { Dossier } from '../../model/dossier.ts';
import type { Visees } from '../../model/types.gen.ts';
import { type Chose, choseOf, type Fait, fait, type Matter } from './parts.ts';

/** Where the territory wants to go. */
export interface VisionView {
  readonly titre: string;
  readonly ideeForce: string;
  readonly faits: readonly Fait[];
  readonly texte: string;
  readonly remarque: string;
}

export function visionOf({ dossier, pen }: Matter): VisionView | null {
  const { vision } = dossier;
  if (vision === undefined) return null;
  const { titre, idee_force: idee, annee_horizon: horizon, sources } = vision.data;
  const texte = pen.prose(vision.body, sources);
  return {
    titre: pen.ligne(titre) + (texte === '' ? pen.cite(sources) : ''),
    ideeForce: idee === undefined ? '' : pen.ligne(idee),
    faits: fait(pen.cle('vision/annee_horizon'), horizon === undefined ? '' : String(horizon)),
    texte,
    remarque: pen.remarque(vision.data),
  };
}

/** The principles, in the order of their files. */
export function principesOf({ dossier, pen, names }: Matter): readonly Chose[] {
  const cle = (key: string): string => pen.cle(`principe/${key}`);
  return dossier.principes.map(({ id, data, body }) =>
    choseOf(
      pen,
      pen.ligne(data.titre),
      { ...data, texte: body },
      {
        visees: data.visees.join(' '),
        faits: [
          ...fait(cle('enjeux'), names.enjeux(data.enjeux)),
          ...fait(cle('niveaux'), pen.codes('niveau', data.niveaux)),
          ...fait(
            pen.mot('principes.initiatives'),
            names.initiatives(
              dossier.initiatives
                .filter((one) => pen.visible(one.data) && one.data.principes?.includes(id))
                .map((one) => one.id),
            ),
          ),
        ],
      },
    ),
  );
}

/** The visées that an initiative serves through its principles; null where it names none. */
export function viseesOf(dossier: Dossier, initiative: Dossier['initiatives'][number]): readonly Visees[] | null {
  const named = initiative.data.principes;
  if (named === undefined || named.length === 0) return null;
  return [...new Set(dossier.principes.filter(({ id }) => named.includes(id)).flatMap(({ data }) => data.visees))];
}
