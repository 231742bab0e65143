import { fillIn } from '../../words/text.ts';
import { shownPicture } from '../pictures.ts';
import type { FilesRule } from '../rule.ts';

export const mediaAConvertir: FilesRule = {
  id: 'media-a-convertir',
  reads: 'fichiers',
  severity: 'warning',
  summary: {
    fr: 'Une image est d’un format qu’un rapport ne montre pas.',
    en: 'A picture is of a format that a report does not show.',
  },
  why: {
    fr: 'Navigateurs, traitements de texte et PDF n’ont en commun que le JPEG, le PNG et le SVG : à la place d’une image HEIC, TIFF ou WebP, le rapport met son texte alternatif.',
    en: 'Browsers, word processors and PDF have only JPEG, PNG and SVG in common: in the place of an HEIC, TIFF or WebP picture the report puts its alternative text.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\n---\nLa sortie :\n\n![Les élus devant la halle](../medias/halle.heic)\n',
    line: 6,
    beside: { 'medias/halle.heic': 'HEIC' },
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\n---\nLa sortie :\n\n![Les élus devant la halle](../medias/halle.jpg)\n',
    beside: { 'medias/halle.jpg': 'JPEG' },
  },
  *find({ files, others }) {
    for (const { path, refers } of files) {
      for (const { to, id, span } of refers) {
        // One that is not there has its own rule.
        if (to !== shownPicture || others?.has(id) === false) continue;
        const fin = id.slice(id.lastIndexOf('.') + 1).toLowerCase();
        if (!notShown.has(fin)) continue;
        yield { file: path, message: fillIn(sentence, { fichier: id, fin }), ...(span && { span }) };
      }
    }
  },
};

/** Ends of names; what the bytes are is seen when the report is made. */
const notShown = new Set(
  'ai avif bmp cdr docx dwg dxf emf eps gif heic heif jp2 jxl odg odt pdf pptx psd svgz tif tiff webp wmf xcf'.split(
    ' ',
  ),
);

const sentence = {
  fr: 'un rapport ne montre pas les fichiers .{fin} : enregistrez {fichier} en JPEG, PNG ou SVG',
  en: 'a report does not show .{fin} files: save {fichier} as JPEG, PNG or SVG',
};
