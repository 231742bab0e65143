import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ignoresIn } from '../src/load/ignores.ts';
import { locate } from '../src/load/locate.ts';
import { readSource } from '../src/load/read.ts';
import type { TextEdit } from '../src/model/diagnostic.ts';
import type { Ignore } from '../src/model/ignore.ts';
import type { Kind } from '../src/model/kind.ts';
import type { SourceFile } from '../src/model/source-file.ts';
import { applyIgnores, hadTheirSay } from '../src/validate/ignored.ts';
import { diagnoseBare, healthy, inWorkspace } from './healthy.ts';

const holder = { holder: 'dossier', id: 'plaine-de-caen', path: '' } as const;

function sourceOf(path: string, text: string): SourceFile {
  const kind: Kind | 'prose' = path.endsWith('.yaml') ? 'acteurs' : text.startsWith('---') ? 'seance' : 'prose';
  return readSource({ path, holder, kind, id: null }, text);
}

const yaml = (text: string) => ignoresIn(sourceOf('acteurs.yaml', text));
const markdown = (text: string) => ignoresIn(sourceOf('seances/atelier-2.md', text));

/** A comment as a line of the test: rules, reason, line, what it covers. */
function seen({ rules, why, line, covers }: Ignore): string {
  const lines = typeof covers === 'string' ? covers : [...new Set(covers)].join('-');
  return `${line} ${rules.map(({ id }) => id).join('+')} « ${why} » → ${lines}`;
}

describe('comments in YAML', () => {
  test.each<readonly [what: string, text: string, seen: readonly string[]]>([
    ['alone, above its line', '# atelier-ignore code-nu: exprès\na: 1\n', ['1 code-nu « exprès » → 2']],
    ['at the end of its line', 'a: 1 # atelier-ignore code-nu: exprès\nb: 2\n', ['1 code-nu « exprès » → 1']],
    ['several rules', 'a: 1 # atelier-ignore code-nu, diese,x : ab\n', ['1 code-nu+diese+x « ab » → 1']],
    ['a space before the colon', 'a: 1  # atelier-ignore code-nu : b : c\n', ['1 code-nu « b : c » → 1']],
    ['a no-break space there', 'a: 1  # atelier-ignore code-nu\u00a0: b\n', ['1 code-nu « b » → 1']],
    ['a narrow one there', 'a: 1  # atelier-ignore code-nu\u202f: b\n', ['1 code-nu « b » → 1']],
    ['no space after the hash', '#atelier-ignore code-nu:b\na: 1\n', ['1 code-nu « b » → 2']],
    ['no reason', 'a: 1 # atelier-ignore code-nu\n', ['1 code-nu «  » → 1']],
    ['an empty reason', 'a: 1 # atelier-ignore code-nu :  \n', ['1 code-nu «  » → 1']],
    [
      'above blank lines and comments',
      '# atelier-ignore x: un\n\n  # note\n# atelier-ignore y: deux\na: 1\n',
      ['1 x « un » → 5', '4 y « deux » → 5'],
    ],
    ['inside a block, its own line only', 'a:\n  # atelier-ignore x: y\n  b:\n    c: 1\n', ['2 x « y » → 3']],
    ['inside a list between brackets', 'a: [b, # atelier-ignore x: y\n  c]\n', ['1 x « y » → 1']],
    ['above a text of several lines', '# atelier-ignore x: y\na: |\n  un\n  deux\nb: 1\n', ['1 x « y » → 2-4']],
    ['beside the bar of such a text', 'a: >- # atelier-ignore x: y\n\n  un\nb: 1\n', ['1 x « y » → 1-3']],
    ['above a plain one', '# atelier-ignore x: y\na: un\n  deux\nb: 1\n', ['1 x « y » → 2-3']],
    ['above a quoted one', '# atelier-ignore x: y\na: "un\n  deux"\nb: 1\n', ['1 x « y » → 2-3']],
    ['the whole file', '\n# note\n# atelier-ignore-fichier x: y\na: 1\n', ['3 x « y » → fichier']],
    [
      'the whole file, after the mark of a document',
      '---\n# atelier-ignore-fichier x: y\na: 1\n',
      ['2 x « y » → fichier'],
    ],
    ['the whole file, too low', 'a: 1\n# atelier-ignore-fichier x: y\nb: 1\n', ['2 x « y » → hors-tete']],
    ['the whole file, beside a key', 'a: 1 # atelier-ignore-fichier x: y\n', ['1 x « y » → hors-tete']],
    ['nothing below', 'a: 1\n# atelier-ignore x: y\n', ['2 x « y » → rien-dessous']],
    ['no rule', '# atelier-ignore : y\na: 1\n', ['1  «  » → mal-ecrit']],
    ['nothing at all', '# atelier-ignore\na: 1\n', ['1  «  » → mal-ecrit']],
    ['no comma', '# atelier-ignore x y : z\na: 1\n', ['1  «  » → mal-ecrit']],
    ['no colon', '# atelier-ignore x parce que\na: 1\n', ['1  «  » → mal-ecrit']],
    ['another word', '# atelier-ignore-file x: y\na: 1\n', ['1  «  » → mal-ecrit']],
    ['a longer word', '# atelier-ignorer x: y\na: 1\n', ['1  «  » → mal-ecrit']],
    ['Windows line breaks', 'a: 1\r\n# atelier-ignore x: y\r\n\r\nb: 2\r\n', ['2 x « y » → 4']],
    ['old line breaks', 'a: 1\r# atelier-ignore x: y\rb: 2\r', ['2 x « y » → 3']],
  ])('%s', (_, text, expected) => {
    expect(yaml(text).map(seen)).toEqual(expected);
  });

  test.each([
    ['a text between quotation marks', 'a: "x # atelier-ignore x: y"\n'],
    ['one between apostrophes, over two lines', "a: 'x\n  # atelier-ignore x: y'\n"],
    ['a block text', 'a: |\n  # atelier-ignore x: y\n  b\n'],
    ['a comment about something else', '# voir # atelier-ignore x: y\na: 1\n'],
    ['the same at the end of a line', 'a: 1 # voir # atelier-ignore x: y\n'],
    ['a hash within a word', 'a: b# atelier-ignore x\n'],
    ['another case', '# Atelier-Ignore x: y\na: 1\n'],
  ])('are not: %s', (_, text) => {
    expect(yaml(text)).toEqual([]);
  });

  test('after a quoted text that shows one, the real one counts', () => {
    const text = `a: "# atelier-ignore x: y" # atelier-ignore z: w\n`;
    expect(yaml(text).map(seen)).toEqual(['1 z « w » → 1']);
  });

  test('are found in a text that does not parse, outside quotation marks', () => {
    const broken = [
      'a: [b',
      '# atelier-ignore x: y',
      "c: 'd # atelier-ignore non: y'",
      'e: "f # atelier-ignore non: y',
      'g: l’îlot # atelier-ignore z: w',
      '- "un": \'deux\' # atelier-ignore v: u',
      '',
    ].join('\n');
    expect(yaml(broken).map(seen)).toEqual(['2 x « y » → 3', '5 z « w » → 5', '6 v « u » → 6']);
  });

  test('their characters are exact, in front matter too', () => {
    const text = '---\ntype: atelier \t # atelier-ignore a, bc : parce que  \ndate: 2026\n---\nTexte\n';
    const [found] = markdown(text);
    const cut = ([start, end]: readonly [number, number] = [0, 0]) => text.slice(start, end);
    expect(cut(found?.span)).toBe('# atelier-ignore a, bc : parce que');
    expect(cut(found?.whole)).toBe(' \t # atelier-ignore a, bc : parce que');
    expect(found?.rules.map(({ span }) => cut(span))).toEqual(['a', 'bc']);
    expect([found?.line, found?.covers]).toEqual([2, [2, 2]]);
  });
});

describe('comments in Markdown', () => {
  test.each<readonly [what: string, text: string, seen: readonly string[]]>([
    ['prose', 'Un.\n\n<!-- atelier-ignore x : y -->\n\nDeux.\n', ['3 x « y » → 5']],
    ['below front matter', '---\na: 1\n---\n<!--atelier-ignore x:y-->\nDeux.\n', ['4 x « y » → 5']],
    [
      'both ways',
      '---\n# atelier-ignore x: y\na: 1\n---\n\n<!-- atelier-ignore z: w -->\nUn\n',
      ['2 x « y » → 3', '6 z « w » → 7'],
    ],
    [
      'the end of front matter is the end of its lines',
      '---\na: 1\n# atelier-ignore x: y\n---\nUn\n',
      ['3 x « y » → rien-dessous'],
    ],
    ['a whole file', '<!-- note -->\n<!-- atelier-ignore-fichier x: y -->\nUn.\n', ['2 x « y » → fichier']],
    ['a whole file, in front matter', '---\n# atelier-ignore-fichier x: y\na: 1\n---\nUn.\n', ['2 x « y » → fichier']],
    ['a whole file, below the first words', 'Un.\n<!-- atelier-ignore-fichier x: y -->\n', ['2 x « y » → hors-tete']],
    [
      'after a block of code',
      '```\n<!-- atelier-ignore x: y -->\n~~~\n```\n<!-- atelier-ignore z: w -->\nUn\n',
      ['5 z « w » → 6'],
    ],
    [
      'after a longer fence, and one in a list',
      '````\n```\n<!-- atelier-ignore x: y -->\n````\n- un\n    ```\n    <!-- atelier-ignore x: y -->\n    ```\n\n<!-- atelier-ignore z: w -->\nUn\n',
      ['10 z « w » → 11'],
    ],
  ])('%s', (_, text, expected) => {
    expect(markdown(text).map(seen)).toEqual(expected);
  });

  test.each([
    ['beside words', 'Un. <!-- atelier-ignore x: y -->\n'],
    ['two on a line', '<!-- atelier-ignore x: y --> <!-- a -->\nUn\n'],
    ['not closed', '<!-- atelier-ignore x: y\n-->\nUn\n'],
    ['a heading', '# atelier-ignore x: y\nUn\n'],
  ])('are not: %s', (_, text) => {
    expect(markdown(text)).toEqual([]);
  });
});

describe('what they are worth', () => {
  const session = (date: string, above = '', beside = '') =>
    `---\ntype: atelier\n${above}date: ${date}${beside}\nlieu: Mairie\n---\nLa restitution.\n`;
  const late = '2027-02-10';
  const inTime = '2026-10-10';
  const ignore = (rules: string, why = ': les élus l’ont reportée') => `# atelier-ignore ${rules}${why}\n`;

  function applied(
    text: string,
    isOff: (rule: string) => boolean = () => false,
    beside: Readonly<Record<string, string>> = {},
  ) {
    const path = 'seances/atelier-2.md';
    const file = sourceOf(path, text);
    const diagnostics = diagnoseBare({ ...healthy, ...beside, [path]: text });
    const all = applyIgnores(diagnostics, new Map([[path, ignoresIn(file)]]), hadTheirSay(diagnostics, isOff));
    const problems = locate(all.problems, [file]);
    const marked = problems.map(({ rule, line, column, endColumn }) => {
      const words = text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1);
      return `${rule} ${line} ${words}`;
    });
    return { ...all, said: all.kept.map(({ rule }) => rule), problems, marked };
  }

  test('one with its reason hides the finding of its line, and keeps why', () => {
    const above = applied(session(late, ignore('seance-hors-calendrier')));
    expect([above.said, above.marked]).toEqual([[], []]);
    expect(above.ignored.map(({ diagnostic, why }) => [diagnostic.rule, diagnostic.line, why])).toEqual([
      ['seance-hors-calendrier', 4, 'les élus l’ont reportée'],
    ]);
    const beside = applied(session(late, '', '  # atelier-ignore seance-hors-calendrier : reportée'));
    expect([beside.said, beside.marked]).toEqual([[], []]);
    const whole = applied(`---\n# atelier-ignore-fichier seance-hors-calendrier: reportée\n${session(late).slice(4)}`);
    expect([whole.said, whole.marked]).toEqual([[], []]);
  });

  test('it hides neither another rule nor another line', () => {
    const other = applied(session(late, ignore('texte-a-ecrire')));
    expect(other.said).toEqual(['seance-hors-calendrier']);
    expect(other.marked).toEqual(['ignore-inutile 3 texte-a-ecrire']);
    const far = applied(session(late, '', '\n# atelier-ignore seance-hors-calendrier: reportée'));
    expect(far.said).toEqual(['seance-hors-calendrier']);
    expect(far.marked).toEqual(['ignore-inutile 4 seance-hors-calendrier']);
    expect(far.problems[0]?.message.fr).toContain('ligne 5');
  });

  test('one without reason hides nothing and is told, once', () => {
    const { said, marked, ignored } = applied(session(late, ignore('seance-hors-calendrier, texte-a-ecrire', '')));
    expect(said).toEqual(['seance-hors-calendrier']);
    expect(ignored).toEqual([]);
    expect(marked).toEqual(['ignore-sans-raison 3 # atelier-ignore seance-hors-calendrier, texte-a-ecrire']);
  });

  test('of a rule that does not exist, the nearest is proposed', () => {
    const { marked, problems } = applied(session(inTime, ignore('seance-hors-calendrer')));
    expect(marked).toEqual(['regle-inconnue 3 seance-hors-calendrer']);
    expect(problems[0]).toMatchObject({ severity: 'warning', suggestion: 'seance-hors-calendrier' });
    expect(problems[0]?.message.fr).toBe(
      '« seance-hors-calendrer » n’est pas une règle ; vouliez-vous dire « seance-hors-calendrier » ?',
    );
  });

  test.each([
    ['an error of form', 'tipe: atelier\n', 'cle-inconnue', /erreur de forme/],
    ['a personal datum', 'lieu: accueil@exemple.fr\n', 'donnee-personnelle', /donnée personnelle/],
  ])('%s cannot be ignored, with or without reason', (_, line, rule, sentence) => {
    for (const why of [': exprès', '']) {
      const { said, marked, problems } = applied(`---\ntype: atelier\n${ignore(rule, why)}${line}---\nTexte.\n`);
      expect(said).toEqual([rule]);
      expect(marked).toEqual([`ignore-inutile 3 ${rule}`]);
      expect(problems[0]?.message.fr).toMatch(sentence);
    }
  });

  test.each([
    ['nothing below', `---\ntype: atelier\n${ignore('diese')}---\nTexte.\n`, /aucune ligne/],
    ['too low', `---\ntype: atelier\n# atelier-ignore-fichier diese: x\nlieu: Caen\n---\nTexte.\n`, /tout en haut/],
    ['badly written', session(inTime, ignore('la date')), /une virgule/],
  ])('one that covers nothing is one finding, without a fix: %s', (_, text, sentence) => {
    const { problems } = applied(text);
    expect(problems.map(({ rule }) => rule)).toEqual(['ignore-inutile']);
    expect(problems[0]?.message.fr).toMatch(sentence);
    expect(problems[0]).not.toHaveProperty('fix');
  });

  test('where a rule is off, or an error of form stands in its way, nobody knows that a comment is useless', () => {
    const idle = session(inTime, ignore('seance-hors-calendrier'));
    expect(applied(idle).marked).toHaveLength(1);
    expect(applied(idle, (rule) => rule === 'seance-hors-calendrier').marked).toEqual([]);
    expect(applied(idle, () => false, { 'dossier.yaml': 'format: un\n' }).marked).toEqual([]);
  });

  test('an error of form stands in the way of its own dossier, and of what is said across dossiers', () => {
    const errors = [{ rule: 'cle-inconnue', file: 'dossiers/nozay/dossier.yaml' }];
    const hadItsSay = hadTheirSay(errors, () => false);
    expect(hadItsSay('seance-hors-calendrier', 'dossiers/nozay/seances/un.md')).toBe(false);
    expect(hadItsSay('seance-hors-calendrier', 'dossiers/caen/seances/un.md')).toBe(true);
    expect(hadItsSay('perimetre-en-double', 'dossiers/caen/territoire.yaml')).toBe(false);
    expect(hadTheirSay([{ rule: 'date-impossible', file: 'dossier.yaml' }], () => false)('diese', 'vision.md')).toBe(
      true,
    );
  });

  test('no reason shows a personal datum', () => {
    const { ignored } = applied(session(late, ignore('seance-hors-calendrier', ': voir accueil@exemple.fr')));
    expect(ignored.map(({ why }) => why)).toEqual(['voir a•••@e•••.fr']);
  });

  test('in another file of the dossier nothing is hidden', () => {
    const diagnostics = diagnoseBare(inWorkspace({ ...healthy, 'seances/atelier-2.md': session(late) }));
    const [comment] = yaml('# atelier-ignore-fichier seance-hors-calendrier: x\na: 1\n');
    const ignores = new Map([['dossiers/plaine-de-caen/seances/atelier-1.md', comment ? [comment] : []]]);
    const { kept } = applyIgnores(diagnostics, ignores, () => true);
    expect(kept.map(({ rule }) => rule)).toEqual(['seance-hors-calendrier']);
  });

  describe('the fix of a useless one', () => {
    const fixed = (text: string) =>
      written(
        text,
        applied(text).problems.flatMap(({ fix = [] }) => fix),
      );

    test('takes the whole line of one that stands alone', () => {
      expect(fixed(session(inTime, ignore('seance-hors-calendrier')))).toBe(session(inTime));
      const crlf = session(inTime, ignore('seance-hors-calendrier')).replaceAll('\n', '\r\n');
      expect(fixed(crlf)).toBe(session(inTime).replaceAll('\n', '\r\n'));
    });

    test('takes one at the end of a line with the spaces before it', () => {
      expect(fixed(session(inTime, '', '  # atelier-ignore seance-hors-calendrier: x'))).toBe(session(inTime));
    });

    test('takes one that no line break follows', () => {
      const wholes = (text: string) => yaml(text).map(({ whole }) => whole);
      expect(wholes('a: 1 # atelier-ignore x: y')).toEqual([[4, 26]]);
      expect(wholes('# atelier-ignore-fichier x: y')).toEqual([[0, 29]]);
    });

    test('of several rules takes those that are useless, in any order, all or some', () => {
      const ids = ['diese', 'seance-hors-calendrier', 'code-nu', 'liste-vide', 'texte-a-ecrire'];
      const path = 'seances/atelier-2.md';
      const diagnostics = diagnoseBare({ ...healthy, [path]: session(late, '# une ligne\n') });
      const subset = fc.shuffledSubarray(ids, { minLength: 1 });
      const coins = fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length });
      fc.assert(
        fc.property(subset, coins, (listed, chosen) => {
          const text = session(late, ignore(listed.join(', ')));
          const file = sourceOf(path, text);
          const { problems } = applyIgnores(diagnostics, new Map([[path, ignoresIn(file)]]), () => true);
          const rest = (edits: readonly (readonly TextEdit[])[]) => written(text, edits.flat());
          const useful = listed.includes('seance-hors-calendrier');
          const fixes = problems.map(({ fix = [] }) => fix);
          expect(rest(fixes)).toBe(session(late, useful ? ignore('seance-hors-calendrier') : ''));
          const [left] = ignoresIn(sourceOf(path, rest(fixes.filter((_, at) => chosen[at]))));
          const kept = problems.flatMap(({ span = [0, 0] }, at) => (chosen[at] ? [] : [text.slice(...span)]));
          const expected = listed.filter((id) => id === 'seance-hors-calendrier' || kept.includes(id));
          if (useful) expect(left?.rules.map(({ id }) => id)).toEqual(expected);
        }),
      );
    });
  });
});

/** A text once fixes are made; the same edit twice is made once. */
function written(text: string, edits: readonly TextEdit[]): string {
  const once = [...new Map(edits.map((edit) => [`${edit.start} ${edit.end}`, edit])).values()];
  return once
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, text: words }) => rest.slice(0, start) + words + rest.slice(end), text);
}

describe('whatever a text holds', () => {
  test('the lines that a comment covers exist, its characters begin with its sign, it is quick', () => {
    const piece = fc.constantFrom(
      '# atelier-ignore x: y',
      '<!-- atelier-ignore x : y -->',
      '# atelier-ignore-fichier',
      'a: 1',
      'b: |',
      '  c',
      '"',
      "'",
      '[',
      '---',
      '```',
      '',
      ' ',
      '#',
      ':',
      ',',
      '\t',
      '- ',
      'd: "e # atelier-ignore f"',
    );
    const text = fc.array(fc.tuple(piece, fc.constantFrom('\n', '\r\n', ' ', '')), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.constantFrom('acteurs.yaml', 'un.md'), (pieces, path) => {
        const all = pieces.flat().join('');
        const count = all.split(/\r\n|\n|\r/).length;
        for (const { span, whole, covers, line } of ignoresIn(sourceOf(path, all))) {
          expect(all.slice(...span)).toMatch(/^(?:#|<!--)[^\r\n]*atelier-ignore/);
          expect(whole[0] <= span[0] && span[1] <= whole[1]).toBe(true);
          if (typeof covers === 'object')
            expect(line <= covers[0] && covers[0] <= covers[1] && covers[1] <= count).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['many comments', '# atelier-ignore x: y\n'.repeat(50_000)],
    ['many on one line', `a: 1 ${'# atelier-ignore x '.repeat(100_000)}\n`],
    ['many rules', `# atelier-ignore ${'code-nu,'.repeat(200_000)}x: y\na: 1\n`],
    ['many spaces', `# atelier-ignore${' '.repeat(500_000)}x${' '.repeat(500_000)}: y\na: 1\n`],
    ['many signs in a text that does not parse', `a: [ ${'# "atelier-ignore '.repeat(100_000)}\n`],
  ])('%s end', (_, text) => {
    expect(yaml(text).length).toBeLessThanOrEqual(50_000);
  });
});
