import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { inChromium } from './browser.ts';
import { LOOK } from './page-looks.ts';
import { atelier, freshFolder } from './terminal.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = `axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + " " + nodes[0].html.slice(0, 200)))`;

inChromium('the publication in a browser', (chromium) => {
  let html = '';

  beforeAll(async () => {
    const out = freshFolder();
    const { code, err } = await atelier(['compare', '--to', 'html', '--out', out], resolve('examples/national'));
    expect([code, err.includes('rreur')]).toEqual([0, false]);
    html = readFileSync(join(out, 'comparaison.html'), 'utf8');
  }, 60_000);

  it.each([
    [320, 'light'],
    [320, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)(
    'at %i px, %s: nothing runs out of the page, axe has nothing to say',
    async (width, colorScheme) => {
      const tab = await chromium.browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      try {
        await tab.setContent(html);
        expect(await tab.evaluate(LOOK)).toEqual([]);
        await tab.evaluate(axe);
        expect(await tab.evaluate(AXE)).toEqual([]);
      } finally {
        await tab.close();
      }
    },
    60_000,
  );

  it('names its sections and its sites in the contents, which lead there', async () => {
    const tab = await chromium.browser.newPage();
    try {
      await tab.setContent(html);
      await tab.click('nav.sommaire a[href="#monographie-de-nozay"]');
      expect(await tab.locator('h3#monographie-de-nozay').textContent()).toBe('Nozay');
      expect(await tab.evaluate('location.hash')).toBe('#monographie-de-nozay');
    } finally {
      await tab.close();
    }
  });
});
