import { join } from 'node:path';
import { UserError } from '../model/error.ts';

/** Two dossiers of one id, of two workspaces. */
export function twice(path: string): UserError {
  return new UserError(
    {
      fr: `${path} serait écrit deux fois : deux dossiers ont le même identifiant ; rien n’est écrit`,
      en: `${path} would be written twice: two dossiers have the same identifier; nothing is written`,
    },
    {
      fr: 'changez l’un des identifiants, ou donnez ces dossiers l’un après l’autre avec un autre --out',
      en: 'change one of the identifiers, or give these dossiers one after the other with another --out',
    },
  );
}

export function notOurs(out: string, path: string): UserError {
  const where = join(out, path);
  return new UserError(
    {
      fr: `${where} existe et n’a pas été écrit par atelier, ou a été modifié depuis : rien n’est écrit`,
      en: `${where} exists and was not written by atelier, or was changed since: nothing is written`,
    },
    {
      fr: 'choisissez un autre dossier avec --out, ou --force pour écrire par-dessus',
      en: 'choose another folder with --out, or --force to write over it',
    },
  );
}

/** What the system refuses, in a sentence; anything else is passed on as it is. */
export function sayable(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return error;
  const reason = reasons[String(error.code)] ?? { fr: String(error.code), en: String(error.code) };
  return new UserError({
    fr: `impossible d’écrire dans ${folder} : ${reason.fr}`,
    en: `cannot write in ${folder}: ${reason.en}`,
  });
}

const reasons: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  EACCES: { fr: 'accès refusé', en: 'access denied' },
  EPERM: { fr: 'accès refusé', en: 'access denied' },
  EROFS: { fr: 'disque en lecture seule', en: 'read-only disk' },
  ENOSPC: { fr: 'disque plein', en: 'disk full' },
  EFBIG: {
    fr: 'le fichier serait plus grand que le système ne le permet',
    en: 'the file would be larger than the system allows',
  },
  ENOTDIR: { fr: 'un fichier porte le nom d’un dossier attendu', en: 'a file has the name of an expected folder' },
  EEXIST: { fr: 'un fichier porte ce nom', en: 'a file has that name' },
  ENOENT: { fr: 'le système n’y crée pas de dossier', en: 'the system makes no folder there' },
  EISDIR: { fr: 'un dossier porte le nom d’un fichier attendu', en: 'a folder has the name of an expected file' },
};
