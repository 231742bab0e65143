// What was measured, as Markdown tables, and how it stands against the targets.
import { type Runtime, rows } from './contenders.ts';
import type { Measured } from './measure.ts';

/** The contenders over so many documents. */
export interface Size {
  readonly documents: number;
  readonly bytes: number;
  readonly rounds: number;
  readonly rows: readonly Measured[];
}

/** A wanted ratio (or number of megabytes) and what it is. */
export interface Target {
  readonly name: string;
  readonly most: number;
  readonly unit: '×' | 'MB';
  /** Null where it was not measured. */
  readonly measured: number | null;
  /** Against the peer that is asked for speed, and says less; not what is wanted, but good to know. */
  readonly fast?: number | null;
}

/** The peers that every time is divided by. */
const references = ['npm shim', 'binary', 'npm shim --fast', 'binary --fast', 'ajv-cli'] as const;

/** `5000 documents, 13.5 MB, 7 rounds`. */
export function headingOf({ documents, bytes, rounds }: Size): string {
  return `${documents} documents, ${(bytes / 1e6).toFixed(1)} MB, ${rounds} rounds`;
}

/** One table of times, each against the peers; theirs without the start-ups that only our ten schemas cause. */
export function timesOf(measured: readonly Measured[]): string {
  const find = finder(measured);
  const corrected = measured.some(({ milliseconds, raw }) => milliseconds !== raw);
  return table([
    [
      '',
      'ms',
      'min–max',
      ...(corrected ? ['ms with ten start-ups'] : []),
      ...references.map((name) => `× ${name}`),
      'peak MB',
    ],
    ...measured.map((row) => [
      row.name,
      round(row.milliseconds),
      `${round(row.least)}–${round(row.most)}`,
      ...(corrected ? [row.raw === row.milliseconds ? '' : round(row.raw)] : []),
      ...references.map((name) => ratio(row.milliseconds, find(name)?.milliseconds)),
      row.megabytes === null ? '–' : round(row.megabytes),
    ]),
  ]);
}

/** The targets of the project, over one size and the start. */
export function targetsOf(size: Size, start: readonly Measured[], nodes: readonly Runtime[]): readonly Target[] {
  const at = finder(size.rows);
  const begun = finder(start);
  const against = (row: string, peer: string) => quotient(at(row), at(peer));
  return nodes.flatMap((node, index) => {
    const modern = node.major >= 24;
    const vs = (row: string, peer: string, most: number): Target => ({
      name: `${row} / ${peer}`,
      most,
      unit: '×',
      measured: against(row, peer),
      fast: against(row, `${peer} --fast`),
    });
    return [
      // The shim runs on the Node of the bench.
      ...(index === 0 ? [vs(rows.cold(node), 'npm shim', 1)] : []),
      vs(rows.cold(node), 'binary', modern ? 1 : 1.5),
      vs(rows.warm(node), 'binary', modern ? 0.2 : 0.3),
      { name: rows.cold(node), most: 150, unit: 'MB' as const, measured: at(rows.cold(node))?.megabytes ?? null },
      {
        name: `${rows.version(node)} / node -e 0`,
        most: 1.4,
        unit: '×' as const,
        measured: quotient(begun(rows.version(node)), begun(rows.empty(node))),
      },
    ];
  });
}

/** The targets with a mark each. */
export function standing(targets: readonly Target[]): string {
  return table([
    ['target', 'wanted', 'measured', 'reached', 'against --fast'],
    ...targets.map(({ name, most, unit, measured, fast }) => {
      const shown = (value: number) => (unit === 'MB' ? round(value) : value.toFixed(2));
      return [
        name,
        `≤ ${most} ${unit}`,
        measured === null ? 'not measured' : `${shown(measured)} ${unit}`,
        measured === null ? '–' : measured <= most ? '✓' : '✗',
        fast == null ? '' : `${shown(fast)} ${unit}`,
      ];
    }),
  ]);
}

/** Whole dossiers with Markdown, by their number: what one more costs says whether growth is linear. */
export function growthOf(sizes: readonly (Size & { readonly files: number })[]): string {
  return table([
    ['dossiers', 'files', 'MB', 'ms', 'min–max', 'ms a dossier', 'ms a further dossier', 'dossiers/s', 'peak MB'],
    ...sizes.map(({ documents, files, bytes, rows: [row] }, index) => {
      const before = sizes[index - 1];
      const further =
        ((row?.milliseconds ?? 0) - (before?.rows[0]?.milliseconds ?? 0)) / (documents - (before?.documents ?? 0));
      return [
        String(documents),
        String(files),
        (bytes / 1e6).toFixed(1),
        round(row?.milliseconds),
        `${round(row?.least)}–${round(row?.most)}`,
        ((row?.milliseconds ?? 0) / documents).toFixed(2),
        before ? further.toFixed(2) : '',
        round((documents / (row?.milliseconds ?? 0)) * 1000),
        row?.megabytes == null ? '–' : round(row.megabytes),
      ];
    }),
  ]);
}

function finder(measured: readonly Measured[]) {
  return (name: string) => measured.find((row) => row.name === name);
}

function quotient(one: Measured | undefined, other: Measured | undefined): number | null {
  return one && other ? one.milliseconds / other.milliseconds : null;
}

function ratio(one: number, other: number | undefined): string {
  return other === undefined ? '' : (one / other).toFixed(2);
}

function round(value = Number.NaN): string {
  return String(Math.round(value));
}

/** A Markdown table whose columns line up on a screen too; the first column to the left, numbers to the right. */
function table(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map(
    (line) => `| ${widths.map((width, column) => pad(line[column] ?? '', width, column)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width, column) => (column === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [drawn[0], rule, ...drawn.slice(1), ''].join('\n');
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}
