import { leftOutCounted, leftOutLines } from '../../compile/dataset/left-out.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { printable } from '../../words/escape.ts';
import { compte } from '../../words/numbers.ts';
import { fillIn, type Langue } from '../../words/text.ts';
import type { Written } from '../../write/write.ts';
import type { Asked } from './asked.ts';
import type { Together } from './together.ts';

/** Says what was written and, of a public dataset, what is not in it and why: names are for the team, not for the files. */
export function tell(
  { written, unchanged, removed }: Written,
  { kept }: Together,
  { isPublic, shard }: Asked,
  shown: string,
  session: Session,
): void {
  for (const path of written) session.out(`${shown}/${path}\n`);
  if (session.quiet) return;
  const { langue } = session;
  for (const remark of kept.flatMap(({ head }) => head.remarks)) session.err(`${printable(say(session, remark))}\n`);
  const leftOut = kept.flatMap(({ head }) => head.leftOut);
  for (const line of leftOutLines(leftOut, langue)) session.err(`${printable(line)}\n`);
  const held = new Set(leftOut.flatMap(({ dossier, part }) => (part === undefined ? [dossier] : [])));
  const dossiers = kept.filter(({ head }) => head.kind === 'dossier' && !held.has(head.id)).length;
  const masked = kept.reduce((sum, { head }) => sum + head.masked, 0);
  const parts = [
    compte(dossiers, one.dossier, many.dossier, langue),
    `${compte(written.length, one.ecrit, many.ecrit, langue)}, ${compte(unchanged.length, one.inchange, many.inchange, langue)}`,
    ...(removed.length > 0 ? [compte(removed.length, one.retire, many.retire, langue)] : []),
    ...(masked > 0 ? [compte(masked, one.masque, many.masque, langue)] : []),
    ...(leftOut.length > 0 ? [leftOutText(leftOutCounted(leftOut, langue), langue)] : []),
    say(session, isPublic ? words.public : words.internal),
  ].join(' · ');
  const next = shard === null ? fillIn(words.read, { dossier: shown }) : words.merge;
  session.err(`${session.errColour.green(parts)}.  ${say(session, next)}\n`);
}

function leftOutText(counted: string, langue: Langue): string {
  return fillIn(words.leftOut, { n: counted })[langue];
}

const one = {
  dossier: { fr: 'dossier', en: 'dossier' },
  ecrit: { fr: 'fichier écrit', en: 'file written' },
  inchange: { fr: 'inchangé', en: 'unchanged' },
  retire: { fr: 'fichier d’une fois d’avant retiré', en: 'file of an earlier time removed' },
  masque: { fr: 'effectif masqué', en: 'number masked' },
};
const many = {
  dossier: { fr: 'dossiers', en: 'dossiers' },
  ecrit: { fr: 'fichiers écrits', en: 'files written' },
  inchange: { fr: 'inchangés', en: 'unchanged' },
  retire: { fr: 'fichiers d’une fois d’avant retirés', en: 'files of an earlier time removed' },
  masque: { fr: 'effectifs masqués', en: 'numbers masked' },
};
const words = {
  internal: { fr: 'usage interne', en: 'internal use' },
  public: { fr: 'public', en: 'public' },
  leftOut: { fr: 'laissés de côté : {n}', en: 'left out: {n}' },
  read: { fr: 'Lire : {dossier}/README.md', en: 'Read: {dossier}/README.md' },
  merge: {
    fr: 'Toutes les parts faites : atelier export --merge',
    en: 'Once all parts are made: atelier export --merge',
  },
};
