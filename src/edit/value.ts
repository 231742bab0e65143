/** What may be written in a YAML file: texts, numbers, lists and maps; how a text is read back is for the schema to say. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** Where a value stands: keys of maps and indexes of lists, from the top. */
export type Path = readonly (string | number)[];

/** True for a list; `Array.isArray` alone does not narrow a readonly one. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** True for a map. */
export function isMap(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && !isList(value);
}
