import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { readMots } from '../src/compile/report/mots.ts';
import { HELPERS, matterOf } from '../src/compile/report/report.ts';
import { viewOf } from '../src/compile/report/view.ts';
import { complet, contextOf } from './report/dossier-complet.ts';

const template = readFileSync('templates/rapport.md.hbs', 'utf8');
const blocks = ['if', 'each', 'with', 'unless'];

type Node = hbs.AST.Node;
type Program = hbs.AST.Program;

interface Walk {
  readonly partials: Map<string, Program>;
  readonly missing: Set<string>;
  readonly mots: Set<string>;
  readonly cles: Set<string>;
  /** Blocks met so far: had any of them something inside? */
  readonly filled: Map<Node, string | null>;
}

/** Every name of the template against the values that stand there: `strict` says nothing of #if, #each and #with. */
function walk(program: Program, contexts: readonly unknown[], state: Walk): void {
  for (const node of program.body) visit(node, contexts, state);
}

function visit(node: Node, contexts: readonly unknown[], state: Walk): void {
  switch (node.type) {
    case 'MustacheStatement': {
      const { path, params } = node as hbs.AST.MustacheStatement;
      const name = (path as hbs.AST.PathExpression).original;
      if (params.length === 0) look(path, contexts, state);
      else note(name, params, state);
      return;
    }
    case 'DecoratorBlock': {
      const { params, program } = node as unknown as hbs.AST.BlockStatement;
      state.partials.set((params[0] as hbs.AST.StringLiteral).value, program);
      return;
    }
    case 'PartialStatement': {
      const { name, params, hash } = node as hbs.AST.PartialStatement;
      const inner = params[0] === undefined ? contexts : look(params[0], contexts, state);
      const extra = Object.fromEntries((hash?.pairs ?? []).map(({ key }) => [key, '']));
      const program = state.partials.get((name as hbs.AST.PathExpression).original);
      if (program === undefined) state.missing.add(`partial ${(name as hbs.AST.PathExpression).original}`);
      else walk(program, hash === undefined ? inner : inner.map((one) => ({ ...(one as object), ...extra })), state);
      return;
    }
    case 'BlockStatement': {
      const { path, params, program } = node as hbs.AST.BlockStatement;
      const name = (path as hbs.AST.PathExpression).original;
      if (!blocks.includes(name)) state.missing.add(`block ${name}`);
      const found = params[0] === undefined ? [] : look(params[0], contexts, state);
      const inner = name === 'each' ? found.flatMap((one) => one as unknown[]) : name === 'with' ? found : contexts;
      const something = found.some((one) => one !== null && one !== '' && !(Array.isArray(one) && one.length === 0));
      if (something) state.filled.set(node, null);
      else if (!state.filled.has(node))
        state.filled.set(node, `${name} ${(params[0] as hbs.AST.PathExpression).original}`);
      walk(
        program,
        inner.filter((one) => one !== null),
        state,
      );
    }
  }
}

function look(expression: Node, contexts: readonly unknown[], state: Walk): readonly unknown[] {
  const { parts, original } = expression as hbs.AST.PathExpression;
  return contexts.map((context) => {
    let value = context;
    for (const part of parts) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
        state.missing.add(original);
        return null;
      }
      value = (value as Readonly<Record<string, unknown>>)[part];
    }
    return value;
  });
}

function note(helper: string, params: readonly Node[], state: Walk): void {
  const [first] = params;
  if (!HELPERS.some((name) => name === helper) || first?.type !== 'StringLiteral')
    state.missing.add(`helper ${helper}`);
  else (helper === 'mot' ? state.mots : state.cles).add((first as hbs.AST.StringLiteral).value);
}

function walked(text: string): Walk {
  const state: Walk = { partials: new Map(), missing: new Set(), mots: new Set(), cles: new Set(), filled: new Map() };
  walk(Handlebars.parse(text), [viewOf(matterOf(complet, contextOf(complet)))], state);
  return state;
}

describe('the template of the report', () => {
  it('names nothing that its view does not have, and every part of it is walked', () => {
    const { missing, filled } = walked(template);
    expect([...missing]).toEqual([]);
    expect([...filled.values()].filter((empty) => empty !== null)).toEqual([]);
  });

  it.each([
    ['{{#if misspelt}}x{{/if}}', 'misspelt'],
    ['{{#with bref}}{{#each identites}}{{/each}}{{/with}}', 'identites'],
    ['{{bref.titre}}', 'bref.titre'],
    ['{{> inconnu}}', 'partial inconnu'],
    ['{{#unlesss bref}}{{/unlesss}}', 'block unlesss'],
    ['{{moot "bref.titre"}}', 'helper moot'],
  ])('%s would be seen', (text, missing) => {
    expect([...walked(text).missing]).toContain(missing);
  });

  it('says no word of its own: they are all in mots.*.yaml', () => {
    const bare = template
      .replace(/\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}|\{\{[\s\S]*?\}\}/g, '')
      .replace(/^::: .*$/gm, '');
    expect(bare.match(/\p{L}{2,}/gu) ?? []).toEqual([]);
  });

  it('and the view use every word, and no other', () => {
    const sources = [
      'acteurs',
      'apres',
      'bref',
      'candidature',
      'cover',
      'debats',
      'echelle',
      'feuille-de-route',
      'inconnus',
      'indicateurs',
      'media',
      'names',
      'parts',
      'pen',
      'plain',
      'seances',
      'sources',
      'strategie',
      'territoire',
    ];
    const code = sources.map((name) => readFileSync(`src/compile/report/${name}.ts`, 'utf8')).join('\n');
    const inTemplate = walked(template).mots;
    const mots = readMots(readFileSync('templates/mots.fr.yaml', 'utf8'), 'fr');
    for (const key of inTemplate) expect([...mots.keys()]).toContain(key);
    // A key may be put together: `enseignements.${type}`, `${key}.un`.
    const unused = [...mots.keys()].filter((key) => {
      const [, group = '', leaf = ''] = /^(.*)\.([^.]+)$/.exec(key) ?? [];
      return (
        !inTemplate.has(key) &&
        !code.includes(`'${key}'`) &&
        !code.includes(`${group}.\${`) &&
        !(/^(?:un|plusieurs)$/.test(leaf) && code.includes(`'${group}'`))
      );
    });
    expect(unused).toEqual([]);
  });
});
