import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../src/model/diagnostic.ts';
import { formats } from '../src/ui/formats/index.ts';
import type { Report } from '../src/ui/formats/report.ts';
import { stepSummary } from '../src/ui/formats/step-summary.ts';
import { maskPersonal, printable } from '../src/words/escape.ts';
import { attributesOf, commandsIn, sarifFaults, tablesIn, xmlFaults } from './formats-readers.ts';
import { found, reportOf } from './formats-report.ts';

/** Signs that mean something to one of the readers, and any UTF-16 unit, lone surrogates too. */
const pieces = [
  ...['\n', '\r\n', '\t', '\0', '\u001b[31m', '\u009b', '\u0085', '\u2028', '\u202e', '\ufffe', '\ud800', '\udc00'],
  ...['::error::', '::', '::stop-commands::x', '##[error]', '##vso[task.complete]', '%0A', '%', ',', '=', ':'],
  ...[']]>', '<!--', '<script>', '&#0;', '&amp;', '"', "'", '<', '[[ATTACHMENT|a.txt]]'],
  ...['|', '`', '*a*', '__', '[a](b)', '![a](b)', '\\', '\\|', '$x$', '@x', ':tada:', 'https://a.b', '~~', '#', '> '],
  ...['😀', 'é', '{0}', '{', ' ', '\u00a0', './', '/', '..', '«'],
];
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));
/** What can be the path of a file: no part of it is empty. */
const path = words.map(
  (text) =>
    text
      .split('/')
      .filter((part) => part !== '')
      .join('/') || 'a.yaml',
);
const sentence = words.map((text) => ({ fr: `« ${text} »`, en: text }));

const diagnostic: fc.Arbitrary<Diagnostic> = fc
  .record({
    severity: fc.constantFrom('error', 'warning', 'info'),
    message: fc.oneof(
      sentence,
      words.map((text) => ({ fr: text, en: text })),
    ),
    file: path,
    pointer: words,
    suggestion: words,
    related: fc.array(fc.record({ file: path, line: fc.constant(1), column: fc.constant(2), message: sentence }), {
      maxLength: 2,
    }),
    fix: fc.array(fc.record({ start: fc.constant(1), end: fc.constant(2), text: words }), { maxLength: 2 }),
  })
  .map(found);
const report: fc.Arbitrary<Report> = fc
  .record({ diagnostics: fc.array(diagnostic, { maxLength: 4 }), why: words, apart: diagnostic })
  .map(({ diagnostics, why, apart }) =>
    reportOf(diagnostics, { suppressed: [{ diagnostic: apart, by: 'source', why }], rules: [] }),
  );

const shown = (text: string) => printable(maskPersonal(text));
const rooted = (file: string) => `examples/national/${file}`;
/** What no XML can say is said of in its stead. */
const inXml = (text: string) => printable(text).replace(/[\ufffe\uffff]/g, '\ufffd');
const loud = ({ severity }: Diagnostic) => severity !== 'info';

/** Only signs that are read, and line breaks. */
function expectCalm(text: string): void {
  expect(printable(text.replaceAll('\n', ''))).toBe(text.replaceAll('\n', ''));
  expect(text).not.toMatch(/\p{Cs}/u);
}

describe('whatever a dossier holds', () => {
  test('no format gives a terminal a character that acts', () => {
    fc.assert(
      fc.property(report, (given) => {
        for (const format of [...Object.values(formats), stepSummary]) expectCalm(format(given));
      }),
    );
  });

  test('plain stays one line a finding, none of which is an order to the machine that reads it', () => {
    fc.assert(
      fc.property(report, (given) => {
        const text = formats.plain(given);
        expect(text.split('\n')).toHaveLength(given.diagnostics.length + 1);
        expect(commandsIn(text)).toEqual([]);
        expect(text).not.toMatch(/##\w*\[/);
      }),
    );
  });

  test('github annotates what was found, and nothing else', () => {
    fc.assert(
      fc.property(report, (given) => {
        const text = formats.github(given);
        const commands = commandsIn(text);
        const ordered = [...given.diagnostics.filter(loud)].sort((a, b) =>
          a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0,
        );
        expect(commands.map(({ name, properties }) => [name, properties.file])).toEqual(
          ordered.map(({ severity, file }) => [severity, printable(rooted(file))]),
        );
        for (const [index, { message }] of commands.entries())
          expect(message.replace(/^\.\//, '').replaceAll('# #', '##')).toBe(
            shown(ordered[index]?.message.fr ?? '')
              .replace(/^\.\//, '')
              .replaceAll('# #', '##'),
          );
        expect(text.split('\n')).toHaveLength(commands.length + (given.diagnostics.every(loud) ? 1 : 2));
      }),
    );
  });

  test('json keeps every character', () => {
    fc.assert(
      fc.property(report, (given) => {
        const { diagnostics } = JSON.parse(formats.json(given));
        expect(
          diagnostics.map((one: Readonly<Record<string, unknown>>) => [one.file, one.message, one.suggestion]),
        ).toEqual(given.diagnostics.map(({ file, message, suggestion }) => [file, message.fr, suggestion]));
      }),
    );
  });

  test('sarif is as its schema says, its addresses lead to the files', () => {
    fc.assert(
      fc.property(report, (given) => {
        const text = formats.sarif(given);
        expect(sarifFaults(text)).toBeNull();
        const { results } = JSON.parse(text).runs[0];
        for (const [index, { file }] of given.diagnostics.entries()) {
          const { uri } = results[index].locations[0].physicalLocation.artifactLocation;
          expect(decodeURIComponent(uri)).toBe(rooted(file).replace(/\p{Cs}/gu, '\ufffd'));
        }
      }),
    );
  });

  test('gitlab has a fingerprint for each', () => {
    fc.assert(
      fc.property(report, (given) => {
        const list: readonly { fingerprint: string; location: { path: string } }[] = JSON.parse(formats.gitlab(given));
        expect(new Set(list.map(({ fingerprint }) => fingerprint)).size).toBe(given.diagnostics.length);
        expect(list.map(({ location }) => location.path)).toEqual(given.diagnostics.map(({ file }) => rooted(file)));
      }),
    );
  });

  test.each([
    ['junit', 'jenkins-junit.xsd'],
    ['checkstyle', 'checkstyle.xsd'],
  ] as const)('%s is XML as its readers want it', async (name, schema) => {
    const xsd = readFileSync(`test/fixtures/${schema}`, 'utf8');
    await fc.assert(
      fc.asyncProperty(fc.array(report, { minLength: 30, maxLength: 30 }), async (many) => {
        const texts = many.map((given) => formats[name](given));
        expect(
          await xmlFaults(
            texts.map((text) => text.replace(/(<testcase [^>]*) file="[^"]*"/g, '$1')),
            xsd,
          ),
        ).toEqual([]);
        for (const [index, text] of texts.entries()) {
          const files = many[index]?.diagnostics.map(({ file }) => inXml(rooted(file))) ?? [];
          const told = attributesOf(text, name === 'junit' ? 'testcase' : 'file').map((one) => one.name);
          expect(told).toEqual(expect.arrayContaining(files));
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  test('the summary of a step is its tables, cell by cell', () => {
    fc.assert(
      fc.property(report, (given) => {
        const rows = tablesIn(stepSummary(given)).flatMap(([, ...body]) => body);
        const expected = given.diagnostics.map(({ file, message }) => [
          shown(`${rooted(file)}:4:13`).trim(),
          shown(message.fr).trim(),
        ]);
        const key = (row: readonly (string | null | undefined)[]) => JSON.stringify(row);
        expect(rows.map((row) => key([row[1], row[3]])).sort()).toEqual(expected.map(key).sort());
      }),
    );
  });
});
