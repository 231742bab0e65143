import { distance } from '../words/nearest.ts';
import { type Cog, departementOf, type ResolvedCommune } from './cog.ts';
import { fold, sameEpci, sameName } from './fold.ts';
import { namesOf } from './names.ts';
import { search } from './search.ts';
import { communeOfSiren, isSiren, nearSirens } from './siren.ts';

/** What a code is a code of. */
export type CodeKind = 'commune' | 'epci' | 'departement' | 'region';

/** A code as it is written in a dossier: `14119 Cagny`. */
export interface WrittenCode {
  /** Null when only a name is written. */
  readonly code: string | null;
  readonly nom: string | null;
}

/** A code to write instead. */
export interface Proposition {
  readonly genre: CodeKind;
  readonly code: string;
  readonly nom: string;
  /** Of a commune, to tell homonyms apart. */
  readonly departement: string | null;
}

export type Verdict =
  /** The code exists and the name fits, or says no less than the data. */
  | 'juste'
  /** A name that it had in other years. */
  | 'nom_ancien'
  | 'sans_nom'
  | 'sans_code'
  /** One or two letters away: `14119 Cany`. */
  | 'nom_approchant'
  /** The name is of something else: one of the two is wrong. */
  | 'nom_different'
  | 'code_postal'
  /** A code of an EPCI among communes, and the like: `autre` says what it is. */
  | 'autre_genre'
  /** Nine digits that are no SIREN. */
  | 'cle_fausse'
  /** An EPCI of another year. */
  | 'disparu'
  /** A SIREN that could be one, of no EPCI of the years that are known. */
  | 'peut_etre_dissous'
  | 'inconnu';

export interface EntryCheck extends WrittenCode {
  readonly verdict: Verdict;
  /** The name that the data gives to this code. */
  readonly officiel: string | null;
  /** Of a `nom_ancien`: the last year in which it was the name. */
  readonly jusqu_en: number | null;
  /** What a code of commune leads to. */
  readonly commune: ResolvedCommune | null;
  /** What the code is, when it is of another kind. */
  readonly autre: Proposition | null;
  /** What was probably meant, best first, five at most. */
  readonly propositions: readonly Proposition[];
}

const shown = 5;

/**
 * Splits a written code from its name: `14119 Cagny`, `244 400 537 CC de Nozay`, `2a004`, `Cagny (14119)`.
 * @param text what was typed
 * @returns the code in capitals without spaces, and the name; either may be missing
 */
export function readCode(text: string): WrittenCode {
  const written = text.normalize('NFC').trim();
  const first = /^(\d{3}\s\d{3}\s\d{3}|\d[ab]\d*|\d+)(?=$|[\s,;:.()–—-])[\s,;:.–—-]*(.*)$/is.exec(written);
  if (first) return { code: bare(first[1]), nom: first[2]?.replace(/^\((.*)\)$/s, '$1').trim() || null };
  const last = /^(.*?)[\s,;:–—-]*(?:\(\s*(\d[\dab]\d*)\s*\)|\s(\d[\dab]\d{3}|\d{9}))$/is.exec(written);
  if (last?.[1]) return { code: bare(last[2] ?? last[3]), nom: last[1].trim() };
  return { code: null, nom: written || null };
}

function bare(code = ''): string {
  return code.replace(/\s/g, '').toUpperCase();
}

/**
 * Says whether a written code exists, whether the name beside it fits, and what was probably meant if not.
 * @param cog the reference data
 * @param genre what the key holds
 * @param text the code as it is written, with or without its name
 * @returns the verdict, as data: the rules make sentences of it
 */
export function checkEntry(cog: Cog, genre: CodeKind, text: string): EntryCheck {
  const written = readCode(text);
  const { code, nom } = written;
  const say = (verdict: Verdict, more: Partial<EntryCheck> = {}): EntryCheck => ({
    ...{ ...written, verdict, officiel: null, jusqu_en: null, commune: null, autre: null, propositions: [] },
    ...more,
  });
  if (code === null) return say('sans_code', { propositions: named(cog, genre, nom, null) });
  const commune = genre === 'commune' ? cog.resolveCommune(code, nom) : null;
  const officiel = officialName(cog, genre, code, commune);
  const postal = () => (genre === 'commune' ? served(cog, code, nom) : []);
  if (officiel === null && !commune) return unknown(cog, genre, written, postal(), say);
  const known = { officiel, commune };
  const today = genre !== 'epci' || cog.epci(code) !== null;
  if (nom === null) return say(today ? 'sans_nom' : 'disparu', known);
  if (fits(cog, genre, nom, officiel, commune)) return say(today ? 'juste' : 'disparu', known);
  const former = formerName(cog, genre, code, nom, commune);
  if (former) return say(today ? 'nom_ancien' : 'disparu', { ...known, jusqu_en: former.jusqu_en });
  const communes = postal();
  if (communes.length > 0 && communes.every((one) => sameName(nom, one.nom))) {
    return say('code_postal', { ...known, propositions: communes });
  }
  const near = officiel !== null && isNear(nom, officiel);
  return say(near ? 'nom_approchant' : 'nom_different', { ...known, propositions: named(cog, genre, nom, code) });
}

function unknown(
  cog: Cog,
  genre: CodeKind,
  { code, nom }: WrittenCode,
  postal: readonly Proposition[],
  say: (verdict: Verdict, more?: Partial<EntryCheck>) => EntryCheck,
): EntryCheck {
  const typed = code ?? '';
  if (postal.length > 0) return say('code_postal', { propositions: postal });
  const autre = otherKind(cog, genre, typed);
  const meant = named(cog, genre, nom, typed);
  if (autre) return say('autre_genre', { autre, propositions: unique([...epciOf(cog, genre, autre), ...meant]) });
  if (genre === 'epci' && /^\d{9}$/.test(typed)) {
    if (isSiren(typed)) return say('peut_etre_dissous', { propositions: meant });
    const near = nearSirens(cog, typed).map((siren) => propose(cog, 'epci', siren));
    const same = near.filter((one) => nom !== null && sameEpci(nom, one.nom));
    return say('cle_fausse', { propositions: unique([...same, ...near, ...meant]) });
  }
  // A spreadsheet drops the zero that a code begins with.
  const whole = genre !== 'epci' && officialName(cog, genre, `0${typed}`, cog.resolveCommune(`0${typed}`)) !== null;
  return say('inconnu', { propositions: unique([...(whole ? [propose(cog, genre, `0${typed}`)] : []), ...meant]) });
}

function officialName(cog: Cog, genre: CodeKind, code: string, commune: ResolvedCommune | null): string | null {
  if (genre === 'commune') return commune?.nom ?? null;
  return cog[genre](code)?.nom ?? (genre === 'epci' ? (cog.epciDisparu(code)?.nom ?? null) : null);
}

/** Former names are right too: of the code, of today's commune, of a commune inside it. A nameless code takes any name. */
function fits(
  cog: Cog,
  genre: CodeKind,
  nom: string,
  officiel: string | null,
  commune: ResolvedCommune | null,
): boolean {
  // Nearly every name is the official one to the letter: nothing else is looked up for it.
  if (officiel === null || nom === officiel) return true;
  if (genre === 'epci') return sameEpci(nom, officiel);
  if (!commune) return sameName(nom, officiel);
  const { actuelle } = commune;
  const former = [commune.code, ...actuelle.anciens].map((code) => cog.ancienne(code)?.nom ?? null);
  return [officiel, actuelle.nom, ...former].some((name) => name !== null && sameName(nom, name));
}

/** A name that the code had, or today's commune of it, or one of those that were merged into it. */
function formerName(cog: Cog, genre: CodeKind, code: string, nom: string, commune: ResolvedCommune | null) {
  const same = genre === 'epci' ? sameEpci : sameName;
  const codes = commune ? [code, commune.actuelle.code, ...commune.actuelle.anciens] : [code];
  return codes.flatMap((one) => cog.anciensNoms(one)).find((one) => same(nom, one.nom));
}

function isNear(nom: string, officiel: string): boolean {
  const [written, right] = [fold(nom), fold(officiel)];
  return distance(written, right, 2) <= Math.min(2, Math.ceil(right.length / 4));
}

/** The communes that a postal code serves: the one that is named, or all. */
function served(cog: Cog, code: string, nom: string | null): readonly Proposition[] {
  const all = cog.codePostal(code).map((commune) => propose(cog, 'commune', commune));
  const same = all.filter((one) => nom !== null && sameName(nom, one.nom));
  return same.length > 0 ? same : all;
}

/** What a code is, looked for among the other kinds; a SIREN of commune leads to the commune. */
function otherKind(cog: Cog, genre: CodeKind, code: string): Proposition | null {
  const siren = communeOfSiren(code);
  const commune = cog.resolveCommune(code) ?? (siren ? cog.resolveCommune(siren) : null);
  if (commune) return propose(cog, 'commune', commune.actuelle.code);
  const kinds = (['epci', 'departement', 'region'] as const).filter((kind) => kind !== genre);
  const found = kinds.find((kind) => cog[kind](code));
  return found ? propose(cog, found, code) : null;
}

/** Somebody who writes a commune where an EPCI is expected probably means its own. */
function epciOf(cog: Cog, genre: CodeKind, autre: Proposition): readonly Proposition[] {
  if (autre.genre === genre) return [autre];
  const epci = genre === 'epci' && autre.genre === 'commune' ? cog.commune(autre.code)?.epci : null;
  return epci ? [propose(cog, 'epci', epci)] : [];
}

/**
 * What bears a name: the same name first, else a near one; those of a code a slip away from the wrong one, then those of its
 * département, before the others. A commune that is part of another is that other, unless its own code was nearly typed.
 */
function named(cog: Cog, genre: CodeKind, nom: string | null, code: string | null): readonly Proposition[] {
  if (nom === null) return [];
  const kinds = genre === 'commune' ? (['commune', 'ancienne'] as const) : [genre];
  const hits = search(cog, nom, { kinds, limit: 50 });
  const same = hits.filter((hit) => (genre === 'epci' ? sameEpci : sameName)(nom, hit.nom));
  const found = same.length > 0 ? same : hits.slice(0, shown);
  const slip = (one: string) => code !== null && one !== code && distance(one, code, 2) <= 2;
  const today = ({ code: own, actuelle }: (typeof found)[number]) => (slip(own) ? own : (actuelle ?? own));
  const codes = found.length > 0 ? found.map(today) : misspelt(cog, genre, nom);
  const here = departementOf(code ?? '');
  const rank = (one: string) => (slip(one) ? 0 : code !== null && departementOf(one) === here ? 1 : 2);
  return unique(codes.toSorted((a, b) => rank(a) - rank(b)).map((one) => propose(cog, genre, one)));
}

/** Names one or two letters away, among those that begin alike. */
function misspelt(cog: Cog, genre: CodeKind, nom: string): readonly string[] {
  const names = namesOf(cog);
  const wanted = fold(nom);
  return names
    .holding(wanted.slice(0, 3))
    .filter((at) => names.genre(at) === genre && isNear(names.name(at), wanted))
    .toSorted((a, b) => distance(names.name(a), wanted) - distance(names.name(b), wanted))
    .map((at) => names.entry(at).code);
}

function propose(cog: Cog, genre: CodeKind, code: string): Proposition {
  const nom = genre === 'commune' ? cog.resolveCommune(code)?.nom : cog[genre](code)?.nom;
  return { genre, code, nom: nom ?? '', departement: genre === 'commune' ? departementOf(code) : null };
}

function unique(propositions: readonly Proposition[]): readonly Proposition[] {
  return [...new Map(propositions.map((one) => [one.code, one])).values()].slice(0, shown);
}
