/**
 * How the scalars of a document are to be read, derived from its JSON Schema: types come from the schema, never from
 * YAML, so `01001` stays text where text is expected and `~60` stays an approximate number.
 */
export interface Shape {
  /** What a scalar here may become; absent: text. A scalar that does not read as such stays text and fails its schema. */
  readonly scalar?: 'text' | 'number' | 'boolean';
  /** The text here is free (a line or prose, not a code, date or number): a ` #` in it is more likely a word than a comment. */
  readonly prose?: true;
  /** What the items of a list here are. */
  readonly items?: Shape;
  /** What the values of a map here are, by key. */
  readonly keys?: Readonly<Record<string, Shape>>;
  /** What the value of any other key is (maps keyed by id). */
  readonly others?: Shape;
  /** The keys that a map here must have: one that is there without a value is told where it stands. */
  readonly required?: readonly string[];
  /** The only names that the keys of a map here may have, where its schema lists them. */
  readonly names?: readonly string[];
}
