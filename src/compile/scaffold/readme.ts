import type { Kind } from '../../model/kind.ts';
import type { OutputFile } from '../../model/output.ts';
import { wordsOf } from '../../schema/fields.ts';
import { filePatterns, pathOf } from '../../schema/files.ts';
import type { Answers } from '../../schema/questions.ts';
import { schemas } from '../../schema/schemas.ts';
import type { Langue, Text } from '../../words/text.ts';
import { outlineOf, reached, type Stage } from './outlines.ts';
import { modelOf } from './sheet.ts';

/** What to do next, for somebody who has never seen such a folder: files, how to fill them in, models to copy. */
export function dossierReadme(answers: Answers, stage: Stage, langue: Langue): OutputFile {
  const models = later
    .filter(({ from }) => reached(stage, from))
    .flatMap(({ kind, id }) => modelLines(kind, id, stage, langue));
  const text = [
    `# ${answers.titre.replace(/([\\`*_[\]<>#])/g, '\\$1')}`,
    opening[langue],
    howTo[langue],
    commands[langue],
    privacy[langue],
    ...(models.length === 0 ? [] : [modelsIntro[langue], ...models]),
  ];
  return readme(text, langue);
}

/** What a workspace is for, and how its first dossier and session come in. */
export function workspaceReadme(titre: string | undefined, langue: Langue): OutputFile {
  const title = titre ?? { fr: 'Espace de travail', en: 'Workspace' }[langue];
  return readme([`# ${title.replace(/([\\`*_[\]<>#])/g, '\\$1')}`, workspace[langue], privacy[langue]], langue);
}

function readme(parts: readonly string[], langue: Langue): OutputFile {
  return { path: langue === 'fr' ? 'LISEZ-MOI.md' : 'README.md', bytes: `${parts.join('\n\n')}\n` };
}

/** The files that have something to say only later: a model of each, from the phase that asks for it. */
const later: readonly { readonly kind: Kind; readonly id: Text; readonly from: Answers['phase'] }[] = [
  { kind: 'principe', id: { fr: 'mon-principe', en: 'my-principle' }, from: 'strategie' },
  { kind: 'feuille-de-route', id: { fr: '', en: '' }, from: 'feuille_de_route' },
  { kind: 'initiative', id: { fr: 'mon-initiative', en: 'my-initiative' }, from: 'feuille_de_route' },
  { kind: 'enseignements', id: { fr: '', en: '' }, from: 'restitution' },
];

function modelLines(kind: Kind, id: Text, stage: Stage, langue: Langue): readonly string[] {
  const { title, description } = wordsOf(schemas[kind]);
  const lines = modelOf(schemas[kind], outlineOf(kind, stage), langue);
  const head = filePatterns.find((pattern) => pattern.kind === kind)?.frontMatter === true ? ['---'] : [];
  const block = ['```yaml', ...head, ...lines, ...head, '```'].join('\n');
  return [
    `### ${title[langue]} : \`${pathOf(kind, id[langue])}\``.replace(' :', langue === 'fr' ? ' :' : ':'),
    description[langue],
    block,
  ];
}

const opening: Text = {
  fr: `Ce dossier décrit un atelier des territoires. Ce sont des textes simples : ils s’ouvrent avec n’importe quel éditeur,
de préférence Visual Studio Code avec l’extension YAML qu’il propose à l’ouverture, qui explique chaque clé et signale
les fautes pendant la frappe.`,
  en: `This folder describes an Atelier des territoires workshop. It is made of plain texts: any editor opens them,
preferably Visual Studio Code with the YAML extension that it suggests, which explains each key and points at mistakes
while you type.`,
};

const howTo: Text = {
  fr: `## Compléter

- Une ligne qui commence par \`# \` attend une réponse : retirez \`# \` au début de la ligne, et des lignes en dessous
  qui vont avec elle, puis écrivez. Au-dessus, ce qu’elle veut dire.
- Une réponse que vous n’avez pas reste comme elle est : ce qui manque veut dire « inconnu », jamais zéro.
- Un texte s’écrit entre guillemets, ou sur plusieurs lignes sous une barre \`|\`, décalé de deux espaces.
- Un code est suivi de son nom : \`14119 Cagny\`. Une date s’écrit \`2026\`, \`2026-03\` ou \`2026-03-15\`.`,
  en: `## Filling in

- A line that begins with \`# \` waits for an answer: remove \`# \` at the start of the line, and of the lines below that
  belong to it, then write. What it means stands above.
- An answer that you do not have stays as it is: what is missing means “unknown”, never zero.
- A text goes between quotation marks, or on several lines below a bar \`|\`, two spaces in.
- A code is followed by its name: \`14119 Cagny\`. A date is written \`2026\`, \`2026-03\` or \`2026-03-15\`.`,
};

const commands: Text = {
  fr: `## Vérifier, voir

Dans ce dossier, en ligne de commande :

- \`atelier validate\` dit chaque problème à sa ligne, et ce qui était attendu ;
- \`atelier compile\` écrit le rapport dans \`rapports/\` ;
- \`atelier explain budget\` explique une clé, ici \`budget\`.`,
  en: `## Checking, seeing

In this folder, on the command line:

- \`atelier validate\` tells each problem at its line, and what was expected;
- \`atelier compile\` writes the report in \`rapports/\`;
- \`atelier explain budget\` explains a key, here \`budget\`.`,
};

const privacy: Text = {
  fr: `## Ce qui ne doit pas sortir

Les dossiers nomment des organismes et des fonctions, jamais une adresse ni un téléphone. Contacts et brouillons vont
dans un dossier \`prive/\` que vous créez ici : aucune commande ne le lit et git ne l’envoie nulle part. Il n’existe donc
que sur votre poste : sauvegardez-le ailleurs.`,
  en: `## What must not leave

Dossiers name organisations and functions, never an address or a telephone number. Contacts and drafts go in a folder
\`prive/\` that you create here: no command reads it and git sends it nowhere. It therefore exists on your computer only:
back it up elsewhere.`,
};

const modelsIntro: Text = {
  fr: `## Fichiers à créer quand vous y êtes

Copiez le modèle dans un nouveau fichier. Le nom d’un fichier est son identifiant : minuscules sans accent, chiffres et
tirets. Sous le second \`---\`, écrivez le texte.`,
  en: `## Files to create when you get there

Copy the model into a new file. A file’s name is its identifier: lower-case letters without accents, digits and hyphens.
Below the second \`---\`, write the text.`,
};

const workspace: Text = {
  fr: `Cet espace de travail rassemble plusieurs ateliers : un dossier chacun sous \`dossiers/\`, et les sessions nationales sous
\`sessions/\`. Ses réglages sont dans \`atelier.yaml\`.

- \`atelier init mon-territoire\` crée \`dossiers/mon-territoire\`, en posant quelques questions ;
- \`atelier validate\` vérifie tout, \`atelier compile\` écrit les rapports, \`atelier export\` le jeu de données.`,
  en: `This workspace gathers several workshops: a folder each below \`dossiers/\`, and the national sessions below
\`sessions/\`. Its settings are in \`atelier.yaml\`.

- \`atelier init my-territory\` creates \`dossiers/my-territory\`, asking a few questions;
- \`atelier validate\` checks everything, \`atelier compile\` writes the reports, \`atelier export\` the dataset.`,
};
