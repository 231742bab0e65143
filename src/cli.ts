import { Command, CommanderError, Option } from 'commander';
import { checkChoices } from './commands/choices.ts';
import { commands, commonOptions } from './commands/index.ts';
import type { CommandSpec, OptionSpec, Options } from './commands/spec.ts';
import { packageVersion } from './load/assets.ts';
import { UserError } from './model/error.ts';
import { colourFor, langueOf, type Session, type Terminal } from './ui/terminal.ts';
import { printable } from './words/escape.ts';
import { nearest } from './words/nearest.ts';
import { fillIn, type Langue, type Text } from './words/text.ts';

/**
 * Runs one command line.
 * @param argv the words after the program's name
 * @param terminal the world around
 * @returns the exit code: 0 well, 1 the dossiers have errors, 2 the command could not run, 130 interrupted
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const langue = langueOf(flagOf(argv, '--lang'), terminal.env) ?? 'fr';
  try {
    let code = 0;
    const program = programFor(langue, terminal, async (spec, args, options) => {
      checkChoices([...spec.options, ...commonOptions], options);
      code = await spec.run(args, options, sessionOf(options, terminal));
    });
    if (argv.length === 0) {
      terminal.out(program.helpInformation());
      return 0;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return tell(error, argv, langue, terminal);
  }
}

function sessionOf(options: Options, terminal: Terminal): Session {
  const asked = langueOf(typeof options.lang === 'string' ? options.lang : undefined, terminal.env);
  const colour = options.color === false ? false : undefined;
  return {
    ...terminal,
    langue: asked ?? 'fr',
    langueAsked: asked !== undefined,
    quiet: options.quiet === true,
    verbose: options.verbose === true,
    colour: colourFor(terminal.stdoutIsTerminal, terminal.env, colour),
    errColour: colourFor(terminal.stderrIsTerminal, terminal.env, colour),
  };
}

function programFor(
  langue: Langue,
  terminal: Terminal,
  act: (spec: CommandSpec, args: readonly string[], options: Options) => Promise<void>,
): Command {
  const program = dressed(new Command('atelier'), langue, terminal);
  program.description(summary[langue]).usage(fr(langue, '[options] <commande>', '[options] <command>'));
  program.version(packageVersion(), '-V, --version', fr(langue, 'donne la version', 'show the version'));
  program.helpCommand(
    fr(langue, 'help [commande]', 'help [command]'),
    fr(langue, 'aide d’une commande', 'help of a command'),
  );
  program.enablePositionalOptions().optionsGroup(common[langue]);
  for (const option of commonOptions) program.addOption(optionOf(option, langue));
  program.addHelpText('after', `\n${examples[langue]}`);
  for (const spec of commands) {
    const command = dressed(program.command(`${spec.name} ${blanksIn(spec.args, langue)}`), langue, terminal);
    command.summary(spec.summary[langue]).description(spec.help[langue]);
    const sequences: Record<string, [string, string][]> = {};
    for (const option of spec.options) command.addOption(collected(option, optionOf(option, langue), sequences));
    command.optionsGroup(common[langue]);
    for (const option of commonOptions) command.addOption(optionOf(option, langue));
    command.action(async (...given: readonly unknown[]) => {
      const args = given
        .slice(0, -2)
        .flat()
        .filter((arg): arg is string => typeof arg === 'string');
      await act(spec, args, { ...saidTo(program), ...saidTo(command), ...sequences });
    });
  }
  return program;
}

/** An option that may come several times adds to a list: commander itself would keep the last. */
function collected(spec: OptionSpec, option: Option, sequences: Record<string, [string, string][]>): Option {
  const { sequence } = spec;
  if (sequence === undefined) return option;
  return option.argParser((value: string) => {
    sequences[sequence] = [...(sequences[sequence] ?? []), [option.long ?? spec.flags, value]];
    return value;
  });
}

/** The options that were typed there, without those that commander adds by itself. */
function saidTo(command: Command): Options {
  const said = Object.entries(command.opts<Options>());
  return Object.fromEntries(said.filter(([name]) => command.getOptionValueSource(name) === 'cli'));
}

/** Commander's own English, said in our words: help headings, `--help`, and no message of its own on errors. */
function dressed(command: Command, langue: Langue, terminal: Terminal): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': fr(langue, 'Usage :', 'Usage:'),
    'Arguments:': fr(langue, 'Arguments :', 'Arguments:'),
    'Options:': fr(langue, 'Options :', 'Options:'),
    'Commands:': fr(langue, 'Commandes :', 'Commands:'),
  };
  const usage = fr(langue, '[options]', '[options]');
  return command
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => undefined })
    .configureHelp({
      helpWidth: Math.min(terminal.columns, 100),
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (shown) =>
        (shown.parent
          ? `atelier ${shown.name()} ${usage} ${shown.registeredArguments.map(named).join(' ')}`
          : `atelier ${shown.usage()}`
        ).trim(),
      subcommandTerm: (shown) => `${shown.name()} ${shown.registeredArguments.map(named).join(' ')}`.trim(),
    })
    .helpOption('-h, --help', fr(langue, 'affiche cette aide', 'show this help'));
}

function named(argument: { name: () => string; variadic: boolean; required: boolean }): string {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionOf(spec: OptionSpec, langue: Langue): Option {
  return new Option(blanksIn(spec.flags, langue), spec.text[langue]);
}

/** The names of arguments and values, which the specs say in French: `<dossier>` is `<folder>` in English. */
function blanksIn(flags: string, langue: Langue): string {
  if (langue === 'fr') return flags;
  return flags.replace(/(?<=[<[])[^<>[\]]+?(?=(?:\.\.\.)?[>\]])/g, (blank) =>
    blank.replace(/[\p{L}-]+/gu, (word) => english[word] ?? word),
  );
}

const english: Readonly<Record<string, string>> = {
  AAAA: 'YYYY',
  chemin: 'path',
  chemins: 'paths',
  colonne: 'column',
  critères: 'criteria',
  dossier: 'folder',
  fichier: 'file',
  genre: 'kind',
  langue: 'language',
  lieu: 'place',
  mots: 'words',
  organisme: 'organisation',
  'règle-ou-clé': 'rule-or-key',
  nombre: 'number',
  gravité: 'severity',
  règle: 'rule',
  révision: 'revision',
  texte: 'text',
  valeur: 'value',
};

/** Says what stopped the command, and gives the exit code. Only a mistake of ours shows its stack. */
function tell(error: unknown, argv: readonly string[], langue: Langue, terminal: Terminal): number {
  if (error instanceof CommanderError) return tellUsage(error, argv, langue, terminal);
  if (error instanceof UserError) {
    terminal.err(`${fr(langue, 'erreur :', 'error:')} ${printable(error.text[langue])}\n`);
    if (error.hint) terminal.err(`  ${printable(error.hint[langue])}\n`);
    return 2;
  }
  if (error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError')) {
    terminal.err(fr(langue, '\nInterrompu : rien n’est écrit.\n', '\nInterrupted: nothing is written.\n'));
    return 130;
  }
  if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd') {
    terminal.err(`${fr(langue, 'erreur :', 'error:')} ${folderGone[langue]}\n`);
    return 2;
  }
  if (error instanceof Error && 'syscall' in error && 'path' in error && 'code' in error) {
    const words = { fr: '{chemin} : le système refuse ({code})', en: '{chemin}: refused by the system ({code})' };
    const text = fillIn(words, { chemin: String(error.path), code: String(error.code) });
    terminal.err(`${fr(langue, 'erreur :', 'error:')} ${printable(text[langue])}\n`);
    return 2;
  }
  terminal.err(
    fr(langue, 'Erreur du programme (ce n’est pas votre dossier) :\n', 'Error of the program (not of your dossier):\n'),
  );
  terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 2;
}

function tellUsage(error: CommanderError, argv: readonly string[], langue: Langue, terminal: Terminal): number {
  if (error.exitCode === 0 || error.code === 'commander.help' || error.code === 'commander.helpDisplayed') return 0;
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const text = usageSentences[error.code] ?? { fr: 'ligne de commande mal écrite', en: 'badly written command line' };
  terminal.err(`${fr(langue, 'erreur :', 'error:')} ${printable(fillIn(text, { mot: word })[langue])}\n`);
  terminal.err(`  ${printable(usageHint(error.code, word, argv)[langue])}\n`);
  return 2;
}

/** What was probably meant, or where the right writing is said. */
function usageHint(code: string, word: string, argv: readonly string[]): Text {
  const command = commands.find(({ name }) => name === argv.find((arg) => !arg.startsWith('-') && isCommand(arg)));
  const at = argv.findIndex((arg) => arg === word || arg.startsWith(`${word}=`));
  const before = command === undefined || (at >= 0 && at < argv.indexOf(command.name));
  if (code === 'commander.unknownOption' && before) {
    const owner = command && hasFlag(command, word) ? command : commands.find((one) => hasFlag(one, word));
    if (owner) return fillIn(afterCommand, { commande: owner.name, option: word });
  }
  const flags = [...commonOptions, ...(before ? [] : (command?.options ?? []))].flatMap(flagsOf);
  const known = code === 'commander.unknownOption' ? flags : commands.map(({ name }) => name);
  const near = code.startsWith('commander.unknown') ? (french[word] ?? nearest(word, known)) : null;
  if (near !== null) return fillIn({ fr: 'vouliez-vous dire {bon} ?', en: 'did you mean {bon}?' }, { bon: near });
  return fillIn(
    { fr: 'voir : atelier {commande}--help', en: 'see: atelier {commande}--help' },
    {
      commande: command === undefined ? '' : `${command.name} `,
    },
  );
}

function isCommand(word: string): boolean {
  return commands.some(({ name }) => name === word);
}

function hasFlag(command: CommandSpec, flag: string): boolean {
  return command.options.flatMap(flagsOf).includes(flag);
}

/** What a French hand types first. */
const french: Readonly<Record<string, string>> = {
  créer: 'init',
  commencer: 'init',
  initialiser: 'init',
  valider: 'validate',
  vérifier: 'validate',
  expliquer: 'explain',
  compiler: 'compile',
  exporter: 'export',
};

function flagsOf({ flags }: OptionSpec): readonly string[] {
  return flags.match(/(?<![\w-])--?[a-z-]+/g) ?? [];
}

const common: Text = { fr: 'Options communes :', en: 'Common options:' };
const folderGone: Text = { fr: 'le dossier courant n’existe plus', en: 'the current folder is gone' };
const afterCommand = {
  fr: 'les options d’une commande se mettent après la commande : atelier {commande} {option}',
  en: 'the options of a command go after the command: atelier {commande} {option}',
};

const usageSentences: Readonly<
  Record<string, { readonly fr: `${string}{mot}${string}`; readonly en: `${string}{mot}${string}` }>
> = {
  'commander.unknownOption': { fr: 'l’option {mot} n’existe pas', en: 'there is no option {mot}' },
  'commander.unknownCommand': { fr: 'la commande {mot} n’existe pas', en: 'there is no command {mot}' },
  'commander.missingArgument': { fr: 'il manque l’argument {mot}', en: 'the argument {mot} is missing' },
  'commander.optionMissingArgument': { fr: 'l’option {mot} attend une valeur', en: 'the option {mot} expects a value' },
  'commander.excessArguments': { fr: 'trop d’arguments {mot}', en: 'too many arguments {mot}' },
};

function flagOf(argv: readonly string[], flag: string): string | undefined {
  const at = argv.indexOf(flag);
  const joined = argv.find((word) => word.startsWith(`${flag}=`));
  return joined?.slice(flag.length + 1) ?? (at >= 0 ? argv[at + 1] : undefined);
}

function fr(langue: Langue, french: string, english: string): string {
  return langue === 'fr' ? french : english;
}

const summary: Text = {
  fr: 'Les dossiers de l’Atelier des territoires : créer, vérifier, compiler en rapports, exporter en données.',
  en: 'Dossiers of the Atelier des territoires: create, check, compile into reports, export as data.',
};

const examples: Text = {
  fr: 'Exemples :\n  atelier init mon-territoire\n  atelier validate\n  atelier compile --to html\n',
  en: 'Examples:\n  atelier init my-territory\n  atelier validate\n  atelier compile --to html\n',
};
