import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

const home = 'dossiers/plaine-de-caen';
const sheet =
  'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine\ndispositif: local\nphase: candidature\nproblematique: Comment habiter ?\n';

/** A workspace of one dossier, whose territoire.yaml is sound. */
function workspace(): string {
  const folder = freshFolder();
  const files = {
    'atelier.yaml': 'format: 1\ntitre: Ateliers\n',
    [`${home}/dossier.yaml`]: sheet,
    [`${home}/territoire.yaml`]: 'nom: Plaine\ncommunes: [14118 Caen]\n',
    [`${home}/acteurs.yaml`]:
      'acteurs:\n  ddtm: {organisme: DDTM, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const plain = (folder: string, text: string, ...more: readonly string[]) =>
  atelier(['validate', '-', '--format', 'plain', ...more], folder, {}, text);

describe('validate -', () => {
  test('checks the text of an editor as the file that it is to be, among the others, and writes nothing', async () => {
    const folder = workspace();
    const before = contentsOf(folder);
    const name = ['--stdin-filename', `${home}/territoire.yaml`];
    const wrong = await plain(folder, 'nom: Plaine\ncommunnes: [14118 Caen]\n', ...name);
    expect([wrong.code, wrong.out.split('\n')[0]]).toEqual([
      1,
      expect.stringMatching(/^dossiers\/plaine-de-caen\/territoire\.yaml:2:1: error\[cle-inconnue\] .*« communes »/),
    ]);
    // What the other files say of it is known: a source that nobody declares, an id that is there.
    const named = await plain(folder, `${sheet}session: nulle-part\n`, '--stdin-filename', `${home}/dossier.yaml`);
    expect(named.out).toContain('nulle-part');
    expect((await plain(folder, 'nom: Plaine\ncommunes: [14118 Caen]\n', ...name)).out).not.toContain('error');
    expect(contentsOf(folder)).toEqual(before);
  });

  test('checks a file that is not there yet, and from within its folder', async () => {
    const folder = workspace();
    rmSync(join(folder, home, 'territoire.yaml'));
    const ran = await plain(
      join(folder, home),
      'nom: Plaine\ntypes: [rurall]\n',
      '--stdin-filename',
      'territoire.yaml',
    );
    expect([ran.code, ran.out]).toEqual([
      1,
      expect.stringContaining(`${home}/territoire.yaml:2:9: error[code-inconnu]`),
    ]);
  });

  test.each([
    [['validate', '-'], '--stdin-filename dossiers/vallee/territoire.yaml'],
    [['validate', '-', home, '--stdin-filename', `${home}/dossier.yaml`], 'sans autre chemin'],
    [['validate', home, '--stdin-filename', `${home}/dossier.yaml`], 'ajoutez -'],
    [['validate', '-', '--fix', '--stdin-filename', `${home}/dossier.yaml`], '--fix ne va pas avec -'],
    [['validate', '-', '--watch', '--stdin-filename', `${home}/dossier.yaml`], '--watch ne va pas avec -'],
    [['validate', '-', '--stdin-filename', 'nulle/part.yaml'], 'nulle n’existe pas'],
    [['validate', '-', '--stdin-filename', 'notes.yaml'], 'notes.yaml n’est ni dans un dossier ni dans une session'],
  ])('%j says what is missing', async (argv, words) => {
    const ran = await atelier(argv, workspace(), {}, sheet);
    expect([ran.code, ran.out, ran.err]).toEqual([2, '', expect.stringContaining(words)]);
  });
});
