import { Chalk, type ChalkInstance } from 'chalk';
import type { Langue, Text } from '../words/text.ts';

/** What a command may do with the world around it; tests give their own. */
export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and remarks. */
  readonly err: (text: string) => void;
  /** Standard input, for the commands that are told to read it (`-`). */
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Width of the results, in columns: 80 where it is not a terminal. */
  readonly columns: number;
  /** A person is there to answer: standard input and output are terminals, and no CI. */
  readonly interactive: boolean;
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Milliseconds of some clock, for durations shown to a person. */
  readonly now: () => number;
}

/** What is common to all commands once the flags are read. */
export interface Session extends Terminal {
  readonly langue: Langue;
  /** True when the language was asked for by flag or environment; else a workspace's `langue` may decide. */
  readonly langueAsked: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly colour: ChalkInstance;
  readonly errColour: ChalkInstance;
}

/** A sentence in the session's language. */
export function say(session: Pick<Session, 'langue'>, text: Text): string {
  return text[session.langue];
}

/**
 * The language of the screen, as far as flags and environment say: `--lang`, `ATELIER_LANG`, then a locale that begins
 * with `en`; undefined when none of them speaks.
 */
export function langueOf(flag: string | undefined, env: Terminal['env']): Langue | undefined {
  const asked = flag ?? env.ATELIER_LANG;
  if (asked === 'fr' || asked === 'en') return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.startsWith('en') ? 'en' : undefined;
}

/** Colours for one stream: `--no-color` and NO_COLOR win, then FORCE_COLOR, then whether it is a terminal. */
export function colourFor(isTerminal: boolean, env: Terminal['env'], flag: boolean | undefined): ChalkInstance {
  const forced = env.FORCE_COLOR;
  const off = flag === false || (env.NO_COLOR ?? '') !== '' || forced === '0' || forced === 'false';
  const on = (forced !== undefined && forced !== '') || (isTerminal && env.TERM !== 'dumb');
  return new Chalk({ level: !off && on ? 1 : 0 });
}
