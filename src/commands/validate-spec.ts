import { formatNames } from './format-names.ts';
import type { CommandSpec } from './spec.ts';

/** `atelier validate`, as `--help` shows it. */
export const validateSpec: CommandSpec = {
  name: 'validate',
  args: '[chemins...]',
  summary: { fr: 'vérifie des dossiers', en: 'check dossiers' },
  help: {
    fr: 'Dit chaque problème à sa ligne, avec ce qui était attendu. Code de sortie : 0 sans erreur, 1 avec, 2 si la commande n’a pas pu travailler.',
    en: 'Tells each problem at its line, with what was expected. Exit code: 0 without errors, 1 with, 2 if the command could not do its work.',
  },
  options: [
    {
      flags: '--format <format>',
      text: {
        fr: 'pretty (défaut), plain, json, sarif, github, gitlab, junit ou checkstyle ; plusieurs fois, chacun avec son --output',
        en: 'pretty (default), plain, json, sarif, github, gitlab, junit or checkstyle; several times, each with its --output',
      },
      choices: formatNames,
      sequence: 'formats',
    },
    {
      flags: '--output <fichier>',
      text: {
        fr: 'écrit le format qui précède dans un fichier',
        en: 'write the format before it to a file',
      },
      sequence: 'formats',
    },
    { flags: '--json', text: { fr: 'comme --format json', en: 'same as --format json' } },
    {
      flags: '--fix',
      text: { fr: 'écrit les corrections qui n’ont qu’une réponse', en: 'write the corrections that have one answer' },
    },
    { flags: '--watch', text: { fr: 'recommence à chaque enregistrement', en: 'check again at each save' } },
    {
      flags: '--since <révision>',
      text: {
        fr: 'seulement les dossiers changés depuis une révision de git, et ceux qui y renvoient',
        en: 'only dossiers changed since a git revision, and those that refer to them',
      },
    },
    {
      flags: '--baseline <fichier>',
      text: {
        fr: 'ne compte pas les problèmes que ce fichier retient',
        en: 'do not count the problems that this file holds',
      },
    },
    {
      flags: '--baseline-write',
      text: { fr: 'y retient les problèmes d’aujourd’hui', en: 'hold today’s problems in it' },
    },
    {
      flags: '--baseline-prune',
      text: { fr: 'en retire ceux qui n’existent plus', en: 'take out of it those that no longer exist' },
    },
    {
      flags: '--rule <règle=gravité>',
      text: {
        fr: 'gravité d’une règle : off, info, warning ou error ; plusieurs fois',
        en: 'severity of a rule: off, info, warning or error; several times',
      },
      sequence: 'rules',
    },
    { flags: '--strict', text: { fr: 'un avertissement compte comme une erreur', en: 'a warning counts as an error' } },
    {
      flags: '--fail-on <gravité>',
      text: {
        fr: 'code de sortie 1 dès cette gravité : error (défaut), warning, info ou never',
        en: 'exit code 1 from this severity on: error (default), warning, info or never',
      },
      choices: ['error', 'warning', 'info', 'never'],
    },
    {
      flags: '--max-warnings <nombre>',
      text: {
        fr: 'code de sortie 1 au-delà de ce nombre d’avertissements',
        en: 'exit code 1 beyond this many warnings',
      },
    },
    {
      flags: '--stdin-filename <fichier>',
      text: {
        fr: 'le fichier que serait le document lu sur l’entrée standard (-)',
        en: 'the file that the document read from standard input (-) would be',
      },
    },
    { flags: '--statistics', text: { fr: 'compte les problèmes par règle', en: 'count the problems by rule' } },
    { flags: '--no-cache', text: { fr: 'vérifie tout, sans le cache', en: 'check everything, without the cache' } },
    {
      flags: '--cache-location <dossier>',
      text: { fr: 'dossier du cache (défaut : sous .git)', en: 'folder of the cache (default: below .git)' },
    },
  ],
  // The little that finds the files first: what checks them is loaded while a second thread gets ready.
  run: async (args, options, session) => {
    const { begin } = await import('./validate/begin.ts');
    const begun = begin(args, options, session);
    return (await import('./validate.ts')).validate(args, options, session, begun);
  },
};
