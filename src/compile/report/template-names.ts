import type { Mots } from './mots.ts';

/** A line of a template, from 1. */
export interface Place {
  readonly line: number;
  readonly source: string;
}

/** A name of a template that stands for nothing. */
export interface Fault {
  readonly kind: 'nom' | 'mot' | 'cle' | 'fonction' | 'partiel' | 'boucle';
  readonly name: string;
  readonly place: Place;
  /** The calls of pieces that led there, the innermost first. */
  readonly calls: readonly Place[];
  /** What may stand there. */
  readonly known: readonly string[];
}

/** What a template names: its faults, the words and keys that it uses, and whether something filled each block. */
export interface Named {
  readonly faults: readonly Fault[];
  readonly mots: ReadonlySet<string>;
  readonly cles: ReadonlySet<string>;
  /** By `file:line name`. */
  readonly blocks: ReadonlyMap<string, boolean>;
}

/** The functions of templates: a phrase of ours, and the schemas' title of a key. */
export const HELPERS = ['mot', 'cle'] as const;

const BLOCKS = ['if', 'unless', 'each', 'with'];
const DEEPEST = 40;

interface Scope {
  readonly value: unknown;
  readonly up: Scope | null;
}

interface State {
  readonly partials: Map<string, hbs.AST.Program>;
  readonly known: Known;
  readonly faults: Fault[];
  readonly mots: Set<string>;
  readonly cles: Set<string>;
  readonly blocks: Map<string, boolean>;
  calls: readonly Place[];
}

/** What `mot` and `cle` may name. */
export interface Known {
  readonly mots: Mots;
  readonly isCle: (path: string) => boolean;
}

/**
 * Every name of a template against the values that stand there: Handlebars says nothing of a misspelt name in `#if`,
 * `#each` and `#with`. Where a value is null, what stands below it cannot be told.
 * @param program the parsed template, its partials before their calls
 * @param view what it is filled with
 */
export function namesIn(program: hbs.AST.Program, view: object, known: Known): Named {
  const state: State = {
    partials: new Map(),
    known,
    faults: [],
    mots: new Set(),
    cles: new Set(),
    blocks: new Map(),
    calls: [],
  };
  walk(program, [{ value: view, up: null }], state);
  const { faults, mots, cles, blocks } = state;
  return { faults, mots, cles, blocks };
}

function walk(program: hbs.AST.Program, scopes: readonly Scope[], state: State): void {
  for (const node of program.body) {
    if (isInline(node)) state.partials.set(nameOf(node.params[0]), node.program);
  }
  for (const node of program.body) visit(node, scopes, state);
}

function isInline(node: hbs.AST.Statement): node is hbs.AST.DecoratorBlock {
  return node.type === 'DecoratorBlock';
}

function visit(node: hbs.AST.Statement, scopes: readonly Scope[], state: State): void {
  if (node.type === 'MustacheStatement') mustache(node as hbs.AST.MustacheStatement, scopes, state);
  else if (node.type === 'PartialStatement') partial(node as hbs.AST.PartialStatement, scopes, state);
  else if (node.type === 'BlockStatement') block(node as hbs.AST.BlockStatement, scopes, state);
}

function mustache(node: hbs.AST.MustacheStatement, scopes: readonly Scope[], state: State): void {
  const name = nameOf(node.path);
  if (node.params.length === 0 && !HELPERS.some((helper) => helper === name)) look(node.path, scopes, state);
  else call(node, scopes, state);
}

/** `mot "…"` and `cle "…"`, alone or as the value of something else. */
function call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, scopes: readonly Scope[], state: State): void {
  const name = nameOf(node.path);
  const [first] = node.params;
  if (name === 'lookup') {
    for (const param of node.params) look(param, scopes, state);
  } else if (!HELPERS.some((helper) => helper === name)) {
    fault(state, node, 'fonction', name, [...HELPERS, ...BLOCKS, 'lookup']);
  } else if (first?.type === 'StringLiteral') {
    const { value } = first as hbs.AST.StringLiteral;
    if (name === 'mot') {
      state.mots.add(value);
      if (!state.known.mots.has(value)) fault(state, first, 'mot', value, [...state.known.mots.keys()]);
    } else {
      state.cles.add(value);
      if (!state.known.isCle(value)) fault(state, first, 'cle', value, []);
    }
  } else {
    fault(state, node, name === 'mot' ? 'mot' : 'cle', '', []);
  }
}

function partial(node: hbs.AST.PartialStatement, scopes: readonly Scope[], state: State): void {
  const name = nameOf(node.name);
  const program = state.partials.get(name);
  if (program === undefined) {
    fault(state, node, 'partiel', name, [...state.partials.keys()]);
    return;
  }
  const [param] = node.params;
  const inner = param === undefined ? scopes : look(param, scopes, state).filter(({ value }) => value !== null);
  const pairs = node.hash?.pairs ?? [];
  for (const { value } of pairs) look(value, scopes, state);
  const extra = Object.fromEntries(pairs.map(({ key }) => [key, '']));
  if (inner.length === 0) return;
  if (state.calls.length > DEEPEST) {
    if (!state.faults.some(({ kind }) => kind === 'boucle')) fault(state, node, 'boucle', name, []);
    return;
  }
  const { calls } = state;
  state.calls = [placeOf(node), ...calls];
  const merged = inner.map(({ value, up }) => ({ value: { ...(value as object), ...extra }, up }));
  walk(program, pairs.length === 0 ? inner : merged, state);
  state.calls = calls;
}

function block(node: hbs.AST.BlockStatement, scopes: readonly Scope[], state: State): void {
  const name = nameOf(node.path);
  const [param] = node.params;
  if (!BLOCKS.includes(name) || param === undefined) {
    fault(state, node, 'fonction', name, [...BLOCKS, ...HELPERS]);
    return;
  }
  const found = look(param, scopes, state);
  const something = found.filter(({ value }) => !isNothing(value));
  const { source, line } = placeOf(node);
  const place = `${source}:${line} ${name} ${nameOf(param)}`;
  state.blocks.set(place, state.blocks.get(place) === true || something.length > 0);
  const inner =
    name === 'each'
      ? something.flatMap(({ value, up }) => itemsOf(value).map((item) => ({ value: item, up })))
      : name === 'with'
        ? something
        : scopes;
  if (node.program !== undefined) walk(node.program, inner, state);
  if (node.inverse !== undefined) walk(node.inverse, scopes, state);
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

function itemsOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

/** What an expression stands for in each scope, with the scope above it. */
function look(expression: hbs.AST.Expression, scopes: readonly Scope[], state: State): readonly Scope[] {
  if (expression.type === 'SubExpression') call(expression as hbs.AST.SubExpression, scopes, state);
  if (expression.type !== 'PathExpression') return [];
  const path = expression as hbs.AST.PathExpression;
  if (path.data) return [];
  return scopes.flatMap((scope): readonly Scope[] => {
    let from: Scope | null = scope;
    for (let level = 0; level < path.depth && from !== null; level++) from = from.up;
    if (from === null) {
      fault(state, path, 'nom', path.original, []);
      return [];
    }
    let { value } = from;
    for (const part of path.parts) {
      if (value === null || value === undefined) return [];
      if (typeof value !== 'object' || !Object.hasOwn(value, part)) {
        fault(state, path, 'nom', path.original, typeof value === 'object' ? Object.keys(value) : []);
        return [];
      }
      value = (value as Readonly<Record<string, unknown>>)[part];
    }
    return [{ value, up: scope }];
  });
}

function fault(state: State, node: hbs.AST.Node, kind: Fault['kind'], name: string, known: readonly string[]): void {
  const place = placeOf(node);
  const same = ({ name: other, place: { line, source } }: Fault): boolean =>
    other === name && line === place.line && source === place.source;
  if (!state.faults.some(same)) state.faults.push({ kind, name, place, calls: state.calls, known });
}

function placeOf({ loc }: hbs.AST.Node): Place {
  return { line: loc.start.line, source: String(loc.source ?? '') };
}

function nameOf(expression: hbs.AST.Expression | undefined): string {
  if (expression === undefined) return '';
  if (expression.type === 'StringLiteral') return (expression as hbs.AST.StringLiteral).value;
  return expression.type === 'PathExpression' ? (expression as hbs.AST.PathExpression).original : '';
}
