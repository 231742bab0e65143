import type { Facts } from '../model/facts.ts';
import type { HolderFacts, JuryFacts } from '../model/holder-facts.ts';
import type { DataOf } from '../model/types.gen.ts';

/**
 * What a session tells the dossiers: its sites, and what its jury decided.
 * @param files the facts of its files
 * @returns undefined where session.yaml is missing or not valid
 */
export function callOf(files: readonly Facts[]): HolderFacts['call'] {
  const sheet = files.find(({ kind, valid }) => kind === 'session' && valid);
  if (sheet === undefined) return undefined;
  const { sites_annonces: announced = 0, sites = [] } = sheet.value as DataOf['session'];
  const at = announced > 0 ? '/sites_annonces' : sites.length > 0 ? '/sites' : undefined;
  const jury = files.find(({ kind, valid }) => kind === 'jury' && valid);
  return {
    path: sheet.path,
    ...(at !== undefined && { sites: at }),
    ...(jury && { jury: juryOf(jury.path, jury.value as DataOf['jury']) }),
  };
}

function juryOf(path: string, { candidatures }: DataOf['jury']): JuryFacts {
  const all = Object.values(candidatures);
  const named = (decided: boolean): readonly string[] =>
    all.flatMap(({ laureat, dossier }) => (laureat === decided && dossier !== undefined ? [dossier] : []));
  return {
    path,
    laureats: named(true),
    refused: named(false),
    whole: all.every(({ laureat, dossier }) => laureat === false || (laureat === true && dossier !== undefined)),
  };
}
