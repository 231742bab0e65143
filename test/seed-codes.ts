import { describe, it } from 'vitest';
import { theCog } from './healthy.ts';
import type { Seed } from './seeding.ts';
import type { Site } from './seeds.ts';
import { inPlace, sow, type Wanted } from './sow.ts';

/** A code of the Code officiel géographique, with its name. */
function coded(
  site: Site,
  genre: string,
  write: (code: string, name: string) => string | null,
  wanted: Omit<Wanted, 'mends'> & { readonly mends?: true | null },
): Seed | null {
  const { mark, value, plain } = site;
  const [, code = '', name = ''] = /^(\w+) (.+)$/.exec(value?.text ?? '') ?? [];
  if (mark.code !== genre || !plain || code === '') return null;
  const typed = write(code, name);
  return typed === null ? null : inPlace(site, 'value', typed, wanted);
}

/** A code that exists is of something else, as the name beside it tells. */
const wrongCode = (genre: 'commune' | 'epci', code: string): string => {
  const exists = genre === 'commune' ? theCog().resolveCommune(code) !== null : theCog().epci(code) !== null;
  return exists ? 'nom-different-du-code' : `${genre}-inconnu${genre === 'commune' ? 'e' : ''}`;
};

const right = (site: Site): string => site.value?.text ?? '';
const swapped = (code: string): string | null =>
  code.at(-1) === code.at(-2) ? null : `${code.slice(0, -2)}${code.at(-1)}${code.at(-2)}`;

describe('the code of a commune', () => {
  it('with two digits swapped', () => {
    sow((site) => {
      const wrong = swapped(right(site).slice(0, 5));
      const rule = wrong && wrongCode('commune', wrong);
      return rule ? coded(site, 'commune', (_, name) => `${wrong} ${name}`, { rule, suggestion: right(site) }) : null;
    });
  });

  it('with a digit too many', () => {
    sow((site) => coded(site, 'commune', (code, name) => `${code}0 ${name}`, { rule: 'valeur-mal-ecrite' }));
  });

  it('of nowhere', () => {
    sow((site) =>
      coded(site, 'commune', (code, name) => `${code.slice(0, 2)}999 ${name}`, { rule: 'commune-inconnue' }),
    );
  });

  it('with the name of another', () => {
    sow((site) => coded(site, 'commune', (code) => `${code} Brest`, { rule: 'nom-different-du-code' }));
  });

  it('with its name misspelt', () => {
    sow((site) =>
      coded(
        site,
        'commune',
        (code, name) =>
          name.length < 6 || !/\p{L}/u.test(name[3] ?? '') ? null : `${code} ${name.slice(0, 3)}${name.slice(4)}`,
        {
          rule: 'nom-different-du-code',
          suggestion: right(site),
        },
      ),
    );
  });

  it('without its name', () => {
    sow((site) => coded(site, 'commune', (code) => code, { rule: 'code-nu', suggestion: right(site), mends: true }));
  });

  it('after its name', () => {
    sow((site) =>
      coded(site, 'commune', (code, name) => `${name} (${code})`, {
        rule: 'valeur-mal-ecrite',
        suggestion: right(site),
        mends: true,
      }),
    );
  });

  it('left out', () => {
    sow((site) => coded(site, 'commune', (_, name) => name, { rule: 'valeur-mal-ecrite' }));
  });

  it('as a postal code', () => {
    sow((site) => coded(site, 'commune', () => '14000 Caen', { rule: 'commune-inconnue', suggestion: '14118 Caen' }));
  });
});

describe('the SIREN of an EPCI', () => {
  it('with two digits swapped', () => {
    sow((site) =>
      coded(
        site,
        'epci',
        (code, name) => {
          const wrong = swapped(code);
          return wrong && `${wrong} ${name}`;
        },
        { rule: 'epci-inconnu', suggestion: right(site) },
      ),
    );
  });

  it('with its digits in groups', () => {
    sow((site) =>
      coded(site, 'epci', (code, name) => `${code.replace(/(\d{3})(?=\d)/g, '$1 ')} ${name}`, {
        rule: 'valeur-mal-ecrite',
        suggestion: right(site),
        mends: true,
      }),
    );
  });

  it('without its name', () => {
    sow((site) => coded(site, 'epci', (code) => code, { rule: 'code-nu' }));
  });

  it('with the name of another', () => {
    sow((site) => coded(site, 'epci', (code) => `${code} CC de Nulle Part`, { rule: 'nom-different-du-code' }));
  });

  it('as the code of a commune', () => {
    sow((site) => coded(site, 'epci', () => '14118 Caen', { rule: 'valeur-mal-ecrite' }));
  });
});

describe('personal data', () => {
  const free = (site: Site): boolean =>
    site.mark.texte === 'ligne' &&
    site.plain &&
    site.key !== undefined &&
    site.schema.enum === undefined &&
    !/ #/.test(right(site));

  it('an e-mail address in a text', () => {
    sow((site) =>
      free(site)
        ? inPlace(site, 'value', `${right(site)} (accueil@exemple.fr)`, {
            rule: 'donnee-personnelle',
            shows: 'accueil@exemple.fr',
          })
        : null,
    );
  });

  it('a phone number in a text', () => {
    sow((site) =>
      free(site)
        ? inPlace(site, 'value', `${right(site)} 02 31 00 00 00`, {
            rule: 'donnee-personnelle',
            shows: '02 31 00 00 00',
          })
        : null,
    );
  });

  it('an e-mail address in the place of a code', () => {
    sow((site) =>
      site.schema.enum && site.value
        ? inPlace(site, 'value', 'accueil@exemple.fr', { rule: 'donnee-personnelle', suggestion: null })
        : null,
    );
  });

  it('a key for it', () => {
    sow(({ file, pointer, key, flow, before, isFirst, holder }) => {
      if (key === undefined || flow || isFirst || holder.properties === undefined) return null;
      return {
        ...{ file, pointer },
        edits: [{ start: key.start, end: key.start, text: `courriel: accueil@exemple.fr\n${before}` }],
        expected: { rule: 'donnee-personnelle', token: 'accueil@exemple.fr', at: key.start + 10 },
      };
    });
  });

  it('the name of a person in a text', () => {
    sow((site) =>
      site.mark.texte === 'prose' && site.plain && site.key
        ? inPlace(site, 'value', `Mme Camille Exemple le dit. ${right(site)}`, {
            rule: 'nom-de-personne',
            shows: 'Mme Camille Exemple',
          })
        : null,
    );
  });
});
