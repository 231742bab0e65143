import { readFileSync, writeFileSync } from 'node:fs';
import { formatDocText } from './generate/format-doc.ts';
import { typesText } from './generate/types.ts';
import { validatorsText } from './generate/validators.ts';

/** Every file derived from the schemas, with its text. */
export async function derivedFiles(): Promise<ReadonlyMap<string, string>> {
  const validators = await validatorsText();
  return new Map([
    ['src/model/types.gen.ts', await typesText()],
    ['src/schema/validators.gen.js', validators.code],
    ['src/schema/validators.gen.d.ts', validators.types],
    ['docs/format.md', formatDocText()],
  ]);
}

if (process.argv[1]?.endsWith('generate.ts')) {
  for (const [path, text] of await derivedFiles()) {
    if (current(path) === text) continue;
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}

function current(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
