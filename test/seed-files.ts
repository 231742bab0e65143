import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTarget } from '../src/commands/prepare.ts';
import { readSource } from '../src/load/read.ts';
import type { SourceFile } from '../src/model/source-file.ts';
import { checkFile } from '../src/validate/check-file.ts';
import { theCog } from './healthy.ts';
import { grounds } from './seed-grounds.ts';
import { type Expected, type Ground, judge, type Seed } from './seeding.ts';
import { spread } from './seeds.ts';

/** Puts a defect in some files of the examples, one at a time, and expects one finding each time. */
function sowFiles(kind: (file: SourceFile) => Omit<Seed, 'file' | 'pointer'> | null, least = 5): void {
  const all = grounds.flatMap((ground) =>
    ground.files.flatMap((file) => {
      const seed = kind(file);
      return seed === null ? [] : [{ ground, seed: { file, pointer: '', ...seed } }];
    }),
  );
  const seeds = spread(all);
  expect(seeds.flatMap(({ ground, seed }) => judge(ground, [seed]))).toEqual([]);
  expect(seeds.length).toBeGreaterThanOrEqual(least);
}

const one = (start: number, end: number, text: string, expected: Expected) => ({
  edits: [{ start, end, text }],
  expected,
});

/** Of the data of such a file, or of a part of it, nothing is known. */
const unread = (seed: ReturnType<typeof one>) => ({ ...seed, unread: true as const });

const isData = ({ kind, yaml }: SourceFile): boolean => kind !== 'prose' && yaml.split('\n').length > 3;
const isHeaded = (file: SourceFile): boolean => isData(file) && file.yamlStart > 0;
/** Where a line of the YAML starts, counted from 0. */
const lineOf = ({ yaml, yamlStart }: SourceFile, line: number): number =>
  yamlStart + yaml.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0);

describe('what a file may not hold', () => {
  it('the markers of a merge', () => {
    sowFiles((file) => {
      if (!isData(file)) return null;
      const at = lineOf(file, 1);
      const next = lineOf(file, 2);
      const line = file.text.slice(at, next);
      const text = `<<<<<<< HEAD\n${line}=======\n${line}>>>>>>> autre\n`;
      return unread(one(at, next, text, { rule: 'marqueurs-de-conflit', token: '<<<<<<< HEAD', at }));
    });
  });

  it('the markers of a merge in the text below', () => {
    sowFiles((file) => {
      if (file.body.trim() === '') return null;
      const at = file.text.trimEnd().length + 1;
      const text = '<<<<<<< HEAD\nUn texte.\n=======\nUn autre.\n>>>>>>> autre\n';
      return one(at, at, text, { rule: 'marqueurs-de-conflit', token: '<<<<<<< HEAD', at });
    });
  });

  it('a second document', () => {
    sowFiles((file) => {
      if (!isData(file) || isHeaded(file)) return null;
      const at = file.text.length;
      return unread(one(at, at, '---\ntitre: autre\n', { rule: 'plusieurs-documents', token: '---', at }));
    });
  });

  it('a directive of YAML', () => {
    sowFiles((file) =>
      !isData(file) || isHeaded(file)
        ? null
        : one(0, 0, '%YAML 1.1\n---\n', {
            rule: 'etiquette-yaml',
            token: '%YAML 1.1',
            at: 0,
            mended: `---\n${file.text}`,
          }),
    );
  });

  it.each(['\u0000', '\u001b', '\u000b', '\u0092'])('a character that is not seen (%j)', (sign) => {
    sowFiles((file) => {
      const at = file.text.search(/(?<=: )\p{L}/u) + 1;
      return at < 2 || at >= file.bodyStart ? null : one(at, at, sign, { rule: 'fichier-illisible', token: sign, at });
    });
  });
});

describe('the front matter', () => {
  it('is not at the start', () => {
    sowFiles((file) =>
      isHeaded(file) ? one(0, 0, '\n', { rule: 'en-tete-absent', token: '---', at: 1, mended: file.text }) : null,
    );
  });

  it.each(['----', '--', '—', '+++'])('opens with %s', (fence) => {
    sowFiles((file) =>
      isHeaded(file) ? one(0, 3, fence, { rule: 'en-tete-absent', token: fence, at: 0, mended: file.text }) : null,
    );
  });

  it.each(['----', '--', '—'])('closes with %s', (fence) => {
    sowFiles((file) => {
      if (!isHeaded(file) || /^---$/m.test(file.body)) return null;
      const at = file.yamlStart + file.yaml.length;
      return one(at, at + 3, fence, { rule: 'en-tete-absent', token: fence, at, mended: file.text });
    });
  });

  it('never closes', () => {
    sowFiles((file) => {
      if (!isHeaded(file) || /^---$/m.test(file.body)) return null;
      const at = file.yamlStart + file.yaml.length;
      return unread(one(at, at + 4, '', { rule: 'en-tete-absent', token: '---', at: 0 }));
    });
  });

  it('is not there', () => {
    sowFiles((file) => {
      if (!isHeaded(file)) return null;
      const first = file.body.trimStart();
      const token = first.split('\n')[0] ?? '';
      return unread(one(0, file.text.length - first.length, '', { rule: 'en-tete-absent', token, at: 0 }));
    });
  });
});

describe('what changes nothing', () => {
  const said = (file: SourceFile): readonly string[] =>
    checkFile(file, theCog()).findings.map(({ rule, message, pointer }) => `${rule} ${pointer} ${message.fr}`);
  const harmless: readonly (readonly [string, (text: string) => string])[] = [
    ['line breaks of Windows', (text) => text.replaceAll('\n', '\r\n')],
    [
      'a comment above',
      (text) => (text.startsWith('---\n') ? text.replace('---\n', '---\n# relu\n') : `# relu\n${text}`),
    ],
    ['spaces at the ends of lines', (text) => text.replaceAll(/(?<=[^|>\s])$/gm, ' ')],
    ['no line break at the end', (text) => text.trimEnd()],
  ];
  it.each(harmless)('%s', (_, write) => {
    for (const { files } of grounds) {
      for (const file of files) expect(said(readSource(file, write(file.text))), file.path).toEqual(said(file));
    }
  });
});

/** What is said of a real example once something was done to its folder, beside what is said of it as it is. */
function saidAfter(spoil: (folder: string) => void): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-'));
  try {
    cpSync('examples/modele', folder, { recursive: true });
    spoil(folder);
    const { diagnostics } = checkTarget({ root: folder, alone: true, asked: [''] }, theCog());
    return diagnostics.map(({ rule, file, line, suggestion }) => `${rule} ${file}:${line} ${suggestion ?? ''}`.trim());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const paths: readonly string[] = (grounds[0] as Ground).files.map(({ path }) => path);

describe('bytes that are no text', () => {
  const rewritten = (path: string, write: (text: string) => Uint8Array) =>
    saidAfter((folder) => writeFileSync(join(folder, path), write(readFileSync(join(folder, path), 'utf8'))));
  const accented = (text: string): number => text.slice(0, text.search(/[À-ÿ]/)).split('\n').length;

  it('a mark of UTF-8 before the first is no fault', () => {
    for (const path of spread(paths))
      expect(
        rewritten(path, (text) => Buffer.from(`\ufeff${text}`)),
        path,
      ).toEqual([]);
  });

  it.each([
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without its mark', (text: string) => Buffer.from(text, 'utf16le')],
  ])('%s', (_, write) => {
    for (const path of spread(paths)) expect(rewritten(path, write), path).toEqual([`fichier-illisible ${path}:1`]);
  });

  it('an old encoding of Windows', () => {
    for (const path of spread(paths)) {
      const text = readFileSync(join('examples/modele', path), 'utf8');
      if (!/[À-ÿ]/.test(text)) continue;
      const old = (words: string) => Buffer.from(words.replaceAll('’', "'").replaceAll('œ', 'oe'), 'latin1');
      expect(rewritten(path, old), path).toEqual([`fichier-illisible ${path}:${accented(text)}`]);
    }
  });
});

describe('the name of a file', () => {
  const renamed = (from: string, to: string) => saidAfter((folder) => renameSync(join(folder, from), join(folder, to)));
  const names = paths.filter((path) => path !== 'diagnostic.md');

  it.each([
    ['.yml for .yaml', (path: string) => path.replace(/\.yaml$/, '.yml')],
    ['an extension in capitals', (path: string) => path.replace(/\.yaml$/, '.YAML')],
    [
      'a copy',
      (path: string) =>
        path.startsWith('strategie') || path.startsWith('seances') ? path : path.replace(/(?=\.yaml$)/, ' (1)'),
    ],
    ['an s too many', (path: string) => (path.includes('/') ? path : path.replace(/(?=\.yaml$)/, 's'))],
  ])('%s', (_, name) => {
    for (const path of spread(names)) {
      const wrong = name(path);
      if (wrong === path) continue;
      expect(renamed(path, wrong), wrong).toEqual([`fichier-manquant ${wrong}:1 ${path}`]);
    }
  });

  it('an id with capitals, spaces or accents', () => {
    for (const path of spread(names.filter((one) => /^(?:strategie\/.*\/|seances\/)/.test(one)))) {
      const [, folder = '', id = ''] = /^(.*\/)(.*)\.md$/.exec(path) ?? [];
      const wrong = `${folder}${id.slice(0, 1).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}.md`;
      expect(renamed(path, wrong), wrong).toEqual([`identifiant-mal-ecrit ${wrong}:1 ${id}.md`]);
    }
  });
});
