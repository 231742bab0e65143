import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { freshFolder } from './terminal.ts';

/** Where systems put Chromium or Chrome. */
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** npm's, where someone has installed it: it wants libnss3 and libnspr4 of the system. */
const PACKAGE = '@sparticuz/chromium';

/** A browser runs as root in CI, and asks nothing of the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Found {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/** The browser, once the tests run. */
export interface Chromium {
  readonly browser: Browser;
}

type Packaged = Readonly<Record<'executablePath', () => Promise<string>> & Record<'args', readonly string[]>>;

const system = SYSTEM.find((path) => existsSync(path));
const npm = system === undefined ? packaged() : null;

function packaged(): Packaged | null {
  const from = createRequire(import.meta.url);
  try {
    from.resolve(PACKAGE);
  } catch {
    // Not installed, as on most machines.
    return null;
  }
  return from(PACKAGE) as Packaged;
}

async function found(): Promise<Found> {
  if (system !== undefined) return { executablePath: system, args: FLAGS };
  if (npm === null) throw new Error('no Chromium');
  // It takes what lies in the temporary folder for its own.
  process.env.TMPDIR = freshFolder();
  return { executablePath: await npm.executablePath(), args: [...npm.args, ...FLAGS] };
}

/**
 * Tests in a real Chromium, started once for all of them: the system's Chromium or Chrome, else npm's where it is
 * installed; else they are skipped, and say why. CI has one (`.ci/run`).
 * @param title what is tried
 * @param tests given where the browser will be once they run
 * @param runs false where they are for other systems
 */
export function inChromium(title: string, tests: (chromium: Chromium) => void, runs = true): void {
  const absent = system === undefined && npm === null;
  if (absent) console.warn(`Ni Chromium ni Chrome sur cette machine, ni ${PACKAGE} : « ${title} » n’est pas essayé.`);
  describe.skipIf(absent || !runs)(absent ? `${title} (sauté : pas de Chromium)` : title, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      const { executablePath, args } = await found();
      browser = await chromium.launch({ executablePath, args: [...args] });
    }, 60_000);
    afterAll(() => browser?.close());
    tests({
      get browser() {
        if (browser === undefined) throw new Error('the browser is started before each test');
        return browser;
      },
    });
  });
}
