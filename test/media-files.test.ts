import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPaths, usable } from '../src/commands/prepare.ts';
import { reportContext } from '../src/commands/report-context.ts';
import { pictureOf } from '../src/compile/pictures/picture.ts';
import { diagnose, healthy } from './healthy.ts';

const folder = mkdtempSync(join(tmpdir(), 'atelier-medias-'));
const dossier = join(folder, 'dossier');
cpSync('examples/modele', dossier, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

describe('files of a dossier, read for its report', () => {
  const [checked] = checkPaths([dossier], folder);
  if (checked === undefined) throw new Error('no dossier');
  const one = usable(checked);
  const [first] = one.workspace.dossiers;
  if (first === undefined) throw new Error('no dossier');
  const { readMedia } = reportContext(one, first, 'fr');

  writeFileSync(join(folder, 'secret.png'), 'secret');
  mkdirSync(join(dossier, 'medias', 'dossier.png'));
  symlinkSync(join(folder, 'secret.png'), join(dossier, 'medias', 'lien.png'));
  symlinkSync(join(dossier, 'medias', 'plan-guide.svg'), join(dossier, 'medias', 'lien-dedans.svg'));
  symlinkSync(join(folder, 'nulle-part.png'), join(dossier, 'medias', 'lien-mort.png'));

  it.each([
    ['a link that leads out of it', 'medias/lien.png'],
    ['a path that leads out of it', '../secret.png'],
    ['a link to nothing', 'medias/lien-mort.png'],
    ['a folder', 'medias/dossier.png'],
    ['a path below a file', 'medias/plan-guide.svg/x.png'],
    ['nothing', 'medias/absente.png'],
    ['a name that no system takes', `medias/${'x'.repeat(5000)}.png`],
  ])('%s is not there', (_, path) => expect(readMedia(path)).toBeNull());

  it('a link inside it is followed', () => {
    expect(readMedia('medias/lien-dedans.svg')).toEqual(readMedia('medias/plan-guide.svg'));
  });

  it('of a file that no memory holds, enough is read to say that it is too heavy', () => {
    const path = join(dossier, 'medias', 'vaste.jpg');
    writeFileSync(path, '');
    truncateSync(path, 3_000_000_000);
    const picture = pictureOf(
      'medias/vaste.jpg',
      readMedia('medias/vaste.jpg') ?? new Uint8Array(),
      'ecran',
      undefined,
    );
    expect(picture.ok ? null : picture.why.fr).toContain('plus de 200 Mo');
  });
});

describe('what validate says of pictures', () => {
  const seance = (picture: string): Readonly<Record<string, string>> => ({
    ...healthy,
    'seances/atelier-2.md': `---\ntype: atelier\n---\nLe plan :\n\n![Le bourg](../medias/${picture})\n`,
    [`medias/${picture}`]: 'image',
  });
  const said = (files: Readonly<Record<string, string>>): readonly string[] => diagnose(files).map(({ rule }) => rule);

  it.each(['a.heic', 'a.HEIC', 'a.webp', 'a.gif', 'a.tif', 'a.pdf', 'a.svgz'])('%s is to be converted', (name) =>
    expect(said(seance(name))).toEqual(['media-a-convertir']),
  );
  it.each(['a.jpg', 'a.JPEG', 'a.png', 'a.svg', 'sans-fin', 'a.inconnu'])('%s is not', (name) =>
    expect(said(seance(name))).toEqual([]),
  );
});
