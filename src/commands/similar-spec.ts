import { nomsDesCriteres } from '../compile/comparison/criteres-noms.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';

const formats = ['table', 'json', 'md'] as const;

/** What `similar` takes, beside the flags of every command that reads many dossiers. */
export function similarSpec(shared: readonly OptionSpec[]): CommandSpec {
  const criteria = nomsDesCriteres.join(', ');
  return {
    name: 'similar',
    args: '<dossier> [chemins...]',
    summary: {
      fr: 'dit quels dossiers ressemblent à un dossier, et pourquoi',
      en: 'say which dossiers are like one, and why',
    },
    help: {
      fr: 'Rapproche un dossier (son identifiant) des autres, critère par critère : ce qui est commun, ce qui diffère, ce qui est inconnu et de qui. Chaque critère a un poids, qui est dit ; littoral, montagne et outre-mer sont des types. L’inconnu ne compte ni comme égal ni comme différent. C’est une ressemblance, pas un classement des territoires.',
      en: 'Sets a dossier (its identifier) beside the others, criterion by criterion: what is shared, what differs, what is unknown and of whom. Each criterion has a weight, which is said; coast, mountain and overseas are types. What is unknown counts neither as equal nor as different. It is a likeness, not a ranking of territories.',
    },
    options: [
      {
        flags: '--by <critères>',
        text: { fr: `seulement ces critères : ${criteria}`, en: `only these criteria: ${criteria}` },
        choices: nomsDesCriteres,
        several: true,
      },
      {
        flags: '--limit <nombre>',
        text: { fr: 'combien de dossiers montrer (défaut : 5)', en: 'how many dossiers to show (default: 5)' },
      },
      {
        flags: '--format <format>',
        text: { fr: `${formats.join(', ')} (défaut : table)`, en: `${formats.join(', ')} (default: table)` },
        choices: formats,
      },
      {
        flags: '--session <id>',
        text: { fr: 'seulement les dossiers de cette session', en: 'only the dossiers of this session' },
      },
      {
        flags: '--at <révision>',
        text: {
          fr: 'les dossiers tels qu’à cette révision de git, sans y toucher',
          en: 'the dossiers as of this git revision, without touching them',
        },
      },
      ...shared,
    ],
    run: async (args, options, session) => (await import('./similar.ts')).similar(args, options, session),
  };
}
