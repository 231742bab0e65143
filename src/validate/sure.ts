import type { Kind } from '../model/kind.ts';
import type { DataOf } from '../model/types.gen.ts';
import { pointerTo } from '../schema/fields.ts';
import { valueAt } from '../schema/say.ts';
import { codeOf, isOther } from './codes.ts';
import type { DossierFacts } from './dossier-facts.ts';

type Acteur = NonNullable<DataOf['acteurs']['acteurs']>[string];

/**
 * One key of each stakeholder, whatever is wrong elsewhere in it: what is not there is really absent.
 * @returns the values by id; null where some cannot be known
 */
export function ofEachActeur<Key extends keyof Acteur>(
  dossier: DossierFacts,
  key: Key,
): ReadonlyMap<string, Acteur[Key] | undefined> | null {
  return ofEach(dossier, 'acteurs', '/acteurs', key) as ReadonlyMap<string, Acteur[Key] | undefined> | null;
}

/** The same of any map of things. */
function ofEach(
  { files, sure }: DossierFacts,
  kind: Kind,
  map: string,
  key: string,
): ReadonlyMap<string, unknown> | null {
  const found = new Map<string, unknown>();
  for (const file of files) {
    if (file.kind !== kind) continue;
    // Of no entry in particular: that the map itself can be read.
    const whole = file.readable && file.broken.length === 0;
    if (!whole && !sure(kind, `${map}/*/${key}`)) return null;
    for (const [id, entry] of Object.entries(Object(valueAt(file.value, map)) as Readonly<Record<string, unknown>>)) {
      if (!whole && !sure(kind, pointerTo(pointerTo(map, id), key))) return null;
      found.set(id, (Object(entry) as Readonly<Record<string, unknown>>)[key]);
    }
  }
  return found;
}

/**
 * True when every file of a kind can be read and says all that was meant under some keys: what they do not say there is
 * really absent. A file that lacks what it must have is no longer there, whatever else it says.
 * @param pointers of the keys, `/communes`
 */
export function sureOfAll({ files, all, sure }: DossierFacts, kind: Kind, pointers: readonly string[]): boolean {
  const typed = files.filter((file) => file.kind === kind).length;
  return typed === all(kind).length && pointers.every((pointer) => sure(kind, pointer));
}

/** The keys of territoire.yaml that list codes. */
export const codeKeys: readonly string[] = ['/communes', '/epci', '/departements', '/regions'];

/** True when no name beside a code of the perimeter is of something else. */
export function namesSure({ get, cog }: DossierFacts): boolean {
  const { communes = [], epci = [] } = get('territoire')?.data ?? {};
  const secteurs = Object.values(get('echelle')?.data.secteurs ?? {});
  return (
    ![communes, ...secteurs.map((secteur) => secteur.communes ?? [])]
      .flat()
      .some((one) => isOther(codeOf('commune', one, cog))) &&
    ![epci, ...secteurs.map((secteur) => secteur.epci ?? [])].flat().some((one) => isOther(codeOf('epci', one, cog)))
  );
}

/** True when the secteurs of echelle.yaml say all the codes that were meant. */
export function secteursSure(dossier: DossierFacts): boolean {
  return (
    sureOfAll(dossier, 'echelle', []) &&
    ['communes', 'epci'].every((key) => ofEach(dossier, 'echelle', '/secteurs', key) !== null)
  );
}
