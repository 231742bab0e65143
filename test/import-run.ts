import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Chalk } from 'chalk';
import { importData } from '../src/commands/import.ts';
import { UserError } from '../src/model/error.ts';
import type { Langue } from '../src/words/text.ts';
import { freshFolder, inputOf, type Ran } from './terminal.ts';

/** Runs `atelier import …` in this process, as from a pipe. */
export async function imported(argv: readonly string[], cwd: string, langue: Langue = 'fr'): Promise<Ran> {
  const args = argv.slice(0, 2);
  const options: Record<string, string | boolean> = {};
  for (let at = 2; at < argv.length; at++) {
    const name = (argv[at] ?? '').slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const next = argv[at + 1];
    options[name] = next === undefined || next.startsWith('--') ? true : next;
    if (options[name] !== true) at++;
  }
  let [out, err] = ['', ''];
  const colour = new Chalk({ level: 0 });
  const session = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    ...{ cwd, env: {}, columns: 100, interactive: false, now: () => 0 },
    ...{ input: inputOf(''), stdinIsTerminal: false, stdoutIsTerminal: false, stderrIsTerminal: false },
    ...{ langue, langueAsked: langue === 'en', quiet: false, verbose: false, colour, errColour: colour },
  };
  try {
    return { code: await importData(args, options, session), out, err };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { code: 2, out, err: `${err}${error.text[langue]}\n${error.hint?.[langue] ?? ''}\n` };
  }
}

/** A lone dossier with these files beside its dossier.yaml. */
export function dossierWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshFolder();
  const sheet = 'format: 1\nid: essai\ntitre: Essai\ndispositif: local\nphase: diagnostic\n';
  for (const [path, text] of Object.entries({ 'dossier.yaml': sheet, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A file of a folder, as text. */
export function textAt(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}
