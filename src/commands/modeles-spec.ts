import { modelesOption } from './compile-spec.ts';
import type { CommandSpec } from './spec.ts';

/** `atelier modeles`: which template comes from where, and a copy to change it. */
export const modelesSpec: CommandSpec = {
  name: 'modeles',
  args: '<list|eject> [arguments...]',
  summary: {
    fr: 'dit d’où vient chaque modèle de rapport, ou en copie un pour le changer',
    en: 'say where each report template comes from, or copy one to change it',
  },
  help: {
    fr: 'Les modèles des rapports se cherchent dans modeles/ du dossier, puis de l’espace de travail, puis dans --modeles, puis parmi ceux d’origine ; le premier trouvé sert. Rien n’est jamais écrasé.\n\n  atelier modeles list [chemin]         le modèle qui sert, et d’où il vient\n  atelier modeles eject <nom> [chemin]  en copie un dans modeles/',
    en: 'Report templates are looked for in modeles/ of the dossier, then of the workspace, then in --modeles, then among the built-in ones; the first found serves. Nothing is ever overwritten.\n\n  atelier modeles list [path]         which template serves, and its place\n  atelier modeles eject <name> [path] copies one to modeles/',
  },
  options: [
    modelesOption,
    { flags: '--format <format>', text: { fr: 'pretty ou json', en: 'pretty or json' }, choices: ['pretty', 'json'] },
  ],
  run: async (args, options, session) => (await import('./modeles.ts')).modeles(args, options, session),
};
