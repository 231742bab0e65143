import { dataFormats } from '../compile/dataset/files.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';

/** What `export` takes, beside the flags of every command that writes. */
export function exportSpec(shared: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'export',
    args: '[chemins...]',
    summary: { fr: 'écrit le jeu de données national', en: 'write the national dataset' },
    help: {
      fr: 'Une table par chose (dossiers, acteurs, principes, initiatives…), avec ce qui les décrit. Usage interne, sauf avec --public : seulement ce qui peut être publié.',
      en: 'One table a thing (dossiers, stakeholders, principles, initiatives…), with what describes them. For internal use, unless --public: only what may be published.',
    },
    options: [
      {
        flags: '--to <formats>',
        text: { fr: `${dataFormats.join(', ')} (défaut : csv)`, en: `${dataFormats.join(', ')} (default: csv)` },
        choices: dataFormats,
        several: true,
      },
      ...shared,
      {
        flags: '--public',
        text: {
          fr: 'seulement ce qui peut être publié ; dit ce qui est laissé de côté et pourquoi',
          en: 'only what may be published; says what is left out and why',
        },
      },
      {
        flags: '--mask-small-counts',
        text: {
          fr: 'sans les effectifs de participants inférieurs à 5',
          en: 'without numbers of participants below 5',
        },
      },
      {
        flags: '--session <id>',
        text: { fr: 'seulement les dossiers de cette session', en: 'only the dossiers of this session' },
      },
      {
        flags: '--csv-excel',
        text: {
          fr: 'aussi, dans excel/, des CSV qui s’ouvrent d’un double clic dans Excel',
          en: 'also, in excel/, CSV that a French Excel opens at a double click',
        },
      },
      {
        flags: '--url-base <adresse>',
        text: {
          fr: 'adresse où le dossier sera publié : écrit aussi catalogue.jsonld (DCAT-AP)',
          en: 'address at which the folder will be published: also writes catalogue.jsonld (DCAT-AP)',
        },
      },
      {
        flags: '--at <révision>',
        text: {
          fr: 'les dossiers tels qu’à cette révision de git, sans y toucher',
          en: 'the dossiers as of this git revision, without touching them',
        },
      },
      {
        flags: '--since <révision>',
        text: {
          fr: 'écrit aussi CHANGELOG.md : ce qui a changé depuis cette révision de git',
          en: 'also write CHANGELOG.md: what changed since this git revision',
        },
      },
      {
        flags: '--shard <i/n>',
        text: {
          fr: 'une part sur n seulement, à réunir avec --merge (plusieurs machines à la fois)',
          en: 'one part of n only, to be put together with --merge (several machines at once)',
        },
      },
      {
        flags: '--merge',
        text: {
          fr: 'réunit les parts données comme chemins',
          en: 'put together the parts that are given as paths',
        },
      },
    ],
    run: async (args, options, session) => (await import('./export.ts')).exportDataset(args, options, session),
  };
}
