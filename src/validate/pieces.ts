import type { HolderFacts } from '../model/holder-facts.ts';
import { nearest } from '../words/nearest.ts';
import { fillIn, type Text } from '../words/text.ts';
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
export function* brokenPiece(piece: string, holders: readonly HolderFacts[]): Generator<Said> {
  const [dossier = '', kind = '', id = ''] = piece.split('/');
  const dossiers = holders.filter(({ holder }) => holder.holder === 'dossier');
  const held = dossiers.find(({ holder }) => holder.id === dossier);
  if (held === undefined) {
    const right = nearest(dossier, new Set(dossiers.map(({ holder }) => holder.id)));
    yield proposed(fillIn(noDossier, { dossier }), right, (bon) => `${bon}/${kind}/${id}`);
    return;
  }
  const known = held.declares[kind] ?? [];
  if (held.unsure.includes(kind) || known.includes(id)) return;
  if (known.length === 0) {
    const right = nearest(kind, Object.keys(held.declares));
    yield proposed(fillIn(noKind, { kind, dossier }), right, (bon) => `${dossier}/${bon}/${id}`);
    return;
  }
  const right = nearest(id, known);
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
