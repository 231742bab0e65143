import { describe, expect, test } from 'vitest';
import { formats } from '../src/ui/formats/index.ts';
import type { Report } from '../src/ui/formats/report.ts';
import { sarifFaults } from './formats-readers.ts';
import { found, home, realReport, reportOf, troubled } from './formats-report.ts';

interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: Readonly<Record<string, number>>;
  };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Place[];
  readonly relatedLocations?: readonly (Place & { readonly id: number })[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification?: string }[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: { readonly charOffset: number; readonly charLength: number };
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
}
interface Run {
  readonly invocations: readonly {
    readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[];
  }[];
  readonly results: readonly Result[];
  readonly tool: { readonly driver: { readonly rules: readonly Readonly<Record<string, unknown>>[] } };
}

const runOf = (report: Report): Run => JSON.parse(formats.sarif(report)).runs[0];
const related = [
  { file: `${home}/a.yaml`, line: 1, column: 2, message: { fr: 'l’autre', en: 'the other' } },
  { file: `${home}/a.yaml`, line: 1, column: 2, message: { fr: 'l’autre', en: 'the other' } },
];

describe('sarif', () => {
  test('is as its schema says', () => {
    for (const report of [realReport(), realReport({ langue: 'en' }), reportOf([]), reportOf([found({ related })])])
      expect(sarifFaults(formats.sarif(report))).toBeNull();
  });

  test('its schema refuses another shape', () => {
    const good = formats.sarif(realReport());
    const spoilt = [
      good.replace('"level": "error"', '"level": "major"'),
      good.replace('"startLine": 7', '"startLine": 0'),
      good.replace('"utf16CodeUnits"', '"utf16"'),
      good.replace('"insertedContent": {', '"inserted": {'),
      good.replaceAll('%20', ' '),
    ];
    for (const text of spoilt) expect([text === good, sarifFaults(text)]).toEqual([false, expect.anything()]);
  });

  test('describes every rule, and each result names its own', () => {
    const { tool, results } = runOf(realReport({ langue: 'en' }));
    expect(tool.driver.rules).toHaveLength(realReport().rules.length);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const rule = tool.driver.rules.find(({ id }) => id === 'code-nu');
    expect(rule).toMatchObject({ defaultConfiguration: { level: 'note' } });
    for (const key of ['shortDescription', 'fullDescription', 'help'])
      expect(rule?.[key]).toEqual({ text: expect.stringMatching(/\w/) });
  });

  test('points at exact characters, from the root of git, in addresses', () => {
    const { results } = runOf(realReport());
    const code = results.find(({ ruleId }) => ruleId === 'code-inconnu');
    expect(code).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `examples/national/${home}/dossier.yaml`, uriBaseId: '%SRCROOT%' },
            region: { startLine: 5, startColumn: 8, endLine: 5, endColumn: 23 },
          },
        },
      ],
      partialFingerprints: { 'atelier/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    const uris = results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri ?? '');
    expect(uris).toContain(`examples/national/${home}/seances/atelier%202%20%C3%A0%20Caen.md`);
    expect(new Set(uris.map(decodeURIComponent))).toEqual(
      new Set(
        [...realReport().diagnostics.map(({ file }) => file), `${home}/dossier.yaml`].map(
          (file) => `examples/national/${file}`,
        ),
      ),
    );
  });

  test('gives corrections that mend the text, but for one that holds an address', () => {
    const fixes = runOf(realReport()).results.filter((one) => one.fixes);
    expect(fixes.map(({ ruleId }) => ruleId)).toEqual(['deux-points', 'code-nu']);
    const file = `${home}/strategie/principes/habiter-le-bati.md`;
    const replacement = fixes[0]?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    const { charOffset = 0, charLength = 0 } = replacement?.deletedRegion ?? {};
    const text = troubled[file] ?? '';
    const mended = text.slice(0, charOffset) + replacement?.insertedContent.text + text.slice(charOffset + charLength);
    expect(mended).toContain('\ntitre: "Un cap : habiter d’abord le bâti existant"\n');
    expect(mended.split('\n')).toHaveLength(text.split('\n').length);
  });

  test('numbers the other places in cause', () => {
    const [one] = runOf(reportOf([found({ related })])).results;
    expect(one?.relatedLocations).toMatchObject([
      { id: 0, message: { text: 'l’autre' }, physicalLocation: { region: { startLine: 1, startColumn: 2 } } },
      { id: 1 },
    ]);
  });

  test('says of all results or of none whether they count', () => {
    const { results } = runOf(realReport());
    expect(results.slice(0, -2).map(({ suppressions }) => suppressions)).toEqual(
      realReport().diagnostics.map(() => []),
    );
    expect(results.slice(-2).map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', justification: 'vu avec p•••@e•••.fr' }],
      [{ kind: 'external' }],
    ]);
    for (const one of runOf(realReport({ suppressed: [] })).results) expect(one).not.toHaveProperty('suppressions');
  });

  test('the words of a dossier are neither a link nor the place of an argument', () => {
    const text = runOf(realReport()).results.find(({ ruleId }) => ruleId === 'cle-inconnue')?.message.text;
    expect(text).toContain('« Voir {{0}} [ici] (https://exemple.fr) | à 100 % »');
  });

  test('holds what GitHub takes of it, errors first, and says how many are left', () => {
    const many = Array.from({ length: 25_010 }, (_, index) =>
      found({ severity: index < 25_000 ? 'warning' : 'error', line: index + 1 }),
    );
    const { results, invocations } = runOf(reportOf(many));
    expect(results).toHaveLength(25_000);
    expect(results.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^10 constats de plus/);
    expect(runOf(reportOf(many.slice(0, 25_000))).invocations[0]).not.toHaveProperty('toolExecutionNotifications');
  });
});
