import type { Figure } from '../../model/markdown.ts';
import { codeList, familyOf, labelOf } from '../../schema/labels.ts';
import { acteurs, type Famille } from '../figures/acteurs.ts';
import { couverture } from '../figures/couverture.ts';
import { feuilleDeRoute, type Horizon, type Priorite } from '../figures/feuille-de-route.ts';
import type { Asked } from '../figures/figure.ts';
import { type EtatFinancement, financement } from '../figures/financement.ts';
import { type Compte, participation } from '../figures/participation.ts';
import { drawPerimetre, drawSituation } from './cartes.ts';
import { shownInitiatives } from './feuille-de-route.ts';
import type { Matter } from './parts.ts';
import { cercleOf } from './roles.ts';
import { publics, shownSeances, totalOf } from './seances.ts';
import { viseesOf } from './strategie.ts';

/** The pictures that a text may ask for: `::: figure couverture`. Each gives null where the dossier has nothing for it. */
const FIGURES: Readonly<Record<string, (matter: Matter, asked: Asked) => Figure | null>> = {
  acteurs: drawActeurs,
  couverture: drawCouverture,
  'feuille-de-route': drawFeuilleDeRoute,
  financement: drawFinancement,
  participation: drawParticipation,
  perimetre: drawPerimetre,
  situation: drawSituation,
};

/**
 * One picture.
 * @param name what stands after `::: figure`
 * @param prefix of all ids in it, unique in the page
 * @returns the picture; null where there is nothing to draw, or no picture of that name
 */
export function drawn(matter: Matter, name: string, prefix: string): Figure | null {
  const draw = Object.hasOwn(FIGURES, name) ? FIGURES[name] : undefined;
  return draw?.(matter, { prefix, langue: matter.pen.langue }) ?? null;
}

function drawActeurs({ dossier }: Matter, asked: Asked): Figure | null {
  const all = Object.values(dossier.acteurs?.acteurs ?? {});
  if (all.length === 0) return null;
  return acteurs({
    ...asked,
    acteurs: all.map(({ organisme, categorie, roles }) => ({
      nom: organisme,
      famille: (familyOf(categorie) ?? null) as Famille | null,
      cercle: cercleOf(roles),
    })),
  });
}

function drawCouverture(matter: Matter, asked: Asked): Figure | null {
  const { dossier, pen } = matter;
  if (dossier.principes.length === 0) return null;
  const initiatives = shownInitiatives(matter);
  const fondements = Object.entries(codeList('fondements')).map(([code, label]) => ({
    code,
    libelle: label[pen.langue],
  }));
  return couverture({
    ...asked,
    fondements,
    principes: dossier.principes.map(({ id, data }) => {
      const own = initiatives.filter((one) => one.data.principes?.includes(id));
      const counts = fondements.map(
        ({ code }) => [code, own.filter((one) => one.data.fondements?.some((named) => named === code)).length] as const,
      );
      return {
        titre: data.titre,
        visees: data.visees,
        initiatives: own.length,
        fondements: Object.fromEntries(counts),
        sansFondement: own.filter((one) => (one.data.fondements ?? []).length === 0).length,
      };
    }),
  });
}

const PRIORITES: Readonly<Record<string, Priorite>> = { '1': 1, '2': 2, '3': 3 };

function drawFeuilleDeRoute(matter: Matter, asked: Asked): Figure | null {
  const { dossier } = matter;
  const initiatives = shownInitiatives(matter);
  // A bare grid would say less than the table beside it.
  if (initiatives.every(({ data }) => data.horizon === undefined && data.priorite === undefined)) return null;
  const reperes: Partial<Record<Horizon, string>> = dossier.feuilleDeRoute?.horizons ?? {};
  return feuilleDeRoute({
    ...asked,
    reperes,
    initiatives: initiatives.map((item) => ({
      titre: item.data.titre,
      horizon: item.data.horizon ?? null,
      priorite: PRIORITES[item.data.priorite ?? ''] ?? null,
      visees: viseesOf(dossier, item),
    })),
  });
}

/** By who pays; a sum whose payer is not said is kept apart. */
function drawFinancement(matter: Matter, asked: Asked): Figure | null {
  const { pen } = matter;
  const initiatives = shownInitiatives(matter);
  const sums = initiatives.flatMap(({ data }) => {
    const { financements, montant } = data.moyens ?? {};
    return financements ?? (montant === undefined ? [] : [{ montant }]);
  });
  if (sums.length === 0) return null;
  const payers = [...Object.keys(codeList('financement_source')), undefined];
  return financement({
    ...asked,
    initiatives: initiatives.length,
    initiativesChiffrees: initiatives.filter(({ data }) => data.moyens !== undefined).length,
    sources: payers.flatMap((payer) => {
      const own = sums.filter(({ source }) => source === payer);
      if (own.length === 0) return [];
      const montants: Partial<Record<EtatFinancement, number>> = {};
      for (const { montant, etat = 'inconnu' } of own) {
        if (montant !== undefined) montants[etat] = (montants[etat] ?? 0) + numberOf(montant);
      }
      const libelle = payer === undefined ? null : labelOf('financement_source', payer)[pen.langue];
      return [{ libelle, montants, sansMontant: own.filter(({ montant }) => montant === undefined).length }];
    }),
  });
}

function drawParticipation(matter: Matter, asked: Asked): Figure | null {
  const { pen, names } = matter;
  const seances = shownSeances(matter);
  const came = publics().filter((one) =>
    seances.some(({ data }) => data.participants?.[one] !== undefined || data.publics?.includes(one)),
  );
  if (seances.every(({ data }) => data.participants === undefined && data.publics === undefined)) return null;
  return participation({
    ...asked,
    publics: came.map((code) => ({ code, libelle: labelOf('publics', code)[pen.langue] })),
    seances: seances.map(({ id, data }) => ({
      titre: data.titre ?? names.seance(id),
      date: pen.periode(data.date, data.fin),
      publics: Object.fromEntries(
        came.flatMap((one): readonly (readonly [string, Compte])[] => {
          const count = data.participants?.[one];
          if (count !== undefined) return [[one, counted(count)]];
          return data.publics?.includes(one) ? [[one, null]] : [];
        }),
      ),
      total: counted(totalOf(data)),
    })),
  });
}

function counted(count: number | string | null): Compte {
  if (count === null) return null;
  return { nombre: numberOf(count), approche: typeof count === 'string' && count.startsWith('~') };
}

function numberOf(value: number | string): number {
  return typeof value === 'number' ? value : Number(value.replace('~', '').replace(',', '.'));
}
