import process from 'node:process';
import inquirer from 'inquirer';
import { wrapped } from '../pretty.ts';
import type { Session } from '../terminal.ts';
import type { Ask } from './ask.ts';
import { type Streams, withPastes } from './streams.ts';

/**
 * Asks a person at a terminal, through inquirer: none of its own words is shown, and colours are the session's.
 * Interrupted by Ctrl-C, a question rejects with inquirer's ExitPromptError.
 * @param streams those of the process, unless told
 */
export function askAtTerminal(
  session: Pick<Session, 'langue' | 'colour' | 'out' | 'columns'>,
  streams: Streams = { input: process.stdin, output: process.stdout },
): Ask {
  const words = keyWords[session.langue];
  const theme = (step: string, answered?: string, searched = false) => themeFor(session, step, answered, searched);
  return {
    async select({ step, message, choices, proposed }) {
      const question = { type: 'select', name: 'value', message, choices, loop: false, theme: theme(step) } as const;
      const asked = { ...question, ...(proposed !== undefined && { default: proposed }) };
      return withPastes(streams, async (on) => (await inquirer.createPromptModule(on)([asked])).value);
    },
    async search({ step, message, answered, source }) {
      const found = async (typed: string | undefined) => [...source(typed ?? '')];
      const look = { pageSize: 8, theme: theme(step, answered, true) };
      const asked = { type: 'search', name: 'value', message, source: found, ...look } as const;
      return withPastes(streams, async (on) => (await inquirer.createPromptModule(on)([asked])).value);
    },
    async input({ step, message, proposed, check, needed = false }) {
      const unknown = needed || proposed !== undefined ? undefined : words.unknown;
      const offered = proposed ?? unknown;
      const meant = (typed: string) => (typed === unknown ? '' : typed.trim());
      const validate = (typed: string) => check(meant(typed)) ?? true;
      const question = { type: 'input', name: 'value', message, validate, theme: theme(step) } as const;
      const asked = { ...question, ...(offered !== undefined && { default: offered }) };
      return withPastes(streams, async (on) => meant((await inquirer.createPromptModule(on)([asked])).value));
    },
    async confirm({ step, message, proposed }) {
      const asked = { type: 'confirm', name: 'value', message, default: proposed, theme: theme(step) } as const;
      return withPastes(streams, async (on) => (await inquirer.createPromptModule(on)([asked])).value);
    },
    say: (line) => session.out(`${below(line, session.columns)}\n`),
  };
}

const keyWords = {
  fr: {
    unknown: 'inconnu',
    yes: 'Oui',
    no: 'Non',
    yesOrNo: 'répondez par oui ou par non',
    nothing: 'rien à ce nom : essayez un autre mot, ou un code',
    search: 'tapez pour chercher',
    choose: 'choisir',
    enter: 'Entrée',
    accept: 'valider',
  },
  en: {
    unknown: 'unknown',
    yes: 'Yes',
    no: 'No',
    yesOrNo: 'answer yes or no',
    nothing: 'nothing by that name: try another word, or a code',
    search: 'type to search',
    choose: 'choose',
    enter: 'Enter',
    accept: 'accept',
  },
} as const;

/** A sentence in line with the questions, cut between words where the terminal ends. */
function below(text: string, columns: number): string {
  return wrapped(text, columns - 4)
    .map((line) => `    ${line}`)
    .join('\n');
}

/** Inquirer's looks and words, all of them ours: what it says by itself is English. */
function themeFor(
  { langue, colour, columns }: Pick<Session, 'langue' | 'colour' | 'columns'>,
  step: string,
  answered: string | undefined,
  searched: boolean,
) {
  const words = keyWords[langue];
  const before = colour.dim(step.padEnd(3));
  return {
    prefix: { idle: before, done: before },
    spinner: { interval: 200, frames: [before] },
    icon: { cursor: '›' },
    keywords: { yes: words.yes, no: words.no, error: () => words.yesOrNo },
    style: {
      message: (text: string, status: string) => colour.bold(status === 'done' ? (answered ?? text) : text),
      answer: (text: string) => `› ${colour.cyan(text)}`,
      defaultAnswer: (text: string) => colour.dim(`› ${text}`),
      confirmDefault: (text: string) => text.toUpperCase(),
      // The one sentence of inquirer that can come up here: nothing fits what was typed.
      error: (text: string) => colour.red(below(text === 'No results found' ? words.nothing : text, columns)),
      highlight: (text: string) => colour.cyan(text),
      searchTerm: (text: string) => colour.cyan(text),
      description: (text: string) => colour.dim(text),
      disabled: (text: string) => colour.dim(text),
      help: (text: string) => colour.dim(text),
      key: (text: string) => colour.bold(text),
      keysHelpTip: () =>
        colour.dim(`    ${searched ? `${words.search} · ` : ''}↑↓ ${words.choose} · ${words.enter} ${words.accept}`),
    },
  };
}
