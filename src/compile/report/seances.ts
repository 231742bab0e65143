import type { Piece } from '../../model/dossier.ts';
import type { DataOf, Publics } from '../../model/types.gen.ts';
import { codeList } from '../../schema/labels.ts';
import { seanceName } from './names.ts';
import { type Chose, chapeauOf, choseOf, type Fait, fait, type Matter, type Tableau, tableauOf } from './parts.ts';

/** The working sessions and who came. */
export interface SeancesView {
  readonly tableau: Tableau | null;
  readonly dessin: boolean;
  readonly seances: readonly Chose[];
}

export type Seance = Piece<DataOf['seance']>;

export function seancesOf(matter: Matter): SeancesView | null {
  const seances = shownSeances(matter);
  if (seances.length === 0) return null;
  const { pen, names } = matter;
  const cle = (key: string): string => pen.cle(`seance/${key}`);
  return {
    tableau: tableauOf<Seance>(
      pen.mot('seances.tableau'),
      [
        { nom: pen.mot('seances.seance'), cellule: ({ data }) => seanceName(pen, data) },
        {
          nom: cle('type'),
          cellule: ({ data }) => (data.titre === undefined ? '' : pen.code('seance_type', data.type)),
        },
        { nom: cle('date'), toujours: true, cellule: ({ data }) => pen.periode(data.date, data.fin) || pen.inconnue() },
        { nom: cle('lieu'), cellule: ({ data }) => (data.lieu === undefined ? '' : pen.ligne(data.lieu)) },
        { nom: cle('participants'), droite: true, toujours: true, cellule: ({ data }) => total(matter, data) },
      ],
      seances,
    ),
    dessin: seances.some(({ data }) => data.participants !== undefined || data.publics !== undefined),
    seances: seances.map(({ data, body }) =>
      choseOf(
        pen,
        seanceName(pen, data),
        { ...data, texte: body },
        {
          chapeau: chapeauOf(
            data.titre === undefined ? '' : rank(matter, data),
            pen.periode(data.date, data.fin),
            data.lieu === undefined ? '' : pen.ligne(data.lieu),
            data.modalite && pen.code('modalite', data.modalite),
          ),
          faits: [...people(matter, data), ...fait(cle('acteurs'), names.acteurs(data.acteurs))],
        },
      ),
    ),
  };
}

/** By date; a session without one stands before the first of its kind that has a higher number and a date. */
export function shownSeances({ dossier, pen }: Pick<Matter, 'dossier' | 'pen'>): readonly Seance[] {
  const shown = dossier.seances.filter(({ data }) => pen.visible(data));
  const key = ({ id, data }: Seance): string => {
    const later = shown
      .filter(
        (one) => one.data.type === data.type && (one.data.numero ?? 0) > (data.numero ?? Number.POSITIVE_INFINITY),
      )
      .flatMap((one) => one.data.date ?? []);
    const date = data.date ?? later.sort()[0] ?? '9999';
    return [date, data.date === undefined ? 0 : 1, String(data.numero ?? 0).padStart(4, '0'), id].join(' ');
  };
  const keys = new Map(shown.map((one) => [one, key(one)]));
  return shown.sort((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1));
}

function rank({ pen }: Matter, { type, numero }: DataOf['seance']): string {
  const label = pen.code('seance_type', type);
  return numero === undefined ? label : pen.mot('seances.rang', { type: label, n: numero });
}

/** The publics in the order of display. */
export const publics = (): readonly Publics[] => Object.keys(codeList('publics')) as Publics[];

/** Everybody who came: the total given, else the sum of publics that were all counted exactly; null when not known. */
export function totalOf({ participants = {}, publics: came = [] }: DataOf['seance']): number | string | null {
  if (participants.total !== undefined) return participants.total;
  const counts = publics().flatMap((one) => participants[one] ?? []);
  const uncounted = came.some((one) => participants[one] === undefined);
  if (counts.length === 0 || uncounted || counts.some((one) => typeof one === 'string')) return null;
  return counts.reduce<number>((sum, one) => sum + Number(one), 0);
}

function total({ pen }: Matter, seance: DataOf['seance']): string {
  const sum = totalOf(seance);
  return sum === null ? pen.inconnu('participants') : pen.nombre(sum);
}

function people({ pen }: Matter, { participants = {}, publics: came = [] }: DataOf['seance']): readonly Fait[] {
  const counted = publics().flatMap((one) => {
    const count = participants[one];
    if (count === undefined && !came.includes(one)) return [];
    return [count === undefined ? pen.code('publics', one) : `${pen.code('publics', one)} (${pen.nombre(count)})`];
  });
  const sum = participants.total;
  return [
    ...fait(pen.cle('seance/participants'), sum === undefined ? '' : pen.nombre(sum)),
    ...fait(pen.cle('seance/publics'), pen.liste(counted)),
  ];
}
