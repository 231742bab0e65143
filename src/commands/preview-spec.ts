import { plans } from '../compile/report/plan.ts';
import { modelesOption } from './compile-spec.ts';
import type { CommandSpec } from './spec.ts';

/** `atelier preview`, as `--help` shows it. */
export const previewSpec: CommandSpec = {
  name: 'preview',
  args: '[chemins...]',
  summary: {
    fr: 'montre les rapports dans un navigateur, à jour à chaque enregistrement',
    en: 'show the reports in a browser, up to date at each save',
  },
  help: {
    fr: 'Donne une adresse de cette machine, où lire le rapport pendant qu’on l’écrit : la page se renouvelle à chaque enregistrement et liste les problèmes, chacun à sa ligne. Un dossier en erreur garde son dernier rapport sans erreur. N’écrit rien ; Ctrl-C pour finir.',
    en: 'Gives an address of this machine, where the report can be read while it is written: the page is renewed at each save and lists the problems, each at its line. A dossier with errors keeps its last report without errors. Writes nothing; Ctrl-C to end.',
  },
  options: [
    {
      flags: '--plan <plan>',
      text: { fr: `${plans.join(', ')} (défaut : rapport)`, en: `${plans.join(', ')} (default: rapport)` },
      choices: plans,
    },
    modelesOption,
    {
      flags: '--port <nombre>',
      text: {
        fr: 'port à prendre (défaut : 4180, ou un port libre)',
        en: 'port to take (default: 4180, or a free one)',
      },
    },
    { flags: '--open', text: { fr: 'ouvre aussi le navigateur', en: 'also open the browser' } },
  ],
  run: async (args, options, session) => (await import('./preview.ts')).preview(args, options, session),
};
