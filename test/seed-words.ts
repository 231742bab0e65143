import { describe, expect, it } from 'vitest';
import type { Schema } from '../src/schema/json-schema.ts';
import { kinds, markOf, resolved, schemas } from '../src/schema/schemas.ts';
import { grounds } from './seed-grounds.ts';
import type { Ground, Seed } from './seeding.ts';
import { type Site, sitesOf } from './seeds.ts';
import { mistyped, slips } from './slips.ts';
import { inPlace, sow } from './sow.ts';

/** What may stand where a reference stands: the ids of its kind, of the dossier or of its session. */
function idsOf(ground: Ground, { file }: Site, ref: string): readonly string[] {
  return [...ground.facts.values()]
    .filter(({ holder }) => holder.path === file.holder.path || ['critere', 'session', 'dossier'].includes(ref))
    .flatMap(({ declares }) => declares.flatMap(({ kind, id }) => (kind === ref ? [id] : [])));
}

/** The session of a dossier by itself cannot be looked up. */
function isOut({ mark }: Site, { alone }: Ground): boolean {
  return alone && mark.ref === 'session';
}

function refOfNames({ propertyNames }: Schema): string | undefined {
  return propertyNames && markOf(propertyNames).ref;
}

/** A piece has three parts; where two of them are misspelt, or a stroke is, only a part of it can be proposed. */
function pieceMistyped(site: Site, typed: string): Seed | null {
  const right = site.value?.text.split('/') ?? [];
  const wrong = typed.split('/').filter((part) => !right.includes(part));
  const rule = /^[a-z0-9-]+\/[a-z_-]+\/[a-z0-9-]+$/.test(typed) ? 'reference-inconnue' : 'valeur-mal-ecrite';
  const one = wrong.length === 1 && typed.split('/').length === 3;
  return inPlace(site, 'value', typed, { rule, ...(one && { suggestion: right.join('/') }) });
}

const isId = (word: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(word);

/** Keys and codes have no hyphen, references no `_`; few keys end by an s. */
const least = (name: string, part: 'key' | 'code' | 'reference'): number => {
  if (name === 'un souligné pour un tiret') return part === 'reference' ? 2 : 0;
  return name === 'un tiret pour un souligné' && part === 'reference' ? 0 : 2;
};

describe.each(Object.entries(slips))('%s', (name, slip) => {
  it('in a key', () => {
    sow(
      (site) => {
        const { key, holder, siblings } = site;
        const known = Object.keys(holder.properties ?? {});
        if (key === undefined || !known.includes(key.text)) return null;
        const free = known.filter((one) => !siblings.includes(one) || one === key.text);
        const typed = mistyped(slip, key.text, free);
        if (typed === null || known.includes(typed)) return null;
        return inPlace(site, 'key', typed, { rule: 'cle-inconnue', suggestion: key.text });
      },
      least(name, 'key'),
    );
  });

  it('in a code', () => {
    sow(
      (site) => {
        const { value, schema } = site;
        if (value === undefined || schema.enum === undefined) return null;
        const typed = mistyped(slip, value.text, schema.enum);
        return typed === null ? null : inPlace(site, 'value', typed, { rule: 'code-inconnu', suggestion: value.text });
      },
      least(name, 'code'),
    );
  });

  it('in a key that is a code', () => {
    sow((site) => {
      const { key, holder } = site;
      const codes = holder.propertyNames && resolved(holder.propertyNames).enum;
      if (key === undefined || codes === undefined) return null;
      const typed = mistyped(slip, key.text, codes);
      return typed === null ? null : inPlace(site, 'key', typed, { rule: 'code-inconnu', suggestion: key.text });
    }, 0);
  });

  it('in a reference', () => {
    sow(
      (site, ground) => {
        const { value, mark } = site;
        if (value === undefined || mark.ref === undefined || isOut(site, ground)) return null;
        const typed = mistyped(slip, value.text, idsOf(ground, site, mark.ref));
        if (typed === null) return null;
        if (mark.ref === 'piece') return pieceMistyped(site, typed);
        const rule = isId(typed) ? 'reference-inconnue' : 'valeur-mal-ecrite';
        // Two hyphens in a row: the letters of an id are proposed, which may be another.
        return inPlace(site, 'value', typed, { rule, ...(!typed.includes('--') && { suggestion: value.text }) });
      },
      least(name, 'reference'),
    );
  });
});

it('a reference that is a key', () => {
  sow((site, ground) => {
    const { key, holder } = site;
    const ref = refOfNames(holder);
    const slip = slips['une lettre changée'];
    if (key === undefined || ref === undefined || slip === undefined) return null;
    const typed = mistyped(slip, key.text, idsOf(ground, site, ref));
    return typed === null ? null : inPlace(site, 'key', typed, { rule: 'reference-inconnue', suggestion: key.text });
  });
});

it('the references of the examples are of every kind that the schemas know', () => {
  const known = JSON.stringify(kinds.map((kind) => schemas[kind])).matchAll(/"ref":"([^"]+)"/g);
  const there = new Set(grounds.flatMap(sitesOf).flatMap(({ mark, holder }) => [mark.ref, refOfNames(holder)]));
  expect([...new Set([...known].map(([, ref]) => ref))].filter((ref) => !there.has(ref))).toEqual([]);
});
