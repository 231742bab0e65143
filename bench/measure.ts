// Whole processes: how long each takes, all contenders in turn in each round, and how much memory it held at most.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process to run. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** What is measured under one name. */
export interface Contender {
  readonly name: string;
  /** Run one after the other: the time is their sum. */
  readonly commands: readonly Command[];
  /** The same calls on one document each, in the same rounds: all but one of these start-ups are subtracted. */
  readonly startUps?: readonly Command[];
  /** What must be so before each run, outside the time. */
  readonly prepare?: (round: number) => void;
  /** False for a launcher, whose own memory says nothing of the program that it launches. */
  readonly memory?: false;
}

/** Milliseconds, as medians over the rounds. */
export interface Measured {
  readonly name: string;
  readonly milliseconds: number;
  readonly least: number;
  readonly most: number;
  /** Before start-ups were subtracted. */
  readonly raw: number;
  /** Peak of resident memory; null where it cannot be read. */
  readonly megabytes: number | null;
}

/** A contender gave a wrong answer: the only failure of the bench. */
export class WrongAnswer extends Error {}

/**
 * Measures contenders side by side: a first round that does not count, then `rounds` rounds in each of which all take
 * their turn, another one first each time; memory in a last run of its own, so that looking at it costs no time.
 */
export async function measure(contenders: readonly Contender[], rounds: number): Promise<readonly Measured[]> {
  const times = contenders.map(() => ({ raw: [] as number[], startUps: [] as number[] }));
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const index = (turn + round) % contenders.length;
      const { commands, startUps = [], prepare } = contenders[index]!;
      prepare?.(round);
      const raw = sum(commands.map(time));
      const begun = sum(startUps.map(time));
      if (round === 0) continue;
      times[index]!.raw.push(raw);
      times[index]!.startUps.push(begun);
    }
  }
  const measured: Measured[] = [];
  for (const [index, contender] of contenders.entries()) {
    const { raw, startUps } = times[index]!;
    const calls = contender.startUps?.length ?? 1;
    const spared = (median(startUps) * (calls - 1)) / calls;
    measured.push({
      name: contender.name,
      milliseconds: median(raw) - spared,
      least: Math.min(...raw) - spared,
      most: Math.max(...raw) - spared,
      raw: median(raw),
      megabytes: await peak(contender, rounds + 1),
    });
  }
  return measured;
}

function time({ program, args, cwd }: Command): number {
  const start = performance.now();
  const { status, error } = spawnSync(program, args, { cwd, stdio: 'ignore' });
  const elapsed = performance.now() - start;
  if (status !== 0) throw new WrongAnswer(`${program} ${args.slice(0, 6).join(' ')} ends with ${error ?? status}`);
  return elapsed;
}

async function peak({ commands, prepare, memory }: Contender, round: number): Promise<number | null> {
  if (memory === false) return null;
  prepare?.(round);
  let most = 0;
  for (const { program, args, cwd } of commands) {
    const child = spawn(program, args, { cwd, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const look = setInterval(() => {
      most = Math.max(most, highWater(child.pid));
    }, 5);
    await ended;
    clearInterval(look);
  }
  return most === 0 ? null : most;
}

/** The kernel's own high-water mark, of which only the last look counts; 0 where there is no /proc or no process left. */
function highWater(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 0;
    throw error;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The middle one, or the mean of the two middle ones. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}
