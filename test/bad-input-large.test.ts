import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atelier, freshFolder } from './terminal.ts';

const sheet =
  'format: 1\nid: vallee\ntitre: Vivre\ndispositif: local\nphase: candidature\nproblematique: Comment habiter ?\n';
const home = 'dossiers/vallee';
const size = 80_000;

/** The same piece again and again, or one made for each turn, up to the size. */
function filled(piece: string | ((turn: number) => string), before = '', after = ''): string {
  let text = before;
  for (let turn = 0; text.length < size; turn++) text += typeof piece === 'string' ? piece : piece(turn);
  return text + after;
}

/** Files as nobody writes them, each of which once took, or might take, time that grows with the square of its length. */
const yaml: Readonly<Record<string, string>> = {
  'open brackets': filled('['),
  'lines that begin with a tab': filled('\ta: b\n'),
  'a quotation that nothing closes': filled('a b\n', 'titre: "'),
  'conflict markers': filled('<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n'),
  'the same key': filled('a: 1\n'),
  'keys that nobody knows': filled((turn) => `k${turn}: 1\n`),
  'misspelt keys': filled((turn) => `  k${turn}: {titrre: T}\n`, 'enjeux:\n'),
  'names that are no ids': filled((turn) => `  K ${turn}: {titre: T}\n`, 'enjeux:\n'),
  'codes that nobody knows': filled((turn) => `  - t${turn}\n`, 'types:\n'),
  'anchors and aliases': filled((turn) => `k${turn}: &a${turn} 1\n`, 'x: &a 1\n'),
  'merge keys': filled((turn) => `k${turn}:\n  <<: *a\n`, 'x: &a {y: 1}\n'),
  documents: filled('---\na: 1\n'),
  comments: filled('# atelier-ignore nom-de-personne: why\n'),
  addresses: filled('a@b.fr ', 'titre: '),
  'a line of names': filled('Mme Camille Exemple ', 'titre: '),
  'a list in one line': filled((turn) => `${turn}, `, 'types: [', ']'),
};
const markdown: Readonly<Record<string, string>> = {
  'openings of pictures': filled('![a]('),
  'openings of links': filled('[a](b '),
  'calls of notes': filled('[^a] '),
  quotations: filled('> '),
  'containers that nothing closes': filled('::: fiche\n'),
  'comments that nothing closes': filled('<!-- '),
  titles: filled('le maire Camille '),
};

async function checked(path: string, text: string) {
  const folder = freshFolder();
  const files = { 'atelier.yaml': 'format: 1\ntitre: B\n', [`${home}/dossier.yaml`]: sheet, [`${home}/${path}`]: text };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return atelier(['validate', '--no-cache', '--format', 'plain'], folder);
}

describe('a file that is long and strange is told in the time that its length asks for', () => {
  test.each(Object.entries(yaml))('%s', async (_, text) => {
    const { code, out } = await checked('territoire.yaml', text);
    expect([code, out]).toEqual([1, expect.stringContaining(`${home}/territoire.yaml:`)]);
  });

  test.each(Object.entries(markdown))('%s in a text', async (_, text) => {
    const { code } = await checked('seances/une.md', `---\ntype: atelier\ndate: 2026-01-01\n---\n${text}`);
    expect([0, 1]).toContain(code);
  });

  test('a thousand stakeholders that each lack a key', async () => {
    const acteurs = filled(
      (turn) => `  a${turn}: {organisme: Commune, roles: [mandataire], sourcs: [x]}\n`,
      'acteurs:\n',
    );
    expect((await checked('acteurs.yaml', acteurs)).code).toBe(1);
  });
});
