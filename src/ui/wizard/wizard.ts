import type { Cog } from '../../cog/cog.ts';
import { readCode } from '../../cog/entry.ts';
import { labelOf } from '../../schema/labels.ts';
import type { Answers } from '../../schema/questions.ts';
import { codeKeys } from '../../schema/questions.ts';
import { fillIn, type Langue } from '../../words/text.ts';
import type { Ask, InputQuestion } from './ask.ts';
import {
  type Draft,
  perimetreLine,
  perimetreSoFar,
  proposedFolder,
  proposedHolders,
  proposedName,
  proposedService,
  proposedTitle,
  spokenFolder,
} from './proposals.ts';
import { askTerritory } from './territory.ts';
import { words } from './words.ts';

/** What the wizard has to know beside the answers. */
export interface WizardContext {
  readonly cog: Cog;
  /** Of the screen, and of what will be written. */
  readonly langue: Langue;
  readonly fileLangue: Langue;
  /** Sessions of the workspace; null outside one. */
  readonly sessions: readonly { readonly id: string; readonly titre: string }[] | null;
  /** The right writing of what was typed for a question, or what is wrong with it. */
  readonly check: (key: keyof Answers, typed: string) => { readonly value: string } | { readonly problem: string };
  /** What forbids to create a folder; null when nothing does. */
  readonly checkFolder: (name: string) => string | null;
}

/** The answers and the folder they are for. */
export interface Filled {
  readonly draft: Draft;
  readonly folder: string;
}

const steps = 7;

/**
 * Asks what was not given, in seven steps, each with a proposal; an answer left empty is unknown.
 * @param given what flags or a file of answers already say: not asked again
 * @param folder name of the folder to create, when it was said
 */
export async function runWizard(
  ask: Ask,
  given: Draft,
  folder: string | undefined,
  context: WizardContext,
): Promise<Filled> {
  let draft = given;
  draft = { ...draft, ...(await askPhase(ask, draft, context)) };
  draft = { ...draft, ...(await askDispositif(ask, draft, context)) };
  draft = { ...draft, ...(await askPlace(ask, draft, folder, context)) };
  const titled = await askTitle(ask, draft, folder, context);
  draft = { ...draft, titre: titled.titre };
  draft = { ...draft, ...(await askHolders(ask, draft, context)) };
  draft = { ...draft, ...(await askDates(ask, draft, context)) };
  draft = { ...draft, ...(await askReaders(ask, draft, context)) };
  return { draft, folder: titled.folder };
}

function numbered(step: number): string {
  return `${step}/${steps}`;
}

async function askPhase(ask: Ask, { phase }: Draft, { langue }: WizardContext): Promise<Draft> {
  if (phase !== undefined) return {};
  const choices = (['applying', 'launched', 'finished'] as const).map((value) => ({
    value,
    name: words[value][langue],
  }));
  const where = await ask.select({ step: numbered(1), message: words.where[langue], choices });
  if (where === 'finished') return { phase: 'suites', termine: true };
  if (where !== 'launched') return { phase: 'candidature' };
  const phases = (['cadrage', 'diagnostic', 'strategie', 'feuille_de_route', 'restitution'] as const).map((value) => ({
    value,
    name: labelOf('phase', value)[langue],
  }));
  const chosen = await ask.select({ step: '', message: words.phase[langue], choices: phases });
  return { phase: phases.find(({ value }) => value === chosen)?.value ?? 'cadrage' };
}

async function askDispositif(
  ask: Ask,
  { dispositif: given, session }: Draft,
  { langue, sessions, check }: WizardContext,
): Promise<Draft> {
  const choices = (['local', 'national', 'flash'] as const).map((value) => ({ value, name: words[value][langue] }));
  const chosen = given ?? (await ask.select({ step: numbered(2), message: words.dispositif[langue], choices }));
  const dispositif = choices.find(({ value }) => value === chosen)?.value ?? 'local';
  if (dispositif !== 'national' || session !== undefined) return { dispositif };
  if (sessions !== null && sessions.length > 0) {
    const known = sessions.map(({ id, titre }) => ({ value: id, name: titre }));
    return { dispositif, session: await ask.select({ step: '', message: words.session[langue], choices: known }) };
  }
  const typed = await input(ask, 'session', { step: '', message: words.sessionId[langue] }, check);
  return { dispositif, session: typed };
}

async function askPlace(ask: Ask, draft: Draft, folder: string | undefined, context: WizardContext): Promise<Draft> {
  const { cog, langue, fileLangue, check } = context;
  const listed = codeKeys.some((key) => (draft[key] ?? []).length > 0);
  const place = listed ? {} : await askTerritory(ask, cog, numbered(3), langue);
  const perimetre = perimetreSoFar({ ...draft, ...place }, cog);
  if (perimetre !== null) ask.say(perimetreLine(perimetre, langue));
  if (draft.nom !== undefined) return place;
  const proposed =
    proposedName({ ...draft, ...place }, perimetre, fileLangue) ?? draft.titre ?? spokenFolder(folder ?? '');
  return {
    ...place,
    nom: await input(
      ask,
      'nom',
      { step: '', message: words.name[langue], ...(proposed !== undefined && { proposed }) },
      check,
      words.needed[langue],
    ),
  };
}

async function askTitle(
  ask: Ask,
  draft: Draft,
  given: string | undefined,
  context: WizardContext,
): Promise<{ titre: string; folder: string }> {
  const { langue, fileLangue, check, checkFolder } = context;
  const nom = draft.nom ?? '';
  const proposed = proposedTitle(draft, nom, fileLangue);
  const titre =
    draft.titre ??
    (await input(
      ask,
      'titre',
      { step: numbered(4), message: words.title[langue], proposed },
      check,
      words.needed[langue],
    )) ??
    proposed;
  const near = proposedFolder(nom) || proposedFolder(titre);
  const question = { step: '', message: words.folder[langue], needed: true, ...(near !== '' && { proposed: near }) };
  const folder =
    given ??
    (await ask.input({ ...question, check: (name) => (name === '' ? words.needed[langue] : checkFolder(name)) }));
  return { titre, folder };
}

async function askHolders(ask: Ask, draft: Draft, { cog, langue, check }: WizardContext): Promise<Draft> {
  const service = proposedService(perimetreSoFar(draft, cog));
  const question = {
    step: numbered(5),
    message: words.service[langue],
    ...(service !== undefined && { proposed: service }),
  };
  const moa = draft.moa ?? (await input(ask, 'moa', question, check));
  const likely = proposedHolders(draft);
  let porteurs = draft.porteurs ?? [];
  if (draft.porteurs === undefined && likely.length > 0) {
    const yes = await ask.confirm({ step: '', message: holdersQuestion(likely, langue), proposed: true });
    porteurs = yes ? likely : [];
  }
  ask.say(words.people[langue]);
  return { moa, porteurs };
}

function holdersQuestion(codes: readonly string[], langue: Langue): string {
  const [only = '', ...others] = codes.map((code) => readCode(code).nom ?? code);
  if (others.length === 0) return fillIn(words.holder, { nom: only })[langue];
  const genre = codes.every((code) => /^\d{9}\b/.test(code)) ? 'EPCI' : 'communes';
  return fillIn(words.holders, { n: codes.length, genre })[langue];
}

async function askDates(ask: Ask, draft: Draft, { langue, check }: WizardContext): Promise<Draft> {
  const debut = draft.debut ?? (await input(ask, 'debut', { step: numbered(6), message: words.launch[langue] }, check));
  const seance = draft.seance ?? (await input(ask, 'seance', { step: '', message: words.firstSeance[langue] }, check));
  const budget = draft.budget ?? (await input(ask, 'budget', { step: '', message: words.budget[langue] }, check));
  return { debut, seance, budget };
}

async function askReaders(ask: Ask, { diffusion }: Draft, { langue }: WizardContext): Promise<Draft> {
  if (diffusion !== undefined) return {};
  const choices = (['partenaires', 'interne', 'public'] as const).map((value) => ({
    value,
    name: words[value][langue],
  }));
  const chosen = await ask.select({ step: numbered(7), message: words.readers[langue], choices });
  return { diffusion: choices.find(({ value }) => value === chosen)?.value ?? 'partenaires' };
}

/** Asks until what is typed is right; nothing typed is unknown, or wrong as `needed` says. */
async function input(
  ask: Ask,
  key: keyof Answers,
  question: Omit<InputQuestion, 'check'>,
  check: WizardContext['check'],
  needed: string | null = null,
): Promise<string | undefined> {
  const problemOf = (typed: string) => {
    if (typed === '') return needed;
    const checked = check(key, typed);
    return 'problem' in checked ? checked.problem : null;
  };
  const typed = await ask.input({ ...question, needed: needed !== null, check: problemOf });
  const checked = typed === '' ? { problem: '' } : check(key, typed);
  return 'value' in checked ? checked.value : undefined;
}
