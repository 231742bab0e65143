import { expect, it } from 'vitest';
import { cartePerimetre } from '../src/compile/maps/perimetre.ts';
import { type Box, overlap } from '../src/compile/maps/plane.ts';
import { carteSituation } from '../src/compile/maps/situation.ts';
import { inChromium } from './browser.ts';
import { carres, cas, hasContours, NOZAY, sansContours, vrais } from './maps-sample.ts';

const cartes = {
  carres: cas('CC de Nozay', { communes: NOZAY }, carres(NOZAY)),
  ...sansContours(),
  ...(hasContours ? vrais() : {}),
};

inChromium('les cartes dans un navigateur', (chromium) => {
  it.each(Object.entries(cartes))('%s : aucun texte n’en recouvre un autre ni ne sort', async (_, asked) => {
    const page = await chromium.browser.newPage();
    for (const figure of [cartePerimetre(asked), carteSituation(asked)]) {
      await page.setContent(`<meta charset="utf-8">${figure?.svg}`);
      const { texts, frame } = await page.evaluate(READ);
      expect(texts.length).toBeGreaterThan(1);
      const outside = texts.filter(({ x0, y0, x1, y1 }) => x0 < 0 || y0 < 0 || x1 > frame.x1 || y1 > frame.y1);
      const clashes = texts.flatMap((a, n) =>
        texts.slice(n + 1).flatMap((b) => (overlap(a, b) ? [[a.said, b.said]] : [])),
      );
      expect({ outside, clashes }).toEqual({ outside: [], clashes: [] });
    }
    await page.close();
  });
});

interface Texts {
  readonly texts: readonly (Box & { readonly said: string })[];
  readonly frame: { readonly x1: number; readonly y1: number };
}

/** Run in the page: the box of each text, as the browser's font has it. */
const READ = `({
  texts: [...document.querySelectorAll('svg text')].map((one) => {
    const { x, y, width, height } = one.getBBox();
    return { said: one.textContent, x0: x, y0: y, x1: x + width, y1: y + height };
  }),
  frame: (({ width, height }) => ({ x1: width, y1: height }))(document.querySelector('svg').viewBox.baseVal),
})` as unknown as () => Texts;
