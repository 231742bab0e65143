import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { acteurs } from '../src/compile/figures/acteurs.ts';
import { feuilleDeRoute } from '../src/compile/figures/feuille-de-route.ts';
import { writeHtml } from '../src/compile/html/page.ts';
import { parseMarkdown } from '../src/compile/markdown/parse.ts';
import { inChromium } from './browser.ts';

const from = createRequire(import.meta.url);
const serif = readFileSync(
  from.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
).toString('base64');
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const axe = readFileSync(from.resolve('axe-core/axe.min.js'), 'utf8');

const text = `## Un bocage\n\nTexte[^1] avec [un lien](https://a.fr).\n\n[^1]: Une note assez longue pour tenir sur plusieurs lignes dans la marge.\n\n::: chiffres
- **7** communes\n:::\n\n::: tableau Les communes\n| Commune | Code |\n|---|---|\n| Nozay | 44113 |\n| Vay | 44214 |\n:::\n\n::: fiche\n### Habiter l’orée\n\n::: visees transition\n:::\n:::\n
\`\`\`\n${'très-longue-ligne '.repeat(20)}\n\`\`\`\n\n| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n| ${'mot '.repeat(8)} | 2 | 3 | 4 | 5 | intercommunalité |\n`;

function page(): string {
  const asked = { langue: 'fr' } as const;
  const roadmap = feuilleDeRoute({
    ...asked,
    prefix: 'r',
    initiatives: [{ titre: 'Lancer', horizon: null, priorite: 1, visees: ['transition'] }],
  });
  const people = acteurs({
    ...asked,
    prefix: 'a',
    acteurs: [{ nom: 'Commune', famille: 'collectivites', cercle: 'pilotage' }],
  });
  const tree = parseMarkdown(text);
  const frame = {
    ...asked,
    title: 'Habiter la campagne sans la consommer',
    description: 'Un atelier',
    surtitle: 'Atelier national',
    subtitles: ['CC de Nozay'],
    cover: { svg: roadmap.svg.replaceAll('r-', 'couverture-'), caption: 'Contours' },
    mentions: ['Sources publiques.'],
    diffusion: 'Public',
    indexed: true,
  };
  const assets = { template: read('../templates/page.html.hbs'), style: read('../templates/style.css') };
  return writeHtml({ ...tree, blocks: [...tree.blocks, roadmap, people] }, frame, assets);
}

inChromium('la page dans un navigateur', (chromium) => {
  it.each([
    [320, 'light'],
    [320, 'dark'],
    [1024, 'light'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)(
    'à %i px, thème %s : rien ne déborde, axe n’a rien à dire',
    async (width, colorScheme) => {
      const context = await chromium.browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        bypassCSP: true,
      });
      const tab = await context.newPage();
      await tab.setContent(page());
      expect(await tab.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await tab.evaluate(axe);
      expect(
        await tab.evaluate('axe.run().then((r) => r.violations.map((v) => v.id + " " + v.nodes[0].html))'),
      ).toEqual([]);
      await context.close();
    },
    60_000,
  );

  it('la colonne de texte tient 62 à 72 signes, et les notes sont à côté', async () => {
    const tab = await chromium.browser.newPage({ viewport: { width: 1440, height: 900 } });
    await tab.setContent(page());
    // The column is set for this face; what a machine happens to have instead is wider or narrower.
    await tab.addStyleTag({
      content: `@font-face { font-family: "Source Serif 4"; src: url(data:font/ttf;base64,${serif}) }`,
    });
    const loaded = await tab.evaluate(
      'document.fonts.load(`1rem "Source Serif 4"`).then((faces) => faces.map((face) => face.status))',
    );
    expect(loaded).toEqual(['loaded']);
    const signs = await tab.evaluate(`(() => {
      const p = document.querySelector('main p');
      const span = document.createElement('span');
      span.textContent = 'La communauté de communes réunit sept communes du bocage, à mi-chemin de Nantes et de Rennes. On y vient parce que la terre y est';
      span.style.whiteSpace = 'nowrap';
      p.append(span);
      return p.clientWidth / (span.getBoundingClientRect().width / span.textContent.length);
    })()`);
    expect(signs).toBeGreaterThanOrEqual(62);
    expect(signs).toBeLessThanOrEqual(72);
    const beside =
      'document.querySelector(".note").getBoundingClientRect().left >= document.querySelector("main p").getBoundingClientRect().right';
    expect(await tab.evaluate(beside)).toBe(true);
    await tab.close();
  }, 60_000);

  it('sur papier, une note tient dans la hauteur de la ligne qui l’appelle : aucune ne peut être coupée', async () => {
    const tab = await chromium.browser.newPage({ viewport: { width: 800, height: 1100 } });
    await tab.setContent(page());
    await tab.emulateMedia({ media: 'print' });
    const inside = await tab.evaluate(`(() => {
      const row = document.querySelector('.annote');
      const note = row.querySelector('.note').getBoundingClientRect();
      const box = row.getBoundingClientRect();
      const text = row.querySelector('p').getBoundingClientRect();
      return [
        getComputedStyle(row).breakInside,
        getComputedStyle(row.querySelector('.note')).float,
        note.bottom <= box.bottom && note.top >= box.top,
        note.left >= text.right,
      ];
    })()`);
    expect(inside).toEqual(['avoid', 'none', true, true]);
    await tab.close();
  }, 60_000);

  it('s’imprime en A4 sans script', async () => {
    const tab = await chromium.browser.newPage({ javaScriptEnabled: false });
    await tab.setContent(page());
    const pdf = (await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.\d* 84[12]/);
    await tab.close();
  }, 60_000);
});
