import type { Cog } from '../../cog/cog.ts';
import { checkEntry, readCode } from '../../cog/entry.ts';
import { perimetreOf } from '../../cog/perimetre.ts';
import { type SearchHit, search } from '../../cog/search.ts';
import type { Answers, codeKeys } from '../../schema/questions.ts';
import { compte } from '../../words/numbers.ts';
import { fillIn, type Langue } from '../../words/text.ts';
import type { Ask, Choice } from './ask.ts';
import { hitWords, words } from './words.ts';

/** Codes written with their names, by what they are codes of. */
export type Territory = Pick<Answers, (typeof codeKeys)[number]>;

const keyOf = {
  commune: 'communes',
  ancienne: 'communes',
  epci: 'epci',
  departement: 'departements',
  region: 'regions',
} as const;

/**
 * Asks for communes, EPCI, départements or régions by part of their name or by a code, one after the other until
 * nothing more is typed; the last one can be taken back.
 * @returns the codes with their names, in the order chosen; what is inside what was chosen before is said and left out
 */
export async function askTerritory(ask: Ask, cog: Cog, step: string, langue: Langue): Promise<Territory> {
  const places: Place[] = [];
  for (;;) {
    const last = places.at(-1);
    const source = (typed: string) => (typed.trim() === '' ? rows(last, langue) : choicesFor(typed, cog, langue));
    const message = (last ? words.another : words.territory)[langue];
    const answered = (last ? words.more : words.place)[langue];
    const chosen = await ask.search({ step: last ? '' : step, message, answered, source });
    if (chosen === takeBack && last) {
      places.pop();
      ask.say(fillIn(words.takenBack, { nom: nameOf(last) })[langue]);
      continue;
    }
    const place = parted(chosen);
    const territory = gathered(places);
    if (place === null) return territory;
    const holder = holderOf(place.written, place.key, territory, cog);
    if (holder === null) places.push(place);
    else ask.say(fillIn(words.already, { nom: nameOf(place), dans: holder })[langue]);
  }
}

/** A code with its name, and what it is a code of. */
interface Place {
  readonly key: keyof Territory;
  readonly written: string;
}

const takeBack = '-';

/** What is shown before anything is typed: first what Enter takes, then the way back. */
function rows(last: Place | undefined, langue: Langue): readonly Choice[] {
  if (last === undefined) return [{ value: '', name: words.notYet[langue] }];
  const back = fillIn(words.takeBack, { nom: nameOf(last) })[langue];
  return [
    { value: '', name: words.enough[langue], short: words.no[langue] },
    { value: takeBack, name: back },
  ];
}

function nameOf({ written }: Place): string {
  return readCode(written).nom ?? written;
}

function gathered(places: readonly Place[]): Territory {
  const under = (key: keyof Territory) => places.filter((place) => place.key === key).map(({ written }) => written);
  return {
    communes: under('communes'),
    epci: under('epci'),
    departements: under('departements'),
    regions: under('regions'),
  };
}

function parted(chosen: string): Place | null {
  const at = chosen.indexOf(' ');
  const key = Object.values(keyOf).find((known) => known === chosen.slice(0, at));
  return key === undefined ? null : { key, written: chosen.slice(at + 1) };
}

/** What already covers all the communes of a new code, if anything does. */
function holderOf(written: string, key: keyof Territory, territory: Territory, cog: Cog): string | null {
  const inside = perimetreOf({ [key]: [written] }, cog).communes.map(({ commune }) => commune);
  for (const own of Object.keys(territory) as (keyof Territory)[]) {
    for (const code of territory[own]) {
      const covered = new Set(perimetreOf({ [own]: [code] }, cog).communes.map(({ commune }) => commune));
      if (inside.length > 0 && inside.every((commune) => covered.has(commune))) return readCode(code).nom ?? code;
    }
  }
  return null;
}

const [nameWidth, whatWidth] = [40, 35];

function choicesFor(typed: string, cog: Cog, langue: Langue): readonly Choice[] {
  const found = search(cog, typed, { limit: 8 });
  return (found.length > 0 ? found : nearHits(typed, cog)).map((hit) => {
    const told = what(hit, cog, langue);
    return {
      value: `${keyOf[hit.genre]} ${hit.code} ${hit.nom}`,
      name: `${clipped(hit.nom, nameWidth).padEnd(nameWidth)}  ${clipped(told, whatWidth)}`,
      short: `${hit.nom} · ${told}`,
    };
  });
}

/** A name one or two letters away: `doulens` finds Doullens. */
function nearHits(typed: string, cog: Cog): readonly SearchHit[] {
  if (typed.trim().length < 4) return [];
  const near = checkEntry(cog, 'commune', typed).propositions;
  return near.flatMap(({ code }) => search(cog, code, { kinds: ['commune'], limit: 1 }));
}

/** The two columns fit an 80-column terminal. */
function clipped(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

/** What a hit is and where it lies, number first, as people know it: homonyms are many. */
function what(hit: SearchHit, cog: Cog, langue: Langue): string {
  const places = hit.departements.map(({ code, nom }) => `${code} ${nom}`);
  const where = places.length > 2 ? [...places.slice(0, 2), '…'].join(', ') : places.join(', ');
  return [kindOf(hit, cog, langue), where].filter((part) => part !== '').join(' · ');
}

function kindOf({ genre, code, actuelle }: SearchHit, cog: Cog, langue: Langue): string {
  if (genre === 'epci')
    return compte(cog.epci(code)?.communes.length ?? 0, hitWords.commune, hitWords.communes, langue);
  if (genre === 'ancienne') return fillIn(hitWords.ancienne, { nom: cog.commune(actuelle ?? '')?.nom ?? '' })[langue];
  return hitWords[genre][langue];
}
