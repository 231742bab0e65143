import { readFileSync, writeFileSync } from 'node:fs';
import { openFrance } from '../src/compile/maps/france.ts';
import { fontsText } from './generate/fonts.ts';
import { formatDocText } from './generate/format-doc.ts';
import { noticesText } from './generate/notices.ts';
import { rulesDocText } from './generate/rules-doc.ts';
import { siteText } from './generate/site.ts';
import { typesText } from './generate/types.ts';
import { validatorsText } from './generate/validators.ts';
import { packCog, readSource } from './pack-cog.ts';
import { packFrance, readCog, readFranceSource } from './pack-france.ts';
import { packTowns, readTowns } from './pack-towns.ts';

/** Every file derived from the schemas, the rules, the reference data and the bundle, with its text. */
export async function derivedFiles(): Promise<ReadonlyMap<string, string>> {
  const validators = await validatorsText();
  const cog = readCog();
  const shapes = packFrance(readFranceSource(), cog);
  return new Map([
    ['src/model/types.gen.ts', await typesText()],
    ['src/schema/validators.gen.cjs', validators.code],
    ['src/schema/validators.gen.d.cts', validators.types],
    ['src/cog/cog.gen.tsv', packCog(readSource())],
    ['src/compile/maps/france.gen.json', shapes],
    ['src/compile/maps/towns.gen.tsv', packTowns(readTowns(), cog, openFrance(shapes)).text],
    ['templates/polices.gen.css', await fontsText()],
    ['src/site/site.gen.js', await siteText()],
    ['docs/format.md', formatDocText()],
    ['docs/regles.md', rulesDocText()],
    ['THIRD-PARTY-NOTICES', await noticesText()],
  ]);
}

/** A file's text; undefined when there is no such file. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

if (process.argv[1]?.endsWith('generate.ts')) {
  for (const [path, text] of await derivedFiles()) {
    if (textOf(path) === text) continue;
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
