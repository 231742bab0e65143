import type { Cog } from '../../cog/cog.ts';
import { readCode } from '../../cog/entry.ts';
import { coreOfEpci, fold } from '../../cog/fold.ts';
import { perimetreOf } from '../../cog/perimetre.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import { labelOf } from '../../schema/labels.ts';
import { type Answers, codeKeys } from '../../schema/questions.ts';
import { compte, nombre } from '../../words/numbers.ts';
import { slug } from '../../words/slug.ts';
import type { Langue } from '../../words/text.ts';
import { stateServiceOf } from './state-service.ts';

/** Answers given so far. */
export type Draft = { readonly [Key in keyof Answers]?: Answers[Key] | undefined };

/** What follows from the codes given so far; null before the first. */
export function perimetreSoFar(draft: Draft, cog: Cog): Perimetre | null {
  const lists = codeKeys.map((key) => [key, draft[key] ?? []] as const).filter(([, codes]) => codes.length > 0);
  return lists.length === 0 ? null : perimetreOf(Object.fromEntries(lists), cog);
}

/** The perimeter in a line: `47 communes · 2 EPCI · 1 département · 97 051 hab. (2023) · franchit une limite d’EPCI`. */
export function perimetreLine(perimetre: Perimetre, langue: Langue): string {
  const { nb_communes, epci, departements, population, annees } = perimetre;
  const fr = langue === 'fr';
  const people = fr ? 'hab.' : 'inhabitants';
  const crossed = perimetre.franchit_region
    ? fr
      ? 'de région'
      : 'regional'
    : perimetre.franchit_departement
      ? fr
        ? 'de département'
        : 'département'
      : 'EPCI';
  const crosses = perimetre.franchit_epci || perimetre.franchit_departement;
  const parts = [
    compte(nb_communes, { fr: 'commune', en: 'commune' }, { fr: 'communes', en: 'communes' }, langue),
    epci.length > 0 ? compte(epci.length, { fr: 'EPCI', en: 'EPCI' }, { fr: 'EPCI', en: 'EPCI' }, langue) : '',
    departements.length > 0
      ? compte(
          departements.length,
          { fr: 'département', en: 'département' },
          { fr: 'départements', en: 'départements' },
          langue,
        )
      : '',
    population === null ? '' : `${nombre(population, langue)} ${people} (${annees.population})`,
    crosses
      ? fr
        ? `franchit une limite ${crossed === 'EPCI' ? 'd’EPCI' : crossed}`
        : `crosses ${crossed === 'EPCI' ? 'an EPCI' : `a ${crossed}`} border`
      : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A name for the territory: of what was listed when that is short, else of its EPCI or of where it lies. */
export function proposedName(draft: Draft, perimetre: Perimetre | null, langue: Langue): string | undefined {
  const listed = codeKeys.flatMap((key) => draft[key] ?? []).map((code) => readCode(code).nom ?? code);
  if (listed.length === 0) return undefined;
  if (listed.length <= 3) return joined(listed, langue);
  const departements = perimetre?.departements.map(({ nom }) => nom) ?? [];
  const epci = perimetre?.epci.map(({ nom }) => nom) ?? [];
  return joined(epci.length > 0 && epci.length <= 2 ? epci : departements, langue);
}

function joined(names: readonly string[], langue: Langue): string {
  const and = langue === 'fr' ? ' et ' : ' and ';
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`;
}

/** A title to start from: `Atelier local : Sud des Landes`. */
export function proposedTitle({ dispositif = 'local' }: Draft, nom: string, langue: Langue): string {
  return `${labelOf('dispositif', dispositif)[langue]}${langue === 'fr' ? ' : ' : ': '}${nom}`;
}

/** A folder for a territory: `maremne-adour-cote-sud`; '' for a name without a letter of ours. */
export function proposedFolder(nom: string): string {
  return slug(coreOfEpci(fold(nom))) || slug(nom);
}

/** A name to start from where only a folder was said: `pays-de-retz` gives `Pays de retz`; undefined without a letter. */
export function spokenFolder(folder: string): string | undefined {
  const words = folder.replace(/[-_\s]+/g, ' ').trim();
  return words === '' || words === '.' ? undefined : words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The usual commissioning service: that of the département with the most communes. */
export function proposedService(perimetre: Perimetre | null): string | undefined {
  const [main] = [...(perimetre?.departements ?? [])].sort((a, b) => b.nb_communes_dedans - a.nb_communes_dedans);
  return (main && stateServiceOf(main)) ?? undefined;
}

const mostHolders = 5;

/** The authorities that probably carry the atelier: the EPCI or communes listed when they are few. */
export function proposedHolders({ communes = [], epci = [] }: Draft): readonly string[] {
  const listed = epci.length > 0 ? epci : communes;
  return listed.length <= mostHolders ? listed : [];
}
