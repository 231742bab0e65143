import type { Finding, Severity, TextEdit } from '../model/diagnostic.ts';
import type { Text } from '../words/text.ts';

/** Characters [start, end) of a text, in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** A finding made while reading a text: its exact place is known, the name of its file is not yet. */
export interface Found extends Omit<Finding, 'file' | 'related' | 'span'> {
  readonly span: Span;
  readonly related?: readonly { readonly span: Span; readonly message: Text }[];
}

/** What a finding may carry beside its rule, place and sentence. */
export interface More {
  readonly severity?: Severity;
  readonly pointer?: string;
  readonly part?: 'key' | 'value';
  readonly fix?: readonly TextEdit[];
  readonly related?: Found['related'];
}

/**
 * A finding at exact characters of a text.
 * @param rule the rule's id; `more` what else is known, an error on a value unless it says otherwise
 */
export function found(rule: string, span: Span, message: Text, more: More = {}): Found {
  const { severity = 'error', pointer = '', part = 'value', fix, related } = more;
  const base = { rule, severity, pointer, part, span, message };
  return { ...base, ...(fix && { fix }), ...(related && { related }) };
}

/** The same finding, in a text that stands `offset` characters further on (front matter in its file). */
export function shifted(finding: Found, offset: number): Found {
  const { span, fix, related } = finding;
  return {
    ...finding,
    span: moved(span, offset),
    ...(fix && { fix: fix.map((edit) => ({ ...edit, start: edit.start + offset, end: edit.end + offset })) }),
    ...(related && { related: related.map((other) => ({ ...other, span: moved(other.span, offset) })) }),
  };
}

/** The finding once its file is known. */
export function inFile(file: string, finding: Found): Finding {
  const { related, ...rest } = finding;
  const others = related?.map((other) => ({ file, pointer: finding.pointer, part: finding.part, ...other }));
  return { ...rest, file, ...(others && { related: others }) };
}

function moved([start, end]: Span, offset: number): Span {
  return [start + offset, end + offset];
}
