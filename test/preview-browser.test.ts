import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Chromium, inChromium } from './browser.ts';
import { previewing, until } from './preview-run.ts';
import { freshFolder } from './terminal.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const versionOf = (tab: Page) => tab.evaluate<string>('document.querySelector("atelier-apercu").dataset.version');
const state = (tab: Page) => tab.getByRole('status').innerText();

/** Saves a file as an editor does, and waits until the page is another. */
async function swapped(tab: Page, path: string, text: string): Promise<void> {
  const before = await versionOf(tab);
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
  await until(async () => (await versionOf(tab)) !== before);
}

const tests = (chromium: Chromium): void => {
  async function opened(context: BrowserContext): Promise<{ tab: Page; cwd: string; said: string[] }> {
    const cwd = freshFolder(resolve('examples/modele'));
    const { address } = await previewing(cwd);
    const tab = await context.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    tab.on('pageerror', (error) => said.push(error.message));
    await tab.goto(address);
    return { tab, cwd, said };
  }

  it('change la page après un enregistrement, sans perdre la place ni rien dire dans la console', async () => {
    const context = await chromium.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const { tab, cwd, said } = await opened(context);
    expect(await state(tab)).toMatch(/^À jour/);
    const file = join(cwd, 'strategie/vision.md');
    const vision = readFileSync(file, 'utf8');
    // Something to read below what will change.
    const last = tab.locator('main h3').last();
    await tab.evaluate(
      '[...document.querySelectorAll("main h3")].at(-1).scrollIntoView({ block: "center", behavior: "instant" })',
    );
    const text = await last.innerText();
    const top = async () => (await tab.locator('main h3', { hasText: text }).last().boundingBox())?.y ?? -1;
    const before = { top: await top(), scroll: await tab.evaluate<number>('scrollY') };
    await swapped(tab, file, `${vision}\n${'Un paragraphe nouveau qui pousse la suite vers le bas.\n\n'.repeat(12)}`);
    expect(await tab.locator('main').innerText()).toContain('Un paragraphe nouveau');
    const after = { top: await top(), scroll: await tab.evaluate<number>('scrollY') };
    expect(Math.abs(after.top - before.top)).toBeLessThan(2);
    expect(after.scroll).toBeGreaterThan(before.scroll + 100);
    await swapped(tab, file, vision);
    expect(Math.abs((await top()) - before.top)).toBeLessThan(2);
    expect(said).toEqual([]);
    await context.close();
  });

  it('dit les problèmes, se plie, et garde ce qui est plié ; les dit corrigés', async () => {
    const context = await chromium.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const { tab, cwd } = await opened(context);
    const file = join(cwd, 'acteurs.yaml');
    const good = readFileSync(file, 'utf8');
    await swapped(tab, file, 'acteurs: 12\n');
    expect(await state(tab)).toMatch(/^\d+\serreurs?.*Vous lisez le dernier rapport sans erreur\.$/);
    const list = tab.getByRole('region', { name: 'Problèmes' });
    expect(await list.isVisible()).toBe(true);
    expect(await list.getByRole('listitem').first().innerText()).toMatch(/^erreur acteurs\.yaml:1:10 /);
    await tab.locator('atelier-apercu summary').click();
    await swapped(tab, file, 'acteurs: 13\n');
    expect(await list.isVisible()).toBe(false);
    await swapped(tab, file, good);
    expect(await state(tab)).toMatch(/^À jour/);
    await swapped(tab, file, 'acteurs: 12\n');
    expect(await list.isVisible()).toBe(true);
    await context.close();
  });

  it('dit que l’aperçu est arrêté', async () => {
    const context = await chromium.browser.newContext();
    const cwd = freshFolder(resolve('examples/modele'));
    const preview = await previewing(cwd);
    const tab = await context.newPage();
    await tab.goto(preview.address);
    await until(async () => (await state(tab)).startsWith('À jour'));
    expect(await preview.stop('SIGINT')).toBe(130);
    await until(async () => (await state(tab)).startsWith('Aperçu arrêté'));
    const again = await previewing(cwd, ['--port', new URL(preview.address).port]);
    await until(async () => (await state(tab)).startsWith('À jour'));
    await again.stop('SIGINT');
    await context.close();
  });

  it.each([
    [320, 'light'],
    [320, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)(
    'à %i px, thème %s : rien ne déborde, axe n’a rien à dire, problèmes montrés',
    async (width, colorScheme) => {
      const context = await chromium.browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        bypassCSP: true,
      });
      const { tab, cwd } = await opened(context);
      await swapped(tab, join(cwd, 'acteurs.yaml'), 'acteurs: 12\n');
      expect(await tab.getByRole('region', { name: 'Problèmes' }).isVisible()).toBe(true);
      expect(await tab.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await tab.evaluate(axe);
      const violations = 'axe.run().then((r) => r.violations.map((v) => v.id + " " + v.nodes[0].html))';
      expect(await tab.evaluate(violations)).toEqual([]);
      await context.close();
    },
  );

  it('la liste des dossiers : axe n’a rien à dire', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await chromium.browser.newContext({
        viewport: { width: 320, height: 700 },
        colorScheme,
        bypassCSP: true,
      });
      const { address } = await previewing(freshFolder(resolve('examples/national')));
      const tab = await context.newPage();
      await tab.goto(address);
      expect(await tab.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await tab.evaluate(axe);
      expect(await tab.evaluate('axe.run().then((r) => r.violations.map((v) => v.id))')).toEqual([]);
      await tab.getByRole('link', { name: /Nozay/ }).click();
      await tab.getByRole('link', { name: 'Tous les dossiers' }).click();
      expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('Dossiers');
      await context.close();
    }
  });
};

inChromium('l’aperçu dans un navigateur', tests, process.platform !== 'win32');
