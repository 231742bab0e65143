import { describe, expect, it } from 'vitest';
import { reportIn } from '../src/compile/report/report.ts';
import type { Dossier } from '../src/model/dossier.ts';
import { typst } from './pdf-made.ts';
import { allTags, readPdf } from './pdf-tags.ts';
import { ascii, jpeg, png } from './pictures-sample.ts';
import { complet, contextOf } from './report/dossier-complet.ts';

/** A JPEG with a size and pixels, but nothing that tells how to read them: only who decodes it finds out. */
const whole = Buffer.from(jpeg(40, 30));
const unreadable = Buffer.concat([whole.subarray(0, 2), whole.subarray(whole.indexOf(Buffer.from([0xff, 0xc0])))]);

const dossier: Dossier = {
  ...complet,
  dossier: {
    ...complet.dossier,
    diffusion: 'interne',
    problematique: '![Le plan perdu](medias/plan.jpg)\n\n![La vue gardée](medias/vue.png)',
  },
};

async function pdf(plan: Uint8Array, more: object = {}) {
  const context = { ...contextOf(dossier), ...more };
  const readMedia = (path: string): Uint8Array => (path === 'medias/plan.jpg' ? plan : png(40, 30));
  const run = await typst();
  const no = (): never => {
    throw new Error('not asked for');
  };
  const { files, remarks } = await reportIn(dossier, { ...context, readMedia }, ['pdf'], {
    typst: async () => run,
    raster: no,
    resize: no,
  });
  const tags = allTags(readPdf(files[0]?.bytes as Uint8Array).tags);
  return {
    alts: tags.flatMap(({ alt }) => alt ?? []),
    said: remarks.filter(({ fr }) => /plan\.jpg|vue\.png|^logo/.test(fr)),
  };
}

describe('a picture that Typst alone cannot read', () => {
  it('leaves its words and is named, the other stays', async () => {
    const { alts, said } = await pdf(unreadable);
    expect(alts).toContain('La vue gardée');
    expect(alts).not.toContain('Le plan perdu');
    expect(said).toEqual([
      {
        fr: 'medias/plan.jpg : cette image ne peut pas être mise dans le PDF, remplacée par son texte alternatif ; enregistrez-la à nouveau, en PNG ou en JPEG',
        en: 'medias/plan.jpg: this picture cannot be put into the PDF, its alternative text stands in its place; save it again, as PNG or JPEG',
      },
    ]);
  });

  it('is not said of one that it can', async () => {
    const { alts, said } = await pdf(whole);
    expect(alts).toEqual(expect.arrayContaining(['Le plan perdu', 'La vue gardée']));
    expect(said).toEqual([]);
  });

  it('is left out as a logo too', async () => {
    const logo = {
      type: 'image/svg+xml',
      bytes: ascii('<svg xmlns="http://www.w3.org/2000/svg" width="0"/>'),
      alt: 'Service',
    };
    const { alts, said } = await pdf(whole, { theme: { couleurs: {}, polices: {}, logo } });
    expect(alts).not.toContain('Service');
    expect(said.map(({ fr }) => fr)).toEqual([expect.stringMatching(/^logo : cette image ne peut pas/)]);
  });

  it('hides no mistake of a template', async () => {
    const { template } = contextOf(dossier);
    const wrong = (name: string) => ({ ...template(name), ...(name === 'page.typ' && { text: '#let x = 1 + "a"' }) });
    await expect(pdf(unreadable, { template: wrong })).rejects.toThrow('Le PDF n’a pas pu être composé');
  });
});
