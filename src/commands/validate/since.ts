import { askGit, gitRoot } from '../../load/git.ts';
import { UserError } from '../../model/error.ts';
import { fillIn } from '../../words/text.ts';
import type { CheckedWorkspace } from '../check/workspace.ts';

/**
 * The folders of dossiers and sessions that changed since a revision, and of those that refer to them; '' where the
 * workspace's own settings changed, which concern all.
 * @param ref what git calls a revision: a branch, a tag, a commit
 * @throws UserError outside git, or where there is no such revision
 */
export function changedSince(ref: string, { root, alone, reports }: CheckedWorkspace): ReadonlySet<string> {
  if (gitRoot(root) === null) throw new UserError(outside);
  if (askGit(root, ['--version']) === null) throw new UserError(noGit);
  if (ref.startsWith('-') || askGit(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]) === null)
    throw new UserError(fillIn(noSuch, { ref }), shallow);
  // From where the branches parted: what others did meanwhile is not this change.
  const base = askGit(root, ['merge-base', ref, 'HEAD'])?.trim() ?? ref;
  // Of what was renamed the old name counts too: others may still refer to it.
  const changed = askGit(root, ['diff', '--name-only', '--no-renames', '-z', '--relative', base, '--', '.']);
  const added = askGit(root, ['ls-files', '-o', '-z', '--exclude-standard', '--', '.']);
  if (changed === null || added === null) throw new UserError(fillIn(noSuch, { ref }), shallow);
  const paths = `${changed}${added}`.split('\0').filter((path) => path !== '');
  const touched = new Set(paths.map((path) => (alone ? '' : (holders.exec(path)?.[0] ?? ''))));
  return new Set([
    ...touched,
    ...reports.flatMap((report) => (refersTo(report, touched) ? [report.facts.holder.path] : [])),
  ]);
}

const holders = /^(?:dossiers|sessions)\/[^/]+(?=\/)/;

/** A dossier whose session changed; a session that points at a piece of a dossier that changed. */
function refersTo({ facts }: CheckedWorkspace['reports'][number], touched: ReadonlySet<string>): boolean {
  return facts.outside.some(({ to, id }) => {
    if (to === 'piece') return touched.has(`dossiers/${id.split('/')[0]}`);
    return touched.has(to === 'session' ? `sessions/${id}` : `dossiers/${id}`);
  });
}

const outside = {
  fr: '--since compare avec une révision de git, et ce dossier n’est pas dans un dépôt git',
  en: '--since compares with a git revision, and this folder is in no git repository',
};
const noGit = {
  fr: '--since compare avec une révision de git, et la commande git n’est pas là',
  en: '--since compares with a git revision, and the git command is not there',
};
const noSuch = {
  fr: '--since : git ne connaît pas la révision « {ref} »',
  en: '--since: git knows no revision “{ref}”',
};
const shallow = {
  fr: 'dans une CI, le dépôt est souvent cloné sans son histoire : demandez-la entière (fetch-depth: 0, GIT_DEPTH: 0)',
  en: 'in CI the repository is often cloned without its history: ask for all of it (fetch-depth: 0, GIT_DEPTH: 0)',
};
