import type { Diffusion } from '../../model/types.gen.ts';
import { type Chose, choseOf, type Fait, fait, type Matter } from './parts.ts';

/** What was agreed, what is still argued, what nobody carries yet. */
export interface DebatsView {
  readonly convergences: readonly Chose[];
  readonly controverses: readonly (Chose & { readonly positions: readonly Chose[]; readonly decision: string })[];
  readonly pistes: readonly Chose[];
}

/**
 * The debates of a dossier.
 * @param of only those that took place in one séance; null for those of none that is shown; all when it is not given
 */
export function debatsOf({ dossier, pen, names }: Matter, of?: string | null): DebatsView | null {
  if (dossier.debats === undefined) return null;
  const { convergences = {}, controverses = {}, pistes = {} } = dossier.debats;
  const cle = (key: string): string => pen.cle(`debats/${key}`);
  const seance = (id: string | undefined): readonly Fait[] =>
    fait(cle('convergences.*.seance'), id === undefined || id === of ? '' : names.seance(id));
  const shown = (one: Debat): boolean => pen.visible(one) && isOf(one, of, { dossier, pen });
  const view = {
    convergences: Object.values(convergences)
      .filter(shown)
      .map((one) =>
        choseOf(pen, pen.ligne(one.titre), one, {
          faits: [...fait(cle('convergences.*.acteurs'), names.acteurs(one.acteurs)), ...seance(one.seance)],
        }),
      ),
    controverses: Object.values(controverses)
      .filter(shown)
      .map((one) => ({
        ...choseOf(pen, pen.ligne(one.titre), one, {
          faits: [
            ...fait(
              cle('controverses.*.issue'),
              one.issue === undefined ? pen.inconnue() : pen.code('issue', one.issue),
            ),
            ...seance(one.seance),
          ],
        }),
        positions: (one.positions ?? []).map((position) =>
          choseOf(pen, pen.ligne(position.titre), position, {
            faits: fait(cle('controverses.*.positions.[].acteurs'), names.acteurs(position.acteurs)),
          }),
        ),
        decision: pen.prose(one.decision),
      })),
    pistes: Object.values(pistes)
      .filter(shown)
      .map((one) =>
        choseOf(pen, pen.ligne(one.titre), one, {
          faits: [
            ...fait(cle('pistes.*.enjeux'), names.enjeux(one.enjeux)),
            ...fait(cle('pistes.*.secteur'), one.secteur === undefined ? '' : names.secteur(one.secteur)),
            ...fait(cle('pistes.*.acteurs'), names.acteurs(one.acteurs)),
            ...seance(one.seance),
          ],
        }),
      ),
  };
  return Object.values(view).every((list) => list.length === 0) ? null : view;
}

interface Debat {
  readonly seance?: string;
  readonly diffusion?: Diffusion;
}

function isOf(
  { seance }: Debat,
  of: string | null | undefined,
  { dossier, pen }: Pick<Matter, 'dossier' | 'pen'>,
): boolean {
  if (of === undefined) return true;
  if (of !== null) return seance === of;
  return !dossier.seances.some(({ id, data }) => id === seance && pen.visible(data));
}
