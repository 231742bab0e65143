import { comparisonFormats } from './compare/formats.ts';
import { modelesOption } from './compile-spec.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';

/** How `compare` shows dossiers when it writes no file. */
const shownFormats = ['table', 'json', 'csv', 'md'] as const;

/** What `compare` takes, beside the flags of every command that writes. */
export function compareSpec(shared: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'compare',
    args: '[chemins...]',
    summary: { fr: 'met des dossiers côte à côte', en: 'put dossiers side by side' },
    help: {
      fr: 'Sur le terminal, les dossiers côte à côte, ou réunis par ce qu’ils ont en commun (--by). En fichiers : la publication de la rencontre nationale (--to html,pdf,docx), l’explorateur (--to site), chaque figure (--figures). L’inconnu est toujours dit ; rien ne classe les territoires.',
      en: 'On the terminal, dossiers side by side, or put together by what they share (--by). As files: the publication of the national meeting (--to html,pdf,docx), the explorer (--to site), each figure (--figures). What is unknown is always said; nothing ranks territories.',
    },
    options: [
      {
        flags: '--by <colonne>',
        text: {
          fr: 'réunit les dossiers par une colonne codée du jeu de données : types, niveau, regions, session, annee, enjeux, visees, fondements…',
          en: 'put dossiers together by a coded column of the dataset: types, niveau, regions, session, annee, enjeux, visees, fondements…',
        },
      },
      {
        flags: '--format <format>',
        text: { fr: `${shownFormats.join(', ')} (défaut : table)`, en: `${shownFormats.join(', ')} (default: table)` },
        choices: shownFormats,
      },
      {
        flags: '--to <formats>',
        text: {
          fr: 'html, pdf, docx, odt, md : la publication ; site : l’explorateur',
          en: 'html, pdf, docx, odt, md: the publication; site: the explorer',
        },
        choices: comparisonFormats,
        several: true,
      },
      {
        flags: '--figures <dossier>',
        text: {
          fr: 'écrit là chaque figure en SVG, PNG (300 ppp) et CSV, avec les légendes',
          en: 'write there each figure as SVG, PNG (300 dpi) and CSV, with the captions',
        },
      },
      modelesOption,
      ...shared,
      {
        flags: '--public',
        text: {
          fr: 'seulement ce qui peut être publié ; dit ce qui est laissé de côté et pourquoi',
          en: 'only what may be published; says what is left out and why',
        },
      },
      {
        flags: '--rapports <lieu>',
        text: {
          fr: 'avec --to site : le dossier ou l’adresse où sont les rapports (défaut : rapports, à côté ; aucun avec --public)',
          en: 'with --to site: the folder or address where reports are (default: rapports, beside it; none with --public)',
        },
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
    ],
    run: async (args, options, session) => (await import('./compare.ts')).compare(args, options, session),
  };
}
