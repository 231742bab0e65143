import { createHash } from 'node:crypto';
import { dataset } from '../src/compile/dataset/dataset.ts';
import { extractDossier, extractSession, type Taking } from '../src/compile/dataset/extract.ts';
import type { Extracts, Writing } from '../src/compile/dataset/extracts.ts';
import { nothingSeen } from '../src/compile/dataset/seen.ts';
import type { Workspace } from '../src/model/dossier.ts';
import type { OutputFile } from '../src/model/output.ts';
import type { Perimetre } from '../src/model/types.gen.ts';

/** What is taken of a workspace in memory. */
export function extractsOf(
  { settings, dossiers, sessions }: Workspace,
  perimetres: ReadonlyMap<string, Perimetre>,
  taking: Taking = { isPublic: false, masks: false },
): Extracts {
  const each = [
    ...dossiers.map((dossier) => extractDossier(dossier, perimetres.get(dossier.id), taking, () => null)),
    ...sessions.map((session) => extractSession(session, taking)),
  ];
  const of = new Map(each.map((one) => [one.head, one]));
  return {
    heads: each.map(({ head }) => head),
    settings,
    seen: (head) => of.get(head)?.seen ?? nothingSeen,
    count: (head, table) => of.get(head)?.rows[table]?.length ?? 0,
    rows: (head, table) => of.get(head)?.rows[table] ?? [],
    feature: (head) => of.get(head)?.feature ?? null,
  };
}

/** The files of the dataset of a workspace in memory, whole. */
export async function written(
  workspace: Workspace,
  perimetres: ReadonlyMap<string, Perimetre>,
  writing: Partial<Writing> = {},
): Promise<readonly OutputFile[]> {
  const taking = { isPublic: writing.public === true, masks: false };
  const usual: Writing = {
    formats: ['csv'],
    excel: false,
    urlBase: null,
    since: null,
    hash: () => createHash('sha256'),
    remark: () => undefined,
  };
  const files: OutputFile[] = [];
  for await (const file of dataset(extractsOf(workspace, perimetres, taking), { ...usual, ...writing })) {
    const bytes = 'bytes' in file ? file.bytes : Buffer.concat([...file.chunks].map((chunk) => Buffer.from(chunk)));
    files.push({ path: file.path, bytes });
  }
  return files;
}
