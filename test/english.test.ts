import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeDocx } from '../src/compile/docx/write.ts';
import { writeHtml } from '../src/compile/html/page.ts';
import { writeMarkdown } from '../src/compile/md/write.ts';
import { writeOdt } from '../src/compile/odt/write.ts';
import { plans } from '../src/compile/report/plan.ts';
import { raster, SVG, textsOf, unmarked } from './office-sample.ts';
import { realReports } from './report/composed.ts';

const template = (name: string): string => readFileSync(resolve(import.meta.dirname, '../templates', name), 'utf8');

/** Phrases of ours, by key, in one language. */
function phrasesOf(langue: 'fr' | 'en'): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') found.set(key, value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) walk(one, `${key}.${name}`);
  };
  walk(parse(template(`mots.${langue}.yaml`)), '');
  return found;
}

const english = phrasesOf('en');
/** What the program itself says in French, and differently in English; the parts between blanks. */
const french = [...phrasesOf('fr')].flatMap(([key, said]) =>
  said
    .split(/\{\w+\}/)
    .map((part) => part.trim())
    .filter((part) => /.{3} .{3}/.test(part) && !english.get(key)?.includes(part)),
);

/** What a page says outside of what it marks as French. */
function ownWords(html: string): string {
  return unmarked(
    html
      .replace(/<style>.*?<\/style>/gs, '')
      .replace(/<span lang="fr">.*?<\/span>|<(h1|a)\b[^>]* lang="fr">.*?<\/\1>/gs, '')
      .replace(/<\/(?:p|li|t[dh]|h\d|text|desc|title)>/g, '\n'),
  );
}

const reports = plans.flatMap((plan) => realReports('en', plan));
const page = { template: template('page.html.hbs'), style: '' };
const point = raster(SVG, 8);

describe('un rapport en anglais de textes français', () => {
  it('ne dit en français aucune phrase du programme', () => {
    expect(french.length).toBeGreaterThan(60);
    for (const { id, pictures, frame } of reports) {
      const said = ownWords(writeHtml(pictures, frame, page));
      expect([id, frame.plan, french.filter((phrase) => said.includes(phrase))]).toEqual([id, frame.plan, []]);
    }
  });

  it('dit de chaque texte d’auteur qu’il est en français, et de la page qu’elle est en anglais', () => {
    const [report] = reports.filter(({ id }) => id === 'nozay');
    if (report === undefined) throw new Error('no such example');
    const html = writeHtml(report.pictures, report.frame, page);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<h1 lang="fr">Atelier des territoires de la communauté de communes de Nozay</h1>');
    const own = ownWords(html);
    for (const words of [
      'Urbanistes, architectes',
      'présentation de l’ouvrage',
      'Déduit de ce que',
      'Entre Nantes et Rennes',
    ])
      expect([words, html.includes(words), own.includes(words)]).toEqual([words, true, false]);
    expect(own).toContain('16,566 inhabitants (2023)');
  });

  it('ne laisse nulle part les signes qui marquaient la langue', async () => {
    for (const { id, pictures, frame } of reports.filter(
      ({ frame: { plan } }) => plan === undefined || plan === 'fiche',
    )) {
      const files = [
        ...textsOf(await writeDocx(pictures, frame, () => point)).values(),
        ...textsOf(writeOdt(pictures, frame, () => point)).values(),
        writeHtml(pictures, frame, page),
        writeMarkdown(pictures),
      ];
      expect([id, files.filter((text) => /[\ufdd0\ufdd1\ufffd]/.test(text)).length]).toEqual([id, 0]);
    }
  });

  it('dit la langue des textes d’auteurs aux correcteurs de Word et de LibreOffice', async () => {
    const [report] = reports.filter(({ id }) => id === 'nozay');
    if (report === undefined) throw new Error('no such example');
    const docx = textsOf(await writeDocx(report.pictures, report.frame, () => point));
    expect(docx.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    expect(docx.get('word/document.xml')).toMatch(/<w:lang w:val="fr-FR"\/><\/w:rPr><w:t[^>]*>Entre Nantes et Rennes/);
    const odt = textsOf(writeOdt(report.pictures, report.frame, () => point)).get('content.xml') ?? '';
    const style = /<style:style style:name="(A\d+)" style:family="text"><style:text-properties fo:language="fr"/.exec(
      odt,
    )?.[1];
    expect(odt).toContain(`<text:span text:style-name="${style}">Entre Nantes et Rennes`);
  });
});

describe('un rapport en français de textes français', () => {
  it('ne marque rien', () => {
    for (const { pictures, frame } of realReports('fr'))
      expect(writeHtml(pictures, frame, page)).not.toMatch(/<body.*\slang=/s);
  });
});
