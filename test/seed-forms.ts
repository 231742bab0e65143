import { describe, it } from 'vitest';
import type { Schema } from '../src/schema/json-schema.ts';
import { markOf, resolved } from '../src/schema/schemas.ts';
import type { Seed } from './seeding.ts';
import type { Site } from './seeds.ts';
import { inPlace, sow } from './sow.ts';

const typesOf = ({ type }: Schema): readonly string[] => [type ?? []].flat();
const isInteger = ({ schema }: Site): boolean => typesOf(schema).includes('integer');
const isAmount = ({ schema }: Site): boolean => schema.type === 'number';
/** A number that may be approximate. */
const isAbout = ({ mark }: Site): boolean => mark.texte === 'nombre';
const isBoolean = ({ schema }: Site): boolean => typesOf(schema).includes('boolean');
const isText = ({ mark, schema }: Site): boolean =>
  (mark.texte === 'ligne' || mark.texte === 'prose') && schema.enum === undefined;
const isCode = ({ schema }: Site): boolean => schema.enum !== undefined;
/** An entry of a map whose value is a list of scalars, or a map of fixed keys. */
const isList = ({ schema, value }: Site): boolean => value === undefined && schema.items !== undefined;
const isMap = ({ schema, value }: Site): boolean => value === undefined && schema.properties !== undefined;
/** Keys that hold nothing of which something else is said: what is written over them is lost to nobody. */
const isSmall = (site: Site): boolean =>
  isMap(site) && !/\b(?:sources|communes|epci|etat):/.test(site.file.text.slice(...site.span));

/** The whole value of an entry, whatever it is, replaced by words on one line. */
function rewritten({ file, pointer, key, span }: Site, words: string, rule: string, token: string): Seed | null {
  if (key === undefined) return null;
  const end = span[0] + file.text.slice(...span).trimEnd().length;
  const at = key.end + 2 + words.indexOf(token);
  return {
    ...{ file, pointer },
    edits: [{ start: key.end, end, text: `: ${words}` }],
    expected: { rule, token: token === '' ? key.text : token, at: token === '' ? key.start : at },
  };
}

const isRequired = ({ key, holder }: Site): boolean => holder.required?.includes(key?.text ?? '') ?? false;

/** An empty list or set of keys, in a map that had none of that name and asks for none. */
function addedEmpty(site: Site, what: '[]' | '{}'): Seed | null {
  const { file, pointer, key, holder, siblings, flow, before, isFirst, isLast } = site;
  const [name] =
    Object.entries(holder.properties ?? {}).find(([one, child]) => {
      const { minItems = 0, minProperties = 0 } = resolved(child);
      const asked = markOf(child).requis !== undefined || siblings.includes(one);
      return !asked && (what === '[]' ? minItems : minProperties) > 0;
    }) ?? [];
  if (name === undefined || key === undefined || flow || isFirst || !isLast) return null;
  return {
    ...{ file, pointer: `${pointer} ${name}` },
    edits: [{ start: key.start, end: key.start, text: `${name}: ${what}\n${before}` }],
    expected: { rule: 'liste-vide', token: name, at: key.start },
  };
}

/** An entry without its value. */
function emptied({ file, pointer, key, value, plain }: Site, words: string): Seed | null {
  if (key === undefined || value === undefined || !plain) return null;
  return {
    ...{ file, pointer, edits: [{ start: key.end + 1, end: value.end, text: words }] },
    expected: { rule: 'cle-manquante', token: key.text, at: key.start },
  };
}

/** A whole entry taken out of its map, with its line where it has one of its own. */
function without({ file, pointer, key, span, flow, before, isFirst, isLast, siblings }: Site): Seed['edits'] | null {
  if (key === undefined || siblings.length < 2) return null;
  const [start, end] = span;
  if (flow) {
    const comma = file.text.lastIndexOf(',', start);
    return [
      isLast
        ? { start: comma, end: start + file.text.slice(start, end).trimEnd().length, text: '' }
        : { start, end, text: '' },
    ];
  }
  // Its first key stands on the line of the hyphen.
  if (isFirst && /-\s*$/.test(before)) return [{ start, end, text: '' }];
  const whole = file.text.slice(0, start).lastIndexOf('\n') + 1;
  return pointer === '' ? null : [{ start: whole, end: end - (isLast ? 0 : before.length), text: '' }];
}

describe('the wrong kind of value', () => {
  it('words for a whole number', () => {
    sow((site) =>
      isInteger(site) ? inPlace(site, 'value', 'douze', { rule: 'forme-attendue', suggestion: null }) : null,
    );
  });

  it('words for a number', () => {
    sow((site) => (isAmount(site) ? inPlace(site, 'value', 'beaucoup', { rule: 'forme-attendue' }) : null));
  });

  it('words for a number that may be approximate', () => {
    sow((site) => (isAbout(site) ? inPlace(site, 'value', 'beaucoup', { rule: 'valeur-mal-ecrite' }) : null));
  });

  it('perhaps, for yes or no', () => {
    sow((site) => (isBoolean(site) ? inPlace(site, 'value', 'peut-être', { rule: 'forme-attendue' }) : null));
  });

  it('one item for a list of them', () => {
    sow((site) => {
      const [first, ...more]: readonly unknown[] = isList(site) && Array.isArray(site.data) ? site.data : [];
      if (typeof first !== 'string' || more.length > 0 || /[,:#'"]/.test(first)) return null;
      return rewritten(site, first, 'forme-attendue', first);
    });
  });

  it('a text for a set of keys', () => {
    sow((site) => (isSmall(site) ? rewritten(site, 'à voir', 'forme-attendue', 'à voir') : null));
  });

  it('a list for a set of keys', () => {
    sow((site) => (isSmall(site) ? rewritten(site, '[à voir]', 'forme-attendue', '') : null));
  });

  it('a list for one code', () => {
    sow((site) =>
      isCode(site) && site.key
        ? inPlace(site, 'value', `[${site.value?.text}]`, { rule: 'forme-attendue', mends: true })
        : null,
    );
  });

  it('a list for one text', () => {
    sow((site) =>
      isText(site) && site.key && site.plain && !/[,:#"'’]/.test(site.value?.text ?? '')
        ? inPlace(site, 'value', `[${site.value?.text}]`, { rule: 'crochets', shows: '[' })
        : null,
    );
  });

  it('keys for one code', () => {
    sow((site) => (isCode(site) && site.key && !site.flow ? rewritten(site, '{code: a}', 'forme-attendue', '') : null));
  });
});

describe('what is missing', () => {
  it('a key that must be there', () => {
    sow((site) => {
      const edits = isRequired(site) ? without(site) : null;
      // Where the holder is shown by its first key, the next one shows it when that is gone.
      const shown = site.above?.start === site.key?.start ? site.next : site.above;
      const [edit] = edits ?? [];
      if (edit === undefined || shown === undefined) return null;
      const at = shown.start > edit.start ? shown.start - (edit.end - edit.start) : shown.start;
      const { file, pointer } = site;
      return {
        ...{ file, pointer, edits: [edit] },
        expected: { rule: 'cle-manquante', token: shown.text, at, suggestion: null },
      };
    });
  });

  it('the value of a key that must have one', () => {
    sow((site) => (isRequired(site) && site.value && !site.flow ? emptied(site, '') : null));
  });

  it('the value of a key that must have one, said to be nothing', () => {
    sow((site) => (isRequired(site) && site.value ? emptied(site, ' null') : null));
  });

  it('the items of a list', () => {
    sow((site) => addedEmpty(site, '[]'));
  });

  it('the keys of a set of them', () => {
    sow((site) => addedEmpty(site, '{}'));
  });

  it('an item of a list', () => {
    sow(
      ({ file, pointer, key, value, flow, before }) =>
        key === undefined && value && !flow
          ? {
              ...{ file, pointer, edits: [{ start: value.start - 1, end: value.end, text: '' }] },
              expected: { rule: 'element-vide', token: '-', at: value.start - before.trimStart().length },
            }
          : null,
      0,
    );
  });
});

describe('what is there twice', () => {
  it('a key', () => {
    sow(({ file, pointer, key, value, plain, flow, before }) => {
      if (!key || !value || !plain || flow || /-\s*$/.test(before)) return null;
      const text = `\n${before}${key.text}: ${value.text}`;
      return {
        ...{ file, pointer, edits: [{ start: value.end, end: value.end, text }] },
        expected: { rule: 'cle-en-double', token: key.text, at: value.end + 1 + before.length },
      };
    });
  });

  it('an item of a list', () => {
    sow((site) => {
      const { file, pointer, key, value, flow, holder, isLast } = site;
      if (key || !value || !flow || !isLast || holder.uniqueItems !== true) return null;
      return {
        ...{ file, pointer, edits: [{ start: value.end, end: value.end, text: `, ${value.text}` }] },
        expected: { rule: 'double-dans-une-liste', token: value.text, at: value.end + 2 },
      };
    });
  });
});
