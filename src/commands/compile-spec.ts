import { plans } from '../compile/report/plan.ts';
import { reportFormats } from './report-formats.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';

/** The flag of every command that makes reports: a folder of templates that stands under those of the dossier. */
export const modelesOption: OptionSpec = {
  flags: '--modeles <dossier>',
  text: {
    fr: 'dossier de modèles, après ceux de modeles/',
    en: 'folder of templates, after those of modeles/',
  },
};

/** What `compile` takes, beside the flags of every command that writes. */
export function compileSpec(shared: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'compile',
    args: '[chemins...]',
    summary: { fr: 'écrit le rapport de chaque dossier', en: 'write the report of each dossier' },
    help: {
      fr: 'Compile chaque dossier en rapport, ou selon un autre plan : DOSSIER/<id>/<plan>.<ext>. Un dossier en erreur est nommé et rien n’est écrit, sauf avec --keep-going.',
      en: 'Compiles each dossier into a report, or by another plan: FOLDER/<id>/<plan>.<ext>. A dossier with errors is named and nothing is written, unless --keep-going.',
    },
    options: [
      {
        flags: '--plan <plan>',
        text: { fr: `${plans.join(', ')} (défaut : rapport)`, en: `${plans.join(', ')} (default: rapport)` },
        choices: plans,
      },
      {
        flags: '--to <formats>',
        text: {
          fr: `${reportFormats.join(', ')} (défaut : html)`,
          en: `${reportFormats.join(', ')} (default: html)`,
        },
        choices: reportFormats,
        several: true,
      },
      modelesOption,
      ...shared,
    ],
    run: async (args, options, session) => (await import('./compile.ts')).compile(args, options, session),
  };
}
