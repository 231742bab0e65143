import type { Finding, Mend } from './diagnostic.ts';
import type { HolderRef, Kind } from './kind.ts';

/**
 * One file as it was read from disk, before any rule: its text, its value with every scalar typed by its schema, and
 * what the reading itself found. A text that could not be read has no value; nothing is known of what it would declare.
 */
export interface SourceFile {
  /** Path from the root of the workspace, with `/`. */
  readonly path: string;
  readonly holder: HolderRef;
  /** `prose` for a Markdown text without data. */
  readonly kind: Kind | 'prose';
  /** The id that the file's name gives, for kinds whose name is an id. */
  readonly id: string | null;
  /** The text, without the byte order mark that the file may begin with. */
  readonly text: string;
  readonly bom: boolean;
  readonly value: unknown;
  readonly readable: boolean;
  /** The YAML of the text (its front matter in Markdown) and where it starts; the Markdown body and where it starts. */
  readonly yaml: string;
  readonly yamlStart: number;
  /** What was mended in that YAML, one after the other, so that it could be read. */
  readonly mends?: readonly Mend[];
  readonly body: string;
  readonly bodyStart: number;
  readonly findings: readonly Finding[];
}
