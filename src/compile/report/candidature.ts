import type { DataOf } from '../../model/types.gen.ts';
import { type Chose, choseOf, type Matter, type Tableau } from './parts.ts';

/** What was asked for. Its dates and what was decided stand on the identity card. */
export interface CandidatureView {
  readonly rubriques: readonly Chose[];
  readonly pieces: Tableau | null;
  readonly remarque: string;
}

/** The headings of a local application, in the order of the schema. */
export const RUBRIQUES = [
  'porteurs',
  'localisation',
  'objet',
  'objectifs',
  'ressources',
  'dynamiques_territoire',
  'dynamiques_amenagement',
  'demande',
] as const satisfies readonly (keyof DataOf['candidature'])[];

export function candidatureOf({ dossier, session, pen, names }: Matter): CandidatureView | null {
  const { candidature } = dossier;
  if (candidature === undefined) return null;
  const { reponses = {}, pieces = [] } = candidature;
  const criteres = session?.session.criteres ?? {};
  const one = (titre: string, texte: string): Chose => choseOf(pen, titre, { texte });
  const rubriques = [
    ...RUBRIQUES.flatMap((key) => {
      const texte = candidature[key];
      return texte === undefined ? [] : [one(pen.cle(`candidature/${key}`), texte)];
    }),
    ...Object.entries(reponses).map(([key, texte]) => one(pen.ligne(criteres[key]?.titre ?? key), texte)),
  ];
  const remarque = pen.remarque(candidature);
  if (rubriques.length === 0 && pieces.length === 0 && remarque === '') return null;
  return { rubriques, pieces: pieceTable({ pen, names }, pieces), remarque };
}

type Piece = NonNullable<DataOf['candidature']['pieces']>[number];

function pieceTable({ pen, names }: Pick<Matter, 'pen' | 'names'>, pieces: readonly Piece[]): Tableau | null {
  if (pieces.length === 0) return null;
  const cle = (key: string): string => pen.cle(`candidature/pieces.[].${key}`);
  return {
    legende: pen.cle('candidature/pieces'),
    tetes: [cle('titre'), cle('acteur'), cle('date')].map((nom) => ({ nom, regle: '---' })),
    lignes: pieces.map(({ titre, acteur, date }) => [
      pen.ligne(titre),
      acteur === undefined ? '' : names.acteur(acteur),
      date === undefined ? '' : pen.date(date),
    ]),
  };
}
