import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** Says whether a word of the command line has to be matched against names: a shell that quotes, or none, left it so. */
export function isPattern(word: string): boolean {
  return word.includes('*');
}

/**
 * The files and folders that a pattern names: `*` stands for part of one name, `**` for any number of folders.
 * Hidden ones and `node_modules` are left out, as a shell does with the first.
 * @param pattern as typed, from `cwd` or absolute
 * @param cwd absolute folder
 * @returns paths from `cwd` with `/` (absolute where the pattern is), sorted by code unit
 */
export function matchingPaths(pattern: string, cwd: string): readonly string[] {
  const slashed = sep === '/' ? pattern : pattern.split(sep).join('/');
  const parts = slashed.split('/').filter((part) => part !== '.');
  const found = new Set<string>();
  if (parts[0] === '' || /^[A-Za-z]:$/.test(parts[0] ?? '')) walk(`${parts[0]}/`, '', parts.slice(1), found);
  else walk('', cwd, parts, found);
  return [...found].sort();
}

/** Follows the parts of a pattern from a folder, given as it will be shown (`''`, or ending in `/`). */
function walk(shown: string, cwd: string, parts: readonly string[], found: Set<string>): void {
  const [part, ...rest] = parts;
  if (part === undefined || part === '') {
    if (shown !== '') found.add(shown.replace(/\/$/, ''));
    return;
  }
  const here = resolve(cwd, shown);
  if (part === '**') {
    walk(shown, cwd, rest, found);
    for (const { name, folder } of entries(here)) {
      if (folder) walk(`${shown}${name}/`, cwd, parts, found);
      else if (rest.length === 0) found.add(`${shown}${name}`);
    }
  } else if (isPattern(part)) {
    const right = matcher(part);
    for (const { name, folder } of entries(here)) {
      if (!right.test(name)) continue;
      if (rest.length === 0) found.add(`${shown}${name}`);
      else if (folder) walk(`${shown}${name}/`, cwd, rest, found);
    }
  } else if (existsSync(join(here, part))) {
    walk(`${shown}${part}/`, cwd, rest, found);
  }
}

function matcher(part: string): RegExp {
  const quoted = part.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${quoted.join('.*')}$`, 'u');
}

/** What a folder holds; links are not followed, so that none leads round in circles. */
function entries(folder: string): readonly { readonly name: string; readonly folder: boolean }[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
}
