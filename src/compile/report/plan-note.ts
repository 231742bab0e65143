import { families, familyOf } from '../../schema/labels.ts';
import { applicationOf, type CadreView, cadreOf } from './bref.ts';
import { type CandidatureView, candidatureOf, RUBRIQUES } from './candidature.ts';
import { type Fait, fait, type Matter, type Tableau } from './parts.ts';
import { teamOf } from './roles.ts';
import { territoireOf } from './territoire.ts';

/** The note d'opportunité: what `note-opportunite.md.hbs` shows. */
export interface NoteView {
  readonly question: string;
  /** Said where the dossier is a national one: these headings are those of a local atelier. */
  readonly autreDispositif: boolean;
  /** Said in one sentence of an atelier of the past none of whose headings is in the dossier; '' otherwise. */
  readonly rien: string;
  readonly identite: readonly Fait[];
  /** The seven headings, those that nobody wrote too; of a flash atelier its request, then those that say something. */
  readonly rubriques: readonly Rubrique[];
  /** What is asked of an atelier of another kind, and the answers to a national call. */
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

/** What a flash atelier is asked, first; of the others what the dossier says all the same. */
const FLASH = ['demande', ...SEPT] as const;

export function noteOf(matter: Matter): NoteView {
  const { dossier, pen } = matter;
  const { candidature = {}, territoire } = dossier;
  const whole = candidatureOf(matter);
  const flash = dossier.dossier.dispositif === 'flash';
  const said = RUBRIQUES.filter((key) => candidature[key] !== undefined);
  const own = SEPT.filter((key) => said.includes(key));
  const rubriques = headings(matter, (key) => whole?.rubriques[said.indexOf(key)]?.texte ?? '');
  const lost = !flash && own.length === 0 && dossier.dossier.retrospectif === true;
  const bare = rubriques.filter(({ faits, carte }) => faits.length === 0 && !carte).map(({ titre }) => titre);
  const counts = { connues: pen.nombre(own.length), total: pen.nombre(SEPT.length) };
  return {
    autreDispositif: dossier.dossier.dispositif === 'national',
    rien: lost ? nothing(matter, bare) : '',
    question: pen.prose(dossier.dossier.problematique),
    identite: [
      ...fait(pen.mot('bref.territoire'), territoire === undefined ? pen.inconnu('perimetre') : ''),
      ...fait(pen.mot('candidature.nom'), applicationOf(matter)),
      ...(lost || flash ? [] : fait(pen.mot('note.rubriques'), pen.mot('note.sur', counts))),
    ],
    // Of what will never be written, and of what is not asked, a heading with nothing under it says nothing.
    rubriques: lost
      ? rubriques.filter(({ titre }) => !bare.includes(titre)).map((one) => ({ ...one, absent: '' }))
      : rubriques.filter((one) => one.absent !== '' || one.texte !== '' || !bare.includes(one.titre)),
    autres: (whole?.rubriques ?? []).filter(
      (_, index) => index >= said.length || (!flash && said[index] === 'demande'),
    ),
    enjeux: Object.values(territoire?.enjeux ?? {}).map(({ titre }) => pen.ligne(titre)),
    acteurs: acteurs(matter),
    cadre: cadreOf(matter),
    pieces: whole?.pieces ?? null,
    remarque: whole?.remarque ?? '',
    sources: Object.keys(dossier.dossier.sources ?? {}).length > 0,
  };
}

/** The headings that are asked for, in their order, each with its text, or what stands in its place. */
function headings(matter: Matter, texteOf: (key: (typeof RUBRIQUES)[number]) => string): readonly Rubrique[] {
  const { dossier, pen } = matter;
  const { dispositif, retrospectif } = dossier.dossier;
  // An atelier of the past is not to be completed any more: what was written then is not known.
  const absent = retrospectif === true ? pen.inconnu() : `*${pen.mot('note.a-completer')}*`;
  return (dispositif === 'flash' ? FLASH : SEPT).map((key) => ({
    titre: pen.cle(`candidature/${key}`),
    texte: texteOf(key),
    absent: dispositif === 'flash' && key !== 'demande' ? '' : absent,
    faits: beside(matter, key),
    carte: key === 'localisation',
  }));
}

function nothing({ pen }: Matter, bare: readonly string[]): string {
  const others = bare.length === 0 ? '' : ` ${pen.mot('note.restent', { rubriques: pen.liste(bare) })}`;
  return pen.mot('note.rien') + others;
}

function beside(matter: Matter, key: (typeof RUBRIQUES)[number]): readonly Fait[] {
  const { dossier, pen, names } = matter;
  const { territoire } = dossier;
  switch (key) {
    case 'porteurs':
      return [
        ...fait(pen.code('roles', 'maitrise_ouvrage'), names.acteurs(teamOf(dossier, ['maitrise_ouvrage']))),
        ...fait(pen.code('roles', 'porteur'), names.acteurs(teamOf(dossier, ['porteur']))),
      ];
    case 'localisation': {
      const typed = ['types', 'dynamiques', 'situations', 'annee_cog'].map((name) => pen.cle(`territoire/${name}`));
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
