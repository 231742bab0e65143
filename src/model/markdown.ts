import type { Langue } from '../words/text.ts';

/** Our Markdown tree, shaped like mdast: what every writer starts from. Only these nodes exist; raw HTML is text. */
export type Inline =
  /** Says its language where that is not the text's. */
  | { readonly type: 'text'; readonly value: string; readonly lang?: Langue }
  | { readonly type: 'emphasis' | 'strong' | 'delete'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly value: string }
  /** Only http, https and `#id`: what else was typed is its text. */
  | { readonly type: 'link'; readonly url: string; readonly title?: string; readonly children: readonly Inline[] }
  /** A path below the dossier; whoever writes resolves it. */
  | { readonly type: 'image'; readonly url: string; readonly alt: string; readonly title?: string }
  | { readonly type: 'break' }
  | { readonly type: 'note'; readonly id: number };

export type Depth = 1 | 2 | 3 | 4 | 5 | 6;

export interface Heading {
  readonly type: 'heading';
  readonly depth: Depth;
  /** Unique in the text; absent for a heading that nothing points at. */
  readonly id?: string;
  readonly children: readonly Inline[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly tight: boolean;
  readonly items: readonly (readonly Block[])[];
}

export type Align = 'left' | 'right' | 'center' | null;

export interface Table {
  readonly type: 'table';
  readonly caption?: readonly Inline[];
  readonly align: readonly Align[];
  readonly head: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

/** `::: name arguments` … `:::`: becomes a figure, a card, a chart. */
export interface Container {
  readonly type: 'container';
  readonly name: string;
  readonly args: string;
  readonly children: readonly Block[];
}

/** A picture of ours (its SVG is trusted and written as it is), with the words and the table that say the same. */
export interface Figure {
  readonly type: 'figure';
  readonly svg: string;
  readonly title: string;
  readonly description: string;
  readonly caption: readonly Inline[];
  readonly table?: Table;
}

export type Block =
  | Heading
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  | List
  | { readonly type: 'fence'; readonly lang: string; readonly value: string }
  | { readonly type: 'rule' }
  | Table
  | Container
  | Figure;

/** A whole text: its blocks, and the notes that it calls, by number from 1 in the order of the calls. */
export interface MarkdownTree {
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<number, readonly Block[]>;
}
