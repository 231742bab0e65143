import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { UserError } from '../model/error.ts';
import { fillIn, type Text } from '../words/text.ts';
import { template } from './assets.ts';

/** Who brings a template: the dossier, its workspace, the command line, or the program itself. */
export type LayerId = 'dossier' | 'espace' | 'option' | 'integre';

/** One folder of templates. */
export interface Layer {
  readonly id: Exclude<LayerId, 'integre'>;
  /** Absolute. */
  readonly folder: string;
  /** Absolute: where the folder itself, links followed, must lie. */
  readonly within: string;
  /** How messages name it. */
  readonly shown: string;
}

/** A template in the layer that was found first. */
export interface FoundTemplate {
  readonly layer: LayerId;
  /** `modeles/fiche.md.hbs`; for a built-in one, its bare name. */
  readonly shown: string;
  readonly text: string;
  /** The built-in one in whose place it stands; null where this is it. */
  readonly builtIn: string | null;
}

/** The folder of a dossier or workspace that holds its templates. */
export const LAYER_FOLDER = 'modeles';

/** More is no template: a mistake, or something that should not be read whole. */
const LARGEST = 2_000_000;

/**
 * The layers of a dossier, the first to win first.
 * @param root the workspace or lone dossier, absolute
 * @param dossier the dossier's folder below the root; '' for a lone one, null for the workspace itself
 * @param given the folder of `--modeles`
 */
export function layersOf(root: string, dossier: string | null, given: Layer | null): readonly Layer[] {
  const own: readonly Layer[] =
    dossier === null || dossier === ''
      ? []
      : [
          {
            id: 'dossier',
            folder: join(root, dossier, LAYER_FOLDER),
            within: join(root, dossier),
            shown: `${dossier}/${LAYER_FOLDER}`,
          },
        ];
  const top: Layer = {
    id: dossier === '' ? 'dossier' : 'espace',
    folder: join(root, LAYER_FOLDER),
    within: root,
    shown: LAYER_FOLDER,
  };
  return [...own, top, ...(given === null ? [] : [given])];
}

/**
 * The folder that `--modeles` names.
 * @param folder absolute
 * @param typed as it was typed
 * @throws UserError when it is no folder
 */
export function givenLayer(folder: string, typed: string): Layer {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(fillIn(noFolder, { dossier: typed }));
  return { id: 'option', folder, within: folder, shown: typed.replace(/[\\/]+$/, '') || typed };
}

/**
 * A template by its name, from the first layer that has it.
 * @param name below `templates/`: `fiche.md.hbs`
 * @param layers the first to win first; the built-in ones come last
 * @throws UserError where what stands there is no text, or a link leads out
 */
export function findTemplate(name: string, layers: readonly Layer[]): FoundTemplate {
  for (const layer of layers) {
    const text = textIn(layer, name);
    if (text !== null) return { layer: layer.id, shown: `${layer.shown}/${name}`, text, builtIn: builtIn(name) };
  }
  return { layer: 'integre', shown: name, text: builtIn(name), builtIn: null };
}

const read = new Map<string, string>();

/** Read once a run. */
function builtIn(name: string): string {
  const text = read.get(name) ?? template(name);
  read.set(name, text);
  return text;
}

function textIn({ folder, within, shown }: Layer, name: string): string | null {
  const path = join(folder, name);
  if (!existsSync(folder)) return null;
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return null;
  const refuse = (why: Text): UserError => new UserError(fillIn(refused, { fichier: `${shown}/${name}`, quoi: why }));
  if (!existsSync(path)) throw refuse(deadLink);
  if (!isBelow(folder, within) || !isBelow(path, folder)) throw refuse(leadsOut);
  const found = statSync(path);
  if (!found.isFile()) throw refuse(noFile);
  if (found.size > LARGEST) throw refuse(tooLarge);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw refuse(noText);
    throw error;
  }
}

/** Links followed: true where a path is a folder, or lies below it. */
function isBelow(path: string, folder: string): boolean {
  const [inner, outer] = [realpathSync(path), realpathSync(folder)];
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

const refused = { fr: '{fichier} : {quoi}', en: '{fichier}: {quoi}' };
const leadsOut = { fr: 'ce lien mène hors du dossier', en: 'this link leads out of the folder' };
const deadLink = { fr: 'ce lien ne mène nulle part', en: 'this link leads nowhere' };
const noFile = { fr: 'un fichier est attendu ici', en: 'a file is expected here' };
const tooLarge = { fr: 'un modèle ne dépasse pas 2 Mo', en: 'a template is 2 MB at most' };
const noText = { fr: 'ce n’est pas du texte en UTF-8', en: 'this is no UTF-8 text' };
const noFolder = { fr: '--modeles : {dossier} n’est pas un dossier', en: '--modeles: {dossier} is not a folder' };
