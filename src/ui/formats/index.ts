import { checkstyle } from './checkstyle.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { plain } from './plain.ts';
import type { Format } from './report.ts';
import { sarif } from './sarif.ts';

/** The formats of `atelier validate` for machines and logs, by the name that `--format` takes; docs/formats.md tells which is for whom. */
export const formats = { plain, json, sarif, github, gitlab, junit, checkstyle } satisfies Readonly<
  Record<string, Format>
>;

/** What `--format` takes, beside `pretty`. */
export type FormatName = keyof typeof formats;
