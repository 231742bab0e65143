/** The plans that `compile` knows, in the order of its help: each is a template of that name, and a view. */
export const plans = ['rapport', 'fiche', 'feuille-de-route', 'note-opportunite', 'carnet-de-suivi'] as const;

/** What a document is for: the whole report, or a part of it arranged for one use. */
export type Plan = (typeof plans)[number];

/** The template of the report of a session. */
export const SESSION_TEMPLATE = 'session.md.hbs';

/** The template of the publication that compares dossiers. */
export const COMPARISON_TEMPLATE = 'comparaison.md.hbs';

/** Those that no dossier has of its own: they are looked for in the workspace. */
export const ofWorkspaces: readonly string[] = [SESSION_TEMPLATE, COMPARISON_TEMPLATE];

/** Every file that reports are made with: the templates of the plans, what they share, the pages around, the words. */
export const templateNames: readonly string[] = [
  ...plans.map((plan) => `${plan}.md.hbs`),
  'partiels.md.hbs',
  'page.html.hbs',
  'page.typ',
  'style.css',
  'mots.fr.yaml',
  'mots.en.yaml',
  ...ofWorkspaces,
];
