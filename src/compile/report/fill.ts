import Handlebars from 'handlebars';
import { nearest } from '../../words/nearest.ts';
import { fillIn } from '../../words/text.ts';
import { isCle, type Pen } from './pen.ts';
import { syntaxError, templateError, unknownHelper } from './template-error.ts';
import type { TemplateFile } from './template-file.ts';
import { type Fault, namesIn, type Place } from './template-names.ts';

/** A template, and what its partials are defined in. */
interface Parsed {
  readonly program: hbs.AST.Program;
  readonly run: HandlebarsTemplateDelegate<object>;
}

/**
 * A view in the template of its plan. Nothing is escaped here: the view is Markdown already.
 * @param template `<plan>.md.hbs`
 * @param partials `partiels.md.hbs`: the pieces that templates share
 * @param pen gives the words that `mot` and `cle` name
 * @returns Markdown
 * @throws UserError where a file of the user is broken, with its line
 */
export function fill(template: TemplateFile, partials: TemplateFile, view: object, pen: Pen): string {
  const { program, run } = parsed(template, partials);
  if (template.builtIn !== null || partials.builtIn !== null) {
    const [first] = namesIn(program, view, { mots: pen.mots, isCle }).faults;
    if (first !== undefined) throw faultError(first, [template, partials]);
  }
  const user = [template, partials].find(({ builtIn }) => builtIn !== null);
  return made(user, () =>
    run(view, { helpers: { mot: (key: string) => pen.mot(key), cle: (path: string) => pen.cle(path) } }),
  );
}

/** What stops a user's template while it is filled is told at its line; in ours it is a bug, and shows as such. */
function made(user: TemplateFile | undefined, run: () => string): string {
  try {
    return run();
  } catch (error) {
    throw user === undefined ? error : syntaxError(user, error);
  }
}

/**
 * A template and its partials as one program; each node knows the file that it is of.
 * @throws UserError where either cannot be read
 */
export function parseTemplate(template: TemplateFile, partials: TemplateFile): hbs.AST.Program {
  const own = read(template);
  // The template's own pieces come last: they win over those of the same name.
  return { ...own, body: [...read(partials).body, ...own.body] };
}

let last: (Parsed & { readonly template: string; readonly partials: string }) | undefined;

/** Compiled once for all the dossiers of a command: it costs more than a report. */
function parsed(template: TemplateFile, partials: TemplateFile): Parsed {
  if (last?.template !== template.text || last.partials !== partials.text) {
    const program = parseTemplate(template, partials);
    const known = { strict: true, noEscape: true, knownHelpersOnly: true, knownHelpers: { mot: true, cle: true } };
    const run = Handlebars.compile<object>(program, known);
    last = { template: template.text, partials: partials.text, program, run };
  }
  return last;
}

function read(file: TemplateFile): hbs.AST.Program {
  try {
    return Handlebars.parse(file.text, { srcName: file.shown });
  } catch (error) {
    throw syntaxError(file, error);
  }
}

/** At its line; where that is in a file of ours, at the call of the user's file that led there. */
function faultError({ kind, name, place, calls, known }: Fault, files: readonly TemplateFile[]): Error {
  const users = files.filter(({ builtIn }) => builtIn !== null);
  const fileAt = ({ source }: Place): TemplateFile | undefined => users.find(({ shown }) => shown === source);
  const at = [place, ...calls].find((one) => fileAt(one) !== undefined);
  const [only] = users;
  const file = (at && fileAt(at)) ?? only;
  if (file === undefined) throw new Error(`${place.source}:${place.line}: ${name}`);
  const line = at?.line ?? 1;
  if (kind === 'fonction') return templateError(file, line, unknownHelper(name));
  if (at === undefined) return templateError(file, line, fillIn(lacking, { nom: name, modele: place.source }));
  const near = name === '' ? null : nearest(name, known);
  const text = fillIn(SENTENCES[kind], { nom: name });
  return templateError(file, line, near === null ? text : fillIn(meant, { phrase: text, bon: near }));
}

const lacking = {
  fr: 'il manque « {nom} », dont {modele} se sert',
  en: '“{nom}”, which {modele} uses, is missing',
};

const SENTENCES: Readonly<
  Record<
    Exclude<Fault['kind'], 'fonction'>,
    { readonly fr: `${string}{nom}${string}`; readonly en: `${string}{nom}${string}` }
  >
> = {
  nom: { fr: '« {nom} » ne désigne rien à cet endroit', en: '“{nom}” names nothing in this place' },
  mot: { fr: 'aucun mot ne s’appelle « {nom} »', en: 'no word is called “{nom}”' },
  cle: { fr: 'aucune clé du format ne s’appelle « {nom} »', en: 'no key of the format is called “{nom}”' },
  partiel: { fr: 'aucun morceau ne s’appelle « {nom} »', en: 'no partial is called “{nom}”' },
  boucle: {
    fr: 'le morceau « {nom} » s’appelle lui-même sans fin',
    en: 'the partial “{nom}” calls itself without end',
  },
};

const meant = { fr: '{phrase} ; vouliez-vous dire « {bon} » ?', en: '{phrase}; did you mean “{bon}”?' };

/**
 * The frame of a page, filled.
 * @param file `page.html.hbs`
 * @returns HTML; what is not marked as ours is escaped
 * @throws UserError where a file of the user is broken, with its line
 */
export function fillPage(file: TemplateFile, view: object): string {
  const run = page(file);
  if (file.builtIn !== null) {
    const [first] = namesIn(read(file), view, { mots: new Map(), isCle: () => false }).faults;
    if (first !== undefined) throw faultError(first, [file]);
  }
  return made(file.builtIn === null ? undefined : file, () => run(view));
}

let lastPage: { readonly text: string; readonly run: HandlebarsTemplateDelegate<object> } | undefined;

function page(file: TemplateFile): HandlebarsTemplateDelegate<object> {
  if (lastPage?.text !== file.text) {
    const run = Handlebars.compile<object>(read(file), { strict: true, knownHelpersOnly: true });
    lastPage = { text: file.text, run };
  }
  return lastPage.run;
}
