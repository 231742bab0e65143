import { UserError } from '../../model/error.ts';
import { fillIn, type Text } from '../../words/text.ts';
import type { TemplateFile } from './template-file.ts';

/**
 * What is wrong in a file of templates, at its line.
 * @param file where; a built-in one is a mistake of ours, and shows as such
 * @param line from 1
 * @param what one sentence without its point
 */
export function templateError(file: Pick<TemplateFile, 'shown' | 'builtIn'>, line: number, what: Text): Error {
  const where = { fichier: file.shown, ligne: line, quoi: what };
  if (file.builtIn === null) return new Error(fillIn(at, where).en);
  return new UserError(fillIn(at, where), {
    fr: 'sans ce fichier, le modèle d’origine sert : voir atelier modeles list',
    en: 'without this file the built-in one serves: see atelier modeles list',
  });
}

const at = { fr: '{fichier}:{ligne} : {quoi}', en: '{fichier}:{ligne}: {quoi}' };

/** What Handlebars threw, said in our words, with the line that it names. */
export function syntaxError(file: TemplateFile, error: unknown): Error {
  if (!(error instanceof Error)) throw error;
  const { message } = error;
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1] ?? 1);
  const [, open, close] = /^(\S+) doesn't match (\S+)/.exec(message) ?? [];
  if (open !== undefined && close !== undefined)
    return templateError(file, line, fillIn(mismatch, { ouvre: open, ferme: close }));
  const [, helper] = /unknown helper (\S+)/.exec(message) ?? [];
  if (helper !== undefined) return templateError(file, line, unknownHelper(helper));
  return templateError(file, line, message.includes("got 'EOF'") ? unclosed : unreadable);
}

/** A function that templates do not have. */
export function unknownHelper(nom: string): Text {
  return fillIn(noHelper, { nom });
}

const mismatch = {
  fr: 'le bloc « #{ouvre} » est fermé par « /{ferme} »',
  en: 'the block “#{ouvre}” is closed by “/{ferme}”',
};
const noHelper = {
  fr: '« {nom} » n’est pas une fonction des modèles : mot, cle, if, unless, each, with, lookup',
  en: '“{nom}” is no function of templates: mot, cle, if, unless, each, with, lookup',
};
const unclosed = {
  fr: 'le fichier se termine avant qu’un bloc « # » soit fermé',
  en: 'the file ends before a “#” block is closed',
};
const unreadable = {
  fr: 'ce qui est entre accolades ne se lit pas : une balise est mal fermée, ou un signe est de trop',
  en: 'what stands between braces cannot be read: a tag is badly closed, or a sign is one too many',
};
