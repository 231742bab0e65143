import type { Declared, Facts, Reference } from '../../model/facts.ts';
import { isId, pathOf } from '../../schema/files.ts';
import { nearest } from '../../words/nearest.ts';
import { slug } from '../../words/slug.ts';
import { fillIn, type Text } from '../../words/text.ts';
import { declaredIn, declaringKinds } from '../dossier-facts.ts';
import { describedPicture } from '../facts.ts';
import { byHolder } from '../holders.ts';
import { isSound } from '../parts.ts';
import { brokenPiece } from '../pieces.ts';
import type { Everything, FileHit, WorkspaceRule } from '../rule.ts';
import { thing } from '../things.ts';

export const referenceInconnue: WorkspaceRule = {
  id: 'reference-inconnue',
  reads: 'espace',
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
  *find(all) {
    for (const group of byHolder(all.files)) {
      const hits = group.flatMap((file) => file.refers.flatMap((one) => [...followed(one, file, group, all)]));
      yield* together(hits, group);
    }
  },
};

/** A reference that leads nowhere; `home` where nothing of its kind is declared at all: what should declare it. */
type Lost =
  | { readonly hit: FileHit; readonly home?: undefined }
  | { readonly place: Omit<FileHit, 'message'>; readonly home: string; readonly reference: Reference };

/** That a file is absent or empty is said once, at the first reference into it. */
function* together(lost: readonly Lost[], group: readonly Facts[]): Generator<FileHit> {
  const told = new Set<string>();
  for (const one of lost) {
    if (one.home === undefined) yield one.hit;
    if (one.home === undefined || told.has(one.home)) continue;
    told.add(one.home);
    const others = lost.filter(({ home }) => home === one.home).length - 1;
    yield { ...one.place, message: noneOf(one.reference, others, group) };
  }
}

function noneOf({ to, id }: Reference, others: number, group: readonly Facts[]): Text {
  const { one, where } = thing(to);
  const said = fillIn(none, { id, un: one, ou: where });
  const more = others === 0 ? said : fillIn(others === 1 ? andOne : andOthers, { dit: said, n: others });
  const [kind, other] = declaringKinds(to);
  const absent = kind !== undefined && other === undefined && !group.some((file) => file.kind === kind);
  return absent ? fillIn(noFile, { dit: more, fichier: pathOf(kind) }) : more;
}

function* followed(reference: Reference, file: Facts, group: readonly Facts[], all: Everything): Generator<Lost> {
  const { to, id, pointer, part, span } = reference;
  if (to === describedPicture || (span === undefined && !isSound(pointer, file.broken))) return;
  const place = { file: file.path, at: pointer, part, ...(span && { span }) };
  if (to === 'session' && all.alone) {
    yield { hit: { ...place, severity: 'info', message: fillIn(notLookedUp, { id }) } };
    return;
  }
  if (to === 'piece') {
    if (!all.alone) for (const broken of brokenPiece(id, all.files)) yield { hit: { ...place, ...broken } };
    return;
  }
  const where = placesOf(to, file, group, all);
  const known = where && declaredIn(where, to);
  if (!where || !known || known.some((declared) => declared.id === id || isMeant(declared.id, id))) return;
  const right = known.map((declared) => declared.id).filter(isId);
  const other = where.flatMap(({ declares }) => declares).find((one) => one.id === id && one.kind !== to);
  if (known.length > 0 && right.length === 0) return;
  if (known.length === 0 && !other) yield { place, reference, home: declaringKinds(to).join(' ') || to };
  else yield { hit: { ...place, ...said(reference, right, other) } };
}

/** An id badly written where it is declared is one mistake: those who write it well make none. */
function isMeant(declared: string, id: string): boolean {
  return !isId(declared) && slug(declared) === slug(id);
}

/** The files that could declare what is referred to; null where that cannot be known from here. */
function placesOf(to: string, file: Facts, group: readonly Facts[], all: Everything): readonly Facts[] | null {
  if (to === 'dossier' || to === 'session') return all.alone ? null : all.files;
  if (to === 'critere') return sessionOf(file, group, all);
  // A session has no stakeholders of its own: an amount there names them for the reader only.
  return file.holder.holder === 'session' && to !== 'source' ? null : group;
}

/** The criteria are those of the session: the one that holds the file, or the one that the dossier names. */
function sessionOf(file: Facts, group: readonly Facts[], { files }: Everything): readonly Facts[] | null {
  if (file.holder.holder === 'session') return group;
  const named = group
    .flatMap(({ kind, refers }) => (kind === 'dossier' ? refers : []))
    .find(({ to }) => to === 'session');
  const session = files.filter(({ holder }) => holder.holder === 'session' && holder.id === named?.id);
  return session.length > 0 ? session : null;
}

function said(
  { to, id }: Reference,
  right: readonly string[],
  other: Declared | undefined,
): Pick<FileHit, 'message' | 'suggestion'> {
  const { one, where: place } = thing(to);
  const blanks = { id, un: one, ou: place };
  if (other) return { message: fillIn(otherKind, { ...blanks, autre: thing(other.kind).one }) };
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
const otherKind = { fr: '« {id} » est {autre} {ou}, pas {un}', en: '“{id}” is {autre} {ou}, not {un}' };
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
