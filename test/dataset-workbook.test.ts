import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText } from '../src/compile/dataset/csv.ts';
import type { Cell, Row } from '../src/compile/dataset/rows.ts';
import type { TableRows } from '../src/compile/dataset/workbook.ts';
import { nationalRows, tableOfTypes, trapRows, workbook } from './dataset-formats-sample.ts';
import { xmlFaults } from './formats-readers.ts';

const formats = ['xlsx', 'ods'] as const;
type Format = (typeof formats)[number];

/** What hucre reads, by sheet. Empty cells at the end of a row are not in files. */
async function read(format: Format, bytes: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly unknown[])[]>> {
  const { sheets } = format === 'xlsx' ? await readXlsx(bytes) : await readOds(bytes);
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => trimmed(row))]));
}

function trimmed(row: readonly unknown[]): readonly unknown[] {
  const last = row.findLastIndex((cell) => cell !== null && cell !== undefined);
  return row.slice(0, last + 1).map((cell) => cell ?? null);
}

/** A table as its sheet holds it. */
function sheetOf({ table, rows }: TableRows): readonly (readonly unknown[])[] {
  const cells = (cell: Cell): unknown => (typeof cell === 'object' && cell !== null ? cellText(cell) : cell);
  return [table.columns.map(({ name }) => name), ...Array.from(rows, (row) => trimmed(row.map(cells)))];
}

const all = {
  'examples/national': nationalRows(),
  'un dossier plein de pièges': trapRows(),
};
const made = new Map<string, Uint8Array>();
beforeAll(async () => {
  for (const format of formats)
    for (const [name, data] of Object.entries(all)) made.set(`${format} ${name}`, await workbook(format, data));
});
const madeOf = (format: Format, name = 'examples/national'): Uint8Array =>
  made.get(`${format} ${name}`) ?? new Uint8Array();

function textsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, file]) => [path, strFromU8(file)]));
}

const alone = (...rows: readonly Cell[]): readonly TableRows[] => [
  { table: tableOfTypes('string'), rows: rows.map((cell): Row => [cell]) },
];
const first = async (format: Format, ...cells: readonly Cell[]): Promise<readonly unknown[]> =>
  ((await read(format, await workbook(format, alone(...cells)))).get('essai') ?? [])
    .slice(1)
    .map((row) => row[0] ?? null);

describe.each(formats)('le classeur %s', (format) => {
  it.each(Object.keys(all))('relu par hucre, a les cellules de %s', async (name) => {
    const data = all[name as keyof typeof all];
    const sheets = await read(format, madeOf(format, name));
    expect([...sheets.keys()]).toEqual(['Lisez-moi', 'Dictionnaire', ...data.map(({ table }) => table.name)]);
    for (const one of data) expect(sheets.get(one.table.name)).toEqual(sheetOf(one));
  });

  it('est du XML que libxml2 lit, sans date, dans sa langue', async () => {
    const texts = textsOf(madeOf(format));
    expect(await xmlFaults([...texts].filter(([path]) => path !== 'mimetype').map(([, text]) => text))).toEqual([]);
    const properties = texts.get(format === 'xlsx' ? 'docProps/core.xml' : 'meta.xml') ?? '';
    expect(properties).toContain('<dc:language>fr-FR</dc:language>');
    expect(properties).not.toMatch(/\d{4}-\d\d-\d\dT/);
  });

  it('redonne les mêmes octets, une autre fois et ailleurs', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Noumea';
    const there = await workbook(format, nationalRows());
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.compare(there, madeOf(format))).toBe(0);
  });

  it('garde en texte ce qui ressemble à autre chose', async () => {
    const texts = [
      '01001',
      '2A004',
      '1E5',
      '=SUM(A1)',
      "'01001",
      '+33',
      '2016-09',
      'VRAI',
      '_x0041_',
      '<b> & "c"',
      'a\nb',
      ' x  y ',
    ];
    expect(await first(format, ...texts)).toEqual(texts);
    const content = [...textsOf(await workbook(format, alone('=SUM(A1)'))).values()].join('');
    expect(content).not.toMatch(/<f>|table:formula/);
  });

  it('coupe un texte plus long qu’une cellule, et le dit', async () => {
    const [cut, whole] = await first(format, '🌳'.repeat(20_000), 'a'.repeat(32_767));
    expect(/^(?:🌳)+… \[texte coupé : entier dans essai\.csv\]$/u.test(String(cut).replace('\u00a0:', ' :'))).toBe(
      true,
    );
    expect(String(cut).length).toBeGreaterThan(32_700);
    expect(String(cut).length).toBeLessThanOrEqual(32_767);
    expect(String(whole).length).toBe(32_767);
  });

  it('n’écrit rien que XML refuse', async () => {
    expect(await first(format, 'a\u0001b', '\ud800', 'x\r\ny')).toEqual(['a\ufffdb', '\ufffd', 'x\ny']);
  });

  it('ne fait jamais de l’inconnu un 0 ou un non', async () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.constantFrom<Cell>('x', '0', 'false', 12, -0.5, true, [], ['a', 'b|c']),
    );
    const rows = fc.array(fc.tuple(cell, cell, cell) as fc.Arbitrary<Row>, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const sheet = { table: tableOfTypes('string', 'number', 'boolean'), rows: [...some, ['fin', 1, true]] };
        expect((await read(format, await workbook(format, [sheet]))).get('essai')).toEqual(sheetOf(sheet));
      }),
      { numRuns: 25 },
    );
  });
});

it('refuse une table plus longue qu’une feuille, et un classeur que personne n’ouvrirait', async () => {
  function* times(count: number, row: Row): Generator<Row> {
    for (let at = 0; at < count; at++) yield row;
  }
  const narrow = { table: tableOfTypes('integer'), rows: times(1_048_576, [1]) };
  await expect(workbook('ods', [narrow])).rejects.toThrow('la table « essai » dépasse 1 048 575 lignes');
  const row = Array.from({ length: 50 }, () => 1);
  const wide = { table: tableOfTypes(...row.map(() => 'integer' as const)), rows: times(100_000, row) };
  await expect(workbook('xlsx', [wide])).rejects.toThrow('5 millions de cellules');
});

it('fige et filtre la tête de chaque table, dans les deux formats', async () => {
  const { sheets } = await readXlsx(madeOf('xlsx'));
  expect(sheets.map(({ freezePane }) => freezePane?.rows ?? 0)).toEqual(sheets.map((_, at) => (at === 0 ? 0 : 1)));
  expect(sheets.map(({ autoFilter }) => autoFilter?.range.slice(0, 3) ?? null)).toEqual(
    sheets.map((_, at) => (at === 0 ? null : 'A1:')),
  );
  const texts = textsOf(madeOf('ods'));
  expect(texts.get('settings.xml')?.match(/"VerticalSplitPosition" config:type="int">1</g)).toHaveLength(
    sheets.length - 1,
  );
  expect(texts.get('content.xml')?.match(/display-filter-buttons="true"/g)).toHaveLength(sheets.length - 1);
});

const SOFFICE = [process.env.SOFFICE ?? '', '/usr/bin/soffice', '/usr/bin/libreoffice', '/usr/local/bin/soffice'].find(
  (path) => existsSync(path),
);
const real = SOFFICE === undefined ? '' : dirname(realpathSync(SOFFICE));
const hasCalc = existsSync(join(real, 'libsclo.so'));
if (!hasCalc) console.warn('Pas de LibreOffice Calc sur cette machine : les classeurs n’y sont pas ouverts.');

/** Says of each sheet whether its head is frozen, then its filters: a conversion loses the first. */
const macro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Look(source, target)
  Dim args(0) As New com.sun.star.beans.PropertyValue
  args(0).Name = "Hidden"
  args(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, args())
  view = doc.CurrentController
  n = FreeFile
  Open target For Output As #n
  For i = 0 To doc.Sheets.Count - 1
    view.setActiveSheet(doc.Sheets.getByIndex(i))
    Print #n, view.getActiveSheet().Name &amp; " " &amp; view.hasFrozenPanes() &amp; " " &amp; view.getSplitRow()
  Next i
  Close #n
  doc.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
`;
const library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
`;

describe.skipIf(!hasCalc)('LibreOffice Calc', () => {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-classeur-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const calc = (...args: readonly string[]): void => {
    const profile = `-env:UserInstallation=file://${folder}/profil`;
    execFileSync(SOFFICE ?? '', [profile, '--headless', '--norestore', ...args], { stdio: 'ignore', timeout: 120_000 });
  };

  it.each(formats)(
    '%s : lit les mêmes cellules, chaque feuille comme CSV',
    (format) => {
      const path = join(folder, `donnees.${format}`);
      writeFileSync(path, madeOf(format, 'un dossier plein de pièges'));
      // Commas, quotes, UTF-8; as it is stored, not as shown; every sheet in its file.
      calc(
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
        '--outdir',
        folder,
        path,
      );
      for (const { table, rows } of all['un dossier plein de pièges']) {
        const text = readFileSync(join(folder, `donnees-${table.name}.csv`), 'utf8');
        const said = (cell: Cell): string => (typeof cell === 'boolean' ? String(cell).toUpperCase() : cellText(cell));
        const expected = [table.columns.map(({ name }) => name), ...Array.from(rows, (row) => row.map(said))];
        expect(parse(text, { relax_column_count: true })).toEqual(expected);
      }
    },
    240_000,
  );

  it.each(formats)(
    '%s : fige la tête de chaque table',
    (format) => {
      const path = join(folder, `fige.${format}`);
      writeFileSync(path, madeOf(format));
      const basic = join(folder, 'profil/user/basic/Standard');
      mkdirSync(basic, { recursive: true });
      writeFileSync(join(basic, 'script.xlb'), library);
      writeFileSync(join(basic, 'Module1.xba'), macro);
      const told = join(folder, `fige-${format}.txt`);
      calc(`macro:///Standard.Module1.Look("file://${path}","${told}")`);
      const [page, ...tables] = readFileSync(told, 'utf8').trim().split(/\r?\n/);
      expect(page).toBe('Lisez-moi False 0');
      expect(tables).toHaveLength(all['examples/national'].length + 1);
      expect(tables.filter((line) => !line.endsWith(' True 1'))).toEqual([]);
    },
    240_000,
  );
});
