import type { MarkdownTree } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';

/** What one page knows while it is written: which notes were shown, which labels are taken. */
export interface Page {
  readonly langue: Langue;
  readonly notes: MarkdownTree['notes'];
  /** How often each note was called so far: its body stands after the block that calls it first. */
  readonly calls: Map<number, number>;
  readonly shown: Set<number>;
  /** Labels of regions and tables: each is said once, with a number where it comes again. */
  readonly labels: Map<string, number>;
}
