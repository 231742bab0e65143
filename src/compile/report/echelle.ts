import type { DataOf, Perimetre } from '../../model/types.gen.ts';
import { indicateursOf } from './indicateurs.ts';
import { type Chose, chapeauOf, choseOf, type Fait, fait, type Matter } from './parts.ts';
import type { Pen } from './pen.ts';
import { communeNames } from './territoire.ts';

/** The scale: where one thinks, where one acts, what the perimeter crosses. */
export interface EchelleView {
  readonly faits: readonly Fait[];
  readonly justification: string;
  readonly remarque: string;
  readonly secteurs: readonly Chose[];
}

export function echelleOf(matter: Matter): EchelleView | null {
  const { dossier, perimetre, pen } = matter;
  const { echelle } = dossier;
  if (echelle === undefined) return null;
  const justification = pen.prose(echelle.justification, echelle.sources);
  return {
    faits: [
      ...fait(
        pen.cle('echelle/niveau'),
        pen.code('niveau', echelle.niveau) + (justification === '' ? pen.cite(echelle.sources) : ''),
      ),
      ...fait(pen.cle('echelle/cadre'), echelle.cadre && pen.code('cadre', echelle.cadre)),
      ...fait(pen.cle('echelle/niveaux_intervention'), pen.codes('niveau', echelle.niveaux_intervention)),
      ...fait(pen.mot('echelle.franchit'), crossed(pen, perimetre)),
    ],
    justification,
    remarque: pen.remarque(echelle),
    secteurs: Object.values(echelle.secteurs ?? {}).map((one) => secteur(matter, one)),
  };
}

/** The heart of the programme: which borders the project passes over; '' where no perimeter is known. */
export function crossed(
  pen: Pen,
  { nb_communes: communes, epci, departements, regions, franchit_epci: overEpci }: Perimetre,
): string {
  if (communes === 0) return '';
  const borders = [
    overEpci ? pen.mot('echelle.epci', { n: epci.length }) : '',
    departements.length > 1 ? pen.mot('echelle.departements', { n: departements.length }) : '',
    regions.length > 1 ? pen.mot('echelle.regions', { n: regions.length }) : '',
  ].filter((border) => border !== '');
  return borders.length === 0 ? pen.mot('echelle.rien') : pen.liste(borders);
}

type Secteur = NonNullable<DataOf['echelle']['secteurs']>[string];

function secteur({ pen }: Matter, one: Secteur): Chose {
  const cle = (key: string): string => pen.cle(`echelle/secteurs.*.${key}`);
  const indicateurs = indicateursOf(pen, cle('indicateurs'), one.indicateurs);
  return choseOf(pen, pen.ligne(one.titre), one, {
    chapeau: chapeauOf(
      one.type && pen.code('secteur_type', one.type),
      one.nature && pen.code('secteur_nature', one.nature),
      one.niveau && pen.code('niveau', one.niveau),
    ),
    faits: [
      ...fait(cle('communes'), communeNames(pen, one.communes)),
      ...fait(cle('epci'), communeNames(pen, one.epci)),
      ...fait(cle('partie'), one.partie === undefined ? '' : pen.ligne(one.partie)),
      ...fait(cle('surface_m2'), one.surface_m2 === undefined ? '' : `${pen.nombre(one.surface_m2)}\u00a0m²`),
    ],
    tableaux: indicateurs === null ? [] : [indicateurs],
  });
}

/** What is at stake, and what the territory has. */
export interface EnjeuxView {
  readonly enjeux: readonly Chose[];
  readonly ressources: readonly Chose[];
}

export function enjeuxOf({ dossier, pen }: Matter): EnjeuxView | null {
  const { enjeux, ressources } = dossier.territoire ?? {};
  if (enjeux === undefined && ressources === undefined) return null;
  return {
    enjeux: Object.values(enjeux ?? {}).map((one) =>
      choseOf(pen, pen.ligne(one.titre), one, {
        chapeau: one.theme === undefined ? '' : pen.code('enjeux_themes', one.theme),
      }),
    ),
    ressources: Object.values(ressources ?? {}).map((one) =>
      choseOf(pen, pen.ligne(one.titre), one, {
        chapeau: one.type === undefined ? '' : ressource(pen, pen.code('ressources_types', one.type)),
      }),
    ),
  };
}

/** « Ressources naturelles »: the label alone is only an adjective. */
function ressource(pen: Pen, type: string): string {
  return pen.mot('enjeux.ressource', { type: pen.langue === 'fr' ? type.toLowerCase() : type });
}
