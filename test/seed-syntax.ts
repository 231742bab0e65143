import { describe, it } from 'vitest';
import type { Site } from './seeds.ts';
import { edited, sow } from './sow.ts';

/** A free text on a line of its own, without quotation marks. */
function isLine({ key, plain, flow, mark, schema }: Site): boolean {
  return (
    key !== undefined &&
    plain &&
    !flow &&
    (mark.texte === 'ligne' || mark.texte === 'prose') &&
    schema.enum === undefined
  );
}

describe('a text that YAML reads otherwise', () => {
  it('a colon in a text', () => {
    sow((site) => {
      const { value } = site;
      if (!isLine(site) || !value) return null;
      const at = value.text.indexOf(' ') < 0 ? value.end : value.start + value.text.indexOf(' ');
      const quoted = `${value.text.slice(0, at - value.start)} : et${value.text.slice(at - value.start)}`;
      if (/"/.test(quoted)) return null;
      const mended = `${site.file.text.slice(0, value.start)}"${quoted}"${site.file.text.slice(value.end)}`;
      return edited(site, at, at, ' : et', { rule: 'deux-points', token: ':', at: at + 1, mended });
    });
  });

  it('a hash in a text', () => {
    sow((site) => {
      const { value } = site;
      if (!isLine(site) || !value || /"/.test(value.text)) return null;
      const mended = `${site.file.text.slice(0, value.start)}"${value.text} #3"${site.file.text.slice(value.end)}`;
      return edited(site, value.end, value.end, ' #3', { rule: 'diese', token: '#3', at: value.end + 1, mended });
    });
  });

  it('a hash before a text', () => {
    sow((site) => {
      const { value, holder, key } = site;
      if (!isLine(site) || !value || holder.required?.includes(key?.text ?? '')) return null;
      return edited(site, value.start, value.start, '#', { rule: 'diese', token: `#${value.text}`, at: value.start });
    });
  });

  it.each(['"', "'"])('%s at the start, and none at the end', (sign) => {
    sow((site) => {
      const { value } = site;
      if (!isLine(site) || !value || /["'\\]/.test(value.text)) return null;
      return edited(site, value.start, value.start, sign, { rule: 'apostrophe', token: sign, at: value.start });
    });
  });

  it('an apostrophe within apostrophes', () => {
    sow((site) => {
      const { value } = site;
      if (!isLine(site) || !value || /["'\\]/.test(value.text)) return null;
      return edited(site, value.start, value.end, `'${value.text} l'été'`, {
        rule: 'apostrophe',
        token: "'",
        at: value.start,
      });
    });
  });

  it.each(['[', '{', '*', '&', '!', '@', '`', '%', '> ', '| '])('%s at the start of a text', (sign) => {
    sow((site) => {
      const { value } = site;
      if (!isLine(site) || !value || /["'[\]{}]/.test(value.text) || /, | :/.test(value.text)) return null;
      const end = sign === '[' ? '] de plus' : sign === '{' ? '} de plus' : '';
      return edited(site, value.start, value.end, `${sign}${value.text}${end}`, {
        rule: 'crochets',
        token: sign.trim(),
        at: value.start,
      });
    });
  });
});

describe('keys and values', () => {
  it('no space after the colon', () => {
    sow((site) => {
      const { key, value, flow } = site;
      if (!key || !value || flow) return null;
      return edited(site, key.end + 1, value.start, '', {
        rule: 'deux-points',
        token: ':',
        at: key.end,
        ...(value.start === key.end + 2 && { mended: site.file.text }),
      });
    });
  });

  it('no space after the colon, within braces', () => {
    sow((site) => {
      const { key, value, flow } = site;
      if (!key || !value || !flow || !/^[~\d]/.test(value.text)) return null;
      return edited(site, key.end + 1, value.start, '', {
        rule: 'deux-points',
        token: ':',
        at: key.end,
        mended: site.file.text,
      });
    });
  });

  it('no colon', () => {
    sow((site) => {
      const { key, value, flow, before } = site;
      if (!key || !value || flow || !site.plain || /-\s*$/.test(before)) return null;
      return edited(site, key.end, key.end + 1, '', {
        rule: 'yaml-illisible',
        token: `${key.text} ${value.text}`,
        at: key.start,
      });
    });
  });

  it('a no-break space before the colon', () => {
    sow((site) => {
      const { key, value, flow } = site;
      if (!key || !value || flow) return null;
      return edited(site, key.end, key.end, '\u00a0', {
        rule: 'yaml-illisible',
        token: `${key.text}\u00a0`,
        at: key.start,
        mended: site.file.text,
      });
    });
  });
});

describe('what a dossier does without', () => {
  const scalar = ({ key, plain, flow }: Site): boolean => key !== undefined && plain && !flow;

  it('an anchor', () => {
    sow((site) =>
      scalar(site) && site.value && site.schema.enum
        ? edited(site, site.value.start, site.value.start, '&a ', {
            rule: 'ancre-ou-alias',
            token: '&a',
            at: site.value.start,
          })
        : null,
    );
  });

  it('an alias', () => {
    sow((site) =>
      scalar(site) && site.value && site.schema.enum
        ? edited(site, site.value.start, site.value.end, '*a', {
            rule: 'ancre-ou-alias',
            token: '*a',
            at: site.value.start,
          })
        : null,
    );
  });

  it('a merge key', () => {
    sow(({ file, pointer, key, flow, before, isFirst }) =>
      !key || flow || isFirst
        ? null
        : {
            ...{ file, pointer, edits: [{ start: key.start, end: key.start, text: `<<: x\n${before}` }] },
            expected: { rule: 'ancre-ou-alias', token: '<<', at: key.start },
          },
    );
  });

  it('a tag', () => {
    sow((site) =>
      scalar(site) && site.value && site.schema.enum
        ? edited(site, site.value.start, site.value.start, '!!str ', {
            rule: 'etiquette-yaml',
            token: '!!str',
            at: site.value.start,
          })
        : null,
    );
  });

  it('a key that is not one word', () => {
    sow(({ file, pointer, key, flow, before, isFirst }) =>
      !key || flow || isFirst
        ? null
        : {
            ...{
              file,
              pointer,
              edits: [{ start: key.start, end: key.start, text: `? [a, b]\n${before}: c\n${before}` }],
            },
            expected: { rule: 'yaml-illisible', token: '[a, b]', at: key.start + 2 },
          },
    );
  });
});
