import type { Langue } from '../../words/text.ts';

/** Départements whose service for planning also deals with the sea: DDTM; in Corsica the sea has a service of its own. */
const maritime = new Set('06 11 13 14 17 22 27 29 30 33 34 35 40 44 50 56 59 62 64 66 76 80 83 85'.split(' '));

/** Those that have no DDT: the regional service of Île-de-France, and those overseas. */
const others: Readonly<Record<string, string>> = {
  '75': 'DRIEAT Île-de-France',
  '92': 'DRIEAT Île-de-France',
  '93': 'DRIEAT Île-de-France',
  '94': 'DRIEAT Île-de-France',
  '971': 'DEAL de la Guadeloupe',
  '972': 'DEAL de la Martinique',
  '973': 'DGTM de la Guyane',
  '974': 'DEAL de La Réunion',
  '975': 'DTAM de Saint-Pierre-et-Miquelon',
  '976': 'DEAL de Mayotte',
};

/** The article of a département, by what stands before its name: « DDT de l’Ain ». A test compares with the COG. */
const linked: Readonly<Record<string, string>> = {
  'de l’': '01 02 03 07 09 10 11 12 27 34 36 38 60 61 89 91',
  'd’': '28 35 37',
  'du ': '14 15 18 25 29 30 32 39 41 45 46 47 56 59 62 63 67 68 69 81 82 83 84 90 94 95',
  'de la ':
    '16 17 19 21 23 24 26 2A 2B 31 33 42 43 44 48 50 51 52 53 55 57 58 70 72 73 74 76 80 85 86 87 93 971 972 973',
  'des ': '04 05 06 08 13 22 40 64 65 66 78 79 88 92',
};

/**
 * The service of the State that usually commissions an atelier in a département.
 * @param departement its code and name
 * @returns its usual name, as « DDTM des Landes »; null where there is none
 */
export function stateServiceOf({ code, nom }: { readonly code: string; readonly nom: string }): string | null {
  const other = others[code];
  if (other !== undefined) return other;
  if (/^9[78]/.test(code)) return null;
  return `${maritime.has(code) ? 'DDTM' : 'DDT'} ${ofDepartement({ code, nom }, 'fr')}`;
}

/** « des Landes », « de l’Ain »; in English `of Landes`. */
export function ofDepartement({ code, nom }: { readonly code: string; readonly nom: string }, langue: Langue): string {
  if (langue === 'en') return `of ${nom}`;
  const [link = 'de '] = Object.entries(linked).find(([, codes]) => codes.split(' ').includes(code)) ?? [];
  return `${link}${nom}`;
}
