import { fold, sameName } from '../../src/cog/fold.ts';

/** What the editions hold, as far as it is read here. */
export interface OldCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly chefLieu?: string;
}
export interface OldEpci {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly membres: readonly { readonly code: string; readonly nom: string }[];
}
/** The reference data as it was on 1 January of a year. */
export interface Edition {
  readonly annee: number;
  readonly communes: readonly OldCommune[];
  readonly epci: readonly OldEpci[];
}
/** One state of one commune (COM), déléguée (COMD) or associée (COMA) between two dates; ids read `COM-14538@2019-01-01`. */
export interface HistoryEntry {
  readonly id: string;
  readonly type: string;
  readonly code: string;
  readonly nom: string;
  readonly dateDebut?: string;
  readonly dateFin?: string;
  readonly raisonFin?: string;
  readonly predecesseur?: string;
  /** Of a déléguée or associée: the commune that it belongs to. */
  readonly pole?: string;
}

const header = [
  '# Ce qui a changé : historique des communes de 1943 à 2019, puis comparaison des éditions annuelles (INSEE, DGCL).',
  '# Fait par scripts/cog-changes.ts : ne pas modifier à la main.',
  '# epci      EPCI disparu : dernière année, nature, nom, communes de cette année-là',
  '# epci-nom  ancien nom d’un EPCI : dernière année, nom',
  '# fin       code qui n’est plus une commune : depuis, dernier nom, « code » si la commune a seulement changé de code',
  '# lien      commune déléguée ou associée : depuis',
  '# nom       ancien nom d’une commune : dernière année, nom',
];

/** The years whose communes are those of their own edition. Before, the history tells; for 2020, the members of the EPCI. */
const firstSurvey = 2021;

/**
 * What changed over the years.
 * @param editions one a year from 2019 to today's, in order
 * @param history the states of communes from 1943 to 1 January 2019
 * @returns lines `kind⇥code⇥year⇥…`, sorted, after a header of `#` lines
 */
export function changesOf(editions: readonly Edition[], history: readonly HistoryEntry[]): string {
  const rows = [...communeRows(editions, history), ...linkRows(editions, history), ...epciRows(editions)];
  return `${[...header, ...rows.sort(byCodeUnit)].join('\n')}\n`;
}

/** A name that a code bore, and the last year in which it was so; null while it lasts. */
interface Span {
  readonly nom: string;
  readonly jusqu: number | null;
}

function communeRows(editions: readonly Edition[], history: readonly HistoryEntry[]): readonly string[] {
  const years = yearlyNames(editions, history);
  const states = new Map<string, HistoryEntry[]>();
  for (const state of history) {
    if (state.type === 'COM') states.set(state.code, [...(states.get(state.code) ?? []), state]);
  }
  const today = years.at(-1)?.noms ?? new Map<string, string>();
  const codes = new Set([...states.keys(), ...years.flatMap(({ noms }) => [...noms.keys()])]);
  return [...codes].flatMap((code) => {
    const before = states.get(code)?.filter(({ dateFin }) => dateFin !== undefined) ?? [];
    const spans = [...before.map((state) => ({ nom: state.nom, jusqu: lastYear(state) })), ...yearlySpans(code, years)];
    const last = spans.reduce((a, b) => ((b.jusqu ?? 9999) >= (a.jusqu ?? 9999) ? b : a));
    const nom = today.get(code) ?? last.nom;
    const rows = formerNames(spans, nom).map((span) => row('nom', code, span.jusqu, span.nom));
    if (today.has(code)) return rows;
    const end = before.find((state) => lastYear(state) === last.jusqu);
    const year = end?.dateFin ? Number(end.dateFin.slice(0, 4)) : (last.jusqu ?? 0) + 1;
    const recoded = end?.raisonFin?.startsWith('changement de département') === true;
    return [...rows, row('fin', code, year, nom, ...(recoded ? ['code'] : []))];
  });
}

/** The last year on whose 1 January, or later, it was so. */
function lastYear({ dateFin = '' }: HistoryEntry): number {
  return Number(dateFin.slice(0, 4)) - (dateFin.endsWith('-01-01') ? 1 : 0);
}

interface YearNames {
  readonly annee: number;
  readonly noms: ReadonlyMap<string, string>;
}

/** Code → name, for each year from 2019. The DGCL writes names in its own way: of 2020, INSEE's of the year it agrees with. */
function yearlyNames(editions: readonly Edition[], history: readonly HistoryEntry[]): readonly YearNames[] {
  const in2019 = new Map(
    history.filter(({ type, dateFin }) => type === 'COM' && !dateFin).map(({ code, nom }) => [code, nom]),
  );
  const surveys = editions
    .filter(({ annee }) => annee >= firstSurvey)
    .map(({ annee, communes }) => ({
      annee,
      noms: new Map(communes.filter(({ type }) => type === 'commune-actuelle').map(({ code, nom }) => [code, nom])),
    }));
  const in2021 = surveys[0]?.noms ?? new Map<string, string>();
  const members = new Map(
    editions.find(({ annee }) => annee === 2020)?.epci.flatMap(({ membres }) => membres.map((m) => [m.code, m.nom])),
  );
  const in2020 = new Map<string, string>();
  for (const [code, nom] of [...in2019, ...in2021]) {
    const [before, after, seen] = [in2019.get(code), in2021.get(code), members.get(code)];
    // The islands without an EPCI are in both years; what is in neither list of 2020 had ended, or had not begun.
    if (seen === undefined && !(before !== undefined && after !== undefined)) continue;
    in2020.set(code, before !== undefined && seen !== undefined && sameName(seen, before) ? before : (after ?? nom));
  }
  return [{ annee: 2019, noms: in2019 }, { annee: 2020, noms: in2020 }, ...surveys];
}

function yearlySpans(code: string, years: readonly YearNames[]): readonly Span[] {
  return years.flatMap(({ annee, noms }, at) => {
    const nom = noms.get(code);
    const next = years[at + 1];
    if (nom === undefined || (next && next.noms.get(code) === nom)) return [];
    return [{ nom, jusqu: next ? annee : null }];
  });
}

/** Each other name once, with the last year it was borne; two spellings of one name are one name. */
function formerNames(spans: readonly Span[], today: string): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans.toSorted((a, b) => (b.jusqu ?? 9999) - (a.jusqu ?? 9999))) {
    if (sameName(span.nom, today) || found.some(({ nom }) => sameName(nom, span.nom))) continue;
    found.push(span);
  }
  return found;
}

/** Since when each déléguée or associée of today has been one of the same commune. */
function linkRows(editions: readonly Edition[], history: readonly HistoryEntry[]): readonly string[] {
  const byId = new Map(history.map((state) => [state.id, state]));
  const open = new Map(
    history.filter(({ dateFin }) => !dateFin).map((state) => [`${state.type} ${state.code}`, state]),
  );
  const surveys = editions
    .filter(({ annee }) => annee >= firstSurvey)
    .map(({ annee, communes }) => ({ annee, links: linksOf(communes) }));
  const today = surveys.at(-1)?.links ?? new Map<string, string>();
  return [...today].flatMap(([key, chefLieu]) => {
    const [type = '', code = ''] = key.split(' ');
    const since = surveys.findLast(({ links }) => links.get(key) !== chefLieu)?.annee;
    if (since !== undefined) return [row('lien', code, since + 1)];
    const state = open.get(`${type === 'commune-deleguee' ? 'COMD' : 'COMA'} ${code}`);
    // Between 2019 and 2021 the year cannot be told: it is left out rather than guessed.
    if (state === undefined || poleCode(state) !== chefLieu) return [];
    return [row('lien', code, Number(firstOf(state, byId).dateDebut?.slice(0, 4)))];
  });
}

function linksOf(communes: readonly OldCommune[]): ReadonlyMap<string, string> {
  const tied = communes.filter(({ type }) => type === 'commune-deleguee' || type === 'commune-associee');
  return new Map(tied.map(({ type, code, chefLieu = '' }) => [`${type} ${code}`, chefLieu]));
}

/** The first state of an unbroken tie: the same commune, under the same name, for one that is enlarged takes another. */
function firstOf(state: HistoryEntry, byId: ReadonlyMap<string, HistoryEntry>): HistoryEntry {
  const before = byId.get(state.predecesseur ?? '');
  if (before === undefined || before.type !== state.type || poleCode(before) !== poleCode(state)) return state;
  return byId.get(before.pole ?? '')?.nom === byId.get(state.pole ?? '')?.nom ? firstOf(before, byId) : state;
}

function poleCode({ pole = '' }: HistoryEntry): string {
  return /^COM-(\w+)@/.exec(pole)?.[1] ?? '';
}

function epciRows(editions: readonly Edition[]): readonly string[] {
  const today = new Map(editions.at(-1)?.epci.map((epci) => [epci.code, epci]));
  const seen = new Map<string, { readonly annee: number; readonly epci: OldEpci }[]>();
  for (const { annee, epci: all } of editions) {
    for (const epci of all) seen.set(epci.code, [...(seen.get(epci.code) ?? []), { annee, epci }]);
  }
  return [...seen].flatMap(([code, states]) => {
    const nom = today.get(code)?.nom ?? states.at(-1)?.epci.nom ?? '';
    const spans = states.map(({ annee, epci }) => ({ nom: epci.nom, jusqu: annee }));
    // A letter that was lost on the way reads `?`.
    const names = formerNames(spans, nom).filter((span) => fold(span.nom) !== fold(nom) && !span.nom.includes('?'));
    const rows = names.map((span) => row('epci-nom', code, span.jusqu, span.nom));
    const last = states.at(-1);
    if (today.has(code) || last === undefined) return rows;
    const members = last.epci.membres.map((member) => member.code).sort(byCodeUnit);
    return [...rows, row('epci', code, last.annee, last.epci.type, last.epci.nom, members.join('|'))];
  });
}

function row(kind: string, code: string, ...cells: readonly (string | number | null)[]): string {
  return [kind, code, ...cells].join('\t');
}

/** By code unit, not locale: the same on every machine. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
