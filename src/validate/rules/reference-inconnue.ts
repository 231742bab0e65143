import type { Facts, Reference } from '../../model/facts.ts';
import type { HolderFacts, OutsideReference } from '../../model/holder-facts.ts';
import { isId, pathOf } from '../../schema/files.ts';
import { nearest } from '../../words/nearest.ts';
import { slug } from '../../words/slug.ts';
import { fillIn, type Text } from '../../words/text.ts';
import { describedPicture } from '../facts.ts';
import { declaringKinds, type Group } from '../group.ts';
import { isOutside } from '../outside.ts';
import { isSound } from '../parts.ts';
import { shownPicture } from '../pictures.ts';
import { brokenPiece } from '../pieces.ts';
import type { Everything, FileHit, FilesRule } from '../rule.ts';
import { thing } from '../things.ts';

export const referenceInconnue: FilesRule = {
  id: 'reference-inconnue',
  reads: 'fichiers',
  severity: 'error',
  summary: { fr: 'Une référence ne mène à rien.', en: 'A reference leads nowhere.' },
  why: {
    fr: 'Les éléments d’un dossier se relient par leurs identifiants : une référence fausse coupe le lien dans le rapport et dans les données. La session d’un dossier validé seul ne peut pas être vérifiée : c’est une information.',
    en: 'The items of a dossier are linked by their ids: a wrong reference cuts the link in the report and in the data. The session of a dossier validated by itself cannot be checked: that is an info.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\nacteurs: [ddtm-41, ccvd]\n---\nLe deuxième atelier.\n',
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\nacteurs: [ddtm-14, ccvd]\n---\nLe deuxième atelier.\n',
  },
  *find(group) {
    const lost: Lost[] = [];
    for (const file of group.files) for (const one of file.refers) lost.push(...inside(one, file, group));
    yield* together(lost, (kind) => group.files.some((file) => file.kind === kind));
  },
  *across(all) {
    for (const holder of all.holders) {
      if (holder.outside.length > 0) yield* together(holder.outside.flatMap((one) => [...outside(one, holder, all)]));
    }
  },
};

/** A reference that leads nowhere; `home` where nothing of its kind is declared at all: what should declare it. */
type Lost =
  | { readonly hit: FileHit; readonly home?: undefined }
  | { readonly place: Omit<FileHit, 'message'>; readonly home: string; readonly reference: Reference };

/** That a file is absent or empty is said once, at the first reference into it. */
function* together(lost: readonly Lost[], has?: (kind: Facts['kind']) => boolean): Generator<FileHit> {
  const told = new Set<string>();
  for (const one of lost) {
    if (one.home === undefined) yield one.hit;
    if (one.home === undefined || told.has(one.home)) continue;
    told.add(one.home);
    const others = lost.filter(({ home }) => home === one.home).length - 1;
    yield { ...one.place, message: noneOf(one.reference, others, has) };
  }
}

function noneOf({ to, id }: Reference, others: number, has?: (kind: Facts['kind']) => boolean): Text {
  const { one, where } = thing(to);
  const said = fillIn(none, { id, un: one, ou: where });
  const more = others === 0 ? said : fillIn(others === 1 ? andOne : andOthers, { dit: said, n: others });
  const [kind, other] = declaringKinds(to);
  const absent = kind !== undefined && other === undefined && has?.(kind) === false;
  return absent ? fillIn(noFile, { dit: more, fichier: pathOf(kind) }) : more;
}

/** A reference to what the same dossier or session declares. */
function* inside(reference: Reference, file: Facts, group: Group): Generator<Lost> {
  const { to, pointer, span } = reference;
  if (to === describedPicture || to === shownPicture || group.has(to, reference.id) || isOutside(to, group.holder))
    return;
  // A session has no stakeholders of its own: an amount there names them for the reader only.
  if (group.holder.holder === 'session' && to !== 'source' && to !== 'critere') return;
  if (span === undefined && !isSound(pointer, file.broken)) return;
  const known = group.declared(to);
  if (known === null) return;
  const ids = known.map((declared) => declared.id);
  yield* lostAmong(reference, file.path, ids, (id) =>
    otherKind(id, to, group.ids.keys(), (kind) => group.ids.get(kind)),
  );
}

/** A reference to what another dossier or session declares. */
function* outside(reference: OutsideReference, holder: HolderFacts, all: Everything): Generator<Lost> {
  const { to, id, file } = reference;
  const place = placeOf(reference, file);
  if (to === 'session' && all.alone) {
    yield { hit: { ...place, severity: 'info', message: fillIn(notLookedUp, { id }) } };
    return;
  }
  if (all.alone && to !== 'critere') return;
  if (to === 'piece') {
    for (const broken of brokenPiece(id, all.holders)) yield { hit: { ...place, ...broken } };
    return;
  }
  // The criteria are those of the session that the dossier names.
  const session = to === 'critere' ? holder.sheet?.session : undefined;
  const where =
    to === 'critere'
      ? all.holders.filter((one) => one.holder.holder === 'session' && one.holder.id === session)
      : all.holders;
  if ((to === 'critere' && where.length === 0) || where.some(({ unsure }) => unsure.includes(to))) return;
  const ids = where.flatMap(({ declares }) => declares[to] ?? []);
  yield* lostAmong(reference, file, ids, (word) => {
    const kinds = where.flatMap(({ declares }) => Object.keys(declares));
    const some = (kind: string) => where.flatMap(({ declares }) => declares[kind] ?? []).map((one) => ({ id: one }));
    return otherKind(word, to, new Set(kinds), some);
  });
}

function* lostAmong(
  reference: Reference,
  file: string,
  ids: readonly string[],
  otherOf: (id: string) => string | undefined,
): Generator<Lost> {
  const { to, id } = reference;
  if (ids.includes(id) || ids.some((declared) => isMeant(declared, id))) return;
  const right = ids.filter(isId);
  const other = otherOf(id);
  if (ids.length > 0 && right.length === 0) return;
  const place = placeOf(reference, file);
  if (ids.length === 0 && other === undefined) yield { place, reference, home: declaringKinds(to).join(' ') || to };
  else yield { hit: { ...place, ...said(reference, right, other) } };
}

function placeOf({ pointer, part, span }: Reference, file: string): Omit<FileHit, 'message'> {
  return { file, at: pointer, part, ...(span && { span }) };
}

/** The kind of another thing that has that id. */
function otherKind(
  id: string,
  to: string,
  kinds: Iterable<string>,
  declared: (kind: string) => readonly { readonly id: string }[] | undefined,
): string | undefined {
  for (const kind of kinds) if (kind !== to && declared(kind)?.some((one) => one.id === id)) return kind;
  return undefined;
}

/** An id badly written where it is declared is one mistake: those who write it well make none. */
function isMeant(declared: string, id: string): boolean {
  return !isId(declared) && slug(declared) === slug(id);
}

function said(
  { to, id }: Reference,
  right: readonly string[],
  other: string | undefined,
): Pick<FileHit, 'message' | 'suggestion'> {
  const { one, where: place } = thing(to);
  const blanks = { id, un: one, ou: place };
  if (other !== undefined) return { message: fillIn(anotherKind, { ...blanks, autre: thing(other).one }) };
  const bon = nearest(id, right);
  if (bon !== null) return { message: fillIn(near, { ...blanks, bon }), suggestion: bon };
  const list = right.length > shown ? [...right.slice(0, shown), '…'] : right;
  return { message: fillIn(unknown, { ...blanks, connus: list.join(', ') }) };
}

const shown = 8;

const near = {
  fr: '« {id} » n’est pas {un} {ou} ; vouliez-vous dire « {bon} » ?',
  en: '“{id}” is not {un} {ou}; did you mean “{bon}”?',
};
const anotherKind = { fr: '« {id} » est {autre} {ou}, pas {un}', en: '“{id}” is {autre} {ou}, not {un}' };
const unknown = {
  fr: '« {id} » n’est pas {un} {ou} ; il y a : {connus}',
  en: '“{id}” is not {un} {ou}; there are: {connus}',
};
const none = {
  fr: '« {id} » n’est pas {un} {ou}, qui n’en a pas encore',
  en: '“{id}” is not {un} {ou}, which has none yet',
};
const andOne = { fr: '{dit} ; une autre référence est dans ce cas', en: '{dit}; so is another reference' };
const andOthers = { fr: '{dit} ; {n} autres références sont dans ce cas', en: '{dit}; so are {n} other references' };
const noFile = { fr: 'il manque {fichier} : {dit}', en: '{fichier} is missing: {dit}' };
const notLookedUp = {
  fr: 'la session « {id} » n’a pas été vérifiée : ce dossier est validé seul, hors de son espace de travail',
  en: 'the session “{id}” was not checked: this dossier is validated by itself, outside its workspace',
};
