import { renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCog } from '../src/cog/cog.ts';
import { rememberHolders } from '../src/commands/preview/remembered.ts';
import { cogBytes } from '../src/load/assets.ts';
import { listHolders } from '../src/load/find.ts';
import { put, workspaceOf } from './bad-input-run.ts';
import { until } from './preview-run.ts';

describe('a remembered dossier', () => {
  it('is the same while none of its files changes, and checked again when one does, its date and size kept', async () => {
    const root = workspaceOf({ ici: {} });
    const [check, cog] = [rememberHolders(), openCog(cogBytes())];
    const look = (regles = {}) => {
      const found = listHolders({ root, alone: false }).find(({ holder }) => holder.id === 'ici');
      if (found === undefined) throw new Error('no dossier');
      return check(root, found, regles, cog);
    };
    const isKept = () => {
      const first = look();
      return first === look();
    };
    // What was saved a moment ago may be saved again and look the same.
    expect(isKept()).toBe(false);
    await until(isKept);
    const before = look();
    expect(look({ 'titre-en-double': 'off' })).not.toBe(before);
    const file = join(root, 'dossiers/ici/dossier.yaml');
    const { atime, mtime } = statSync(file);
    writeFileSync(`${file}.tmp`, before.files.map(({ text }) => text.replace('Ici', 'Ivi')).join(''));
    renameSync(`${file}.tmp`, file);
    utimesSync(file, atime, mtime);
    expect(look().files.map(({ text }) => text)).toEqual([expect.stringContaining('titre: Ivi')]);
    await until(isKept);
    put(root, { 'dossiers/ici/medias/plan.svg': '<svg/>' });
    expect(look().found.others).toEqual(['medias/plan.svg']);
  });
});
