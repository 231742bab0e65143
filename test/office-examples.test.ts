import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from '../src/compile/docx/write.ts';
import { headingsOf, plainText } from '../src/compile/markdown/walk.ts';
import { writeOdt } from '../src/compile/odt/write.ts';
import { xmlFaults } from './formats-readers.ts';
import { docxParagraphs, odtParagraphs, raster, textsOf, wordsIn, wordsOf } from './office-sample.ts';
import { realReports } from './report/composed.ts';

const reports = realReports();

/** Both formats show the same drawings: each is drawn once. */
const drawings = new Map<string, Uint8Array>();
function drawn(svg: string, width: number): Uint8Array {
  const known = drawings.get(svg);
  if (known !== undefined) return known;
  const png = raster(svg, width);
  drawings.set(svg, png);
  return png;
}

describe.each(reports.map((report) => [report.id, report] as const))('%s', (_, { pictures, frame }) => {
  it('dit les mêmes mots, dans le même ordre, en DOCX', async () => {
    const texts = textsOf(await writeDocx(pictures, frame, drawn));
    expect(await xmlFaults([...texts.values()])).toEqual([]);
    const written = docxParagraphs(texts.get('word/document.xml') ?? '').map(([, text]) => text);
    expect(wordsIn(written.join('\n'))).toEqual(wordsOf(pictures, frame));
    const notes = texts.get('word/footnotes.xml') ?? '';
    expect(notes.match(/<w:footnote w:id="[1-9]\d*"/g)?.length ?? 0).toBe(pictures.notes.size);
  });

  it('dit les mêmes mots, dans le même ordre, en ODT', async () => {
    const texts = textsOf(writeOdt(pictures, frame, drawn));
    expect(await xmlFaults([...texts.values()])).toEqual([]);
    const written = odtParagraphs(texts.get('content.xml') ?? '').map(([, , text]) => text);
    expect(wordsIn(written.join('\n'))).toEqual(wordsOf(pictures, frame));
    expect(texts.get('content.xml')?.match(/<text:note /g)?.length ?? 0).toBe(pictures.notes.size);
  });
});

const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/usr/local/bin/soffice'].find((path) => existsSync(path));
if (SOFFICE === undefined)
  console.warn('Pas de LibreOffice sur cette machine : les fichiers DOCX et ODT n’y sont pas ouverts.');

describe.skipIf(SOFFICE === undefined)('LibreOffice ouvre les deux formats', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'atelier-office-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A file, converted. */
  function converted(name: string, bytes: Uint8Array, to: string): Buffer {
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profil`;
    const out = ['--outdir', join(folder, 'out'), join(folder, name)];
    execFileSync(SOFFICE ?? '', [profile, '--headless', '--convert-to', to, ...out], { stdio: 'pipe' });
    return readFileSync(join(folder, 'out', name.replace(/\.\w+$/, `.${to.split(':')[0]}`)));
  }

  it.each(['docx', 'odt'] as const)(
    '%s : un PDF, et le texte garde ses titres dans l’ordre',
    async (format) => {
      const [report] = reports.filter(({ id }) => id === 'nozay');
      if (report === undefined) throw new Error('no such example');
      const { pictures, frame } = report;
      const bytes = format === 'docx' ? await writeDocx(pictures, frame, drawn) : writeOdt(pictures, frame, drawn);
      expect(converted(`rapport.${format}`, bytes, 'pdf').subarray(0, 5).toString()).toBe('%PDF-');
      const text = wordsIn(converted(`rapport.${format}`, bytes, 'txt:Text (encoded):UTF8').toString()).join(' ');
      let at = text.indexOf(frame.title);
      expect(at).toBeGreaterThan(-1);
      for (const { children } of headingsOf(pictures.blocks)) {
        const heading = wordsIn(plainText(children)).join(' ');
        const next = text.indexOf(heading, at);
        expect([heading, next >= at]).toEqual([heading, true]);
        at = next;
      }
    },
    180_000,
  );
});
