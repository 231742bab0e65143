import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { checkPaths, usable } from '../src/commands/prepare.ts';
import { reportContext } from '../src/commands/report-context.ts';
import { type Plan, plans } from '../src/compile/report/plan.ts';
import { reportOf } from '../src/compile/report/report.ts';
import type { Dossier } from '../src/model/dossier.ts';
import { inChromium } from './browser.ts';
import { LOOK } from './page-looks.ts';
import { complet, contextOf } from './report/dossier-complet.ts';

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

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = `axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + " " + nodes[0].html))`;

/**
 * Width of the window and size of the reader's letters, in pixels. 320: a telephone, and 1280 at 400 %. Letters of 32:
 * text alone at 200 %.
 */
const SIZES = [
  [320, 16],
  [320, 32],
  [1024, 16],
  [1280, 16],
  [1280, 32],
  [1440, 16],
] as const;

/** What the page leaves between its margins, in pixels of CSS: 170 mm, and 178 mm for the sheet. */
const PAPER = { plan: 643, fiche: 673 };
/** What would say nothing on paper. */
const SCREEN_ONLY = '.saut, .donnees';
let all: readonly { readonly id: string; readonly plan: Plan; readonly html: string }[] | undefined;

/** Every plan of every example, and in English those of the model, made once. */
function pages(): NonNullable<typeof all> {
  const inEnglish = examples.slice(-1).map((example) => ({ ...example, langue: 'en' }));
  all ??= [...examples.map((example) => ({ ...example, langue: 'fr' })), ...inEnglish].flatMap(
    ({ one, dossier, langue }) =>
      plans.map((plan) => {
        const { files } = reportOf(dossier, reportContext(one, dossier, langue, { plan }), ['html']);
        const id = langue === 'fr' ? dossier.id : `${dossier.id} (${langue})`;
        return { id, plan, html: pageOf(dossier, files[0] && String(files[0].bytes)) };
      }),
  );
  return all;
}

inChromium('the plans in a browser', (chromium) => {
  const pagesOf = async (html: string): Promise<number> => {
    const tab = await chromium.browser.newPage();
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

  it.each([...new Set(pages().map(({ id }) => id))])(
    '%s: axe and our own eyes find nothing, at any size, on screen and on paper',
    async (of) => {
      const context = await chromium.browser.newContext({ bypassCSP: true });
      const tab = await context.newPage();
      const letters = await context.newCDPSession(tab);
      const faults: string[] = [];
      for (const { id, plan, html } of pages().filter((page) => page.id === of)) {
        const found = (where: string, told: readonly string[]) => {
          faults.push(...told.map((one) => `${id}/${plan} ${where}: ${one}`));
        };
        await tab.setContent(html);
        await tab.evaluate(axe);
        for (const colorScheme of ['light', 'dark'] as const) {
          await tab.emulateMedia({ colorScheme, media: 'screen' });
          found(colorScheme, await tab.evaluate<readonly string[]>(AXE));
        }
        for (const [width, size] of SIZES) {
          await tab.setViewportSize({ width, height: 900 });
          await letters.send('Page.setFontSizes', { fontSizes: { standard: size } });
          found(`${width} px, letters of ${size}`, await tab.evaluate<readonly string[]>(LOOK));
        }
        await letters.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
        await tab.emulateMedia({ media: 'print' });
        await tab.setViewportSize({ width: plan === 'fiche' ? PAPER.fiche : PAPER.plan, height: 900 });
        found('print', await tab.evaluate<readonly string[]>(LOOK));
        const chrome = tab.locator(plan === 'rapport' ? SCREEN_ONLY : `${SCREEN_ONLY}, nav`).filter({ visible: true });
        found('print', await chrome.evaluateAll((all) => all.map((one) => `shown: ${one.outerHTML.slice(0, 60)}`)));
      }
      await context.close();
      expect(faults).toEqual([]);
    },
  );
});
