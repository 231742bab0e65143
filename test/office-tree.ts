import { SaxesParser } from 'saxes';

/** An element of an XML file: names keep their prefix, as the file writes them. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

/**
 * An XML file as elements.
 * @throws where it is not well formed
 */
export function treeOf(xml: string): Node {
  type Open = { name: string; attributes: Record<string, string>; children: Open[] };
  const root: Open = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const [first] = root.children;
  if (first === undefined) throw new Error('an XML file without an element');
  return first;
}

/** An element and all below it, in reading order. */
export function* allOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* allOf(child);
}

/** All elements of some names. */
export function named(node: Node, ...names: readonly string[]): readonly Node[] {
  return [...allOf(node)].filter(({ name }) => names.includes(name));
}

/** What is there twice. */
export function twice(texts: readonly string[]): readonly string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at);
}
