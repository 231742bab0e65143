import { compareSpec } from './compare-spec.ts';
import { compileSpec } from './compile-spec.ts';
import { exportSpec } from './export-spec.ts';
import { importSpec } from './import-spec.ts';
import { modelesSpec } from './modeles-spec.ts';
import { previewSpec } from './preview-spec.ts';
import { querySpec } from './query-spec.ts';
import { similarSpec } from './similar-spec.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';
import { validateSpec } from './validate-spec.ts';

const out = (folder: string): OptionSpec => ({
  flags: '--out <dossier>',
  text: { fr: `dossier où écrire (défaut : ${folder})`, en: `folder to write in (default: ${folder})` },
});
const force: OptionSpec = {
  flags: '-f, --force',
  text: {
    fr: 'écrit aussi sur des fichiers qu’atelier n’a pas écrits',
    en: 'also write over files that atelier did not write',
  },
};
const keepGoing: OptionSpec = {
  flags: '--keep-going',
  text: { fr: 'laisse de côté les dossiers en erreur et continue', en: 'leave out dossiers with errors and go on' },
};

const init: CommandSpec = {
  name: 'init',
  args: '[dossier]',
  summary: { fr: 'crée un nouveau dossier d’atelier', en: 'create a new atelier dossier' },
  help: {
    fr: 'Pose quelques questions (ou lit les réponses dans les options ou un fichier) et écrit un premier dossier prêt à compléter. N’écrase jamais rien.',
    en: 'Asks a few questions (or takes the answers from flags or a file) and writes a first dossier ready to be filled in. Never overwrites anything.',
  },
  options: [
    {
      flags: '--dispositif <code>',
      text: { fr: 'national, local ou flash', en: 'national, local or flash' },
      choices: ['national', 'local', 'flash'],
    },
    { flags: '--titre <texte>', text: { fr: 'titre de l’atelier', en: 'title of the workshop' } },
    {
      flags: '--communes <codes>',
      text: { fr: 'codes INSEE, séparés par des virgules', en: 'INSEE codes, separated by commas' },
    },
    {
      flags: '--epci <codes>',
      text: { fr: 'SIREN d’EPCI, séparés par des virgules', en: 'SIREN of EPCI, separated by commas' },
    },
    {
      flags: '--departements <codes>',
      text: { fr: 'départements entiers, par leurs codes', en: 'whole départements, by their codes' },
    },
    {
      flags: '--regions <codes>',
      text: { fr: 'régions entières, par leurs codes', en: 'whole regions, by their codes' },
    },
    {
      flags: '--nom <texte>',
      text: { fr: 'nom du territoire, tel qu’on l’appelle ici', en: 'name of the territory, as people call it' },
    },
    {
      flags: '--phase <code>',
      text: {
        fr: 'où en est l’atelier (défaut : candidature)',
        en: 'how far the workshop has come (default: candidature)',
      },
    },
    { flags: '--session <id>', text: { fr: 'session nationale', en: 'national session' } },
    {
      flags: '--moa <organisme>',
      text: { fr: 'service de l’État maître d’ouvrage', en: 'State service that commissions the workshop' },
    },
    {
      flags: '--porteurs <codes>',
      text: {
        fr: 'collectivités qui le portent avec l’État : codes, ou non',
        en: 'authorities that carry it with the State: codes, or no',
      },
    },
    { flags: '--debut <date>', text: { fr: 'date de lancement', en: 'launch date' } },
    { flags: '--seance <date>', text: { fr: 'date de la première séance', en: 'date of the first session' } },
    { flags: '--budget <euros>', text: { fr: 'montant en euros', en: 'amount in euros' } },
    {
      flags: '--diffusion <code>',
      text: { fr: 'interne, partenaires ou public', en: 'interne, partenaires or public' },
      choices: ['interne', 'partenaires', 'public'],
    },
    { flags: '--answers <fichier>', text: { fr: 'réponses dans un fichier YAML', en: 'answers in a YAML file' } },
    {
      flags: '--espace',
      text: { fr: 'crée un espace de travail pour plusieurs dossiers', en: 'create a workspace for several dossiers' },
    },
    {
      flags: '--ci <forge>',
      text: {
        fr: 'écrit la vérification automatique des relecteurs, pour github ou gitlab ; sans rien d’autre, l’ajoute à ce qui existe ici',
        en: 'write the reviewers’ automatic check, for github or gitlab; with nothing else, add it to what is here',
      },
      choices: ['github', 'gitlab'],
    },
    {
      flags: '-y, --yes',
      text: {
        fr: 'prend la réponse proposée partout, ne demande rien',
        en: 'take the proposed answer everywhere, ask nothing',
      },
    },
  ],
  run: async (args, options, session) => (await import('./init.ts')).init(args, options, session),
};

const explain: CommandSpec = {
  name: 'explain',
  args: '[règle-ou-clé]',
  summary: { fr: 'explique une règle ou une clé du format', en: 'explain a rule or a key of the format' },
  help: {
    fr: 'Ce que veut dire une règle, pourquoi elle existe, un bon et un mauvais exemple ; ou ce qu’attend une clé. Sans argument : la liste.',
    en: 'What a rule means, why it exists, a good and a bad example; or what a key expects. Without argument: the list.',
  },
  options: [
    { flags: '--format <format>', text: { fr: 'pretty ou json', en: 'pretty or json' }, choices: ['pretty', 'json'] },
  ],
  run: async (args, options, session) => (await import('./explain.ts')).explain(args, options, session),
};

const compile = compileSpec([out('rapports'), keepGoing, force]);

const exportCommand = exportSpec([out('donnees'), keepGoing, force]);

const compare = compareSpec([out('comparaison'), keepGoing, force]);

const cog: CommandSpec = {
  name: 'cog',
  args: '<mots...>',
  summary: {
    fr: 'dit ce que l’on sait d’une commune, d’un EPCI, d’un département ou d’une région',
    en: 'say what is known of a commune, EPCI, département or region',
  },
  help: {
    fr: 'Cherche un code (INSEE, SIREN, postal, de toute année) ou des mots : nom et code d’aujourd’hui, ce que le lieu était avant, EPCI, département, population. Sans réseau.',
    en: 'Looks up a code (INSEE, SIREN, postal, of any year) or words: name and code of today, what the place was before, EPCI, département, population. No network.',
  },
  options: [
    { flags: '--format <format>', text: { fr: 'pretty ou json', en: 'pretty or json' }, choices: ['pretty', 'json'] },
  ],
  run: async (args, options, session) => (await import('./cog.ts')).cog(args, options, session),
};

/** Every command, in the order of `--help`. */
export const commands: readonly CommandSpec[] = [
  init,
  importSpec,
  validateSpec,
  explain,
  compile,
  previewSpec,
  modelesSpec,
  exportCommand,
  compare,
  similarSpec([keepGoing]),
  querySpec,
  cog,
];

/** The flags that every command takes. */
export const commonOptions: readonly OptionSpec[] = [
  { flags: '--lang <langue>', text: { fr: 'langue : fr ou en', en: 'language: fr or en' }, choices: ['fr', 'en'] },
  { flags: '-q, --quiet', text: { fr: 'ne dit que les résultats', en: 'say results only' } },
  { flags: '-v, --verbose', text: { fr: 'dit aussi les informations', en: 'also say what is merely worth knowing' } },
  { flags: '--no-color', text: { fr: 'sans couleur', en: 'without colour' } },
];
