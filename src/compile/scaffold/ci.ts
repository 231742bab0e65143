import Handlebars from 'handlebars';
import type { OutputFile } from '../../model/output.ts';
import { quoted } from '../../words/quote.ts';
import type { Langue, Text } from '../../words/text.ts';

/** The forges whose reviewers' workflow we write. */
export const forges = ['github', 'gitlab'] as const;
export type Forge = (typeof forges)[number];

/** Where each forge reads its instructions: a path from the root of the repository. */
export const workflowPath: Readonly<Record<Forge, string>> = {
  github: '.github/workflows/atelier.yml',
  gitlab: '.gitlab-ci.yml',
};

/** What a workflow depends on. */
export interface WorkflowContext {
  /** The version of atelier that it installs: the one that writes it. */
  readonly version: string;
  readonly langue: Langue;
  /** The workspace or lone dossier, from the root of the repository, with `/`; '' where it is the root itself. */
  readonly below: string;
  /** What `compile --to` is asked for. */
  readonly formats: readonly string[];
}

/**
 * The workflow that checks a workspace or lone dossier on a forge at each merge request, and keeps its reports.
 * @param template the text of `templates/ci/<forge>.yml.hbs`
 * @returns the file, below the root of the repository
 */
export function workflow(forge: Forge, context: WorkflowContext, template: string): OutputFile {
  const { version, langue, below, formats } = context;
  const path = workflowPath[forge];
  const from = (name: string) => word(below === '' ? name : `${below}/${name}`);
  const view = {
    version,
    formats: formats.join(','),
    dossier: below === '' ? '' : quoted(below),
    declencheurs: `[${from('**')}, ${word(path)}]`,
    memoire: from('.atelier-cache/'),
    rapports: from('rapports/'),
    junit: from('atelier-junit.xml'),
    qualite: from('gl-code-quality-report.json'),
    mots: wordsIn(langue),
  };
  const fill = Handlebars.compile<typeof view>(template, { strict: true, noEscape: true, knownHelpersOnly: true });
  return { path, bytes: fill(view) };
}

/** A path as it stands in YAML, bare where nothing in it means something there. */
function word(path: string): string {
  return /^[\w.][\w./-]*$/.test(path) ? path : quoted(path);
}

/**
 * The first character of a path that the forges would not take as it is (a wildcard, a variable, a quotation mark);
 * null when there is none.
 */
export function strangeSign(below: string): string | null {
  return /^-|[^\p{L}\p{M}\p{N} ._'’,/-]/u.exec(below)?.[0] ?? null;
}

function wordsIn(langue: Langue): Readonly<Record<keyof typeof words, string>> {
  const said = Object.entries<Text>(words).map(([key, text]) => [key, text[langue]]);
  return Object.fromEntries(said) as Readonly<Record<keyof typeof words, string>>;
}

const words = {
  ecrit: {
    fr: 'Vérifie les dossiers d’atelier et garde leurs rapports, à chaque demande de fusion et sur la branche principale.',
    en: 'Checks the atelier dossiers and keeps their reports, at each merge request and on the main branch.',
  },
  libre: {
    fr: 'Écrit une fois par atelier init --ci : ce fichier est à vous, rien ne le réécrira.',
    en: 'Written once by atelier init --ci: this file is yours, nothing will write it again.',
  },
  nom: { fr: 'Dossiers d’atelier', en: 'Atelier dossiers' },
  main: { fr: 'Aussi à la main, depuis le navigateur.', en: 'By hand too, from the browser.' },
  droits: { fr: 'Lire le dépôt suffit.', en: 'Reading the repository is enough.' },
  derniere: {
    fr: 'Une version plus récente arrête la vérification de la précédente.',
    en: 'A newer version stops the check of the one before.',
  },
  historique: {
    fr: 'Tout l’historique : la vérification compare et regarde en arrière.',
    en: 'The whole history: the check compares and looks back.',
  },
  copie: { fr: 'Copier le dépôt', en: 'Copy the repository' },
  node: { fr: 'Préparer Node', en: 'Set up Node' },
  installer: { fr: 'Installer atelier', en: 'Install atelier' },
  memoire: { fr: 'Se souvenir de ce qui est déjà vérifié', en: 'Remember what is already checked' },
  verifier: { fr: 'Vérifier les dossiers', en: 'Check the dossiers' },
  montrer: {
    fr: 'Les problèmes se lisent dans la demande de fusion, onglet des tests compris.',
    en: 'Problems are read in the merge request, in its tests tab as well.',
  },
  quandMeme: {
    fr: 'Même quand la vérification trouve des erreurs : les dossiers sains ont leur rapport.',
    en: 'Even when the check finds errors: sound dossiers get their report.',
  },
  dejaDit: {
    fr: 'Un dossier en erreur est laissé de côté ; la vérification le dit déjà.',
    en: 'A dossier with errors is left out; the check says so already.',
  },
  compiler: { fr: 'Compiler les rapports', en: 'Compile the reports' },
  garder: { fr: 'Garder les rapports', en: 'Keep the reports' },
  rapports: { fr: 'rapports', en: 'reports' },
} satisfies Readonly<Record<string, Text>>;
