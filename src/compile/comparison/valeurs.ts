import type { Text } from '../../words/text.ts';
import type { Cell } from '../dataset/rows.ts';
import type { Dimension } from './dimensions.ts';
import { type Comparaison, type Site, textOf } from './sites.ts';

/** A value of a dimension: its code in the dataset, and how people call it. */
export interface Valeur {
  readonly code: string;
  readonly libelle: Text;
}

/** The name of a place of the COG; null where it is not known. */
export type NommerLieu = (sorte: 'region' | 'departement' | 'epci', code: string) => string | null;

/** What labels are looked up in, where the schemas do not hold them. */
export interface Libelles {
  readonly comparaison: Comparaison;
  readonly lieu: NommerLieu;
}

/** A list that is known to be empty, as the dataset writes it. */
export const AUCUN: Valeur = { code: 'aucun', libelle: { fr: 'Aucun', en: 'None' } };

/** A national session is for the national ateliers: the others have none, and that is known. */
export const HORS_SESSION: Valeur = {
  code: 'hors_session',
  libelle: { fr: 'Hors session nationale', en: 'Outside the national sessions' },
};

/**
 * The values that a site has in a dimension, each once, in the order of display.
 * @returns null where none is known; `[AUCUN]` where it is known that there is none
 */
export function valeursDe(site: Site, dimension: Dimension, libelles: Libelles): readonly Valeur[] | null {
  const { table, colonne, sorte } = dimension;
  const rows = table === 'dossiers' ? [site.dossier] : site.rows(table);
  const cells = rows.map((row) => row[colonne] ?? null);
  const codes = [...new Set(cells.flatMap(codesIn))];
  if (codes.length > 0) return codes.map((code) => valeurOf(code, dimension, libelles)).sort(inOrder(dimension));
  // One row of which it is unknown could have what the others have not.
  if (cells.length > 0 && cells.every((cell) => Array.isArray(cell))) return [AUCUN];
  const dispositif = textOf(site.dossier.dispositif);
  return sorte === 'session' && dispositif !== undefined && dispositif !== 'national' ? [HORS_SESSION] : null;
}

function codesIn(cell: Cell): readonly string[] {
  if (cell === null || cell === '') return [];
  return typeof cell === 'object' ? cell : [String(cell)];
}

/** A code with its label. */
export function valeurOf(code: string, { codes, sorte }: Dimension, { comparaison, lieu }: Libelles): Valeur {
  const same = (text: string | null | undefined): Valeur => ({ code, libelle: { fr: text ?? code, en: text ?? code } });
  switch (sorte) {
    case 'codes':
      return {
        code,
        libelle: (codes && Object.hasOwn(codes, code) ? codes[code] : undefined) ?? { fr: code, en: code },
      };
    case 'oui_non':
      return { code, libelle: code === 'true' ? { fr: 'Oui', en: 'Yes' } : { fr: 'Non', en: 'No' } };
    case 'session':
      return same(textOf(comparaison.sessions.find(({ id }) => id === code)?.session.titre));
    case 'annee':
      return same(code);
    default:
      return same(lieu(sorte, code));
  }
}

/** Closed lists in their order, the others by code: the same on every machine. */
export function inOrder({ codes }: Dimension): (a: Valeur, b: Valeur) => number {
  const order = codes === null ? null : Object.keys(codes);
  const place = ({ code }: Valeur): number => {
    if (code === AUCUN.code && order?.includes(code) !== true) return 2_000_000;
    if (code === HORS_SESSION.code) return 1_000_000;
    const at = order?.indexOf(code) ?? 0;
    return at < 0 ? 500_000 : at;
  };
  return (a, b) => place(a) - place(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
