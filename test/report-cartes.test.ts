import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { atelier, freshFolder } from './terminal.ts';

/** The pictures of a report, one after the other. */
async function picturesOf(dossier: string): Promise<string> {
  const out = freshFolder();
  const { code } = await atelier(['compile', `examples/national/dossiers/${dossier}`, '--out', out], process.cwd());
  expect(code).toBe(0);
  const html = readFileSync(join(out, dossier, 'rapport.html'), 'utf8');
  return (html.match(/<svg[\s\S]*?<\/svg>/g) ?? []).join('\n');
}

it('a map fills the communes of a secteur only where the secteur is whole communes', async () => {
  expect(await picturesOf('caen-metropole')).toContain('Grappe 3, littoral');
  const doullens = await picturesOf('doullens-sueur');
  expect(doullens).toContain('data-code="80253"');
  expect(doullens).not.toContain('Site Sueur');
});
