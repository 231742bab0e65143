import { build } from 'esbuild';

/** The script of the explorer, in one file that any page can begin from a disk: no modules, nothing to fetch. */
export async function siteText(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/site/main.ts'],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['es2022', 'chrome105', 'firefox115', 'safari15.4'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
