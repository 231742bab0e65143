import type { Kind } from '../model/kind.ts';
import type { DataOf } from '../model/types.gen.ts';
import { fieldsOf, wordsOf } from '../schema/fields.ts';
import { pathOf } from '../schema/files.ts';
import type { RequisMark } from '../schema/json-schema.ts';
import { kinds, markOf, schemas } from '../schema/schemas.ts';
import type { Text } from '../words/text.ts';
import { type DossierFacts, phases } from './dossier-facts.ts';

/** A file or a key that a phase expects and that the dossier does not have. */
export interface Missing {
  readonly kind: Kind;
  /** The key; undefined when the whole file is missing. */
  readonly key?: string;
  /** The file, from the root of the workspace: where it is, or where it would be. */
  readonly path: string;
  readonly title: Text;
  readonly description: Text;
  /** The phase from which it is expected. */
  readonly phase: string;
}

/**
 * What the schemas expect of a dossier from a phase on (`requis`), and that is really absent: neither misspelt, nor in a
 * line that could not be read, nor said to be unknown.
 * @param phase the dossier's own, or the next for what comes then
 */
export function missingFor(dossier: DossierFacts, phase: DataOf['dossier']['phase']): readonly Missing[] {
  return kinds
    .filter((kind) => (markOf(schemas[kind]).porte ?? 'dossier') === 'dossier')
    .flatMap((kind) => [...missingFile(dossier, kind, phase), ...missingKeys(dossier, kind, phase)]);
}

function* missingFile(dossier: DossierFacts, kind: Kind, phase: string): Generator<Missing> {
  const { requis } = markOf(schemas[kind]);
  if (!requis || dossier.has(kind) || !applies(requis, dossier, phase)) return;
  const folder = dossier.holder.path;
  const path = folder === '' ? pathOf(kind) : `${folder}/${pathOf(kind)}`;
  yield { kind, path, ...wordsOf(schemas[kind]), phase: requis.phase };
}

function* missingKeys(dossier: DossierFacts, kind: Kind, phase: string): Generator<Missing> {
  const files = kind === 'dossier' ? [dossier.sheet] : dossier.all(kind);
  for (const { path, key, mark, title, description } of fieldsOf(kind)) {
    const { requis } = mark;
    if (path.length !== 1 || !requis || !applies(requis, dossier, phase)) continue;
    for (const file of files) {
      if (Object.hasOwn(file.data, key) || !file.sure(`/${key}`)) continue;
      yield { kind, key, path: file.path, title, description, phase: requis.phase };
    }
  }
}

function applies({ phase, dispositifs, inconnu }: RequisMark, dossier: DossierFacts, reached: string): boolean {
  const { dispositif } = dossier.dossier;
  const excused = inconnu !== undefined && dossier.unknown(inconnu);
  return phases.indexOf(phase) <= phases.indexOf(reached) && (dispositifs?.includes(dispositif) ?? true) && !excused;
}
