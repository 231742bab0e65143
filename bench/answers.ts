// Before anything is timed: every contender has read every document and tells a wrong one from a right one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atelier, ofPeer, type Peer, peers, type Runtime } from './contenders.ts';
import { documents } from './corpus.ts';
import { type Command, WrongAnswer } from './measure.ts';
import type { Workspace } from './workspace.ts';

/** The texts of a corpus, the last document of each kind with a key that its schema does not know. */
export function* broken(texts: Iterable<readonly [string, string]>): Generator<readonly [string, string]> {
  const all = [...texts];
  const last = all.filter(([path]) => path.endsWith('.yaml')).slice(-documents.length);
  for (const [path, text] of all) yield [path, last.some(([one]) => one === path) ? `${text}faux: 1\n` : text];
}

/** @throws WrongAnswer unless everybody accepts this corpus, all of it */
export function checkSound(workspace: Workspace, nodes: readonly Runtime[]): void {
  for (const node of nodes) checkAtelier(workspace, node, 0);
  const { folder, files } = workspace;
  const expected = files - 1;
  for (const peer of peers) {
    const accepted = ofPeer(peer, folder).commands.reduce((total, command) => total + acceptedBy(peer, command), 0);
    if (accepted !== expected) throw new WrongAnswer(`${peer.name} accepts ${accepted} documents of ${expected}`);
  }
}

/** @throws WrongAnswer unless everybody refuses the last document of each kind */
export function checkBroken(workspace: Workspace, nodes: readonly Runtime[]): void {
  for (const node of nodes) checkAtelier(workspace, node, documents.length);
  for (const peer of peers) {
    for (const [index, command] of ofPeer(peer, workspace.folder).commands.entries()) {
      if (said(command).status === 0) throw new WrongAnswer(`${peer.name} accepts a broken ${documents[index]}`);
    }
  }
}

/** @throws WrongAnswer unless atelier read all files and found that many errors, whatever its cache knows */
export function checkAtelier({ folder, files }: Workspace, node: Runtime, errors: number): void {
  const { stdout, stderr } = said(atelier(node, folder, '--no-cache'));
  if (!stdout.startsWith('{')) throw new WrongAnswer(`atelier says ${stderr}`);
  const { summary }: { summary: Readonly<Record<string, number>> } = JSON.parse(stdout);
  if (summary.errors !== errors || summary.files !== files || (errors === 0 && summary.warnings !== 0)) {
    throw new WrongAnswer(`${files} files and ${errors} errors expected: ${stdout.slice(0, 1000)}`);
  }
  const cache = mkdtempSync(join(tmpdir(), 'atelier-bench-cache-'));
  try {
    for (const state of ['filling its cache', 'warm']) {
      const cached = said(atelier(node, folder, '--cache-location', cache));
      if (cached.stdout !== stdout) throw new WrongAnswer(`atelier, ${state}, does not say what it says without cache`);
    }
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function acceptedBy({ name }: Peer, command: Command): number {
  const { stdout, stderr } = said(command);
  if (name === 'ajv-cli') return stdout.match(/ valid$/gm)?.length ?? 0;
  return Number(/(\d+) passed, 0 failed/.exec(stdout + stderr)?.[1] ?? 0);
}

function said({ program, args, cwd }: Command) {
  return spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 });
}
