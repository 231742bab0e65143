import { criteresDe } from '../compile/comparison/criteres.ts';
import { nomsDesCriteres } from '../compile/comparison/criteres-noms.ts';
import { presentationOf } from '../compile/comparison/presentation.ts';
import { prochesDe } from '../compile/comparison/proches.ts';
import {
  notesDe,
  procheDit,
  prochesJson,
  prochesMd,
  type Rapprochement,
} from '../compile/comparison/proches-ecrits.ts';
import { type Comparaison, comparaisonOf, type Site } from '../compile/comparison/sites.ts';
import { findTargets } from '../load/find.ts';
import { UserError } from '../model/error.ts';
import { likenessText } from '../ui/likeness.ts';
import { type Session, say } from '../ui/terminal.ts';
import { nearest } from '../words/nearest.ts';
import { fillIn } from '../words/text.ts';
import { withSites } from './compare/gathered.ts';
import { readAgain, sessionsAgain } from './compare/read-again.ts';
import { placeNames, stopWithout } from './compare/terminal.ts';
import { listOption, type Options, textOption } from './spec.ts';

/**
 * `atelier similar`: the dossiers nearest to one, and why.
 * @returns 1 where dossiers with errors were left out
 */
export async function similar(args: readonly string[], options: Options, given: Session): Promise<number> {
  const [typed = '', ...paths] = args;
  const limite = limitOf(textOption(options, 'limit'));
  const words = listOption(options, 'by') ?? [];
  const noms = nomsDesCriteres.filter((nom) => words.includes(nom));
  const asked = {
    isPublic: false,
    session: textOption(options, 'session'),
    at: textOption(options, 'at'),
    keepGoing: options.keepGoing === true,
    maps: false,
  };
  // Inside a dossier its neighbours are meant too, not itself alone.
  const all = paths.length > 0 ? paths : findTargets([], given.cwd).map(({ root }) => root);
  return withSites(all, asked, given, async (sites) => {
    const { extracts, settings, session } = sites;
    const comparaison = comparaisonOf(
      extracts,
      presentationOf(sessionsAgain(sites, readAgain(sites, asked.at)), settings),
    );
    if (comparaison.sites.length === 0) return stopWithout(sites, false);
    const site = siteNamed(typed, comparaison);
    const criteres = criteresDe(noms, { comparaison, lieu: placeNames() });
    const found = { site, criteres, limite, ...prochesDe(site, comparaison.sites, criteres) };
    session.out(textOf(found, textOption(options, 'format') ?? 'table', session));
    if (comparaison.sites.length === 1 && !session.quiet) session.err(`${say(session, alone)}\n`);
  });
}

/** @throws UserError when it is not a number from 1 on */
function limitOf(typed: string | undefined): number {
  if (typed === undefined) return 5;
  if (!/^[1-9]\d{0,5}$/.test(typed.trim())) throw new UserError(fillIn(badLimit, { ecrit: typed }));
  return Number(typed);
}

/** By its id, or the folder of that name. */
function siteNamed(typed: string, { sites }: Comparaison): Site {
  const word =
    typed
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  const found = sites.find(({ id }) => id === word);
  if (found !== undefined) return found;
  const ids = sites.map(({ id }) => id);
  const near = nearest(word, ids, { max: 4 });
  const hint =
    near === null
      ? fillIn(known, { ids: ids.slice(0, MANY).join(', '), suite: ids.length > MANY ? ', …' : '' })
      : { fr: `vouliez-vous dire ${near} ?`, en: `did you mean ${near}?` };
  throw new UserError(fillIn(unknown, { mot: typed }), hint);
}

/** So many ids can be read. */
const MANY = 20;

function textOf(found: Rapprochement, format: string, { langue, colour, columns }: Session): string {
  if (format === 'json') return prochesJson(found, langue);
  if (format === 'md') return prochesMd(found, langue);
  const shown = {
    titre: fillIn(title, { nom: found.site.nom })[langue],
    proches: found.proches.slice(0, found.limite).map((one) => procheDit(one, langue)),
    notes: notesDe(found, langue),
  };
  return likenessText(shown, { langue, colour, columns });
}

const title = { fr: 'Les dossiers les plus proches de {nom}', en: 'The dossiers nearest to {nom}' };
const alone = {
  fr: 'Un seul dossier ici : il n’y a rien à en rapprocher.',
  en: 'One dossier only here: there is nothing to set beside it.',
};
const badLimit = {
  fr: '--limit attend un nombre entier à partir de 1 ; « {ecrit} » n’en est pas un',
  en: '--limit expects a whole number from 1 on; “{ecrit}” is none',
};
const unknown = { fr: '« {mot} » n’est pas un dossier d’ici', en: '“{mot}” is not a dossier here' };
const known = { fr: 'les dossiers : {ids}{suite}', en: 'the dossiers: {ids}{suite}' };
