import type { DataOf } from '../model/types.gen.ts';
import type { Session } from '../ui/terminal.ts';
import type { Langue } from '../words/text.ts';
import type { Checked } from './prepare.ts';

/** The session in the workspace's own language, where neither flag nor environment asked for one. */
export function withWorkspaceLanguage(session: Session, checked: readonly Checked[]): Session {
  const files = checked.flatMap((one) => one.files);
  const settings = files.find(({ kind }) => kind === 'atelier')?.value as Partial<DataOf['atelier']> | undefined;
  return inLanguageOf(session, settings);
}

/** The same, from what atelier.yaml says. */
export function inLanguageOf(session: Session, settings: Partial<DataOf['atelier']> | undefined): Session {
  return !session.langueAsked && settings?.langue === 'en' ? { ...session, langue: 'en' } : session;
}

/** The language of a file: `--lang`, else that of the dossier, the workspace, French; never the environment. */
export function fileLanguage(
  flag: string | undefined,
  ...holders: readonly ({ readonly langue?: Langue } | undefined)[]
): Langue {
  if (flag === 'fr' || flag === 'en') return flag;
  return holders.find((holder) => holder?.langue !== undefined)?.langue ?? 'fr';
}
