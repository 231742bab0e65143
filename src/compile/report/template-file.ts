/** One file that reports are made with, in the layer that was found first. */
export interface TemplateFile {
  /** How a message names it: `modeles/fiche.md.hbs`. */
  readonly shown: string;
  readonly text: string;
  /** The text of the built-in file of that name; null where this is it, which our own tests keep sound. */
  readonly builtIn: string | null;
}

/**
 * Gives a file that reports are made with, by its name below `templates/`: `fiche.md.hbs`, `mots.fr.yaml`.
 * Throws UserError where a file of the user cannot be read.
 */
export type FindTemplate = (name: string) => TemplateFile;
