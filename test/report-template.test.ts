import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../src/compile/report/fill.ts';
import { readMots } from '../src/compile/report/mots.ts';
import { isCle } from '../src/compile/report/pen.ts';
import { ofWorkspaces, type Plan, plans } from '../src/compile/report/plan.ts';
import { matterOf } from '../src/compile/report/report.ts';
import type { TemplateFile } from '../src/compile/report/template-file.ts';
import { type Named, namesIn } from '../src/compile/report/template-names.ts';
import { viewFor } from '../src/compile/report/view.ts';
import type { Dossier } from '../src/model/dossier.ts';
import { complet, contextOf, nu } from './report/dossier-complet.ts';

const read = (name: string): string => readFileSync(`templates/${name}`, 'utf8');
const file = (name: string, text = read(name)): TemplateFile => ({ shown: name, text, builtIn: null });
const mots = readMots(read('mots.fr.yaml'), 'fr');

/** Beside the fixture that says everything: more of each thing than two pages hold. */
const beaucoup: Dossier = {
  ...complet,
  principes: Array.from({ length: 9 }, (_, n) => ({ ...complet.principes[0], id: `p${n}` }) as Dossier['principes'][0]),
  initiatives: Array.from(
    { length: 9 },
    (_, n) => ({ ...complet.initiatives[0], id: `i${n}` }) as Dossier['initiatives'][0],
  ),
  dossier: {
    ...complet.dossier,
    planification: Array.from({ length: 9 }, () => ({ document: 'scot' }) as const),
    suites: Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [`s${n}`, { type: 'contrat', titre: `Suite ${n}` }]),
    ),
  },
  enseignements: Object.fromEntries(
    Array.from({ length: 9 }, (_, n) => [`e${n}`, { type: 'frein', titre: `Frein ${n}` }]),
  ),
};
/** An atelier that goes on, with what belongs to no séance and a step to come. */
const enCours: Dossier = {
  ...complet,
  seances: complet.seances.map((one) => ({ ...one, id: 'autre' })),
};
/** A local atelier of the past of whose application nothing is left. */
const passe: Dossier = { ...nu, dossier: { ...nu.dossier, dispositif: 'local', retrospectif: true } };
const sansSuite: Dossier = { ...nu, dossier: { ...nu.dossier, retrospectif: false, statut: 'en_cours' } };

/** What a template names, over views that together fill every part of it. */
function walked(plan: Plan, text?: string): Named {
  const program = parseTemplate(file(`${plan}.md.hbs`, text), file('partiels.md.hbs'));
  const each = [complet, beaucoup, enCours, nu, passe, sansSuite].map((dossier) =>
    namesIn(program, viewFor(plan, matterOf(dossier, { ...contextOf(dossier), plan })), { mots, isCle }),
  );
  const blocks = new Map<string, boolean>();
  for (const one of each) for (const [place, full] of one.blocks) blocks.set(place, full || blocks.get(place) === true);
  return {
    faults: each.flatMap(({ faults }) => faults),
    mots: new Set(each.flatMap((one) => [...one.mots])),
    cles: new Set(each.flatMap((one) => [...one.cles])),
    blocks,
  };
}

/** The blocks of a file that no view fills. */
function hollow(blocks: ReadonlyMap<string, boolean>, name: string): readonly string[] {
  return [...blocks].flatMap(([place, full]) => (full || !place.startsWith(`${name}:`) ? [] : [place]));
}

describe.each(plans)('the template of %s', (plan) => {
  it('names nothing that its view does not have, and every part of it is walked', () => {
    const { faults, blocks } = walked(plan);
    expect(faults).toEqual([]);
    expect(blocks.size).toBeGreaterThan(5);
    expect(hollow(blocks, `${plan}.md.hbs`)).toEqual([]);
  });

  it('says no word of its own: they are all in mots.*.yaml', () => {
    const bare = (read(`${plan}.md.hbs`) + read('partiels.md.hbs'))
      .replace(/\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}|\{\{[\s\S]*?\}\}/g, '')
      .replace(/^::: .*$/gm, '');
    expect(bare.match(/\p{L}{2,}/gu) ?? []).toEqual([]);
  });
});

it('the pieces that they share are all filled by some of them', () => {
  const full = new Map<string, boolean>();
  for (const plan of plans)
    for (const [place, filled] of walked(plan).blocks) full.set(place, filled || full.get(place) === true);
  expect(hollow(full, 'partiels.md.hbs')).toEqual([]);
});

describe('a name that stands for nothing', () => {
  it.each([
    ['{{#if misspelt}}x{{/if}}', 'nom', 'misspelt'],
    ['{{#with bref}}{{#each identites}}{{/each}}{{/with}}', 'nom', 'identites'],
    ['{{bref.titre}}', 'nom', 'bref.titre'],
    ['{{#each principes}}{{../brefs}}{{/each}}', 'nom', '../brefs'],
    ['{{#each principes}}{{#if titre}}{{else}}{{titr}}{{/if}}{{/each}}', 'nom', 'titr'],
    ['{{> inconnu}}', 'partiel', 'inconnu'],
    ['{{> chose bref niveau=misspelt}}', 'nom', 'misspelt'],
    ['{{#unlesss bref}}{{/unlesss}}', 'fonction', 'unlesss'],
    ['{{moot "bref.titre"}}', 'fonction', 'moot'],
    ['{{log "x"}}', 'fonction', 'log'],
    ['{{mot "bref.titr"}}', 'mot', 'bref.titr'],
    ['{{cle "dossier/budgets"}}', 'cle', 'dossier/budgets'],
    ['{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}', 'boucle', 'a'],
  ])('%s would be seen', (text, kind, name) => {
    const { faults } = walked('rapport', text);
    expect(faults.map((one) => [one.kind, one.name, one.place.line])).toContainEqual([kind, name, 1]);
  });
});

describe('the words of reports', () => {
  it('are all used by the templates and the views, and no other is', () => {
    const code = ['src/compile/report', 'src/compile/session', 'src/compile/comparison/publication']
      .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')))
      .join('\n');
    const others = ofWorkspaces.flatMap((name) =>
      [...read(name).matchAll(/\{\{mot "([^"]+)"\}\}/g)].map(([, key = '']) => key),
    );
    const inTemplates = new Set([...plans.flatMap((plan) => [...walked(plan).mots]), ...others]);
    for (const key of inTemplates) expect([...mots.keys()]).toContain(key);
    // A key may be put together: `enseignements.${type}`, `${key}.un`, `plans.${plan}.nom`.
    const unused = [...mots.keys()].filter((key) => {
      const [, group = '', leaf = ''] = /^(.*)\.([^.]+)$/.exec(key) ?? [];
      return (
        !inTemplates.has(key) &&
        !code.includes(`'${key}'`) &&
        !code.includes(`${group}.\${`) &&
        !code.includes(`${group.split('.')[0]}.\${plan}.${leaf}`) &&
        !code.includes(`${group.split('.')[0]}.\${matter.plan}.${leaf}`) &&
        !(/^(?:un|plusieurs)$/.test(leaf) && code.includes(`'${group}'`))
      );
    });
    expect(unused).toEqual([]);
  });
});
