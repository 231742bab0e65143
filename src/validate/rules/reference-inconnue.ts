import type { Facts, Reference } from '../../model/facts.ts';
import { nearest } from '../../words/nearest.ts';
import { fillIn } from '../../words/text.ts';
import { declaredIn } from '../dossier-facts.ts';
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
      for (const file of group) {
        for (const reference of file.refers) yield* followed(reference, file, group, all);
      }
    }
  },
};

function* followed(reference: Reference, file: Facts, group: readonly Facts[], all: Everything): Generator<FileHit> {
  const { to, id, pointer, part, span } = reference;
  if (to === describedPicture || (span === undefined && !isSound(pointer, file.broken))) return;
  const place = { file: file.path, at: pointer, part, ...(span && { span }) };
  if (to === 'session' && all.alone) {
    yield { ...place, severity: 'info', message: fillIn(notLookedUp, { id }) };
    return;
  }
  if (to === 'piece') {
    if (!all.alone) for (const said of brokenPiece(id, all.files)) yield { ...place, ...said };
    return;
  }
  const where = placesOf(to, file, group, all);
  const known = where && declaredIn(where, to);
  if (!where || !known || known.some((declared) => declared.id === id)) return;
  yield {
    ...place,
    ...said(
      reference,
      known.map((declared) => declared.id),
      where,
    ),
  };
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
  known: readonly string[],
  where: readonly Facts[],
): Pick<FileHit, 'message' | 'suggestion'> {
  const { one, where: place } = thing(to);
  const blanks = { id, un: one, ou: place };
  const other = where
    .flatMap(({ declares }) => declares)
    .find((declared) => declared.id === id && declared.kind !== to);
  if (other) return { message: fillIn(otherKind, { ...blanks, autre: thing(other.kind).one }) };
  const bon = nearest(id, known);
  if (bon !== null) return { message: fillIn(near, { ...blanks, bon }), suggestion: bon };
  if (known.length === 0) return { message: fillIn(none, blanks) };
  const list = known.length > shown ? [...known.slice(0, shown), '…'] : known;
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
const notLookedUp = {
  fr: 'la session « {id} » n’a pas été vérifiée : ce dossier est validé seul, hors de son espace de travail',
  en: 'the session “{id}” was not checked: this dossier is validated by itself, outside its workspace',
};
