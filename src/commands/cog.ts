import { type Annees, type Cog, openCog } from '../cog/cog.ts';
import type { Proposition } from '../cog/entry.ts';
import type { SearchHit } from '../cog/search.ts';
import { isSiren } from '../cog/siren.ts';
import { cogBytes } from '../load/assets.ts';
import { type Session, say } from '../ui/terminal.ts';
import { printable } from '../words/escape.ts';
import { nombre } from '../words/numbers.ts';
import { fillIn, type Text } from '../words/text.ts';
import { sheet } from './cog/sheets.ts';
import { type Found, lookUp } from './cog/things.ts';
import { sentences, words } from './cog/words.ts';
import type { Options } from './spec.ts';

/**
 * `atelier cog`: what the reference data says of a code or of what bears some words.
 * @returns 1 when nothing was found; what was probably meant is then proposed
 */
export async function cog(args: readonly string[], options: Options, session: Session): Promise<number> {
  const data = openCog(cogBytes());
  const typed = args.join(' ').trim();
  const found = lookUp(data, typed);
  const known = found.things.length > 0 || found.hits.length > 0;
  if (options.format === 'json') session.out(`${JSON.stringify(jsonOf(found, data.annees), null, 2)}\n`);
  else {
    if (known) session.out(textOf(found, data, session));
    if (!known || found.proposals.length > 0) session.err(missing(typed, found.proposals, data, session));
  }
  return known && found.proposals.length === 0 ? 0 : 1;
}

function jsonOf({ things, hits, postal, proposals }: Found, annees: Annees): object {
  return {
    version: 1,
    annees,
    resultats: things,
    ...(postal && { code_postal: postal }),
    trouves: hits,
    propositions: proposals,
  };
}

function textOf(found: Found, data: Cog, session: Session): string {
  const { things, hits, more, postal } = found;
  const lines = things.flatMap((thing) => [...sheet(thing, data.annees, session), '']);
  if (postal !== null) {
    const sentence = things.length > 0 ? sentences.also : sentences.postal;
    lines.push(say(session, fillIn(sentence, { code: postal })), '');
  }
  if (hits.length > 0) lines.push(...table(hits, data, session));
  const rest = postal === null ? sentences.more : sentences.moreHere;
  if (more) lines.push(session.colour.dim(`  ${say(session, rest)}`));
  if (hits.length > 0) lines.push('');
  return `${lines.join('\n')}\n${session.colour.dim(say(session, yearsOf(data.annees)))}\n`.replace(/\n{3,}/g, '\n\n');
}

function yearsOf({ cog: year, epci, population, population_mayotte: mayotte }: Annees): Text {
  return fillIn(sentences.years, { cog: year, epci, population, mayotte });
}

/** A long name leaves that much for where it is. */
const placeWidth = 22;

/** Several bear the words: code, name, what and where it is, how many live there. */
function table(hits: readonly SearchHit[], data: Cog, session: Session): readonly string[] {
  const rows = hits.map((hit) => ({
    code: hit.code,
    nom: hit.nom,
    quoi: whatOf(hit, data, session),
    gens: hit.population === null ? '' : nombre(hit.population, session.langue),
  }));
  const widest = (key: 'code' | 'nom' | 'quoi' | 'gens') => Math.max(...rows.map((row) => row[key].length));
  const [code, gens] = [widest('code'), widest('gens')];
  const room = Math.min(session.columns, 120) - 2 - code - gens - 6;
  const nom = Math.min(widest('nom'), room - placeWidth);
  const quoi = Math.min(widest('quoi'), room - nom);
  return rows.map((row) => {
    const cells = [row.code.padEnd(code), session.colour.bold(clipped(row.nom, nom).padEnd(nom))];
    return `  ${[...cells, session.colour.dim(clipped(row.quoi, quoi).padEnd(quoi)), row.gens.padStart(gens)].join('  ')}`.trimEnd();
  });
}

function whatOf({ genre, actuelle, departements }: SearchHit, data: Cog, session: Session): string {
  const places = departements.map(({ nom }) => nom).join(', ');
  if (genre === 'departement' || genre === 'region') return say(session, words[genre]);
  if (genre === 'epci') return `EPCI · ${places}`;
  if (genre === 'commune') return places;
  return say(session, fillIn(words.devenue, { nom: data.commune(actuelle ?? '')?.nom ?? '', lieu: places }));
}

function clipped(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

function missing(typed: string, proposals: readonly Proposition[], { annees }: Cog, session: Session): string {
  const values = { mot: printable(typed), debut: annees.epci_depuis, annee: annees.epci };
  const lines = [say(session, fillIn(sentenceFor(typed.replace(/\s/g, '')), values))];
  const codes = proposals.map(({ code, nom }) => `${code} ${nom}`);
  if (codes.length > 0) lines.push(say(session, sentences.meant), ...codes.map((one) => `  ${one}`));
  return `${lines.join('\n')}\n`;
}

function sentenceFor(typed: string): (typeof sentences)['dissolved' | 'badKey' | 'unknown' | 'nothing'] {
  if (/^\d{9}$/.test(typed)) return isSiren(typed) ? sentences.dissolved : sentences.badKey;
  return /^\d/.test(typed) ? sentences.unknown : sentences.nothing;
}
