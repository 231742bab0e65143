import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, csvExcel, csvHead, csvOf, csvRows } from '../src/compile/dataset/csv.ts';
import type { Cell, Row } from '../src/compile/dataset/rows.ts';
import { tableOfTypes, trapRows } from './dataset-formats-sample.ts';

const excel = (cell: Cell): string => csvExcel.textOf(cell);

describe('le CSV, ligne par ligne', () => {
  it.each(trapRows().map(({ table, rows }) => [table.name, table, [...rows]] as const))(
    '%s : les mêmes octets qu’en une fois, et que tout le tableau donné à la bibliothèque',
    (_, table, rows) => {
      const all = csvOf(table, rows);
      expect(csvHead(table) + rows.map((row) => csvRows([row])).join('')).toBe(all);
      const head = table.columns.map(({ name }) => name);
      const at_once = stringify([head, ...rows.map((row) => row.map(cellText))], {
        record_delimiter: '\n',
        quoted_match: /\r|^\s|\s$/,
      });
      expect(all).toBe(at_once);
    },
  );

  it('ne donne rien pour aucune ligne', () => expect(csvRows([])).toBe(''));
});

describe('le CSV pour Excel', () => {
  it('commence par la marque d’UTF-8, sépare par des points-virgules, finit ses lignes comme Windows', () => {
    const text = csvOf(
      tableOfTypes('string', 'number', 'boolean'),
      [
        ['a;b', 0.5, true],
        [null, null, null],
      ],
      csvExcel,
    );
    expect(text).toBe('\ufeffc0;c1;c2\r\n"a;b";0,5;VRAI\r\n;;\r\n');
  });

  it.each([
    '01001',
    '1E5',
    '2E004',
    '2016-09',
    '12/03',
    '1-2',
    '10 %',
    '5 €',
    '12:30',
    'mars 2019',
    '12 mai',
    'sept-19',
    'vrai',
    'TRUE',
    '=SUM(A1)',
    '+33',
    '-x',
    '@a',
    ' =1',
    '="a"',
  ])('garde %j en texte', (text) => expect(excel(text)).toBe(`="${text.replaceAll('"', '""')}"`));

  it.each(['2A004', 'val-vert', 'mai', 'mairie 3', '3 places à repenser', 'R+2', '01001|01002', 'aucun', 'Étude n° 2'])(
    'laisse %j comme il est',
    (text) => expect(excel(text)).toBe(text),
  );

  it('n’exécute pas une formule trop longue pour être citée, ou sur plusieurs lignes', () => {
    expect(excel(`=${'a'.repeat(300)}`)).toBe(`'=${'a'.repeat(300)}`);
    expect(excel('=a\nb')).toBe("'=a\nb");
  });

  it('laisse l’inconnu vide, et rien d’autre', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.constant(null),
      fc.string({ minLength: 1 }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.array(fc.string({ minLength: 1 })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell) as fc.Arbitrary<Row>, { minLength: 1 }), (rows) => {
        const text = csvOf(tableOfTypes('string', 'string'), rows, csvExcel);
        const read = parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n', from: 2 }) as string[][];
        expect(read.map((row) => row.map((one) => one === ''))).toEqual(
          rows.map((row) => row.map((one) => one === null)),
        );
      }),
    );
  });
});
