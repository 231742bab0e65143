import type { DataOf, Suite } from '../../model/types.gen.ts';
import { codeList } from '../../schema/labels.ts';
import { indicateursOf } from './indicateurs.ts';
import { type Chose, chapeauOf, choseOf, fait, type Matter, montantsOf } from './parts.ts';
import { communeNames } from './territoire.ts';

/** Lessons of one kind: obstacles, levers, observations. */
export interface EnseignementsView {
  readonly type: string;
  readonly nom: string;
  readonly choses: readonly Chose[];
}

export function enseignementsOf({ dossier, pen, names }: Matter): readonly EnseignementsView[] {
  const all = Object.values(dossier.enseignements ?? {});
  return Object.keys(codeList('enseignement_type'))
    .map((type) => ({
      type,
      nom: pen.mot(`enseignements.${type}`),
      choses: all
        .filter((one) => one.type === type)
        .map((one) =>
          choseOf(pen, pen.ligne(one.titre), one, {
            chapeau: chapeauOf(
              one.domaine && pen.code('enseignement_domaine', one.domaine),
              one.transferable === undefined
                ? ''
                : pen.mot(`enseignements.${one.transferable ? 'transferable' : 'propre'}`),
            ),
            faits: fait(pen.mot('enseignements.dit-par'), saidBy({ pen, names }, one)),
          }),
        ),
    }))
    .filter(({ choses }) => choses.length > 0);
}

type Enseignement = DataOf['enseignements'][string];

function saidBy({ pen, names }: Pick<Matter, 'pen' | 'names'>, { acteur, fonction }: Enseignement): string {
  return [fonction === undefined ? '' : pen.ligne(fonction), acteur === undefined ? '' : names.acteur(acteur)]
    .filter((part) => part !== '')
    .join(', ');
}

/** The plans that the atelier feeds, and what it produced. */
export interface DocumentsView {
  readonly planification: readonly Chose[];
  readonly livrables: readonly Chose[];
}

export function documentsOf({ dossier, pen }: Matter): DocumentsView | null {
  const { planification = [], livrables = [] } = dossier.dossier;
  const shown = livrables.filter(pen.visible);
  if (planification.length === 0 && shown.length === 0) return null;
  const plan = (key: string): string => pen.cle(`dossier/planification.[].${key}`);
  const made = (key: string): string => pen.cle(`dossier/livrables.[].${key}`);
  return {
    planification: planification.map((one) => {
      const document = pen.code('document', one.document);
      return choseOf(pen, one.titre === undefined ? document : pen.ligne(one.titre), one, {
        faits: [
          ...(one.titre === undefined ? [] : fait(plan('document'), document)),
          ...fait(plan('etat'), one.etat && pen.code('document_etat', one.etat)),
          ...fait(plan('relation'), one.relation && pen.code('relation', one.relation)),
        ],
      });
    }),
    livrables: shown.map((one) => {
      const type = pen.code('livrable_type', one.type);
      return choseOf(pen, one.titre === undefined ? type : pen.ligne(one.titre), one, {
        faits: [
          ...(one.titre === undefined ? [] : fait(made('type'), type)),
          ...fait(made('date'), one.date && pen.date(one.date)),
          ...fait(made('url'), one.url && pen.ligne(one.url)),
          ...fait(made('fichier'), one.fichier && pen.ligne(one.fichier)),
        ],
      });
    }),
  };
}

/** What came before the atelier, and what came of it. */
export interface SuitesView {
  readonly antecedents: readonly Chose[];
  readonly suites: readonly Chose[];
}

export function suitesOf(matter: Matter): SuitesView | null {
  const { antecedents = {}, suites = {} } = matter.dossier.dossier;
  const view = {
    antecedents: Object.values(antecedents).map((one) => suite(matter, one)),
    suites: Object.values(suites).map((one) => suite(matter, one)),
  };
  return view.antecedents.length + view.suites.length === 0 ? null : view;
}

function suite(matter: Matter, one: Suite): Chose {
  const { pen, names } = matter;
  const cle = (key: string): string => pen.cle(`dossier/suites.*.${key}`);
  const dated =
    one.etat_au === undefined
      ? ''
      : ` ${pen.mot(/-\d\d-/.test(one.etat_au) ? 'suites.au' : 'suites.en', { date: pen.date(one.etat_au) })}`;
  const tableaux = [
    indicateursOf(pen, cle('indicateurs'), one.indicateurs),
    montantsOf(matter, cle('financements'), one.financements),
  ];
  return choseOf(pen, pen.ligne(one.titre), one, {
    chapeau: chapeauOf(
      pen.code('suite_type', one.type),
      one.programme && pen.code('programme', one.programme),
      pen.periode(one.debut, one.fin),
      one.etat === undefined ? pen.mot('suites.etat-inconnu') : pen.code('etat', one.etat) + dated,
    ),
    faits: [
      ...fait(cle('acteurs'), names.acteurs(one.acteurs)),
      ...fait(cle('signataires'), names.acteurs(one.signataires)),
      ...fait(cle('initiatives'), names.initiatives(one.initiatives)),
      ...fait(cle('communes'), communeNames(pen, one.communes)),
      ...fait(cle('montant'), one.montant === undefined ? '' : pen.euros(one.montant)),
      ...fait(cle('url'), one.url === undefined ? '' : pen.ligne(one.url)),
    ],
    listes: one.objectifs === undefined ? [] : [{ nom: cle('objectifs'), items: one.objectifs.map(pen.ligne) }],
    tableaux: tableaux.filter((table) => table !== null),
  });
}
