import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPaths, usable } from '../src/commands/prepare.ts';
import { reportContext } from '../src/commands/report-context.ts';
import { type Plan, plans } from '../src/compile/report/plan.ts';
import { reportOf } from '../src/compile/report/report.ts';
import type { Dossier } from '../src/model/dossier.ts';
import { complet, contextOf } from './report/dossier-complet.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
if (CHROMIUM === undefined)
  console.warn('Pas de Chromium sur cette machine : les plans ne sont pas essayés dans un navigateur.');

const examples = ['examples/national', 'examples/modele'].flatMap((folder) =>
  checkPaths([folder], resolve(import.meta.dirname, '..')).flatMap((checked) => {
    const one = usable(checked);
    return one.workspace.dossiers.map((dossier) => ({ one, dossier }));
  }),
);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Long names everywhere, and more of each thing than a fiche shows. */
const long = (n: number): string =>
  `Une chose dont le nom est long, écrit par quelqu’un qui tenait à tout y dire, numéro ${n}`;
const ten = <T>(make: (n: number) => T): T[] => Array.from({ length: 10 }, (_, n) => make(n));
const named = <T>(make: (n: number) => T): Record<string, T> => Object.fromEntries(ten((n) => [`x${n}`, make(n)]));
const stuffed: Dossier = {
  ...complet,
  dossier: {
    ...complet.dossier,
    titre: long(0),
    problematique: `${long(1)}. `.repeat(9),
    planification: ten((n) => ({ document: 'plui', titre: long(n), etat: 'en_elaboration', relation: 'a_nourrir' })),
    suites: named((n) => ({
      type: 'contrat',
      titre: long(n),
      programme: 'ort',
      debut: '2026-01-15',
      fin: '2031-01-14',
      etat: 'signe',
      etat_au: '2026-01-15',
    })),
    inconnus: ['equipe', 'budget', 'participants', 'principes', 'suites'],
    sources: named((n) => ({ titre: long(n), editeur: 'Un service de l’État', date: '2024-05-12' })),
  },
  vision: {
    id: 'vision',
    path: '',
    data: { titre: long(2), idee_force: `${long(3)} ; ${long(4)}` },
    body: `${long(5)}. `.repeat(9),
  },
  principes: ten((n) => ({
    id: `p${n}`,
    path: '',
    body: '',
    data: { titre: long(n), visees: ['developpement', 'transition', 'sobriete'] },
  })),
  initiatives: ten((n) => ({
    id: `i${n}`,
    path: '',
    body: '',
    data: { titre: long(n), priorite: '1', horizon: 'court', porteur: 'commune', avancement: 'engagee' },
  })),
  enseignements: named((n) => ({ type: 'frein', titre: long(n) })),
};

function pageOf(dossier: Dossier, html: string | undefined): string {
  if (html === undefined) throw new Error(`no page for ${dossier.id}`);
  return html;
}

let all: readonly { readonly id: string; readonly plan: Plan; readonly html: string }[] | undefined;

/** Every plan of every example, made once. */
function pages(): NonNullable<typeof all> {
  all ??= examples.flatMap(({ one, dossier }) =>
    plans.map((plan) => {
      const { files } = reportOf(dossier, reportContext(one, dossier, undefined, { plan }), ['html']);
      return { id: dossier.id, plan, html: pageOf(dossier, files[0] && String(files[0].bytes)) };
    }),
  );
  return all;
}

describe.skipIf(CHROMIUM === undefined)('the plans in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: FLAGS });
  }, 60_000);
  afterAll(() => browser?.close());

  const pagesOf = async (html: string): Promise<number> => {
    const tab = await browser.newPage();
    await tab.setContent(html);
    const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true });
    await tab.close();
    return pdf.toString('latin1').match(/\/Type\s*\/Page(?![s\w])/g)?.length ?? 0;
  };

  it('print the fiche of each example on two pages at most', async () => {
    for (const { id, html } of pages().filter(({ plan }) => plan === 'fiche')) {
      const count = await pagesOf(html);
      expect([id, count > 0 && count <= 2]).toEqual([id, true]);
    }
  });

  it('print a fiche that has more than enough of everything on two pages', async () => {
    const model = examples.at(-1);
    if (model === undefined) throw new Error('no example');
    // With a map, and more EPCI than a card can name.
    const { carte, perimetre } = reportContext(model.one, model.dossier, undefined);
    const epci = ten((n) => ({ ...perimetre.epci[0], nom: long(n) }) as (typeof perimetre.epci)[0]);
    const context = { ...contextOf(stuffed), plan: 'fiche' as const, perimetre: { ...perimetre, epci } };
    const { files } = reportOf(stuffed, { ...context, ...(carte && { carte }) }, ['html']);
    expect(await pagesOf(pageOf(stuffed, files[0] && String(files[0].bytes)))).toBe(2);
  });

  it.each(['light', 'dark'] as const)('axe has nothing to say of any plan, %s', async (colorScheme) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme, bypassCSP: true });
    const tab = await context.newPage();
    for (const { plan, html } of pages().filter(({ id }) => id === 'modele')) {
      await tab.setContent(html);
      await tab.evaluate(axe);
      const found: unknown = await tab.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
      );
      expect([plan, found]).toEqual([plan, []]);
    }
    await context.close();
  });

  it.each([320, 1024, 1440])('overflow at %i px nowhere', async (width) => {
    const tab = await browser.newPage({ viewport: { width, height: 900 } });
    const wide: string[] = [];
    for (const { id, plan, html } of pages()) {
      await tab.setContent(html);
      if (Number(await tab.evaluate('document.documentElement.scrollWidth - innerWidth')) > 0)
        wide.push(`${id}/${plan}`);
    }
    await tab.close();
    expect(wide).toEqual([]);
  });
});
