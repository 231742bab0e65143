import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { inChromium } from './browser.ts';
import { LOOK } from './page-looks.ts';
import { type Made, madeSite, partlyPublic } from './site-made.ts';
import { freshFolder } from './terminal.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = `axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + " " + nodes[0].html))`;

const SIDE_BY_SIDE = 'index.html#comparer=nozay,caen-metropole,modele&vue=comparaison';

inChromium('the explorer in a browser', (chromium) => {
  let made: Made;
  beforeAll(async () => {
    made = await madeSite();
  });

  /** A page, and all that it asked for or complained of. */
  const open = async (path: string, options: BrowserContextOptions = {}, of = made) => {
    const context = await chromium.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const tab = await context.newPage();
    const heard: string[] = [];
    tab.on('request', (request) => heard.push(request.url()));
    tab.on('pageerror', ({ message }) => heard.push(message));
    tab.on('console', (message) => heard.push(message.text()));
    await tab.goto(of.address(path));
    return { tab, heard, close: () => context.close() };
  };
  const listed = (tab: Page) =>
    tab.locator('.fiche-site:visible').evaluateAll((all) => all.map((one) => one.getAttribute('data-id')));
  /** What has the focus: its id, the dossier that it stands for, or its field and value. */
  const focused = (tab: Page) =>
    tab.evaluate<string>(
      `(({ id, dataset, name, value, classList }) => id || dataset.id || (value ? name + '=' + value : '') || [...classList].join(' '))(document.activeElement)`,
    );

  /** What is folded away has a place that lies over others. */
  const unfold = (tab: Page) =>
    tab.evaluate<void>('document.querySelectorAll("details").forEach((one) => { one.open = true; })');

  it('asks nothing of any place but its own folder, and complains of nothing', async () => {
    for (const path of ['index.html', SIDE_BY_SIDE, 'dossiers/nozay.html', 'mentions.html']) {
      const { heard, tab, close } = await open(path);
      await tab.waitForLoadState('networkidle');
      const own = made.address('');
      expect(heard.filter((one) => !one.startsWith(own) && !one.startsWith('data:'))).toEqual([]);
      expect(heard.length).toBeGreaterThan(0);
      await close();
    }
  });

  it('searches without accents or capitals, by the beginning of several words, and says how many there are', async () => {
    const { tab, close } = await open('index.html');
    const count = tab.locator('#compte');
    expect(await count.getAttribute('role')).toBe('status');
    expect(await count.textContent()).toBe('5 dossiers sur 5');
    await tab.getByRole('searchbox').fill('PERIURB bocag');
    const few = await listed(tab);
    await tab.getByRole('searchbox').fill('saffre');
    expect([few.length < 5, await listed(tab)]).toEqual([true, ['nozay']]);
    expect(await count.textContent()).toBe('1 dossier sur 5');
    expect(await tab.locator('.trouve:visible').textContent()).toMatch(/^Trouvé dans .*Saffré/);
    expect(await tab.locator('.trouve:visible mark').first().textContent()).toBe('Saffré');
    await tab.getByRole('searchbox').fill('territoires');
    expect(await tab.evaluate('CSS.highlights.get("trouve")?.size')).toBeGreaterThan(3);
    await tab.getByRole('searchbox').fill('introuvable');
    expect([await listed(tab), await count.textContent()]).toEqual([[], expect.stringMatching(/^Aucun dossier sur 5/)]);
    await close();
  });

  it('sifts by facets, one value or the other, one facet and the other; the map and the counts follow', async () => {
    const { tab, close } = await open('index.html');
    const box = (name: string, value: string) => tab.locator(`input[name="${name}"][value="${value}"]`);
    const number = (name: string, value: string) =>
      box(name, value).locator('xpath=ancestor::label').locator('.nombre').textContent();
    await box('dispositif', 'flash').check();
    expect(await listed(tab)).toEqual(['doullens-sueur']);
    expect(await number('dispositif', 'local')).toBe('1');
    expect(
      await tab.locator('a.site:not(.hors)').evaluateAll((all) => all.map((one) => one.getAttribute('data-id'))),
    ).toEqual(['doullens-sueur']);
    await box('dispositif', 'local').check();
    expect((await listed(tab)).sort()).toEqual(['doullens-sueur', 'modele']);
    await tab.locator('[data-facette=fondements] summary').click();
    await box('fondements', 'inconnu').check();
    expect(await listed(tab)).toEqual(['doullens-sueur']);
    expect(await number('dispositif', 'national')).toBe('3');
    expect(new URL(tab.url()).hash).toBe('#dispositif=flash,local&fondements=inconnu');
    await tab.getByRole('button', { name: 'Tout effacer' }).click();
    expect([(await listed(tab)).length, new URL(tab.url()).hash, await focused(tab)]).toEqual([5, '', 'q']);
    await close();
  });

  it('has its whole state in its address: it is shared, and back and forward lead through it', async () => {
    const { tab, close } = await open('index.html');
    await tab.locator('input[name=dispositif][value=national]').check();
    await tab.getByRole('searchbox').fill('nozay');
    await tab.locator('input[name=comparer][value=nozay]').check();
    const address = tab.url();
    expect(new URL(address).hash).toBe('#q=nozay&dispositif=national&comparer=nozay');
    await tab.goBack();
    await tab.goBack();
    expect([await tab.getByRole('searchbox').inputValue(), (await listed(tab)).length]).toEqual(['', 3]);
    await tab.goBack();
    expect((await listed(tab)).length).toBe(5);
    await tab.goForward();
    expect(await tab.locator('input[name=dispositif][value=national]').isChecked()).toBe(true);
    const other = await open(`index.html${new URL(address).hash}`);
    expect(await listed(other.tab)).toEqual(['nozay']);
    expect(await other.tab.locator('#choisis-compte').textContent()).toContain('Nozay');
    await other.close();
    await close();
  });

  it('sets two to four dossiers side by side, says where they differ, and leads back', async () => {
    const { tab, close } = await open('index.html');
    const choose = (id: string) => tab.locator(`input[name=comparer][value="${id}"]`);
    await choose('nozay').check();
    expect(await tab.locator('#comparer').isDisabled()).toBe(true);
    for (const id of ['caen-metropole', 'sud-des-landes', 'modele']) await choose(id).check();
    await choose('doullens-sueur').click();
    expect([await choose('doullens-sueur').isChecked(), await tab.locator('#annonce').textContent()]).toEqual([
      false,
      expect.stringContaining('Quatre dossiers au plus'),
    ]);
    await tab.locator('#comparer').click();
    expect([await focused(tab), await tab.locator('#comparaison-titre').textContent()]).toEqual([
      'comparaison-titre',
      'Comparaison de 4 dossiers',
    ]);
    expect([await tab.locator('#liste').isVisible(), await tab.locator('#listes').isVisible()]).toEqual([false, false]);
    const row = (name: string) =>
      tab.locator('#cote-a-cote tr').filter({ has: tab.locator(`th:text-matches("^${name}")`) });
    expect(await row('Dispositif').first().locator('td').allTextContents()).toEqual([
      'Atelier national',
      'Atelier national',
      'Atelier national',
      'Atelier local',
    ]);
    expect(await row('Dispositif').first().locator('th').textContent()).toContain('diffère');
    expect(await row('Fondement').locator('td').first().textContent()).toBe('inconnu');
    const all = await tab.locator('#cote-a-cote tbody tr').count();
    await tab.locator('#differentes').check();
    const differing = await tab.locator('#cote-a-cote tbody tr').count();
    expect([differing < all, await tab.locator('#cote-a-cote tbody .differe').count()]).toEqual([true, differing]);
    await tab
      .getByRole('button', { name: /^Retirer .* de la comparaison/ })
      .first()
      .click();
    expect(await tab.locator('#cote-a-cote thead th').count()).toBe(4);
    await tab.goBack();
    expect(await tab.locator('#cote-a-cote thead th').count()).toBe(5);
    await tab.locator('#retour').click();
    expect([await focused(tab), await tab.locator('#liste').isVisible()]).toEqual(['dossiers', true]);
    await tab.goBack();
    expect([await focused(tab), await tab.locator('#comparaison').isVisible()]).toEqual(['comparaison-titre', true]);
    await close();
  });

  it('is all within reach of the keyboard, in the order of the page, without a trap', async () => {
    const { tab, close } = await open('index.html');
    const path: string[] = [];
    // Round the page once: there is no trap, and the page begins again.
    for (let step = 0; step < 120 && path.lastIndexOf('saut') <= 0; step += 1) {
      await tab.keyboard.press('Tab');
      path.push(await focused(tab));
    }
    expect(path.at(-1)).toBe('saut');
    const at = (name: string) => path.findIndex((one) => one.startsWith(name));
    const order = ['saut', 'q', 'dispositif=', 'comparer='].map(at);
    expect([order.every((one) => one >= 0), [...order].sort((a, b) => a - b)]).toEqual([true, order]);
    // The map is one stop, whatever the number of its dots.
    const dots = ['nozay', 'caen-metropole', 'doullens-sueur', 'modele', 'sud-des-landes'];
    expect(path.filter((one) => dots.includes(one))).toHaveLength(1);
    expect(path.filter((one) => one.startsWith('comparer='))).toHaveLength(5);
    await close();
  });

  it('walks from dot to dot by arrows, and opens one', async () => {
    const { tab, close } = await open('index.html');
    await tab.locator('a.site[tabindex="0"]').focus();
    const first = await focused(tab);
    await tab.keyboard.press('ArrowRight');
    const second = await focused(tab);
    expect([first === second, await tab.locator('#carte-lecture').textContent()]).toEqual([
      false,
      await tab.locator(`a.site[data-id="${second}"]`).getAttribute('aria-label'),
    ]);
    await tab.keyboard.press('ArrowLeft');
    expect(await focused(tab)).toBe(first);
    await tab.keyboard.press('End');
    await tab.keyboard.press('Home');
    expect(await focused(tab)).toBe(first);
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/dossiers/);
    expect(tab.url()).toContain(`/dossiers/${first}.html`);
    await close();
  });

  it('leads to the text and past the map without touching its state', async () => {
    const { tab, close } = await open('index.html#dispositif=national');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    expect([await focused(tab), new URL(tab.url()).hash]).toEqual(['_texte', '#dispositif=national']);
    await tab.getByRole('link', { name: 'Passer la carte' }).focus();
    await tab.keyboard.press('Enter');
    expect([await focused(tab), new URL(tab.url()).hash]).toEqual(['dossiers', '#dispositif=national']);
    await close();
  });

  it('is whole without a script: all dossiers, lists, map, and nothing that does nothing', async () => {
    const { tab, close } = await open('index.html', { javaScriptEnabled: false });
    expect(await listed(tab)).toHaveLength(5);
    for (const dead of ['input', 'button', '#comparaison', '#filtres', '#choisis', '#compte'])
      expect([dead, await tab.locator(dead).filter({ visible: true }).count()]).toEqual([dead, 0]);
    expect(await tab.locator('a.site').count()).toBe(5);
    await tab.getByText('Par enjeu').click();
    await tab.locator('#listes a[href="dossiers/doullens-sueur.html"]').filter({ visible: true }).first().click();
    await tab.waitForURL(/doullens/);
    expect(await tab.getByRole('heading', { level: 1 }).textContent()).toContain('Doullens');
    await close();
  });

  it('moves nothing for those who do not want it', async () => {
    const { tab, close } = await open('index.html', { reducedMotion: 'reduce' });
    expect(await tab.evaluate('getComputedStyle(document.documentElement).scrollBehavior')).toBe('auto');
    const moving = `[...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration !== '0s' || getComputedStyle(one).animationName !== 'none').length`;
    expect(await tab.evaluate(moving)).toBe(0);
    await close();
  });

  const pages = [
    'index.html',
    'index.html#q=bourg&comparer=nozay',
    SIDE_BY_SIDE,
    'dossiers/nozay.html',
    'dossiers/modele.html',
    'mentions.html',
  ];
  it.each(pages)('axe and our own eyes find nothing: %s', async (path) => {
    const faults: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const { tab, close } = await open(path, { colorScheme, bypassCSP: true });
      await unfold(tab);
      // A bar that stays in sight lies over what scrolls under it.
      await tab.addStyleTag({ content: '.barre { position: static !important }' });
      await tab.evaluate(axe);
      for (const width of [320, 1024, 1280]) {
        await tab.setViewportSize({ width, height: 900 });
        for (const told of await tab.evaluate<readonly string[]>(AXE)) faults.push(`${colorScheme} ${width}: ${told}`);
        for (const told of await tab.evaluate<readonly string[]>(LOOK)) faults.push(`${width}: ${told}`);
      }
      await tab.emulateMedia({ media: 'print' });
      await tab.setViewportSize({ width: 643, height: 900 });
      for (const told of await tab.evaluate<readonly string[]>(LOOK)) faults.push(`print: ${told}`);
      await close();
    }
    expect([...new Set(faults)]).toEqual([]);
  });

  it('stays within 320 px with letters twice as large', async () => {
    for (const path of pages) {
      const { tab, close } = await open(path, { viewport: { width: 320, height: 800 } });
      const letters = await tab.context().newCDPSession(tab);
      await letters.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      expect([path, await tab.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([path, 0]);
      await close();
    }
  });

  it('reads well of one dossier alone, of which next to nothing is known, with a title of 300 letters', async () => {
    const folder = freshFolder();
    const titre = `${'Interminablement'.repeat(5)} ${'vallées, plateaux et bourgs en réciprocité '.repeat(6)}`.slice(
      0,
      300,
    );
    writeFileSync(
      join(folder, 'dossier.yaml'),
      `format: 1\nid: seul\ntitre: ${titre}\ndispositif: local\nphase: cadrage\nretrospectif: true\n`,
    );
    const alone = await madeSite([], folder, []);
    expect([alone.ran.code, alone.ran.err]).toEqual([0, expect.anything()]);
    for (const path of ['index.html', 'dossiers/seul.html']) {
      for (const width of [320, 1280]) {
        const { tab, close } = await open(path, { viewport: { width, height: 900 }, bypassCSP: true }, alone);
        await unfold(tab);
        await tab.evaluate(axe);
        expect([path, await tab.evaluate(AXE), await tab.evaluate(LOOK)]).toEqual([path, [], []]);
        await close();
      }
    }
  });

  it('is as sound where it is public', async () => {
    const shown = await madeSite(['--public'], partlyPublic(), []);
    for (const path of ['index.html', 'dossiers/nozay.html', 'mentions.html']) {
      const { tab, close } = await open(path, { bypassCSP: true }, shown);
      await tab.evaluate(axe);
      expect([path, await tab.evaluate(AXE)]).toEqual([path, []]);
      await close();
    }
  });
});
