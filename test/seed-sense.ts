import { describe, it } from 'vitest';
import type { Seed } from './seeding.ts';
import { type Site, sitesOf } from './seeds.ts';
import { inPlace, places, sow } from './sow.ts';

const isDated = ({ mark, value, plain }: Site): boolean =>
  mark.texte === 'date' && plain && /^\d{4}-\d{2}/.test(value?.text ?? '');

/** The keys of a map that are ids. */
const isId = ({ key, holder }: Site): boolean =>
  key !== undefined && holder.propertyNames?.$ref?.endsWith('/id') === true;

describe('what is well written and makes no sense', () => {
  it('an end before its start', () => {
    sow((site) => {
      const { pointer, siblings, value } = site;
      // The end of the atelier itself says more: of its length, of its working sessions.
      if (!isDated(site) || !pointer.endsWith('/fin') || pointer === '/calendrier/fin') return null;
      if (!siblings.includes('debut') && !siblings.includes('date')) return null;
      return inPlace(site, 'value', `1999${value?.text.slice(4)}`, { rule: 'dates-inversees' });
    });
  });

  it('the same id for two things', () => {
    sow(({ file, pointer, key, flow }, ground) => {
      const other = sitesOf({ ...ground, files: [file] }).find((one) => /^\/antecedents\/[^/]+$/.test(one.pointer));
      if (!key || flow || !other?.key || !/^\/suites\/[^/]+$/.test(pointer)) return null;
      return {
        ...{ file, pointer, edits: [{ start: key.start, end: key.end, text: other.key.text }] },
        expected: { rule: 'id-en-double', token: other.key.text, at: key.start },
      };
    });
  });

  it('a total below the sum of the groups', () => {
    sow((site) => {
      const { file, pointer, value, isLast, holder } = site;
      if (!isLast || !value || !pointer.startsWith('/participants/') || holder.propertyNames === undefined) return null;
      if (pointer.endsWith('/total')) return null;
      return {
        ...{ file, pointer, edits: [{ start: value.end, end: value.end, text: ', total: 1' }] },
        expected: { rule: 'total-inferieur-aux-publics', token: '1', at: value.end + 9 },
      };
    });
  });

  it('funding above the amount', () => {
    sow((site) => {
      const { file, pointer, siblings } = site;
      if (!pointer.endsWith('/montant') || !siblings.includes('financements')) return null;
      const key = file.text.indexOf('financements', site.span[0]);
      const token = site.value;
      // Sums before and after tax are not compared.
      if (!token || key < 0 || /\btaxe:|montant_engage/.test(file.text.slice(key))) return null;
      return {
        ...{ file, pointer, edits: [{ start: token.start, end: token.end, text: '100' }] },
        expected: { rule: 'financement-depasse', token: 'financements', at: key - token.text.length + 3 },
      };
    });
  });

  it('a range turned round', () => {
    sow((site) =>
      site.pointer.endsWith('/valeur_max') ? inPlace(site, 'value', '0', { rule: 'bornes-inversees' }) : null,
    );
  });

  it('a mark off the scale', () => {
    sow((site) =>
      /\/notes\/[^/]+$/.test(site.pointer) ? inPlace(site, 'value', '9', { rule: 'note-hors-bareme' }) : null,
    );
  });

  it('the id of another dossier', () => {
    sow((site, { alone }) =>
      site.file.kind === 'dossier' && site.pointer === '/id' && !alone
        ? inPlace(site, 'value', 'ailleurs', { rule: 'id-different-du-dossier', suggestion: site.value?.text ?? '' })
        : null,
    );
  });
});

describe('an id that is badly written', () => {
  const wrong: readonly (readonly [string, (id: string) => string])[] = [
    ['with a capital', (id) => id.slice(0, 1).toUpperCase() + id.slice(1)],
    ['with an underscore', (id) => id.replace('-', '_')],
    ['with an accent', (id) => id.replace(/e/, 'é')],
    ['with a space', (id) => id.replace('-', ' ')],
  ];
  it.each(wrong)('%s, where it is declared', (_, write) => {
    sow((site) => {
      const { key } = site;
      if (!key || !isId(site) || site.file.kind === 'atelier' || /\/(?:reponses|notes)\//.test(site.pointer))
        return null;
      const typed = write(key.text);
      return typed === key.text
        ? null
        : inPlace(site, 'key', typed, { rule: 'identifiant-mal-ecrit', suggestion: key.text });
    });
  });
});

it('a note in a text that calls no source', () => {
  const seeds = (file: Site['file']): Seed | null => {
    const call = /\[\^([^\]]+)\]/.exec(file.body);
    if (!call) return null;
    const start = file.bodyStart + call.index;
    const typed = `[^${call[1]}x]`;
    return {
      ...{ file, pointer: '', edits: [{ start, end: start + call[0].length, text: typed }] },
      expected: { rule: 'reference-inconnue', token: typed, at: start, suggestion: call[1] ?? '' },
    };
  };
  const first = new Set(places.flatMap(({ sites }) => sites.filter((site, at) => sites[at - 1]?.file !== site.file)));
  sow((site) => (first.has(site) ? seeds(site.file) : null), 5);
});
