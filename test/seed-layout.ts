import { describe, it } from 'vitest';
import type { Site } from './seeds.ts';
import { edited, sow } from './sow.ts';

/** The first key of a map that stands below its key, alone on its line. */
function isNested({ key, flow, before }: Site): boolean {
  return key !== undefined && !flow && /^ +$/.test(before);
}

const lineStart = ({ file, key }: Site): number => file.text.lastIndexOf('\n', (key?.start ?? 0) - 1) + 1;

describe('brackets and braces', () => {
  it('a bracket that is not closed', () => {
    sow((site) => {
      const { key, flow, span, file, schema } = site;
      const text = file.text.slice(...span).trimEnd();
      const open = text.indexOf('[');
      if (!key || flow || schema.items === undefined || !text.endsWith(']') || /\n/.test(text)) return null;
      const end = span[0] + text.length;
      return edited(site, end - 1, end, '', { rule: 'crochets', token: '[', at: span[0] + open });
    });
  });

  it('a brace that is not closed', () => {
    sow((site) => {
      const { key, flow, span, file } = site;
      const text = file.text.slice(...span).trimEnd();
      const open = text.indexOf('{');
      if (!key || flow || open < 0 || !text.endsWith('}') || /\n/.test(text)) return null;
      const end = span[0] + text.length;
      return edited(site, end - 1, end, '', { rule: 'crochets', token: '{', at: span[0] + open });
    });
  });

  it('a bracket too many', () => {
    sow((site) => {
      const { key, flow, span, file, schema } = site;
      const text = file.text.slice(...span).trimEnd();
      if (!key || flow || schema.items === undefined || !text.endsWith(']') || /\n/.test(text)) return null;
      const end = span[0] + text.length;
      return edited(site, end, end, ']', { rule: 'crochets', token: ']', at: end });
    });
  });

  it('two commas between items', () => {
    sow((site) => {
      const { key, flow, value, isLast } = site;
      if (key || !flow || !value || isLast) return null;
      return edited(site, value.end, value.end, ',', { rule: 'crochets', token: ',', at: value.end + 1 });
    });
  });

  it('no comma between codes', () => {
    sow((site) => {
      const { key, flow, value, next, schema } = site;
      if (key || !flow || !value || !next || schema.enum === undefined) return null;
      return edited(site, value.end, value.end + 1, '', {
        rule: 'code-inconnu',
        token: `${value.text} ${next.text}`,
        at: value.start,
        suggestion: `${value.text}, ${next.text}`,
      });
    });
  });

  it('a semicolon between codes of communes', () => {
    sow((site) => {
      const { key, flow, value, isLast, mark } = site;
      if (key || !flow || !value || isLast || mark.code === undefined) return null;
      return edited(site, value.end, value.end + 1, ';', {
        rule: 'crochets',
        token: ';',
        at: value.end,
        mended: site.file.text,
      });
    });
  });

  it('a semicolon between keys', () => {
    sow((site) => {
      const { key, flow, value, isLast } = site;
      if (!key || !flow || !value || isLast || !/^[~\d]/.test(value.text)) return null;
      return edited(site, value.end, value.end + 1, ';', {
        rule: 'crochets',
        token: ';',
        at: value.end,
        mended: site.file.text,
      });
    }, 1);
  });
});

describe('indents', () => {
  it('a tab', () => {
    sow((site) => {
      const { key, before, isFirst } = site;
      if (!key || !isNested(site) || !isFirst) return null;
      const start = lineStart(site);
      return edited(site, start, start + before.length, '\t', { rule: 'tabulation', token: '\t', at: start });
    });
  });

  it('one space too many', () => {
    sow((site) => {
      const { key, isFirst } = site;
      if (!key || !isNested(site) || isFirst) return null;
      const start = lineStart(site);
      return edited(site, start, start, ' ', { rule: 'yaml-illisible', token: key.text, at: key.start + 1 });
    });
  });

  it('one space too few', () => {
    sow((site) => {
      const { key, isFirst } = site;
      if (!key || !isNested(site) || isFirst) return null;
      const start = lineStart(site);
      return edited(site, start, start + 1, '', { rule: 'yaml-illisible', token: key.text, at: key.start - 1 });
    });
  });
});
