/** The two languages of all that people read on screen or paper. */
export type Langue = 'fr' | 'en';

/** One sentence or label in both languages. */
export interface Text {
  readonly fr: string;
  readonly en: string;
}

/** The names between braces in a sentence: `« {mot} » inconnu` has the blank `mot`. */
export type Blanks<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Blanks<Rest> : never;

/**
 * Fills the blanks of a sentence in both languages.
 * @param sentence the two sentences, with blanks written `{name}`
 * @param values what goes into each blank: a word for both languages, or one for each
 * @returns the filled pair; a blank without value stays visible as `{name}`, so that a test finds it
 */
export function fillIn<const F extends string, const E extends string>(
  sentence: { readonly fr: F; readonly en: E },
  values: Readonly<Record<Blanks<F> | Blanks<E>, string | number | Text>>,
): Text {
  return { fr: fill(sentence.fr, values, 'fr'), en: fill(sentence.en, values, 'en') };
}

function fill(sentence: string, values: Readonly<Record<string, string | number | Text>>, langue: Langue): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return blank;
    return typeof value === 'object' ? value[langue] : String(value);
  });
}
