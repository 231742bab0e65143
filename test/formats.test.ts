import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { type FormatName, formats } from '../src/ui/formats/index.ts';
import { attributesOf, xmlFaults } from './formats-readers.ts';
import { found, home, realReport, reportOf } from './formats-report.ts';

const names = Object.keys(formats) as FormatName[];
const root = `examples/national/${home}`;
const fixture = (name: string) => readFileSync(`test/fixtures/${name}`, 'utf8');

describe('every format', () => {
  test('is in the table', () => {
    const beside = ['index', 'report', 'shown', 'step-summary'];
    const files = readdirSync('src/ui/formats').map((name) => name.replace(/\.ts$/, ''));
    expect(files.filter((name) => !beside.includes(name))).toEqual([...names].sort());
  });

  test.each(names)('%s speaks both languages', (name) => {
    const french = formats[name](realReport());
    const english = formats[name](realReport({ langue: 'en' }));
    expect(french).toContain('vouliez-vous dire « ccvd » ?');
    expect(english).toContain('did you mean “ccvd”?');
    expect(english).not.toContain('vouliez-vous');
  });

  test.each(names)(
    '%s gives the same bytes again, ends its last line, shows no address and no path of this machine',
    (name) => {
      const text = formats[name](realReport());
      expect(formats[name](realReport())).toBe(text);
      expect(text).toMatch(/[^\n]\n$/);
      expect(text).not.toMatch(/prenom|nom@|\/tmp\/|file:\/\//);
    },
  );

  test.each(['sarif', 'github', 'gitlab', 'junit', 'checkstyle'] as const)(
    '%s names files from the root of git',
    (name) => {
      const text = formats[name](realReport());
      expect(text).toContain(`${root}/acteurs.yaml`);
      expect(text.replaceAll('examples/national/', '')).not.toContain('examples');
      expect(text).not.toMatch(/"\.\/|=\.\//);
      expect(formats[name](realReport({ prefix: '' }))).toMatch(new RegExp(`["=]${home}/acteurs.yaml`));
    },
  );

  test('says nothing, or an empty document, when there is nothing to say', () => {
    const nothing = reportOf([]);
    expect([formats.plain(nothing), formats.github(nothing), formats.gitlab(nothing)]).toEqual(['', '', '[]\n']);
    expect(formats.checkstyle(nothing)).toMatch(/<checkstyle version="4.3">\n<\/checkstyle>\n$/);
  });
});

describe('plain', () => {
  test('is one line a finding', () => {
    const lines = formats.plain(realReport()).trimEnd().split('\n');
    expect(lines).toHaveLength(realReport().diagnostics.length);
    for (const line of lines) expect(line).toMatch(/^dossiers\/[^:]+:\d+:\d+: (error|warning|info)\[[a-z-]+\] \S/);
    expect(lines).toContain(
      `${home}/territoire.yaml:2:12: info[code-nu] le nom manque à côté du code : « 14119 Cagny »`,
    );
  });
});

describe('json', () => {
  const schema: object = JSON.parse(readFileSync('docs/formats/validate.schema.json', 'utf8'));
  const validate = new Ajv2020({ strict: true }).compile(schema);

  test('is as its schema says, with and without what does not count', () => {
    const related = [{ file: 'a.yaml', line: 1, column: 2, message: { fr: 'ici', en: 'here' } }];
    for (const report of [realReport(), reportOf([]), reportOf([found({ related, suggestion: 'local' })])]) {
      expect(validate(JSON.parse(formats.json(report))), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  test('its schema refuses another shape', () => {
    const good = JSON.parse(formats.json(reportOf([found()])));
    for (const change of [{ line: 0 }, { fingerprint: 'abc' }, { severity: 'note' }, { masked: true }, { file: '' }]) {
      expect(validate({ ...good, diagnostics: [{ ...good.diagnostics[0], ...change }] })).toBe(false);
    }
  });

  test('gives corrections, but for one that holds an address', () => {
    const { diagnostics } = JSON.parse(formats.json(realReport()));
    const fixes = (file: string) =>
      diagnostics.filter((one: { file: string; fix?: unknown }) => one.file === `${home}/${file}` && one.fix);
    expect(fixes('strategie/principes/habiter-le-bati.md')).toHaveLength(1);
    expect(realReport().diagnostics.filter(({ file, fix }) => file.endsWith('vision.md') && fix)).toHaveLength(1);
    expect(fixes('strategie/vision.md')).toEqual([]);
  });

  test('says what does not count, by what, and why', () => {
    const { suppressed } = JSON.parse(formats.json(realReport()));
    expect(suppressed).toMatchObject([
      { rule: 'code-inconnu', line: 2, by: 'source', why: 'vu avec p•••@e•••.fr' },
      { rule: 'cle-inconnue', by: 'baseline' },
    ]);
    expect(suppressed[1]).not.toHaveProperty('why');
  });
});

describe('gitlab', () => {
  // https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
  const validate = new Ajv2020().compile({
    type: 'array',
    items: {
      type: 'object',
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', pattern: '^[0-9a-f]{32,}$' },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          properties: {
            path: { type: 'string', pattern: '^(?!\\.?/)' },
            lines: {
              type: 'object',
              properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
              required: ['begin'],
              additionalProperties: false,
            },
          },
          required: ['path', 'lines'],
          additionalProperties: false,
        },
      },
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      additionalProperties: false,
    },
  });
  const read = (text: string): readonly { readonly fingerprint: string; readonly severity: string }[] =>
    JSON.parse(text);
  const prints = (...args: Parameters<typeof reportOf>) =>
    read(formats.gitlab(reportOf(...args))).map(({ fingerprint }) => fingerprint);

  test('is as its documentation says, without a byte order mark', () => {
    const text = formats.gitlab(realReport());
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(text.startsWith('[')).toBe(true);
    expect(new Set(read(text).map(({ severity }) => severity))).toEqual(new Set(['major', 'minor', 'info']));
  });

  test('gives each finding a fingerprint of its own, whatever its line', () => {
    const here = prints([found(), found({ line: 9, endLine: 9 }), found({ file: 'autre.yaml' })]);
    expect(new Set(here).size).toBe(3);
    expect(prints([found({ line: 40, endLine: 41 }), found({ line: 50, endLine: 50 })])).toEqual(here.slice(0, 2));
    expect(prints([found()], { prefix: '' })).not.toContain(here[0]);
  });

  test('ends at the last line that is meant', () => {
    const [one] = JSON.parse(formats.gitlab(reportOf([found({ line: 2, endLine: 5, endColumn: 1 })])));
    expect(one.location.lines).toEqual({ begin: 2, end: 4 });
  });
});

describe('junit', () => {
  const related = [{ file: 'a.yaml', line: 1, column: 2, message: { fr: 'l’autre est ici', en: 'the other is here' } }];

  test('is as Jenkins wants it', async () => {
    // Jenkins' schema has no `file`, which its reader skips, and GitLab's makes a link of.
    const documents = [realReport(), reportOf([]), reportOf([], { files: [] })].map(formats.junit);
    const bare = documents.map((text) => text.replace(/ file="[^"]*"/g, ''));
    expect(await xmlFaults(bare, fixture('jenkins-junit.xsd'))).toEqual([]);
    expect(await xmlFaults(documents.slice(0, 1), fixture('jenkins-junit.xsd'))).not.toEqual([]);
  });

  // https://docs.gitlab.com/ci/testing/unit_test_reports/#junit-xml-format-specification
  test('has one test a file, those that pass too, with what GitLab reads', () => {
    const text = formats.junit(realReport());
    const cases = attributesOf(text, 'testcase');
    expect(cases.map(({ name }) => name)).toEqual(realReport().files.map((file) => `examples/national/${file}`));
    for (const one of cases) expect(one).toEqual({ classname: 'atelier', name: one.name, file: one.name });
    expect(text).toMatch(/<testcase [^>]*seances\/atelier 2 à Caen\.md">/);
    expect(text).toMatch(/<testcase [^>]*echelle\.yaml"\/>/);
  });

  test('counts what it holds', () => {
    const text = formats.junit(realReport());
    const { files, diagnostics } = realReport();
    const failing = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file)).size;
    expect(failing).toBeLessThan(diagnostics.length);
    const counts = { name: 'atelier', tests: String(files.length), failures: String(failing), errors: '0' };
    expect(attributesOf(text, 'testsuites')).toEqual([counts]);
    expect(attributesOf(text, 'testsuite')).toEqual([{ ...counts, skipped: '0' }]);
    expect(attributesOf(text, 'testcase')).toHaveLength(files.length);
    expect(attributesOf(text, 'failure')).toHaveLength(failing);
  });

  test('puts all errors of a file in one failure, with their places', () => {
    const diagnostics = [found({ related }), found({ line: 7, rule: 'cle-inconnue', message: { fr: 'b', en: 'b' } })];
    const text = formats.junit(reportOf(diagnostics));
    const first = `${root}/dossier.yaml:4:13 code-inconnu: « local1 » n’est pas connu`;
    expect(attributesOf(text, 'failure')).toEqual([
      { type: 'error', message: `${first} → examples/national/a.yaml:1:2 l’autre est ici (et 1\u00a0autre erreur)` },
    ]);
    expect(text).toMatch(/l’autre est ici\nexamples\/national\/[^\n]+:7:13 cle-inconnue: b<\/failure>/);
  });

  test('fails for no warning, which is the output of its test', () => {
    const text = formats.junit(reportOf([found({ severity: 'warning' }), found({ severity: 'info' })]));
    expect(attributesOf(text, 'testsuites')[0]).toMatchObject({ tests: '2', failures: '0' });
    expect(text).toMatch(
      /<system-out>[^<]+ avertissement code-inconnu: [^<]+\n[^<]+ info code-inconnu: [^<]+<\/system-out>/,
    );
    expect(text).not.toContain('<failure');
  });

  test('attaches no file that the words of a dossier name', () => {
    const message = { fr: '« [[ATTACHMENT|secret.txt]] » ?', en: '?' };
    const text = formats.junit(reportOf([found({ severity: 'warning', message })]));
    // The expression of GitLab's parser.
    expect(text).not.toMatch(/\[\[ATTACHMENT\|(?<path>[^[\]|]+?)\]\]/);
    expect(text).toContain('secret.txt');
  });
});

describe('checkstyle', () => {
  test('is as Checkstyle writes, and leaves out files without finding', async () => {
    const documents = [realReport(), reportOf([])].map(formats.checkstyle);
    expect(await xmlFaults(documents, fixture('checkstyle.xsd'))).toEqual([]);
    const [text = ''] = documents;
    const files = [...new Set(realReport().diagnostics.map(({ file }) => `examples/national/${file}`))];
    expect(attributesOf(text, 'file').map(({ name }) => name)).toEqual(files);
    expect(attributesOf(text, 'error')).toHaveLength(realReport().diagnostics.length);
    expect(attributesOf(text, 'error')).toContainEqual({
      line: '5',
      column: '8',
      severity: 'error',
      message: '« feuille_de_rout » n’est pas un code connu (phase) ; vouliez-vous dire « feuille_de_route » ?',
      source: 'atelier.code-inconnu',
    });
  });
});
