import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../src/compile/markdown/parse.ts';
import { escapeMarkdown } from '../src/compile/md/escape.ts';
import { writeMarkdown } from '../src/compile/md/write.ts';

const texts = [
  '# Titre\n\nUn paragraphe\nsur deux lignes  \ncoupé ici.\n\nAutre \\\nligne.',
  '- un\n- deux\n  - trois\n\n    paragraphe\n- quatre\n\n1. a\n2. b\n\n* autre liste\n\n7) sept\n8) huit',
  '- un\n\n  suite\n\n- deux\n\n  ```js\n  x\n\n  y\n  ```\n- \n- > cité\n  > encore\n',
  '| a | b | c |\n|---|:-:|--:|\n| `x|y` | 1 \\| 2 | *é* |\n| seul |\n',
  '::: tableau Les sept communes | et leur population\n| commune | hab. |\n|---|--:|\n| Nozay | 4 200 |\n:::\n',
  '::: fiche un titre\n\n### Dedans\n\n:::: visees developpement transition\n::::\n\n```\n:::\n```\n\ntexte\n:::\n\naprès',
  'Une note[^1], la même[^1] et une autre[^b], en ligne^[ici *même*].\n\n[^b]: Seconde,\n    sur deux lignes.\n\n    - liste\n    - liste\n\n[^1]: Première[^c].\n[^c]: Tierce.\n[^z]: Jamais appelée.\n',
  '*a **b** c* ***d*** **_e_** *_f_* __g *h* i__ ~~rayé~~ a*b*c snake_case_name _x_ \\*non\\* 2 * 3 * 4',
  '[lien](https://a.fr/x_(y) "titre \\"cité\\"") <https://b.fr/a_b?c=d&e=f> https://c.fr/x_y_z. ![vue](medias/é%20t.png "la vue")',
  '`a` `` b`c `` `` ` `` ` d ` &amp; &amp;amp; &lt;b&gt; <b>gras</b> <!-- non -->',
  '1986\\. Une année\n\n\\# pas un titre\n\n\\- non\n\n\\+ non\n\n\\> non\n\n\\::: non\n\n---\n\n***\n\na\n===\n\nb #\n---\n\n# c \\#\n\n##\n',
  '> cité\n> - liste\n>\n> > deux\n\n    code\n\n    indenté\n\n~~~ yaml `x`\na: ```\n~~~\n',
  'https\\://x.fr et http&#58;//y.fr, \\[^1], ^\\[non], \\~~non~~, a\\|b',
];

describe('Markdown écrit puis relu', () => {
  it.each(texts)('rend le même arbre : %j', (text) => {
    const tree = parseMarkdown(text);
    expect(parseMarkdown(writeMarkdown(tree))).toEqual(tree);
  });

  it('rend le même arbre pour des morceaux mêlés au hasard', () => {
    const bits = [
      ...texts.flatMap((text) => text.split('\n\n')),
      'mot',
      '« cité » ; l’eau',
      '**',
      '_',
      '[^1]',
      '`',
      '# ',
      '- ',
      '1. ',
      '> ',
      '|',
      ':::',
      '::: a',
      '\\',
      '<',
      '&',
      '~',
      '[x',
      '](y)',
    ];
    const text = fc
      .array(fc.tuple(fc.constantFrom(...bits), fc.constantFrom('\n\n', '\n\n', '\n\n', ' ')), { maxLength: 8 })
      .map((parts) => parts.map(([bit, space]) => bit + space).join(''));
    fc.assert(
      fc.property(text, (source) => {
        const tree = parseMarkdown(source);
        expect(parseMarkdown(writeMarkdown(tree))).toEqual(tree);
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});

describe('escapeMarkdown', () => {
  it('montre tout texte tel quel, en paragraphe comme en cellule', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab1 *_`#[]()<>!|&;:-+.~^\\"\'\n=é'), maxLength: 20 });
    fc.assert(
      fc.property(text, (source) => {
        const said = source
          .replace(/\s*\n\s*/g, ' ')
          .trim()
          .replace(/ +/g, ' ');
        const escaped = escapeMarkdown(said);
        const paragraph = parseMarkdown(escaped).blocks;
        expect(paragraph).toEqual(
          said === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: said }] }],
        );
        const table = parseMarkdown(`| x |\n|---|\n| ${escaped} |`).blocks[0];
        expect(table).toMatchObject({ type: 'table', rows: [[said === '' ? [] : [{ type: 'text', value: said }]]] });
      }),
      { numRuns: 2000, seed: 2017 },
    );
  });
});
