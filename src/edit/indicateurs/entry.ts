import type { DataOf } from '../../model/types.gen.ts';
import { slug } from '../../words/slug.ts';
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
): string | null {
  const { titre, unite, annee, source } = label;
  const index = entries.findIndex(
    (entry) => entry.titre === titre && (entry.annee ?? null) === annee && sameSources(entry.sources, source),
  );
  const before = entries[index];
  const measured = measuredOf(figure, unite);
  if (before === undefined) {
    const { valeur = 0, unite: said, ...others } = measured;
    const origin = { ...(annee !== null && { annee }), ...(source !== null && { sources: [source] }) };
    return addToList(text, ['indicateurs'], {
      titre,
      valeur,
      ...(said !== undefined && { unite: said }),
      ...origin,
      ...others,
    });
  }
  let made: string | null = text;
  for (const name of names) {
    const [was, is] = [before[name], measured[name]];
    if (made === null || JSON.stringify(was) === JSON.stringify(is)) continue;
    // Comparisons that somebody typed beside a figure of their own stay.
    if (is === undefined && name === 'comparaisons' && before.agregat === undefined) continue;
    made =
      is === undefined ? deleteIn(made, ['indicateurs', index, name]) : setIn(made, ['indicateurs', index, name], is);
  }
  return made;
}

/** The keys that a figure gives, in the order of the format. */
const names = ['valeur', 'unite', 'agregat', 'communes_connues', 'communes_total', 'comparaisons'] as const;

function measuredOf(
  { valeur, agregat, connues, total, autour }: Figure,
  unite: string | null,
): Readonly<Partial<Record<(typeof names)[number], Value>>> {
  const comparaisons = autour.map(({ niveau, code, nom, valeur }) => ({ niveau, code, nom, valeur }));
  return {
    valeur: valeur ?? 0,
    ...(unite !== null && { unite }),
    agregat,
    communes_connues: connues,
    communes_total: total,
    ...(comparaisons.length > 0 && { comparaisons }),
  };
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
