import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseInline, parseMarkdown, withoutIgnores } from '../src/compile/markdown/parse.ts';
import { writeMarkdown } from '../src/compile/md/write.ts';
import { ignoresIn } from '../src/load/ignores.ts';
import { readSource } from '../src/load/read.ts';
import { diagnoseBare, healthy } from './healthy.ts';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

const comment = '<!-- atelier-ignore nom-de-personne: une rue -->';
const printed = (text: string) => writeMarkdown(parseMarkdown(text));

describe('a comment that asks to pass over a rule is not printed', () => {
  test.each<readonly [what: string, text: string, without: string]>([
    ['between paragraphs', `Un.\n\n${comment}\n\nDeux.\n`, 'Un.\n\nDeux.\n'],
    ['above the line that it is about, in a paragraph', `Un\n${comment}\ndeux.\n`, 'Un\ndeux.\n'],
    ['for the whole file', '<!-- atelier-ignore-fichier x : y -->\n# Un\n', '# Un\n'],
    ['badly written', '<!--atelier-ignore-->\nUn.\n', 'Un.\n'],
    ['in a list, which stays one list', `- un\n  ${comment}\n- deux\n`, '- un\n- deux\n'],
    ['further in than code would be', `1.  un\n\n    ${comment}\n    suite\n`, '1.  un\n\n    suite\n'],
    ['in a table', `| a |\n|---|\n${comment}\n| b |\n`, '| a |\n|---|\n| b |\n'],
    ['in a container', `::: encadre\n${comment}\nUn.\n:::\n`, '::: encadre\nUn.\n:::\n'],
    ['after a block of code', `\`\`\`\nun\n\`\`\`\n${comment}\nDeux.\n`, '```\nun\n```\nDeux.\n'],
    ['after a longer fence', `\`\`\`\`\n\`\`\`\n\`\`\`\`\n${comment}\nDeux.\n`, '````\n```\n````\nDeux.\n'],
    ['in a note', `Un[^a].\n\n[^a]: Note\n${comment}\n    suite.\n`, 'Un[^a].\n\n[^a]: Note\n    suite.\n'],
    ['with Windows line breaks', `Un.\r\n${comment}\r\n\r\nDeux.\r\n`, 'Un.\n\nDeux.\n'],
    ['with old ones', `Un.\r${comment}\r\rDeux.\r`, 'Un.\n\nDeux.\n'],
  ])('%s', (_, text, without) => {
    expect(parseMarkdown(text)).toEqual(parseMarkdown(without));
    expect(printed(text)).not.toContain('atelier-ignore');
  });

  test.each([
    ['a block of code', `\`\`\`html\n${comment}\n\`\`\`\n`],
    ['one between waves', `~~~\n\`\`\`\n${comment}\n~~~\n`],
    ['one that is never closed', `\`\`\`\n${comment}\n`],
    ['one in a list', `1.  un\n\n    \`\`\`\n    ${comment}\n    \`\`\`\n`],
    ['one in a container', `::: encadre\n\`\`\`\n${comment}\n\`\`\`\n:::\n`],
    ['one by its indent', `Un :\n\n    ${comment}\n`],
    ['words beside it', `Un. ${comment}\n`],
    ['two comments on a line', `${comment} ${comment}\n`],
    ['another comment', '<!-- voir atelier-ignore -->\n'],
    ['a code within a line', `\`${comment}\`\n`],
  ])('but what shows one is kept: %s', (_, text) => {
    expect(withoutIgnores(text)).toBe(text);
    expect(printed(text)).toContain('atelier-ignore');
  });

  test('nor is a title lost that is made like one', () => {
    expect(parseInline(comment)).toEqual([{ type: 'text', value: comment }]);
  });

  test.each([
    comment,
    `  ${comment}  `,
    '<!--\tatelier-ignore x:y-->',
    '<!-- atelier-ignore -->',
    `Un. ${comment}`,
    `${comment} Un.`,
    `> ${comment}`,
    '<!-- atelier-ignore x: y',
    '<!-- atelier-ignore x: a --> b -->',
    '<!-- Atelier-ignore x: y -->',
    '<!---- atelier-ignore x: y -->',
    `\`\`\`\n${comment}\n\`\`\``,
  ])('what is left out is what the validation obeys: « %s »', (text) => {
    const holder = { holder: 'dossier', id: 'ici', path: '' } as const;
    const file = readSource({ path: 'diagnostic.md', holder, kind: 'prose', id: null }, `${text}\nUn.\n`);
    expect(withoutIgnores(`${text}\nUn.\n`) === 'Un.\n').toBe(ignoresIn(file).length === 1);
  });
});

describe('in what the commands write', () => {
  const files = {
    ...healthy,
    'diagnostic.md': `${comment}\n`,
    'strategie/vision.md': (healthy['strategie/vision.md'] ?? '').replace(/\n$/, `\n${comment}\nFin de la vision.\n`),
    'strategie/principes/habiter-le-bati.md': `${healthy['strategie/principes/habiter-le-bati.md']}\n${comment}\n`,
  };
  const folderOf = (texts: Readonly<Record<string, string>>) => {
    const folder = freshFolder();
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  };

  test('reports in HTML and Markdown, the dataset: no such comment, and no place for a text that is nothing else', async () => {
    const [folder, out] = [folderOf(files), freshFolder()];
    const reports = await atelier(['compile', '--to', 'html,md', '--out', join(out, 'rapports')], folder);
    const data = await atelier(['export', '--out', join(out, 'donnees')], folder);
    expect([reports.code, data.code]).toEqual([0, 0]);
    const written = contentsOf(out);
    for (const [path, text] of written) expect([path, text.includes('atelier-ignore')]).toEqual([path, false]);
    const md = Buffer.from([...written].find(([path]) => path.endsWith('/rapport.md'))?.[1] ?? '', 'latin1').toString();
    expect(md).toMatch(/La plaine reste cultivée\.\sFin de la vision\./);

    const bare = folderOf({
      ...files,
      'diagnostic.md': '\n',
      'strategie/vision.md': files['strategie/vision.md'].replace(`${comment}\n`, ''),
      'strategie/principes/habiter-le-bati.md': healthy['strategie/principes/habiter-le-bati.md'] ?? '',
    });
    const plain = freshFolder();
    await atelier(['compile', '--to', 'html,md', '--out', join(plain, 'rapports')], bare);
    const reportsIn = (all: ReadonlyMap<string, string>) =>
      [...all].filter(([path]) => /\/rapport\.(?:html|md)$/.test(path));
    expect(reportsIn(written)).toHaveLength(2);
    expect(reportsIn(written)).toEqual(reportsIn(contentsOf(plain)));
  });
});

describe('in YAML, one space before the hash is enough for it', () => {
  const seen = (lieu: string) => {
    const text = `---\ntype: atelier\ndate: 2026-03\n${lieu}\n---\nUn.\n`;
    return diagnoseBare({ ...healthy, 'seances/atelier-2.md': text }).map(({ rule, line }) => `${line} ${rule}`);
  };

  test.each([
    'lieu: La mairie # atelier-ignore texte-a-ecrire: exprès',
    'lieu: La mairie #atelier-ignore texte-a-ecrire: exprès',
    'lieu: La mairie ## atelier-ignore texte-a-ecrire: exprès',
    'lieu: #atelier-ignore texte-a-ecrire: exprès',
  ])('« %s » swallows nothing', (lieu) => {
    expect(seen(lieu)).toEqual([]);
  });

  test.each(['lieu: La mairie # voir atelier-ignore', 'lieu: La mairie #3', 'lieu: #atelier'])(
    '« %s » still does',
    (lieu) => {
      expect(seen(lieu)).toEqual(['4 diese']);
    },
  );
});
