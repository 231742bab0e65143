import type { Facts } from '../model/facts.ts';
import { nearest } from '../words/nearest.ts';
import { fillIn, type Text } from '../words/text.ts';
import { declaredIn } from './dossier-facts.ts';
import { thing } from './things.ts';

/** What is wrong with a piece, and the whole piece written right. */
interface Said {
  readonly message: Text;
  readonly suggestion?: string;
}

/**
 * Follows a piece, `<dossier>/<kind>/<id>`, that a theme of a session points at.
 * @returns one sentence where it leads nowhere, none where it is right or cannot be known
 */
export function* brokenPiece(piece: string, files: readonly Facts[]): Generator<Said> {
  const [dossier = '', kind = '', id = ''] = piece.split('/');
  const held = files.filter(({ holder }) => holder.holder === 'dossier' && holder.id === dossier);
  if (held.length === 0) {
    const dossiers = files.flatMap(({ holder }) => (holder.holder === 'dossier' ? [holder.id] : []));
    const right = nearest(dossier, new Set(dossiers));
    yield proposed(fillIn(noDossier, { dossier }), right, (bon) => `${bon}/${kind}/${id}`);
    return;
  }
  const kinds = new Set(held.flatMap(({ declares }) => declares.map((declared) => declared.kind)));
  const known = declaredIn(held, kind);
  if (known === null || known.some((declared) => declared.id === id)) return;
  if (known.length === 0) {
    const right = nearest(kind, kinds);
    yield proposed(fillIn(noKind, { kind, dossier }), right, (bon) => `${dossier}/${bon}/${id}`);
    return;
  }
  const right = nearest(
    id,
    known.map((declared) => declared.id),
  );
  yield proposed(fillIn(noId, { id, un: thing(kind).one, dossier }), right, (bon) => `${dossier}/${kind}/${bon}`);
}

function proposed(message: Text, right: string | null, whole: (right: string) => string): Said {
  if (right === null) return { message };
  const bon = whole(right);
  return { message: fillIn(meant, { dit: message, bon }), suggestion: bon };
}

const noDossier = { fr: 'aucun dossier ne s’appelle « {dossier} »', en: 'no dossier is called “{dossier}”' };
const noKind = {
  fr: 'le dossier « {dossier} » n’a rien du genre « {kind} »',
  en: 'the dossier “{dossier}” has nothing of the kind “{kind}”',
};
const noId = {
  fr: '« {id} » n’est pas {un} du dossier « {dossier} »',
  en: '“{id}” is not {un} of the dossier “{dossier}”',
};
const meant = { fr: '{dit} ; vouliez-vous dire « {bon} » ?', en: '{dit}; did you mean “{bon}”?' };
