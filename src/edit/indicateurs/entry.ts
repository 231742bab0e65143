import type { DataOf } from '../../model/types.gen.ts';
import { connus, nombre } from '../../words/numbers.ts';
import { slug } from '../../words/slug.ts';
import type { Langue } from '../../words/text.ts';
import { addToList, deleteIn, setIn, type Value } from '../yaml.ts';
import type { Figure } from './aggregate.ts';

type Indicateur = NonNullable<DataOf['territoire']['indicateurs']>[number];
type Sources = NonNullable<DataOf['dossier']['sources']>;

/** What people say of a figure: how it is called and where it comes from. */
export interface Label {
  readonly titre: string;
  readonly unite: string | null;
  readonly annee: number | null;
  /** Key of a source of the dossier. */
  readonly source: string | null;
}

const longest = 400;

/** What stands under a figure: how it was made, of how many communes, and the same for the territories around. */
export function noteOf({ columns, connues, total, autour }: Figure, langue: Langue): string {
  const [first = '', second] = columns;
  const made =
    second === undefined
      ? `${langue === 'fr' ? 'Somme de' : 'Sum of'} ${first}`
      : `${langue === 'fr' ? 'Rapport des sommes' : 'Ratio of the sums'} ${first} / ${second}`;
  const known =
    langue === 'fr'
      ? `communes : ${connus(connues, total, langue, true)}`
      : `communes: ${connus(connues, total, langue)}`;
  const others = autour.map(({ nom, valeur }) => `${nom}${langue === 'fr' ? ' : ' : ': '}${nombre(valeur, langue)}.`);
  // Plain spaces: whoever edits the note sees what is there, and no-break ones are set on paper.
  const whole = [`${made} ; ${known}.`, ...others].join(' ').replace(/\s/g, ' ');
  return whole.length <= longest ? whole : `${known}.`.replace(/\s/g, ' ');
}

/** A note that this program wrote and nobody touched: it may be written anew. */
const own =
  /^(?:(?:Somme de|Rapport des sommes|Sum of|Ratio of the sums) .* ; )?communes ?: [^.]*\.(?: [^:]+ ?: [−\d .,]+\.)*$/;

/**
 * Puts a figure into the text of `territoire.yaml`: its own earlier entry (same title, sources and year) is brought up
 * to date, whatever else somebody wrote in it is left; else an entry is added.
 * @param entries the `indicateurs` that the text holds
 * @returns null when the text is written in a way that cannot be edited
 */
export function putIndicateur(
  text: string,
  entries: readonly Indicateur[],
  figure: Figure,
  label: Label,
  langue: Langue,
): string | null {
  const { titre, unite, annee, source } = label;
  const valeur = figure.valeur ?? 0;
  const note = noteOf(figure, langue);
  const index = entries.findIndex(
    (entry) => entry.titre === titre && (entry.annee ?? null) === annee && sameSources(entry.sources, source),
  );
  const before = entries[index];
  if (before === undefined) {
    const entry: Value = {
      titre,
      valeur,
      ...(unite !== null && { unite }),
      ...(annee !== null && { annee }),
      ...(source !== null && { sources: [source] }),
      note,
    };
    return addToList(text, ['indicateurs'], entry);
  }
  const at = ['indicateurs', index];
  let made: string | null = before.valeur === valeur ? text : setIn(text, [...at, 'valeur'], valeur);
  if (made !== null && unite !== null && before.unite !== unite) made = setIn(made, [...at, 'unite'], unite);
  if (made !== null && unite === null && before.unite !== undefined) made = deleteIn(made, [...at, 'unite']);
  const ours = before.note === undefined || own.test(before.note);
  return made !== null && ours && before.note !== note ? setIn(made, [...at, 'note'], note) : made;
}

function sameSources(sources: readonly string[] | undefined, source: string | null): boolean {
  return source === null ? sources === undefined : sources?.length === 1 && sources[0] === source;
}

/**
 * The source of a dossier that some words name: its key, its title, or a new one.
 * @returns its key, and whether it is to be added
 */
export function sourceFor(words: string, sources: Sources): { readonly id: string; readonly isNew: boolean } {
  if (Object.hasOwn(sources, words)) return { id: words, isNew: false };
  const known = Object.entries(sources).find(([, { titre }]) => slug(titre) === slug(words));
  if (known) return { id: known[0], isNew: false };
  const base = slug(words).slice(0, 40).replace(/-$/, '') || 'source';
  let id = base;
  for (let number = 2; Object.hasOwn(sources, id); number++) id = `${base}-${number}`;
  return { id, isNew: true };
}
