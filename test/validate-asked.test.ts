import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isUnchangedSince } from '../src/commands/check/keys.ts';
import { listHolders } from '../src/load/find.ts';
import { healthy, healthyId, inWorkspace } from './healthy.ts';
import { atelier, freshFolder } from './terminal.ts';

/** A workspace of the healthy dossier and of one beside it that has an error. */
function two(): string {
  const root = freshFolder();
  const other = Object.entries(healthy).map(([path, text]): [string, string] => [
    `dossiers/autre/${path}`,
    text.replace(`id: ${healthyId}`, 'id: autre').replace('niveau: intercommunale', 'niveau: faux'),
  ]);
  const all: Readonly<Record<string, string>> = { ...inWorkspace(healthy), ...Object.fromEntries(other) };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe('what was not asked for', () => {
  test('is neither counted nor said to have passed', async () => {
    const root = two();
    const asked = `dossiers/${healthyId}`;
    const { summary } = JSON.parse((await atelier(['validate', asked, '--format', 'json'], root)).out);
    expect(summary).toMatchObject({ errors: 0, dossiers: 1, files: Object.keys(healthy).length });
    const junit = (await atelier(['validate', asked, '--format', 'junit'], root)).out;
    expect(junit).toContain(`${asked}/echelle.yaml`);
    expect(junit).not.toContain('autre');
    const one = (await atelier(['validate', `${asked}/echelle.yaml`, '--format', 'json'], root)).out;
    expect(JSON.parse(one).summary).toMatchObject({ dossiers: 1, files: 1 });
  });

  test('is told when all is asked for', async () => {
    const { out, code } = await atelier(['validate', '--format', 'junit'], two());
    expect(code).toBe(1);
    expect(out).toContain('dossiers/autre/echelle.yaml');
  });
});

test('a dossier that is saved while it is checked is not kept', () => {
  const root = two();
  const [found] = listHolders({ root, alone: false }).filter(({ holder }) => holder.id === healthyId);
  if (found === undefined) throw new Error('no dossier');
  expect(isUnchangedSince(root, found, Date.now() + 1000)).toBe(true);
  const start = Date.now();
  writeFileSync(join(root, `dossiers/${healthyId}/echelle.yaml`), healthy['echelle.yaml'] ?? '');
  expect(isUnchangedSince(root, found, start)).toBe(false);
});
