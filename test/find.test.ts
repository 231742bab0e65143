import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTargets } from '../src/load/find.ts';
import { matchingPaths } from '../src/load/glob.ts';
import { freshFolder } from './terminal.ts';

function tree(...paths: readonly string[]): string {
  const folder = freshFolder();
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
  return folder;
}

describe('a pattern that the shell did not expand', () => {
  const folder = tree(
    'dossier.yaml',
    'principes/eau.md',
    'principes/sol.md',
    'principes/note.txt',
    'strategie/initiatives/halle.md',
    '.git/a.md',
    'node_modules/x/b.md',
  );

  it.each([
    ['principes/*.md', ['principes/eau.md', 'principes/sol.md']],
    ['**/*.md', ['principes/eau.md', 'principes/sol.md', 'strategie/initiatives/halle.md']],
    ['*/e*.md', ['principes/eau.md']],
    ['strategie/**', ['strategie', 'strategie/initiatives', 'strategie/initiatives/halle.md']],
    ['./principes/s*', ['principes/sol.md']],
    ['principes/*.yaml', []],
    ['*.md/*', []],
  ])('%s', (pattern, expected) => {
    expect(matchingPaths(pattern, folder)).toEqual(expected);
  });

  it('is taken for the files that it names', () => {
    expect(findTargets(['principes/*.md'], folder)).toEqual([
      { root: folder, alone: true, asked: ['principes/eau.md', 'principes/sol.md'] },
    ]);
    expect(findTargets([join(folder, 'principes', 'e*')], '/')).toEqual([
      { root: folder, alone: true, asked: ['principes/eau.md'] },
    ]);
  });

  it('that names nothing is said', () => {
    expect(() => findTargets(['principes/*.yml'], folder)).toThrow('aucun fichier ne répond à principes/*.yml');
  });

  it('a file whose own name has a star is that file', () => {
    const odd = tree('dossier.yaml', 'a*.md', 'ab.md');
    expect(findTargets(['a*.md'], odd)[0]?.asked).toEqual(['a*.md']);
  });
});
