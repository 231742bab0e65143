import { describe, expect, it } from 'vitest';
import type { Format } from '../src/compile/report/report.ts';
import { reportIn } from '../src/compile/report/report.ts';
import type { Dossier } from '../src/model/dossier.ts';
import { raster, textsOf } from './office-sample.ts';
import { complet, contextOf } from './report/dossier-complet.ts';

/** As wide as a thread: no page would hold it. */
const THREAD = '<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9"><rect width="9" height="9"/></svg>';
const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="9" height="9"/></svg>';

const dossier: Dossier = {
  ...complet,
  dossier: { ...complet.dossier, diffusion: 'interne', problematique: 'Le plan.\n\n![Le fil](medias/fil.svg)' },
};

async function made(svg: string, formats: readonly Format[], logo?: string) {
  const context = contextOf(dossier);
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  const no = (): never => {
    throw new Error('not asked for');
  };
  const theme = { couleurs: {}, polices: {}, logo: { type: 'image/svg+xml', bytes: bytesOf(logo ?? ''), alt: 'Logo' } };
  const { files, remarks } = await reportIn(
    dossier,
    { ...context, readMedia: () => bytesOf(svg), ...(logo !== undefined && { theme }) },
    formats,
    { raster: async () => raster, typst: no, resize: no },
  );
  const ours = remarks.filter(({ fr }) => /fil\.svg|^logo/.test(fr));
  return { bytes: files.map((file) => file.bytes), said: ours.map(({ fr }) => fr), english: ours.map(({ en }) => en) };
}

describe('un dessin d’auteur que les fichiers de bureautique ne peuvent pas montrer', () => {
  it('est remplacé par ses mots, et son auteur le sait, une fois', async () => {
    const { bytes, said, english } = await made(THREAD, ['docx', 'odt']);
    expect(said).toEqual([
      'medias/fil.svg : ce dessin ne peut pas être converti pour les fichiers DOCX et ODT, remplacé par son texte alternatif ; enregistrez-le en PNG',
    ]);
    expect(english).toEqual([
      'medias/fil.svg: this drawing cannot be converted for DOCX and ODT files, its alternative text stands in its place; save it as PNG',
    ]);
    for (const [rank, path] of ['word/document.xml', 'content.xml'].entries()) {
      const xml = textsOf(bytes[rank] as Uint8Array).get(path) ?? '';
      expect(xml).toContain('[Image\u00a0: Le fil]');
      expect(xml).not.toMatch(/desc[^<]*Le fil/);
    }
  });

  it('n’est dit ni d’une page, qui le montre, ni d’un dessin ordinaire', async () => {
    const page = await made(THREAD, ['html']);
    expect([page.said, String(page.bytes[0]).includes('data:image/svg+xml')]).toEqual([[], true]);
    const { bytes, said } = await made(SQUARE, ['docx']);
    expect(said).toEqual([]);
    expect(textsOf(bytes[0] as Uint8Array).get('word/document.xml')).toContain('descr="Le fil"');
  });

  it('ne change pas la page écrite avec eux', async () => {
    const { bytes } = await made(THREAD, ['html', 'docx', 'html']);
    expect(bytes[2]).toBe(bytes[0]);
    expect(String(bytes[0])).toContain('data:image/svg+xml');
  });

  it('se dit aussi d’un logo', async () => {
    expect((await made(SQUARE, ['odt'], THREAD)).said).toEqual([
      'logo : ce dessin ne peut pas être converti pour les fichiers DOCX et ODT, remplacé par son texte alternatif ; enregistrez-le en PNG',
    ]);
    expect((await made(SQUARE, ['odt'], SQUARE)).said).toEqual([]);
  });
});
