import type { Session } from '../ui/terminal.ts';
import type { Text } from '../words/text.ts';

/** One flag of a command, in commander's notation, with its meaning. */
export interface OptionSpec {
  readonly flags: string;
  readonly text: Text;
  /** The words it takes, when they are few: another one is refused with the nearest proposed. */
  readonly choices?: readonly string[];
  /** Takes several of the choices, separated by commas. */
  readonly several?: true;
  /** May be given several times: each is added, in the order of the command line, to the list of that name. */
  readonly sequence?: string;
}

/** Flags that may come several times, as they were typed: which one, and its value. */
export type Sequence = readonly (readonly [flag: string, value: string])[];

/** What commander read for a command: flags by their camel-case names. */
export type Options = Readonly<Record<string, string | boolean | Sequence | undefined>>;

/** One command: what `--help` says of it, and the module that runs it, loaded only then. */
export interface CommandSpec {
  readonly name: string;
  readonly args: string;
  readonly summary: Text;
  readonly help: Text;
  readonly options: readonly OptionSpec[];
  /** @returns the exit code */
  readonly run: (args: readonly string[], options: Options, session: Session) => Promise<number>;
}

/** A flag's text value; undefined when it was not given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** A flag's values, separated by commas. */
export function listOption(options: Options, name: string): readonly string[] | undefined {
  return textOption(options, name)
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The flags of a sequence, in the order of the command line; undefined when none was given. */
export function sequenceOption(options: Options, name: string): Sequence | undefined {
  const value = options[name];
  return typeof value === 'object' ? value : undefined;
}
