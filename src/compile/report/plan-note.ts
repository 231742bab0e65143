import { families, familyOf } from '../../schema/labels.ts';
import { applicationOf, type CadreView, cadreOf } from './bref.ts';
import { type CandidatureView, candidatureOf, RUBRIQUES } from './candidature.ts';
import { type Fait, fait, type Matter, type Tableau } from './parts.ts';
import { teamOf } from './roles.ts';
import { territoireOf } from './territoire.ts';

/** The note d'opportunité: what `note-opportunite.md.hbs` shows. */
export interface NoteView {
  readonly question: string;
  /** Said where the dossier is of another dispositif: these headings are those of a local atelier. */
  readonly autreDispositif: boolean;
  readonly identite: readonly Fait[];
  /** The seven headings, those that nobody wrote too. */
  readonly rubriques: readonly Rubrique[];
  /** What is asked of a flash atelier, and the answers to a national call. */
  readonly autres: CandidatureView['rubriques'];
  readonly enjeux: readonly string[];
  readonly acteurs: readonly Fait[];
  readonly cadre: CadreView | null;
  readonly pieces: Tableau | null;
  readonly remarque: string;
  readonly sources: boolean;
}

interface Rubrique {
  readonly titre: string;
  readonly texte: string;
  /** What stands in the place of a text that is not written. */
  readonly absent: string;
  /** What the dossier says of it elsewhere, and what follows from its codes. */
  readonly faits: readonly Fait[];
  readonly carte: boolean;
}

/** The seven headings that the programme asks of a local application; `demande` is that of a flash atelier. */
const SEPT = RUBRIQUES.filter((key) => key !== 'demande');

export function noteOf(matter: Matter): NoteView {
  const { dossier, pen } = matter;
  const { candidature = {}, territoire } = dossier;
  const whole = candidatureOf(matter);
  // An atelier of the past is not to be completed any more: what was written then is not known.
  const absent = dossier.dossier.retrospectif === true ? pen.inconnu() : `*${pen.mot('note.a-completer')}*`;
  const own = SEPT.filter((key) => candidature[key] !== undefined);
  const counts = { connues: pen.nombre(own.length), total: pen.nombre(SEPT.length) };
  return {
    autreDispositif: dossier.dossier.dispositif !== 'local',
    question: pen.prose(dossier.dossier.problematique),
    identite: [
      ...fait(pen.mot('bref.territoire'), territoire === undefined ? pen.inconnu('perimetre') : ''),
      ...fait(pen.mot('candidature.nom'), applicationOf(matter)),
      ...fait(pen.mot('note.rubriques'), pen.mot('note.sur', counts)),
    ],
    rubriques: SEPT.map((key) => ({
      titre: pen.cle(`candidature/${key}`),
      texte: own.includes(key) ? (whole?.rubriques[own.indexOf(key)]?.texte ?? '') : '',
      absent,
      faits: beside(matter, key),
      carte: key === 'localisation',
    })),
    autres: (whole?.rubriques ?? []).slice(own.length),
    enjeux: Object.values(territoire?.enjeux ?? {}).map(({ titre }) => pen.ligne(titre)),
    acteurs: acteurs(matter),
    cadre: cadreOf(matter),
    pieces: whole?.pieces ?? null,
    remarque: whole?.remarque ?? '',
    sources: Object.keys(dossier.dossier.sources ?? {}).length > 0,
  };
}

function beside(matter: Matter, key: (typeof SEPT)[number]): readonly Fait[] {
  const { dossier, pen, names } = matter;
  const { territoire } = dossier;
  switch (key) {
    case 'porteurs':
      return [
        ...fait(pen.code('roles', 'maitrise_ouvrage'), names.acteurs(teamOf(dossier, ['maitrise_ouvrage']))),
        ...fait(pen.code('roles', 'porteur'), names.acteurs(teamOf(dossier, ['porteur']))),
      ];
    case 'localisation': {
      const typed = ['types', 'dynamiques', 'situations'].map((name) => pen.cle(`territoire/${name}`));
      return withNames(
        matter,
        (territoireOf(matter)?.faits ?? []).filter(({ nom }) => !typed.includes(nom)),
      );
    }
    case 'ressources':
      return fait(pen.cle('territoire/ressources'), names.ressources(Object.keys(territoire?.ressources ?? {})));
    case 'dynamiques_territoire':
      return [
        ...fait(pen.cle('territoire/types'), pen.codes('types', territoire?.types)),
        ...fait(pen.cle('territoire/dynamiques'), pen.codes('dynamiques', territoire?.dynamiques)),
        ...fait(pen.cle('territoire/situations'), pen.codes('situations', territoire?.situations)),
      ];
    case 'dynamiques_amenagement':
      return fait(
        pen.mot('documents.planification'),
        pen.liste(
          (dossier.dossier.planification ?? []).map(({ titre, document }) =>
            titre === undefined ? pen.code('document', document) : pen.ligne(titre),
          ),
        ),
      );
    default:
      return [];
  }
}

/** The communes by their names beside their count: on paper the data of the map are not shown. */
function withNames({ perimetre, pen }: Matter, faits: readonly Fait[]): readonly Fait[] {
  const names = [...new Map(perimetre.communes.map(({ commune, nom }) => [commune, nom])).values()].map(pen.ligne);
  if (names.length === 0 || names.length > MOST_NAMES) return faits;
  return faits.map((one) =>
    one.nom === pen.cle('territoire/communes') ? { nom: one.nom, valeur: `${one.valeur} (${names.join(', ')})` } : one,
  );
}

/** Beyond that many, the report has them in a table. */
const MOST_NAMES = 60;

/** The organisations to mobilise, by family. */
function acteurs({ dossier, pen, names }: Matter): readonly Fait[] {
  const all = Object.entries(dossier.acteurs?.acteurs ?? {});
  return Object.keys(families()).flatMap((famille) =>
    fait(
      pen.code('categories', famille),
      names.acteurs(all.filter(([, one]) => familyOf(one.categorie) === famille).map(([id]) => id)),
    ),
  );
}
