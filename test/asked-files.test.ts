import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

/** The national example, with a mistake in Nozay's stakeholders. */
function brokenNozay(): string {
  const folder = freshFolder('examples/national');
  writeFileSync(join(folder, 'dossiers/nozay/acteurs.yaml'), 'acteurs: 12\n');
  return folder;
}

describe('a part of a workspace that is asked for', () => {
  it.each(['compile', 'export'])(
    '%s of one sound file refuses the dossier that is broken elsewhere, and says where',
    async (command) => {
      const folder = brokenNozay();
      const before = contentsOf(folder);
      const { code, err } = await atelier([command, 'dossiers/nozay/territoire.yaml'], folder);
      expect(code).toBe(1);
      expect(err).toContain('dossiers/nozay/acteurs.yaml:1:10');
      expect(err).toMatch(/dossiers\/nozay : erreurs à corriger, \d/);
      expect(contentsOf(folder)).toEqual(before);
    },
  );

  it('a dossier is not refused for the mistakes of another', async () => {
    const folder = brokenNozay();
    const { code, err } = await atelier(['compile', 'dossiers/caen-metropole'], folder);
    expect([code, err.includes('acteurs.yaml')]).toEqual([0, false]);
  });

  it('a dossier whose session is broken is refused with the session, and no other', async () => {
    const folder = freshFolder('examples/national');
    appendFileSync(join(folder, 'sessions/periurbain-2016/session.yaml'), 'titres: 12\n');
    const nozay = await atelier(['compile', 'dossiers/nozay'], folder);
    expect(nozay.code).toBe(1);
    expect(nozay.err).toContain('sessions/periurbain-2016 : erreurs à corriger, 1');
    const landes = await atelier(['compile', 'dossiers/sud-des-landes'], folder);
    expect(landes.code).toBe(0);
  });
});
