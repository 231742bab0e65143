import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { decode, maxFileBytes } from '../src/load/bytes.ts';
import { splitFrontMatter } from '../src/load/front-matter.ts';
import { lineStarts, placeAt, spotOf, spotsIn } from '../src/load/place.ts';
import { readYaml } from '../src/load/yaml.ts';

const text = `# tête
titre: "L'orée"
communes: [14119 Cagny, '14691 Tilly']
lieu:
  nom: Caen
  note: |
    Première ligne
    deuxième
vide:
acteurs:
  - organisme: Commune
    code: 01001
  -
    - imbriqué
`;

describe('the token of a pointer', () => {
  test.each([
    ['', 'value', 'titre'],
    ['/titre', 'key', 'titre'],
    ['/titre', 'value', '"L\'orée"'],
    ['/communes', 'value', 'communes'],
    ['/communes/0', 'value', '14119 Cagny'],
    ['/communes/1', 'value', "'14691 Tilly'"],
    ['/lieu', 'value', 'lieu'],
    ['/lieu/nom', 'value', 'Caen'],
    ['/lieu/note', 'value', 'Première ligne'],
    ['/vide', 'value', 'vide'],
    ['/acteurs/0', 'value', 'organisme'],
    ['/acteurs/0/code', 'value', '01001'],
    ['/acteurs/0/code', 'key', 'code'],
    ['/acteurs/1/0', 'value', 'imbriqué'],
    ['/lieu/absent', 'key', 'lieu'],
    ['/acteurs/0/absent', 'value', 'organisme'],
    ['/absent', 'key', 'titre'],
  ] as const)('%s, its %s', (pointer, part, token) => {
    expect(text.slice(...spotOf(text, pointer, part))).toBe(token);
  });

  test('offsets are those of the file', () => {
    expect(spotOf('a: b\n', '/a', 'value', 4)).toEqual([7, 8]);
    expect(spotOf('a: "b\n', '/a', 'value', 4)).toEqual([4, 4]);
  });

  test('in any document, as the other parser places it', () => {
    const key = fc.stringMatching(/^[a-zé_~/-]{1,6}$/);
    const { tree } = fc.letrec((tie) => ({
      leaf: fc.string({ unit: fc.constantFrom('a', 'é', ' ', ':', "'", '"', '#', '\n', '-', '😀'), maxLength: 20 }),
      tree: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { minKeys: 1, maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom('\n', '\r\n'), (value, eol) => {
        const source = stringify({ racine: value }).replaceAll('\n', eol);
        const spot = spotsIn(source);
        const document = parseDocument(source);
        const visit = (node: unknown, pointer: string): void => {
          if (isMap(node))
            for (const { key, value: child } of node.items) {
              if (!isScalar(key) || !key.range) throw new Error('key');
              const path = `${pointer}/${String(key.value).replaceAll('~', '~0').replaceAll('/', '~1')}`;
              expect(spot(path, 'key')).toEqual([key.range[0], key.range[1]]);
              visit(child, path);
            }
          if (isSeq(node)) for (const [index, child] of node.items.entries()) visit(child, `${pointer}/${index}`);
          if (isScalar(node) && node.range && !String(node.type).startsWith('BLOCK') && node.source !== '')
            expect(spot(pointer, 'value')).toEqual([node.range[0], node.range[1]]);
        };
        visit(document.contents, '');
      }),
      { numRuns: 300 },
    );
  });
});

describe('lines and columns', () => {
  test('CRLF counts once, a byte order mark not at all, columns are UTF-16 units', () => {
    expect(lineStarts('a\r\nb\rc\nd')).toEqual([0, 3, 5, 7]);
    expect(placeAt('\ufeffa: é😀b', 1, 8)).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 8 });
    expect(placeAt('a\r\n\r\nbc', 5, 7)).toEqual({ line: 3, column: 1, endLine: 3, endColumn: 3 });
  });

  test('the place of an offset leads back to it', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\n', '\r\n', '\r') }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(lines, fc.nat(), (parts, seed) => {
        const whole = parts.join('\n');
        const offset = seed % (whole.length + 1);
        const starts = lineStarts(whole);
        const { line, column } = placeAt(whole, offset, offset);
        expect((starts[line - 1] ?? 0) + column - 1).toBe(offset);
        expect(starts[line] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(offset);
      }),
    );
  });
});

describe('bytes', () => {
  const latin1 = (words: string): Uint8Array => Uint8Array.from(words, (letter) => letter.charCodeAt(0));
  test('UTF-8, with or without byte order mark', () => {
    expect(decode(new TextEncoder().encode('é😀'))).toEqual({ ok: true, text: 'é😀', bom: false });
    expect(decode(new TextEncoder().encode('\ufeffé'))).toEqual({ ok: true, text: 'é', bom: true });
    expect(decode(new Uint8Array())).toEqual({ ok: true, text: '', bom: false });
  });

  test.each([
    ['UTF-16 with its mark', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'UTF-16'],
    ['UTF-16 without', Uint8Array.from(Buffer.from('titre: un assez long texte', 'utf16le')), 'UTF-16'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xd), 'pas un fichier texte'],
    ['too long', new Uint8Array(maxFileBytes + 1), 'au-delà de 5 Mo'],
    ['Latin-1', latin1('titre: Habiter\nnote: l\u0092orée\n'), 'enregistrez le fichier en UTF-8'],
  ])('%s is told plainly', (_what, bytes, words) => {
    const decoded = decode(bytes);
    expect(decoded.ok).toBe(false);
    if (!decoded.ok)
      expect([decoded.finding.rule, decoded.finding.message.fr]).toEqual([
        'fichier-illisible',
        expect.stringContaining(words),
      ]);
  });

  test('Latin-1 is told at its first byte', () => {
    const decoded = decode(Uint8Array.from([...new TextEncoder().encode('déjà: é\r\nnote: '), 0xe9, 0x74, 0xe9]));
    if (decoded.ok) throw new Error('read');
    expect(placeAt(decoded.text, ...decoded.finding.span)).toMatchObject({ line: 2, column: 7, endColumn: 8 });
    expect(decoded.finding.message.fr).toContain('E9 (« é »');
  });

  test('any bytes are either text that encodes back, or a finding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const decoded = decode(bytes);
        if (!decoded.ok) {
          expect(decoded.finding.span[0]).toBeLessThanOrEqual(decoded.text.length);
          return;
        }
        readYaml(decoded.text, {});
        splitFrontMatter(`---\n${decoded.text}`);
        const back = new TextEncoder().encode((decoded.bom ? '\ufeff' : '') + decoded.text);
        expect([...back]).toEqual([...bytes]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('front matter', () => {
  test.each(['\n', '\r\n'])('is between two lines of hyphens (%j)', (eol) => {
    const whole = ['---', 'titre: a', '---', '', 'Texte', '---', 'suite'].join(eol);
    const parts = splitFrontMatter(whole);
    if (!parts.ok) throw new Error('refused');
    expect([parts.yaml, parts.body]).toEqual([`titre: a${eol}`, [``, 'Texte', '---', 'suite'].join(eol)]);
    expect(whole.slice(parts.yamlStart)).toBe(parts.yaml + whole.slice(parts.yamlStart + parts.yaml.length));
    expect(whole.slice(parts.bodyStart)).toBe(parts.body);
  });
  test('may be empty, and the file may end with it', () => {
    expect(splitFrontMatter('---\n---')).toEqual({ ok: true, yaml: '', yamlStart: 4, body: '', bodyStart: 7 });
    expect(splitFrontMatter('\ufeff---\n---\nx')).toMatchObject({ ok: true, yamlStart: 5, body: 'x' });
  });
  test.each([
    ['', [0, 0], 'il manque l’en-tête', undefined],
    ['# Titre\ntexte', [0, 7], 'il manque l’en-tête', undefined],
    ['---js\nx\n---\n', [0, 5], 'il manque l’en-tête', undefined],
    ['\n\n---\ntitre: a\n---\n', [2, 5], 'tout au début', { start: 0, end: 2, text: '' }],
    ['—\ntitre: a\n---\n', [0, 1], 'trois tirets', { start: 0, end: 1, text: '---' }],
    ['---\ntitre: a\ntexte', [0, 3], 'n’est pas fermé', undefined],
    ['---\ntitre: a\n----\ntexte', [13, 17], 'trois tirets', { start: 13, end: 17, text: '---' }],
  ] as const)('%j', (whole, span, words, fix) => {
    const parts = splitFrontMatter(whole);
    if (parts.ok) throw new Error('accepted');
    expect(parts.finding).toMatchObject({ rule: 'en-tete-absent', span });
    expect(parts.finding.message.fr).toContain(words === 'tout au début' ? 'tout début' : words);
    expect(parts.finding.fix?.[0]).toEqual(fix);
  });
});
