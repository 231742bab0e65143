import { createReadStream, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Extract, Taking } from '../../compile/dataset/extract.ts';
import { locate } from '../../load/locate.ts';
import { UserError } from '../../model/error.ts';
import type { HolderFacts } from '../../model/holder-facts.ts';
import { checkAcross } from '../../validate/check-together.ts';
import { withSeverities } from '../../validate/severities.ts';
import { fillIn } from '../../words/text.ts';
import type { Regles } from '../check/holder.ts';
import { type Gathered, sessionsIn } from './gather.ts';
import { columnsNow, type ShardHead } from './shard.ts';
import { type Kept, openSpool } from './spool.ts';

/** Parts put together again. */
export interface Merged extends Taking {
  readonly gathered: Gathered;
  /** The only session that was asked for, when the parts were made. */
  readonly session: string | undefined;
}

/**
 * Puts together the parts that `--shard` made: all of them, each once.
 * @param paths the files, or folders that hold them
 * @param spool a folder of our own
 * @throws UserError when one is missing, given twice, of another program or of another choice of flags
 */
export async function merged(paths: readonly string[], cwd: string, spool: string): Promise<Merged> {
  const files = (await Promise.all((paths.length === 0 ? ['.'] : paths).map((path) => partsAt(path, cwd)))).flat();
  if (files.length === 0) throw new UserError(fillIn(noParts, { chemins: paths.join(', ') || '.' }));
  const writer = openSpool(spool, 'merged');
  const kept: Kept[] = [];
  const places = new Map<Kept, string>();
  const facts: HolderFacts[] = [];
  const heads: (readonly [file: string, head: ShardHead])[] = [];
  for (const file of files) {
    const head = await readPart(file, {
      facts: (one) => facts.push(one),
      extract: (extract) => {
        const one = writer.add(extract);
        kept.push(one);
        places.set(one, `${one.head.kind}s/${one.head.id}`);
      },
    });
    heads.push([basename(file), head]);
  }
  writer.close();
  const [, first] = agreed(heads);
  const { isPublic, masks, settings, date, alone } = first;
  const found = acrossParts(facts, alone, settings?.regles ?? {});
  const gathered: Gathered = {
    ...{ root: '', alone, commit: null, facts: [], files: [], date, places, ...found },
    sessions: sessionsIn(facts),
    settings: settings ?? undefined,
    kept: kept.filter((one) => !found.broken.has(places.get(one) ?? '')),
  };
  return { isPublic, masks, gathered, session: first.session ?? undefined };
}

/**
 * What dossiers and sessions say of one another, over all parts. Their files may not be here: an error is told by its
 * file, at its first line.
 */
function acrossParts(
  facts: readonly HolderFacts[],
  alone: boolean,
  regles: Regles,
): Pick<Gathered, 'errors' | 'broken'> {
  const inOrder = facts.toSorted((a, b) => (a.holder.path < b.holder.path ? -1 : 1));
  const found = withSeverities(checkAcross(inOrder, alone), regles).filter(({ severity }) => severity === 'error');
  const errors = locate(found, []);
  const broken = new Map<string, number>();
  for (const { file } of errors) {
    const holder = file.split('/').slice(0, 2).join('/');
    broken.set(holder, (broken.get(holder) ?? 0) + 1);
  }
  return { errors, broken };
}

/** The parts in a folder, sorted; or the one file that is named. */
async function partsAt(path: string, cwd: string): Promise<readonly string[]> {
  const full = resolve(cwd, path);
  const there = statSync(full, { throwIfNoEntry: false });
  if (there === undefined) throw new UserError(fillIn(missing, { chemin: path }));
  if (!there.isDirectory()) return [full];
  const names = (await readdir(full)).filter((name) => name.endsWith('.jsonl')).sort();
  return names.map((name) => join(full, name));
}

/** Who is told of what a part holds. */
interface Told {
  readonly facts: (facts: HolderFacts) => void;
  readonly extract: (extract: Extract) => void;
}

async function readPart(file: string, tell: Told): Promise<ShardHead> {
  let head: ShardHead | undefined;
  let extracts = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const value = parsed(line);
    if (head === undefined) {
      if (!isHead(value)) throw new UserError(fillIn(notAPart, { fichier: basename(file) }));
      if (JSON.stringify(value.columns) !== JSON.stringify(columnsNow()))
        throw new UserError(fillIn(otherProgram, { fichier: basename(file) }));
      head = value;
    } else if (isExtract(value)) {
      extracts += 1;
      tell.extract({ ...value, carte: null });
    } else if (isFacts(value)) tell.facts(value.facts);
    else throw new UserError(fillIn(broken, { fichier: basename(file) }));
  }
  if (head === undefined) throw new UserError(fillIn(notAPart, { fichier: basename(file) }));
  if (head.extracts !== extracts) throw new UserError(fillIn(broken, { fichier: basename(file) }));
  return head;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isHead(value: unknown): value is ShardHead {
  return typeof value === 'object' && value !== null && 'version' in value && 'part' in value && 'columns' in value;
}

function isExtract(value: unknown): value is Omit<Extract, 'carte'> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'head' in value &&
    'seen' in value &&
    'rows' in value &&
    'feature' in value
  );
}

function isFacts(value: unknown): value is { readonly facts: HolderFacts } {
  return typeof value === 'object' && value !== null && 'facts' in value;
}

type Named = readonly [file: string, head: ShardHead];

/** Every part of one whole, made with the same choices. */
function agreed(heads: readonly Named[]): Named {
  const [first] = heads;
  if (first === undefined) throw new UserError(fillIn(noParts, { chemins: '.' }));
  const choice = ({ of, isPublic, masks, session, date }: ShardHead) =>
    JSON.stringify([of, isPublic, masks, session, date]);
  const seen = new Map<number, string>();
  for (const [file, head] of heads) {
    if (choice(head) !== choice(first[1])) throw new UserError(fillIn(disagree, { un: first[0], autre: file }));
    const other = seen.get(head.part);
    if (other !== undefined)
      throw new UserError(fillIn(twice, { part: `${head.part}/${head.of}`, un: other, autre: file }));
    seen.set(head.part, file);
  }
  const lacking = Array.from({ length: first[1].of }, (_, at) => at + 1).filter((part) => !seen.has(part));
  if (lacking.length > 0)
    throw new UserError(fillIn(incomplete, { parts: lacking.map((part) => `${part}/${first[1].of}`).join(', ') }));
  return first;
}

const missing = { fr: '{chemin} n’existe pas', en: '{chemin} does not exist' };
const noParts = {
  fr: '--merge : aucune part (part-1-sur-8.jsonl…) dans {chemins}',
  en: '--merge: no part (part-1-sur-8.jsonl…) in {chemins}',
};
const notAPart = {
  fr: '{fichier} n’est pas une part d’un jeu de données : --shard en fait',
  en: '{fichier} is not a part of a dataset: --shard makes them',
};
const broken = {
  fr: '{fichier} est abîmé ou incomplet : refaites cette part',
  en: '{fichier} is damaged or incomplete: make this part again',
};
const otherProgram = {
  fr: '{fichier} vient d’une autre version d’atelier : refaites les parts avec la même',
  en: '{fichier} comes from another version of atelier: make the parts again with the same one',
};
const disagree = {
  fr: '{un} et {autre} ne sont pas d’un même tout : ni les mêmes options, ni le même nombre de parts ou la même révision',
  en: '{un} and {autre} are not of one whole: other options, number of parts or revision',
};
const twice = {
  fr: 'la part {part} est là deux fois : {un} et {autre}',
  en: 'the part {part} is there twice: {un} and {autre}',
};
const incomplete = { fr: '--merge : il manque les parts {parts}', en: '--merge: these parts are missing: {parts}' };
