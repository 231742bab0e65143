import { UserError } from '../model/error.ts';
import type { Session } from '../ui/terminal.ts';
import { nearest } from '../words/nearest.ts';
import { fillIn } from '../words/text.ts';
import { importContours } from './import/contours.ts';
import { importIndicateurs } from './import/indicateurs.ts';
import type { Options } from './spec.ts';

const kinds: Readonly<Record<string, (file: string, options: Options, session: Session) => Promise<number>>> = {
  contours: importContours,
  indicateurs: importIndicateurs,
};

/** `atelier import`: brings a file of somebody else's into a dossier. */
export async function importData(args: readonly string[], options: Options, session: Session): Promise<number> {
  const [kind = '', file = ''] = args;
  const run = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (run !== undefined) return run(file, options, session);
  const near = nearest(kind, Object.keys(kinds));
  throw new UserError(
    fillIn(unknownKind, { mot: kind, genres: Object.keys(kinds).join(', ') }),
    near === null ? undefined : { fr: `vouliez-vous dire ${near} ?`, en: `did you mean ${near}?` },
  );
}

const unknownKind = {
  fr: 'import ne connaît pas « {mot} » : {genres}',
  en: 'import does not know “{mot}”: {genres}',
};
