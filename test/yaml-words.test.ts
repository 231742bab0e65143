import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited } from '../src/load/traps.ts';
import { readYaml } from '../src/load/yaml.ts';
import type { Shape } from '../src/model/shape.ts';

/** One line as people type it after a key, full of what YAML takes for itself. */
const typedText = fc
  .array(
    fc.constantFrom(
      'Caen',
      'à',
      "l'",
      ' ',
      ' ',
      ': ',
      ':',
      ' : ',
      '#',
      ' #',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '-',
      '- ',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '?',
      '~',
      '\\',
      '\u00a0',
      '…',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join('').trim())
  .filter((words) => !['', '~'].includes(words) && !/^#|[ \u00a0]#(?:\s|$)| {2}#/.test(words));

describe('an author never loses a word in silence', () => {
  const shape: Shape = { keys: { titre: { scalar: 'text', prose: true }, note: { scalar: 'text' } } };
  test('a text reads as typed, or it is told; and a fix gives back what was typed', () => {
    fc.assert(
      fc.property(typedText, (words) => {
        const typed = `titre: ${words}\nnote: fin\n`;
        const reading = readYaml(typed, shape);
        if (reading.findings.length === 0) {
          const quotedOrBlock = /^(?:'.*'|".*"|[|>][-+\d]*)(?: #.*)?$/.test(words);
          if (!quotedOrBlock) expect(reading.value).toEqual({ titre: words, note: 'fin' });
          return;
        }
        const fix = reading.findings.flatMap((finding) => finding.fix ?? []);
        // Of two faults, one may have no one answer: then the fix of the other is not all.
        if (fix.length === 0 || reading.findings.some((finding) => finding.fix === undefined)) return;
        const repaired = readYaml(edited(typed, fix), shape);
        expect(repaired).toMatchObject({ ok: true, findings: [] });
        const { titre } = repaired.value as { titre: string };
        expect(words.replaceAll(/["']/g, '')).toBe(titre.replaceAll(/["']/g, ''));
      }),
      { numRuns: 3000 },
    );
  });
});
