import type { Kind } from '../../model/kind.ts';
import type { OutputFile } from '../../model/output.ts';
import { wordsOf } from '../../schema/fields.ts';
import { pathOf } from '../../schema/files.ts';
import type { Answers } from '../../schema/questions.ts';
import { schemas } from '../../schema/schemas.ts';
import type { Langue, Text } from '../../words/text.ts';
import { commentLines } from './comment.ts';
import { editorFiles } from './editor.ts';
import { outlineOf, reached, type Stage } from './outlines.ts';
import { dossierReadme, workspaceReadme } from './readme.ts';
import { blocksOf, type Values } from './sheet.ts';
import {
  acteursValues,
  candidatureValues,
  dossierValues,
  echelleValues,
  type ScaffoldContext,
  seances,
  territoireValues,
} from './values.ts';

/**
 * The first files of a dossier: what the dispositif and the phase ask for, with the answers written in and everything
 * else explained and ready to be filled in.
 * @param answers what is known, each answer checked
 * @param context `alone` adds the editor's settings, which a workspace has once for all its dossiers
 * @returns files below the dossier's folder; reading them back finds no error
 */
export function scaffold(
  answers: Answers,
  context: ScaffoldContext & { readonly alone: boolean },
): readonly OutputFile[] {
  const stage: Stage = { phase: answers.phase, dispositif: answers.dispositif, criteres: context.criteres };
  const { langue } = context;
  const yaml = (kind: Kind, values: Values): OutputFile => ({
    path: pathOf(kind),
    bytes: yamlText(kind, values, stage, langue),
  });
  const echelle = reached(stage, 'cadrage') || stage.dispositif === 'flash' ? echelleValues(answers, context) : null;
  return [
    yaml('dossier', dossierValues(answers, context)),
    yaml('territoire', territoireValues(answers, context)),
    ...(echelle === null ? [] : [yaml('echelle', echelle)]),
    yaml('acteurs', acteursValues(answers)),
    yaml('candidature', candidatureValues(answers)),
    ...(reached(stage, 'diagnostic') ? [yaml('debats', {})] : []),
    ...Object.entries(seances(answers, langue)).map(([id, values]) => markdown('seance', id, values, stage, langue)),
    ...(reached(stage, 'strategie') ? [markdown('vision', '', { titre: answers.titre }, stage, langue)] : []),
    ...surroundings(dossierReadme(answers, stage, langue)),
    ...(context.alone ? editorFiles('dossier', langue) : []),
  ];
}

/** What `atelier init DIR --espace` starts from. */
export interface WorkspaceAnswers {
  readonly titre?: string;
  readonly langue: Langue;
}

/**
 * The first files of a workspace, which will hold dossiers and national sessions.
 * @returns files below its folder
 */
export function scaffoldWorkspace({ titre, langue }: WorkspaceAnswers): readonly OutputFile[] {
  const values: Values = { format: 1, titre, langue };
  const stage: Stage = { phase: 'candidature', dispositif: 'national', criteres: {} };
  return [
    { path: 'atelier.yaml', bytes: yamlText('atelier', values, stage, langue) },
    // git keeps no empty folder.
    { path: 'dossiers/.gitkeep', bytes: '' },
    { path: 'sessions/.gitkeep', bytes: '' },
    ...surroundings(workspaceReadme(titre, langue)),
    ...editorFiles('espace', langue),
  ];
}

/** What a dossier that is there already may lack: nothing of its own content. */
export function scaffoldAround(alone: boolean, langue: Langue): readonly OutputFile[] {
  return [ignored, ...(alone ? editorFiles('dossier', langue) : [])];
}

const ignored: OutputFile = { path: '.gitignore', bytes: 'prive/\n' };

function surroundings(readme: OutputFile): readonly OutputFile[] {
  return [ignored, readme];
}

function yamlText(kind: Kind, values: Values, stage: Stage, langue: Langue): string {
  const heading = [...commentLines(wordsOf(schemas[kind]).description[langue]), ...commentLines(howTo[langue])];
  const blocks = blocksOf(schemas[kind], values, outlineOf(kind, stage), langue);
  return `${[heading, ...blocks].map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** Data at the head of a Markdown file; its text is the author's. */
function markdown(kind: Kind, id: string, values: Values, stage: Stage, langue: Langue): OutputFile {
  const blocks = blocksOf(schemas[kind], values, outlineOf(kind, stage), langue);
  const head = [...commentLines(howTo[langue]), ...commentLines(bodyBelow[langue]), ...blocks.flat()];
  return { path: pathOf(kind, id), bytes: `---\n${head.join('\n')}\n---\n` };
}

const howTo: Text = {
  fr: 'Pour répondre, retirez « # » devant une clé et écrivez. Aide sur une clé : atelier explain <clé>',
  en: 'To answer, remove “# ” before a key and write. Help about a key: atelier explain <key>',
};
const bodyBelow: Text = { fr: 'Le texte s’écrit sous le second « --- ».', en: 'The text goes below the second “---”.' };
