import acteurs from '../../schemas/acteurs.json' with { type: 'json' };
import atelier from '../../schemas/atelier.json' with { type: 'json' };
import candidature from '../../schemas/candidature.json' with { type: 'json' };
import communs from '../../schemas/communs.json' with { type: 'json' };
import debats from '../../schemas/debats.json' with { type: 'json' };
import dossier from '../../schemas/dossier.json' with { type: 'json' };
import echelle from '../../schemas/echelle.json' with { type: 'json' };
import enseignements from '../../schemas/enseignements.json' with { type: 'json' };
import feuilleDeRoute from '../../schemas/feuille-de-route.json' with { type: 'json' };
import initiative from '../../schemas/initiative.json' with { type: 'json' };
import jury from '../../schemas/jury.json' with { type: 'json' };
import medias from '../../schemas/medias.json' with { type: 'json' };
import perimetre from '../../schemas/perimetre.json' with { type: 'json' };
import principe from '../../schemas/principe.json' with { type: 'json' };
import relectures from '../../schemas/relectures.json' with { type: 'json' };
import seance from '../../schemas/seance.json' with { type: 'json' };
import session from '../../schemas/session.json' with { type: 'json' };
import territoire from '../../schemas/territoire.json' with { type: 'json' };
import theme from '../../schemas/theme.json' with { type: 'json' };
import vision from '../../schemas/vision.json' with { type: 'json' };
import vocabulaires from '../../schemas/vocabulaires.json' with { type: 'json' };
import type { Kind } from '../model/kind.ts';
import type { Mark, Schema } from './json-schema.ts';

/** The schema of each kind of file, in the order in which a reader meets them. */
export const schemas: Readonly<Record<Kind, Schema>> = {
  atelier: atelier as Schema,
  session: session as Schema,
  jury: jury as Schema,
  theme: theme as Schema,
  dossier: dossier as Schema,
  territoire: territoire as Schema,
  echelle: echelle as Schema,
  acteurs: acteurs as Schema,
  candidature: candidature as Schema,
  debats: debats as Schema,
  vision: vision as Schema,
  principe: principe as Schema,
  'feuille-de-route': feuilleDeRoute as Schema,
  initiative: initiative as Schema,
  seance: seance as Schema,
  enseignements: enseignements as Schema,
  medias: medias as Schema,
  relectures: relectures as Schema,
};

/** The schema of what is derived from the codes of a territoire. */
export const perimetreSchema: Schema = perimetre as Schema;

/** The schemas that only hold definitions for the others. */
export const definitions: Readonly<Record<'vocabulaires' | 'communs', Schema>> = {
  vocabulaires: vocabulaires as Schema,
  communs: communs as Schema,
};

/** All kinds, in reading order. */
export const kinds: readonly Kind[] = Object.keys(schemas) as Kind[];

/**
 * The schema that a `$ref` of ours names.
 * @param ref `urn:atelier:<schema>#/$defs/<name>`
 * @throws Error when no such definition exists: our schemas are wrong
 */
export function resolveRef(ref: string): Schema {
  const [, holder, name] = /^urn:atelier:([a-z]+)#\/\$defs\/(\w+)$/.exec(ref) ?? [];
  const found = holder === 'vocabulaires' || holder === 'communs' ? definitions[holder].$defs?.[name ?? ''] : undefined;
  if (found === undefined) throw new Error(`no schema ${ref}`);
  return found;
}

/**
 * A schema node with its `$ref` followed: what the node itself says wins over what it refers to, key by key, and the
 * two `x-atelier` marks are joined in the same way.
 */
export function resolved(node: Schema): Schema {
  if (node.$ref === undefined) return node;
  const target = resolved(resolveRef(node.$ref));
  const { $ref, ...own } = node;
  const mark: Mark = { ...target['x-atelier'], ...own['x-atelier'] };
  return { ...target, ...own, 'x-atelier': mark };
}

/** The annotation of a node, with its `$ref` followed; empty when there is none. */
export function markOf(node: Schema): Mark {
  return resolved(node)['x-atelier'] ?? {};
}
