import type { Piece } from '../../model/dossier.ts';
import type { DataOf } from '../../model/types.gen.ts';
import {
  type Chose,
  choseOf,
  type Fait,
  fait,
  type Matter,
  montantsOf,
  sommeOf,
  type Tableau,
  tableauOf,
} from './parts.ts';
import { viseesOf } from './strategie.ts';
import { communeNames } from './territoire.ts';

/** The roadmap: who does what, when, with what. */
export interface FeuilleDeRouteView {
  readonly adoption: Chose | null;
  readonly horizons: readonly Fait[];
  readonly tableau: Tableau | null;
  readonly financement: boolean;
  /** Initiatives under their axe; one nameless group where there is no axe. */
  readonly axes: readonly Axe[];
}

export interface Axe {
  readonly chose: Chose;
  readonly initiatives: readonly Initiative[];
}

export interface Initiative extends Chose {
  readonly moyens: string;
  readonly suivi: readonly Chose[];
}

export type Item = Piece<DataOf['initiative']>;

export function feuilleDeRouteOf(matter: Matter): FeuilleDeRouteView | null {
  const { dossier, pen } = matter;
  const plan = dossier.feuilleDeRoute;
  const initiatives = shownInitiatives(matter);
  if (plan === undefined && initiatives.length === 0) return null;
  return {
    adoption: adoptionOf(matter),
    horizons: horizonsOf(matter),
    tableau: initiativeTable(matter, initiatives, pen.mot('feuille.tableau')),
    financement: isFinanced(initiatives),
    axes: axesOf(matter, initiatives),
  };
}

/** What the short, the middle and the long term mean here. */
export function horizonsOf({ dossier, pen }: Matter): readonly Fait[] {
  const horizons = dossier.feuilleDeRoute?.horizons ?? {};
  return (['court', 'moyen', 'long'] as const).flatMap((key) => {
    const said = horizons[key];
    return said === undefined ? [] : [{ nom: pen.code('horizons', key), valeur: pen.ligne(said) }];
  });
}

/** True where an amount of money is written for any of them. */
export function isFinanced(initiatives: readonly Item[]): boolean {
  return initiatives.some(
    ({ data }) => (data.moyens?.financements ?? []).length > 0 || data.moyens?.montant !== undefined,
  );
}

/** By priority, then horizon, then id: the order in which one would start them; the unknown last. */
export function shownInitiatives({ dossier, pen }: Pick<Matter, 'dossier' | 'pen'>): readonly Item[] {
  const horizon = (item: Item): number => ['court', 'moyen', 'long'].indexOf(item.data.horizon ?? '');
  const priority = (item: Item): number => Number(item.data.priorite ?? 4);
  return dossier.initiatives
    .filter(({ data }) => pen.visible(data))
    .sort((a, b) => priority(a) - priority(b) || ((horizon(a) + 4) % 4) - ((horizon(b) + 4) % 4));
}

export function adoptionOf({ dossier, pen, names }: Matter): Chose | null {
  const adopted = dossier.feuilleDeRoute?.adoption;
  if (adopted === undefined) return null;
  return choseOf(pen, pen.cle('feuille-de-route/adoption'), adopted, {
    faits: [
      ...fait(pen.cle('feuille-de-route/adoption.date'), adopted.date && pen.date(adopted.date)),
      ...fait(pen.cle('feuille-de-route/adoption.signataires'), names.acteurs(adopted.signataires)),
    ],
  });
}

/** One initiative a row; the columns of which nothing is known are left out, `moyens` and `axe` where they are not wanted. */
export function initiativeTable(
  matter: Matter,
  initiatives: readonly Item[],
  legende: string,
  wanted: { readonly axe: boolean; readonly moyens: boolean } = { axe: true, moyens: false },
): Tableau | null {
  const { dossier, pen, names } = matter;
  const cle = (key: string): string => pen.cle(`initiative/${key}`);
  const axe = (id: string): string => pen.ligne(dossier.feuilleDeRoute?.axes[id]?.titre ?? id);
  const unknown = pen.inconnu();
  return tableauOf<Item>(
    legende,
    [
      { nom: pen.mot('feuille.initiative'), cellule: ({ data }) => pen.ligne(data.titre) },
      { nom: cle('axe'), cellule: ({ data }) => (wanted.axe && data.axe !== undefined ? axe(data.axe) : '') },
      {
        nom: cle('priorite'),
        toujours: true,
        cellule: ({ data }) => (data.priorite ? pen.code('priorites', data.priorite) : pen.inconnue()),
      },
      {
        nom: cle('horizon'),
        toujours: true,
        cellule: ({ data }) => (data.horizon ? pen.code('horizons', data.horizon) : unknown),
      },
      {
        nom: cle('porteur'),
        toujours: true,
        cellule: ({ data }) => (data.porteur ? names.acteur(data.porteur) : unknown),
      },
      {
        nom: cle('avancement'),
        cellule: ({ data }) => (data.avancement ? pen.code('avancement', data.avancement) : ''),
      },
      { nom: cle('moyens'), droite: true, cellule: ({ data }) => (wanted.moyens ? sumOf(matter, data.moyens) : '') },
    ],
    initiatives,
  );
}

/** Initiatives under their axe; those of none come last. */
export function axesOf(matter: Matter, initiatives: readonly Item[]): readonly Axe[] {
  const { dossier, pen } = matter;
  const all = dossier.feuilleDeRoute?.axes ?? {};
  const cards = (items: readonly Item[]): readonly Initiative[] => items.map((item) => card(matter, item));
  const named = Object.entries(all).map(([id, axe]) => ({
    chose: choseOf(pen, pen.ligne(axe.titre), axe),
    initiatives: cards(initiatives.filter(({ data }) => data.axe === id)),
  }));
  const rest = initiatives.filter(({ data }) => data.axe === undefined || !Object.hasOwn(all, data.axe));
  if (rest.length === 0) return named;
  const other = choseOf(pen, pen.mot(named.length === 0 ? 'feuille.initiatives' : 'feuille.sans-axe'), {});
  return [...named, { chose: other, initiatives: cards(rest) }];
}

function card(matter: Matter, item: Item): Initiative {
  const { dossier, pen } = matter;
  const { data, body } = item;
  const montants = montantsOf(matter, pen.cle('initiative/moyens.financements'), data.moyens?.financements);
  return {
    ...choseOf(
      pen,
      pen.ligne(data.titre),
      { ...data, texte: body },
      {
        visees: viseesOf(dossier, item)?.join(' ') ?? null,
        faits: facts(matter, data),
        tableaux: montants === null ? [] : [montants],
      },
    ),
    moyens: pen.prose(data.moyens?.texte),
    suivi: followUp(matter, data.suivi ?? []),
  };
}

function facts(matter: Matter, data: Item['data']): readonly Fait[] {
  const { pen, names } = matter;
  const cle = (key: string): string => pen.cle(`initiative/${key}`);
  const coded = (list: string, code: string | undefined): string => (code === undefined ? '' : pen.code(list, code));
  return [
    ...fait(cle('origine'), coded('origine', data.origine)),
    ...fait(cle('priorite'), data.priorite === undefined ? pen.inconnue() : pen.code('priorites', data.priorite)),
    ...fait(cle('horizon'), data.horizon === undefined ? pen.inconnu() : pen.code('horizons', data.horizon)),
    ...fait(cle('calendrier'), pen.periode(data.calendrier?.debut, data.calendrier?.fin)),
    ...fait(cle('avancement'), coded('avancement', data.avancement)),
    ...fait(cle('porteur'), data.porteur === undefined ? pen.inconnu() : names.acteur(data.porteur)),
    ...fait(cle('partenaires'), names.acteurs(data.partenaires)),
    ...fait(cle('secteur'), data.secteur === undefined ? '' : names.secteur(data.secteur)),
    ...fait(cle('communes'), communeNames(pen, data.communes)),
    ...fait(cle('principes'), names.principes(data.principes)),
    ...fait(cle('fondements'), pen.codes('fondements', data.fondements)),
    ...fait(cle('ressources'), names.ressources(data.ressources)),
    ...fait(cle('planification'), pen.codes('document', data.planification)),
    ...fait(cle('piste'), data.piste === undefined ? '' : names.piste(data.piste)),
    ...fait(cle('moyens'), means(matter, data.moyens)),
  ];
}

function means({ pen }: Matter, moyens: Item['data']['moyens']): string {
  if (moyens === undefined) return pen.inconnu();
  return pen.liste([
    ...(moyens.montant === undefined ? [] : [sommeOf(pen, moyens)]),
    ...(moyens.etp === undefined ? [] : [pen.mot('feuille.etp', { n: pen.nombre(moyens.etp) })]),
  ]);
}

/** The sum in one cell: given as one, or of its parts where each is known exactly; that it is not known otherwise. */
function sumOf({ pen }: Matter, moyens: Item['data']['moyens']): string {
  const { montant, financements = [] } = moyens ?? {};
  if (montant !== undefined) return sommeOf(pen, { montant });
  const parts = financements.map((one) => one.montant);
  if (parts.length === 0 || parts.some((part) => typeof part !== 'number')) return pen.inconnu();
  return pen.euros(parts.reduce<number>((sum, part) => sum + Number(part), 0));
}

function followUp({ pen }: Matter, suivi: NonNullable<Item['data']['suivi']>): readonly Chose[] {
  const cle = (key: string): string => pen.cle(`initiative/suivi.[].${key}`);
  return suivi.map((point) =>
    choseOf(pen, pen.date(point.date), point, {
      faits: [
        ...fait(cle('avancement'), point.avancement && pen.code('avancement', point.avancement)),
        ...fait(cle('montant_engage'), point.montant_engage === undefined ? '' : pen.euros(point.montant_engage)),
      ],
    }),
  );
}
