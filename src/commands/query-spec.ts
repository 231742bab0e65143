import type { CommandSpec } from './spec.ts';

/** How `query` shows what it finds. */
export const answerFormats = ['table', 'csv', 'json'] as const;

export const querySpec: CommandSpec = {
  name: 'query',
  args: '<sql> [chemins...]',
  summary: { fr: 'interroge les tables du jeu de données en SQL', en: 'ask the tables of the dataset in SQL' },
  help: {
    fr: 'Pose une question en SQL aux tables de l’export, faites à l’instant des dossiers (usage interne). Ne fait que lire, n’ouvre aucun fichier. « - » lit la question sur l’entrée standard. DuckDB doit être installé : npm install @duckdb/node-api',
    en: 'Asks a question in SQL of the tables of the export, made of the dossiers just now (internal use). Only reads, opens no file. “-” reads the question from standard input. DuckDB must be installed: npm install @duckdb/node-api',
  },
  options: [
    {
      flags: '--format <format>',
      text: { fr: `${answerFormats.join(', ')} (défaut : table)`, en: `${answerFormats.join(', ')} (default: table)` },
      choices: answerFormats,
    },
    {
      flags: '--session <id>',
      text: { fr: 'seulement les dossiers de cette session', en: 'only the dossiers of this session' },
    },
    {
      flags: '--at <révision>',
      text: { fr: 'les dossiers tels qu’à cette révision de git', en: 'the dossiers as of this git revision' },
    },
  ],
  run: async (args, options, session) => (await import('./query.ts')).query(args, options, session),
};
