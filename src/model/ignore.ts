/** A comment that asks to pass over rules in one place: `# atelier-ignore rule: why`. */
export interface Ignore {
  /** The rules that it names, each at its own characters. */
  readonly rules: readonly NamedRule[];
  /** '' when the comment does not say why. */
  readonly why: string;
  /** The characters of the comment. */
  readonly span: readonly [start: number, end: number];
  /** What goes when the comment goes: its whole line when it stands alone, else the spaces before it too. */
  readonly whole: readonly [start: number, end: number];
  /** The line of the comment, from 1. */
  readonly line: number;
  /** The lines that it covers, from 1, the last included; or the whole file; or why it covers nothing. */
  readonly covers: readonly [first: number, last: number] | 'fichier' | Astray;
}

/** A rule as a comment names it; nobody has checked yet that it exists. */
export interface NamedRule {
  readonly id: string;
  readonly span: readonly [start: number, end: number];
}

/** Why such a comment covers nothing: no line below it, a whole file asked for below its first key, or badly written. */
export type Astray = 'rien-dessous' | 'hors-tete' | 'mal-ecrit';
