import { describe, expect, it } from 'vitest';
import { joined } from '../src/compile/markdown/finish.ts';
import { parseInline, parseMarkdown } from '../src/compile/markdown/parse.ts';
import { localPath, safeUrl } from '../src/compile/markdown/urls.ts';
import { headingsOf, plainText, replaceContainers, typeset } from '../src/compile/markdown/walk.ts';
import type { Block } from '../src/model/markdown.ts';

const blocks = (text: string): readonly Block[] => parseMarkdown(text).blocks;
const paragraph = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });

describe('parseMarkdown, ce qui pourrait nuire', () => {
  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,<b>)',
    '[x](vbscript:y)',
    '[x](file:///etc/passwd)',
    '[x](//hote.fr)',
    '[x](mailto:a@b.fr)',
    '[x](../prive/contacts.yaml)',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '![x](https://hote.fr/pixel.png)',
    '![x](../../secret.png)',
    '![x](%2e%2e/secret.png)',
    '![x](/etc/secret.png)',
    '![x](data:image/png;base64,AA)',
    '![x](C:\\x.png)',
  ])('%s ne laisse que son texte', (text) => {
    expect(blocks(text)).toEqual([paragraph('x')]);
  });

  it('garde le HTML comme du texte', () => {
    expect(blocks('<script>alert(1)</script>\n\na <b onclick=x>b</b>')).toEqual([
      paragraph('<script>alert(1)</script>'),
      paragraph('a <b onclick=x>b</b>'),
    ]);
  });

  it('supporte des imbrications sans fin', () => {
    for (const piece of ['> ', '- ', '*', '[', '::: a\n', '![']) {
      expect(() => parseMarkdown(piece.repeat(5000))).not.toThrow();
    }
  });

  it.each([
    ['https://a.fr', 'https://a.fr'],
    ['#la-strategie', '#la-strategie'],
    ['#', null],
    ['https:', null],
    ['ftp://a.fr', null],
  ])('safeUrl %s', (url, expected) => {
    expect(safeUrl(url)).toBe(expected);
  });

  it.each([
    ['medias/plan%20guide.png', 'medias/plan guide.png'],
    ['medias/%E0%A4%A.png', null],
    ['a/../b.png', null],
    ['a..b.png', 'a..b.png'],
  ])('localPath %s', (url, expected) => {
    expect(localPath(url)).toBe(expected);
  });
});

describe('parseMarkdown', () => {
  it('donne aux titres des identifiants uniques', () => {
    const headings = headingsOf(blocks('# Été\n\n## Été\n\n## Été 2\n\n## !\n\n## été-2'));
    expect(headings.map((one) => one.id)).toEqual(['ete', 'ete-2', 'ete-2-2', 'section', 'ete-2-3']);
  });

  it('numérote les notes dans l’ordre des appels et tait celles que rien n’appelle', () => {
    const tree = parseMarkdown('A[^b] B[^a] C[^b] D[^rien]\n\n[^a]: un\n[^b]: deux\n[^z]: jamais');
    expect(tree.notes).toEqual(
      new Map([
        [1, [paragraph('deux')]],
        [2, [paragraph('un')]],
      ]),
    );
    const [first] = tree.blocks;
    expect(first?.type === 'paragraph' && plainText(first.children)).toBe('A B C D[^rien]');
  });

  it('lit les conteneurs, l’un dans l’autre, et ferme ceux qui restent ouverts', () => {
    expect(blocks('::: fiche Un *titre*\n::: visees a b\n:::\ntexte\n:::\nsuite\n:::\n\n::: reste\nfin')).toEqual([
      {
        type: 'container',
        name: 'fiche',
        args: 'Un *titre*',
        children: [{ type: 'container', name: 'visees', args: 'a b', children: [] }, paragraph('texte')],
      },
      paragraph('suite :::'),
      { type: 'container', name: 'reste', args: '', children: [paragraph('fin')] },
    ]);
  });

  it('ne ferme pas un conteneur sur les marques d’un bloc de code', () => {
    expect(blocks('::: a\n```\n:::\n```\n:::')).toEqual([
      { type: 'container', name: 'a', args: '', children: [{ type: 'fence', lang: '', value: ':::' }] },
    ]);
  });

  it('distingue les listes serrées et les listes aérées', () => {
    const tight = blocks('- a\n- b').map((one) => one.type === 'list' && one.tight);
    const loose = blocks('3. a\n\n4. b').map((one) => one.type === 'list' && [one.tight, one.start]);
    expect([tight, loose]).toEqual([[true], [[false, 3]]]);
  });
});

describe('arbres', () => {
  it('replaceContainers met des blocs à la place, même dans une liste', () => {
    const tree = replaceContainers(parseMarkdown('- a\n\n  ::: carte x\n  :::'), (one) => [paragraph(one.args)]);
    expect(tree.blocks).toMatchObject([{ items: [[paragraph('a'), paragraph('x')]] }]);
  });

  it('typeset pose la typographie partout sauf dans le code et les adresses', () => {
    const tree = typeset(parseMarkdown("# L'eau ?\n\n`l'eau ?` https://a.fr/?b *oui !*[^1]\n\n[^1]: d'où : là"), 'fr');
    expect(tree.blocks[1]).toMatchObject({
      children: [
        { type: 'code', value: "l'eau ?" },
        { value: ' ' },
        { type: 'link', url: 'https://a.fr/?b', children: [{ value: 'https://a.fr/?b' }] },
        { value: ' ' },
        { children: [{ value: 'oui\u202f!' }] },
        { type: 'note', id: 1 },
      ],
    });
    expect(tree.notes.get(1)).toEqual([paragraph('d’où\u00a0: là')]);
    expect(tree.blocks[0]).toMatchObject({ children: [{ value: 'L’eau\u202f?' }] });
  });

  it('joined renumérote les notes et rend les identifiants uniques', () => {
    const one = parseMarkdown('## Titre\n\nx[^1]\n\n[^1]: un');
    const two = parseMarkdown('## Titre\n\ny[^1]\n\n[^1]: deux');
    const tree = joined([one, two]);
    expect(headingsOf(tree.blocks).map((heading) => heading.id)).toEqual(['titre', 'titre-2']);
    expect([...tree.notes]).toEqual([
      [1, [paragraph('un')]],
      [2, [paragraph('deux')]],
    ]);
  });

  it('parseInline lit une ligne, sans notes', () => {
    expect(parseInline('un *titre*\nsuite')).toEqual([
      { type: 'text', value: 'un ' },
      { type: 'emphasis', children: [{ type: 'text', value: 'titre' }] },
      { type: 'text', value: ' suite' },
    ]);
    expect(parseInline('')).toEqual([]);
  });
});
