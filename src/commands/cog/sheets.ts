import type { Annees, Statut } from '../../cog/cog.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { compte, nombre } from '../../words/numbers.ts';
import { fillIn, type Text } from '../../words/text.ts';
import type {
  CommuneThing,
  DepartementThing,
  DisparuThing,
  EpciThing,
  Named,
  Partie,
  RegionThing,
  Thing,
} from './things.ts';
import { became, labels, natures, parts, sentences, statuts, undatedParts, words } from './words.ts';

/** One line of a sheet: a label, and what is listed beside it. */
type Row = readonly [label: Text, items: readonly string[]];

const margin = 17;

/**
 * One thing as a sheet: what it is, then its rows, aligned; lists are cut between items, never inside one.
 * @param thing what was found
 * @param annees the years of the data
 * @returns the lines
 */
export function sheet(thing: Thing, annees: Annees, session: Session): readonly string[] {
  switch (thing.genre) {
    case 'commune':
      return communeSheet(thing, annees, session);
    case 'epci':
      return epciSheet(thing, annees, session);
    case 'epci_disparu':
      return disparuSheet(thing, session);
    case 'departement':
      return areaSheet(thing, words.departement, annees, session);
    case 'region':
      return areaSheet(thing, words.region, annees, session);
  }
}

function communeSheet(thing: CommuneThing, annees: Annees, session: Session): readonly string[] {
  const { demande, codes_postaux: postal, parties, anciens_codes: codes } = thing;
  const arrondissements = parties.filter(({ statut }) => statut === 'arrondissement');
  const merged = parties.filter(({ statut }) => statut !== 'arrondissement');
  const kind = statuts[thing.region === null ? 'com' : 'actuelle'];
  const year = thing.departement.code === '976' ? annees.population_mayotte : annees.population;
  return [
    ...(demande === null
      ? []
      : [title(demande, statuts[demande.statut], session), `  ${say(session, becameOf(demande))}`, '']),
    title(thing, kind, session),
    ...rowsOf(session, [
      [labels.departement, [both(thing.departement)]],
      [labels.region, [thing.region === null ? say(session, words.aucune) : both(thing.region)]],
      [labels.epci, [thing.epci === null ? say(session, words.aucun) : both(thing.epci)]],
      [labels.population, [people(thing.population, thing.region === null ? null : year, session)]],
      [postal.length > 1 ? labels.postaux : labels.postal, postal],
      [labels.arrondissements, arrondissements.length > 0 ? [between(arrondissements)] : []],
      [labels.parties, merged.map((one) => partText(one, session))],
      [labels.codes, codes.map((one) => until(one.code, (one.depuis ?? 0) - 1, session))],
      [labels.noms, thing.anciens_noms.map(({ nom, jusqu_en }) => until(nom, jusqu_en, session))],
    ]),
  ];
}

function becameOf({ statut, depuis, recodee }: NonNullable<CommuneThing['demande']>): Text {
  if (statut === 'arrondissement') return became.arrondissement;
  if (depuis === null || statut === 'actuelle' || statut === 'com') return became.undated;
  return fillIn(recodee ? became.recodee : became[statut], { annee: depuis });
}

/** The first and the last of a numbered list. */
function between(list: readonly Named[]): string {
  const [first, last] = [list[0], list.at(-1)];
  return first && last ? `${first.code}–${last.code}` : '';
}

function partText({ code, nom, statut, depuis }: Partie, session: Session): string {
  const known = partWords(statut);
  const what = depuis === null ? undatedParts[known] : fillIn(parts[known], { annee: depuis });
  return `${both({ code, nom })} (${say(session, what)})`;
}

function partWords(statut: Statut): keyof typeof parts {
  return statut === 'deleguee' || statut === 'associee' ? statut : 'ancienne';
}

function until(nom: string, annee: number, session: Session): string {
  return say(session, fillIn(words.jusqu, { nom, annee }));
}

function epciSheet(thing: EpciThing, annees: Annees, session: Session): readonly string[] {
  const { communes, departements } = thing;
  const several = departements.length > 1;
  const places = departements.map((one) => (several ? `${both(one)} (${count(one.communes, session)})` : both(one)));
  return [
    title(thing, natures[thing.nature], session),
    ...rowsOf(session, [
      [several ? labels.departements : labels.departement, places],
      [labels.population, [people(thing.population, annees.population, session)]],
      [labels.noms, thing.anciens_noms.map(({ nom, jusqu_en }) => until(nom, jusqu_en, session))],
      [labels.communes, [String(communes.length)]],
    ]),
    ...listed(communes.map(both), session),
  ];
}

function disparuSheet(thing: DisparuThing, session: Session): readonly string[] {
  const held = count(thing.communes.length, session);
  const gone = fillIn(sentences.disparu, { annee: thing.derniere_annee + 1, nombre: held });
  const several = thing.successeurs.length > 1;
  const heirs = thing.successeurs.map((one) =>
    several ? `${both(one)} (${count(one.communes, session)})` : both(one),
  );
  return [
    title(thing, words.disparu, session),
    `  ${say(session, gone)}`,
    ...rowsOf(session, [[labels.successeurs, heirs]]),
    ...rowsOf(session, [[labels.communes, [String(thing.communes.length)]]]).slice(1),
    ...listed(thing.communes.map(both), session),
  ];
}

function areaSheet(
  thing: DepartementThing | RegionThing,
  kind: Text,
  annees: Annees,
  session: Session,
): readonly string[] {
  const year = thing.code === '976' ? annees.population_mayotte : annees.population;
  const overseas = thing.genre === 'departement' && thing.region === null;
  const rows: readonly Row[] =
    thing.genre === 'region'
      ? [[labels.departements, thing.departements.map(both)]]
      : [[labels.region, [thing.region === null ? say(session, words.aucune) : both(thing.region)]]];
  return [
    title(thing, kind, session),
    ...rowsOf(session, [
      ...rows,
      [labels.population, [people(thing.population, overseas ? null : year, session)]],
      [labels.communes, [nombre(thing.communes, session.langue)]],
      [labels.epci, thing.genre === 'departement' && thing.epci.length > 0 ? [String(thing.epci.length)] : []],
    ]),
    ...(thing.genre === 'departement' ? listed(thing.epci.map(both), session) : []),
  ];
}

/** `14118 Caen`, as it is written in a dossier. */
function both({ code, nom }: Named): string {
  return nom === '' ? code : `${code} ${nom}`;
}

function count(communes: number, { langue }: Session): string {
  return compte(communes, words.commune, words.communes, langue);
}

/** Those of the overseas collectivities are of the year of their own census, which the data does not tell. */
function people(population: number | null, annee: number | null, session: Session): string {
  if (population === null) return say(session, words.inconnue);
  const told = compte(population, words.habitant, words.habitants, session.langue);
  return annee === null ? told : say(session, fillIn(words.peuple, { nombre: told, annee }));
}

function title({ code, nom }: Named, kind: Text, session: Session): string {
  const { colour } = session;
  return `${colour.bold(both({ code, nom }))}  ${colour.dim(say(session, kind))}`;
}

function rowsOf(session: Session, rows: readonly Row[]): readonly string[] {
  const width = session.columns - margin - 2;
  const lines = rows.flatMap(([label, items]) => {
    const [first, ...others] = packed(items, width);
    if (first === undefined) return [];
    const head = session.colour.dim(say(session, label).padEnd(margin));
    return [`  ${head}${first}`, ...others.map((line) => `  ${' '.repeat(margin)}${line}`)];
  });
  return ['', ...lines];
}

/** A long list below its row, ready to be copied into a dossier. */
function listed(items: readonly string[], session: Session): readonly string[] {
  return ['', ...packed(items, Math.min(session.columns, 100) - 4).map((line) => `    ${line}`)];
}

/** Items side by side as long as they fit, a comma between them. */
function packed(items: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  items.forEach((item, at) => {
    const written = at < items.length - 1 ? `${item},` : item;
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + written.length <= width) lines[lines.length - 1] = `${last} ${written}`;
    else lines.push(written);
  });
  return lines;
}
