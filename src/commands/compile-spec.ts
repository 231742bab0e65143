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
    summary: {
      fr: 'écrit le rapport de chaque dossier et de chaque session',
      en: 'write the report of each dossier and of each session',
    },
    help: {
      fr: 'Compile chaque dossier en rapport, ou selon un autre plan : DOSSIER/<id>/<plan>.<ext> ; et chaque session : DOSSIER/sessions/<id>/rapport.<ext>. Un chemin choisit : atelier compile sessions/<id>. Un dossier en erreur est nommé et rien n’est écrit, sauf avec --keep-going.',
      en: 'Compiles each dossier into a report, or by another plan: FOLDER/<id>/<plan>.<ext>; and each session: FOLDER/sessions/<id>/rapport.<ext>. A path chooses: atelier compile sessions/<id>. A dossier with errors is named and nothing is written, unless --keep-going.',
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
      {
        flags: '--avec-jury',
        text: {
          fr: 'met les notes du jury dans le rapport d’une session publique, alors marqué interne',
          en: 'put the marks of the jury into the report of a public session, then marked internal',
        },
      },
      {
        flags: '--sans-jury',
        text: {
          fr: 'laisse de côté les notes du jury dans le rapport d’une session',
          en: 'leave the marks of the jury out of the report of a session',
        },
      },
      modelesOption,
      ...shared,
    ],
    run: async (args, options, session) => (await import('./compile.ts')).compile(args, options, session),
  };
}
