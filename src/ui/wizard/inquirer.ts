import inquirer from 'inquirer';
import { wrapped } from '../pretty.ts';
import type { Session } from '../terminal.ts';
import type { Ask } from './ask.ts';

/**
 * Asks a person at a terminal, through inquirer: none of its own words is shown, and colours are the session's.
 * Interrupted by Ctrl-C, a question rejects with inquirer's ExitPromptError.
 */
export function askAtTerminal(session: Pick<Session, 'langue' | 'colour' | 'out' | 'columns'>): Ask {
  const words = keyWords[session.langue];
  const theme = (step: string, answered?: string) => themeFor(session, step, answered);
  return {
    async select({ step, message, choices, proposed }) {
      const question = { type: 'select', name: 'value', message, choices, loop: false, theme: theme(step) } as const;
      const { value } = await inquirer.prompt([{ ...question, ...(proposed !== undefined && { default: proposed }) }]);
      return value;
    },
    async search({ step, message, answered, source }) {
      const found = async (typed: string | undefined) => [...source(typed ?? '')];
      const { value } = await inquirer.prompt([
        { type: 'search', name: 'value', message, source: found, pageSize: 8, theme: theme(step, answered) },
      ]);
      return value;
    },
    async input({ step, message, proposed, check }) {
      const asked = proposed ?? words.unknown;
      const meant = (typed: string) => (proposed === undefined && typed === words.unknown ? '' : typed.trim());
      const validate = (typed: string) => check(meant(typed)) ?? true;
      const { value } = await inquirer.prompt([
        { type: 'input', name: 'value', message, default: asked, validate, theme: theme(step) },
      ]);
      return meant(value);
    },
    async confirm({ step, message, proposed }) {
      const { value } = await inquirer.prompt([
        { type: 'confirm', name: 'value', message, default: proposed, theme: theme(step) },
      ]);
      return value;
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
  answered?: string,
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
      keysHelpTip: () => colour.dim(`    ↑↓ ${words.choose} · ${words.enter} ${words.accept}`),
    },
  };
}
