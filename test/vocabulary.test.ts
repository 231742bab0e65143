import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { codeList, families } from '../src/schema/labels.ts';

const path = '../shared/codes.yaml';

describe.skipIf(!existsSync(path))(
  'the code lists agreed on (read from beside the project; skipped where it is absent)',
  () => {
    const lists: Record<string, Record<string, unknown>> = existsSync(path) ? parse(readFileSync(path, 'utf8')) : {};

    it('are all in the schemas, in the same order, with the same French labels', () => {
      for (const [name, codes] of Object.entries(lists)) {
        if (name === 'categories') continue;
        const ours = Object.entries(codeList(name)).map(([code, { fr }]) => [code, fr]);
        // The agreed list is typed with straight apostrophes; what people read has typographic ones.
        const theirs = Object.entries(codes).map(([code, label]) => [code, String(label).replaceAll("'", '’')]);
        expect(ours, name).toEqual(theirs);
      }
    });

    it('keep the families of stakeholders', () => {
      const theirs = Object.entries(lists.categories ?? {}).map(([family, codes]) => [
        family,
        Object.keys(codes as object),
      ]);
      expect(Object.entries(families())).toEqual(theirs);
    });
  },
);
