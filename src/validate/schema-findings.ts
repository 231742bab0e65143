import type { Finding } from '../model/diagnostic.ts';
import type { Kind } from '../model/kind.ts';
import type { SourceFile } from '../model/source-file.ts';
import { healed } from '../schema/healed.ts';
import { meantPointer, typedPointer } from '../schema/meant-key.ts';
import { problemsOf } from '../schema/problems.ts';
import { type SchemaFinding, say, valueAt } from '../schema/say.ts';
import { fillIn } from '../words/text.ts';
import { isEmpty } from './group.ts';
import { lostLines } from './lost.ts';
import { walk } from './walk.ts';

/** What reading a file and comparing it with its schema found, and what the rules may rely upon. */
export interface SchemaCheck {
  readonly findings: readonly Finding[];
  /** The value as it was meant: what is misspelt hides nothing else. */
  readonly value: unknown;
  /** Pointers, into that value, of what matches no schema even so. */
  readonly broken: readonly string[];
}

/**
 * Joins what the reading found with what the schema says, so that one cause stays one finding: a key that a `#` swallowed
 * is not also missing, and a text that could not be read is not also an unknown code.
 */
export function checkSchema(file: SourceFile): SchemaCheck {
  const { kind, value, path } = file;
  if (kind === 'prose' || !file.readable) return { findings: file.findings, value, broken: [] };
  const { said, rest, meant } = saidOf(kind, value);
  if (said.length === 0 && file.findings.length === 0) return { findings: [], value, broken: [] };
  const covered = coveredIn(file, meant);
  const coveredAsTyped = covered.map((pointer) => typedPointer(kind, value, pointer));
  const told = toldIn(file, coveredAsTyped);
  const kept = said.filter((finding) => !isExplained(finding, value, told));
  const findings = [
    ...raised(file.findings, said),
    ...(isEmpty(value) ? asOne(kept) : kept).map(({ lacks: _, ...finding }) => ({ ...finding, file: path })),
  ];
  // Where the reading understood what was meant, its error takes nothing away.
  const read = file.findings
    .map(({ pointer }) => meantPointer(kind, value, pointer))
    .filter((pointer) => valueAt(meant, pointer) === undefined);
  return {
    findings,
    value: meant,
    broken: [...new Set([...rest.flatMap(spoilt), ...covered, ...read])],
  };
}

interface Said {
  readonly said: readonly SchemaFinding[];
  /** What could not be taken as it was meant. */
  readonly rest: readonly SchemaFinding[];
  readonly meant: unknown;
}

/** What the schema says of a value; and below a misspelt key, what it says once the key is taken for the right one. */
function saidOf(kind: Kind, value: unknown): Said {
  const mended: SchemaFinding[] = [];
  const typed = ({ lacks, ...finding }: SchemaFinding): SchemaFinding => ({
    ...{ ...finding, pointer: typedPointer(kind, value, finding.pointer) },
    ...(lacks !== undefined && { lacks: typedPointer(kind, value, lacks) }),
  });
  let meant = value;
  for (;;) {
    const problems = problemsOf(kind, meant);
    if (problems.length === 0) return { said: mended, rest: [], meant };
    const rest = say(kind, meant, problems);
    const next = isEmpty(value) ? { value, findings: [] } : healed(kind, meant, rest);
    if (next.findings.length === 0) return { said: [...mended, ...rest.map(typed)], rest, meant };
    mended.push(...next.findings.map(typed));
    meant = next.value;
  }
}

/** Of an empty file, all that is missing is one finding. */
function asOne(missing: readonly SchemaFinding[]): readonly SchemaFinding[] {
  const [first, ...others] = missing;
  const keys = missing.flatMap(({ lacks }) => (lacks === undefined ? [] : [lacks.slice(1)]));
  if (first === undefined || others.length === 0 || keys.length < missing.length) return missing;
  return [{ ...first, message: fillIn(emptyFile, { cles: keys.join(', ') }) }];
}

const emptyFile = {
  fr: 'il n’y a rien dans ce fichier : il y faut au moins {cles}',
  en: 'there is nothing in this file: it needs at least {cles}',
};

/** A misspelt key spoils what it was meant to be as well: that key is not absent. */
function spoilt({ rule, pointer, suggestion, lacks }: SchemaFinding): readonly string[] {
  // What is there twice is there; what is missing spoils nothing beside it.
  if (rule === 'double-dans-une-liste') return [];
  if (lacks !== undefined) return [lacks];
  if (rule !== 'cle-inconnue' || suggestion === undefined) return [pointer];
  return [pointer, `${pointer.slice(0, pointer.lastIndexOf('/'))}/${suggestion}`];
}

/** What the reading has told: where it spoke, where it spoke of an error, and whether lines were lost. */
interface ToldByReading {
  readonly pointers: ReadonlySet<string>;
  readonly errors: ReadonlySet<string>;
  readonly lost: boolean;
}

function toldIn(file: SourceFile, covered: readonly string[]): ToldByReading {
  const { findings } = file;
  const errors = findings.filter(({ severity, pointer }) => severity === 'error' && pointer !== '');
  return {
    pointers: new Set(findings.map(({ pointer }) => pointer)),
    errors: new Set([...covered, ...errors.map(({ pointer }) => pointer)]),
    lost: lostLines(file),
  };
}

/** True when the reading has already told the cause, at this place or at one that holds it. */
function isExplained({ pointer, lacks }: SchemaFinding, value: unknown, told: ToldByReading): boolean {
  if (lacks !== undefined) return told.lost || told.pointers.has(lacks);
  if (told.errors.has(pointer)) return true;
  for (let end = pointer.lastIndexOf('/'); end >= 0; end = end === 0 ? -1 : pointer.lastIndexOf('/', end - 1)) {
    const place = pointer.slice(0, end);
    // How a map or list is indented says nothing of what it holds.
    if (told.errors.has(place) && typeof valueAt(value, place) !== 'object') return true;
  }
  return false;
}

/** Where a mere warning of the reading is why a required key is missing, it is an error. */
function raised(findings: readonly Finding[], said: readonly SchemaFinding[]): readonly Finding[] {
  const missing = new Set(said.flatMap(({ lacks }) => lacks ?? []));
  return findings.map((finding) =>
    finding.severity === 'warning' && finding.pointer !== '' && missing.has(finding.pointer)
      ? { ...finding, severity: 'error' }
      : finding,
  );
}

/** The reading writes x over what it could not read, so that the rest can be. */
const coveredText = /^x+(?: +x+)*$/;

function coveredIn({ kind, findings }: SourceFile, value: unknown): readonly string[] {
  const found: string[] = [];
  if (kind === 'prose' || !findings.some(({ severity }) => severity === 'error')) return found;
  walk(kind, value, (visit) => {
    if (typeof visit.value === 'string' && coveredText.test(visit.value)) found.push(visit.pointer);
  });
  return found;
}
