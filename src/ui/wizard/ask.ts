/** One of several answers. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  /** How it is shown once chosen, where the name is laid out in columns. */
  readonly short?: string;
}

interface Asked {
  /** What stands before the question: `3/7`, or nothing for a further question of the same step. */
  readonly step: string;
  readonly message: string;
}

export interface SelectQuestion extends Asked {
  readonly choices: readonly Choice[];
  readonly proposed?: string;
}

export interface SearchQuestion extends Asked {
  /** The question as it stays on the screen, beside what was chosen. */
  readonly answered: string;
  /** What fits the words typed so far; '' before anything is typed. */
  readonly source: (words: string) => readonly Choice[];
}

export interface InputQuestion extends Asked {
  /** Taken when nothing is typed; absent, nothing typed means unknown, unless the answer is needed. */
  readonly proposed?: string;
  /** What is wrong with what was typed, in a sentence; null when all is well. */
  readonly check: (typed: string) => string | null;
  /** Nothing typed is no answer, so that unknown is not offered. */
  readonly needed?: boolean;
}

export interface ConfirmQuestion extends Asked {
  readonly proposed: boolean;
}

/** Somebody who answers: a person at a terminal, or a test. Each question resolves to its answer, '' for unknown. */
export interface Ask {
  readonly select: (question: SelectQuestion) => Promise<string>;
  readonly search: (question: SearchQuestion) => Promise<string>;
  readonly input: (question: InputQuestion) => Promise<string>;
  readonly confirm: (question: ConfirmQuestion) => Promise<boolean>;
  /** A remark between two questions, set below their step. */
  readonly say: (line: string) => void;
}
