import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wrapped } from '../src/ui/pretty.ts';
import { atelier, freshFolder } from './terminal.ts';

const sheet = 'format: 1\nid: ici\ntitre: Ici\ndispositif: local\nphase: candidature\n';

function folderWith(dossier: string, more: Readonly<Record<string, string>> = {}): string {
  const folder = freshFolder();
  for (const [name, text] of Object.entries({ 'dossier.yaml': dossier, ...more }))
    writeFileSync(join(folder, name), text);
  return folder;
}

describe('sentences on a terminal', () => {
  test('no line ends with an opening mark or begins with a closing one', () => {
    const sentence = '« axe-un » n’est pas un axe ; vouliez-vous dire « axe » ? il y a : « b », « c » !';
    for (let width = 5; width < 80; width++) {
      const lines = wrapped(sentence, width);
      expect(lines.join(' ')).toBe(sentence);
      for (const line of lines) expect(line).not.toMatch(/^[»?!;:]|«$/);
    }
  });

  test('a finding without a line of text is wrapped as well', async () => {
    const folder = folderWith(sheet, {
      'territoires.yaml': 'nom: Ici\n',
      'notes-de-la-visite-du-printemps-et-de-ce-qui-y-fut-dit-par-les-habitants-du-bourg.yaml': 'a: b\n',
    });
    const { out } = await atelier(['validate'], folder);
    expect(out).toContain('fichier-inconnu');
    // The test’s terminal has 100 columns.
    for (const line of out.split('\n').filter((one) => one.startsWith(' ')))
      expect(line.length).toBeLessThanOrEqual(100);
  });

  test('an address is masked alike in the line and in the corrected line', async () => {
    const folder = folderWith(sheet.replace('titre: Ici', 'titre: Écrire : camille.exemple@mairie.fr'));
    const { out } = await atelier(['validate'], folder);
    expect(out).toContain('deux-points');
    const masked = out.match(/c[•.]+@[•.]+/g) ?? [];
    expect(masked.length).toBeGreaterThan(1);
    expect(new Set(masked).size).toBe(1);
    expect(out).not.toContain('exemple');
  });
});

describe('the summary of validate', () => {
  test('« réparable » stands beside what it counts', async () => {
    const swallowed = folderWith(`${sheet}problematique: Les bourgs #terres\n`);
    const warned = await atelier(['validate'], swallowed);
    expect(warned.err).toMatch(/^0 erreur · \d+ avertissements? dont 1 réparable ·/m);
    const english = await atelier(['validate', '--lang', 'en'], swallowed);
    expect(english.err).toMatch(/^0 errors · \d+ warnings? \(1 fixable\) ·/m);
    const wrong = await atelier(['validate'], folderWith(sheet.replace('local', 'Local')));
    expect(wrong.err).toMatch(/^1 erreur dont 1 réparable · \d+ avertissements? ·/m);
  });
});
