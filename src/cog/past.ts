import type { Table } from './table.ts';

/** A name that was borne until the end of a year. */
export interface AncienNom {
  readonly nom: string;
  readonly jusqu_en: number;
}

/**
 * The other names that a code of commune or a SIREN of EPCI had, the latest first. Of communes since 1943, of EPCI as
 * far as their compositions of past years were compared.
 * @param table the packed table
 * @param code a code, of today or of the past
 * @returns the names; none for a code that is unknown
 */
export function readAnciensNoms(table: Table, code: string): readonly AncienNom[] {
  if (!/^\w+$/.test(code)) return [];
  const rows = table.under(`N${code}_`);
  return rows.map(([key = '', nom = '']) => ({ nom, jusqu_en: Number(key.slice(-5).replace(/\D/g, '')) })).reverse();
}

/** An EPCI that is no more. */
export interface EpciDisparu {
  readonly code: string;
  readonly nom: string;
  readonly nature: string;
  readonly derniere_annee: number;
  /** The codes of its communes in its last year. */
  readonly communes: readonly string[];
}

/**
 * An EPCI that was there in a year that was compared, and is not today.
 * @param table the packed table
 * @param code a SIREN
 * @returns null when it is there today, or never was in those years
 */
export function readEpciDisparu(table: Table, code: string): EpciDisparu | null {
  const cells = table.row(`G${code}`);
  if (!cells) return null;
  const [nom = '', nature = '', year = '', communes = ''] = cells;
  return { code, nom, nature, derniere_annee: Number(year), communes: communes.split('|') };
}
