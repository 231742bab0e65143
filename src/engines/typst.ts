import { setFlagsFromString } from 'node:v8';
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import { UserError } from '../model/error.ts';
import type { Text } from '../words/text.ts';
import { marked } from './pdf-marks.ts';
import { keepStart, makeRoom } from './typst-memory.ts';

/** As compile asks (src/compile/engines.ts): a document, the files that it may read, and which tables name their rows. */
export interface TypstJob {
  readonly main: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly rowHeads: readonly boolean[];
  readonly shown?: string;
}

/** What Typst runs on: its program, and the only faces that it may set with. */
export interface TypstParts {
  /** `typst_ts_web_compiler_bg.wasm`; translated already where it is to make many documents. */
  readonly wasm: Uint8Array | WebAssembly.Module;
  /** TrueType or OpenType files, whole: others would be passed over without a word. */
  readonly fonts: readonly Uint8Array[];
}

/** Where the template lies for Typst; what stands around it sets the date aside, so that no clock is read. */
const TEMPLATE = '/page.typ';
const MAIN = `#set document(date: none)\n#include "${TEMPLATE}"\n`;

/**
 * Starts Typst: some two hundred milliseconds, once a thread; asked again, it is the one already started.
 * @param parts its program and its faces
 * @returns makes a tagged PDF (PDF/UA-1) of a document; the same bytes each time. It throws where the document is
 * wrong, saying the line of the template.
 */
export function openTypst(parts: TypstParts): Promise<(job: TypstJob) => Uint8Array> {
  started ??= start(parts);
  return started;
}

/** The program has one memory a thread. */
let started: Promise<(job: TypstJob) => Uint8Array> | undefined;

async function start({ wasm, fonts }: TypstParts): Promise<(job: TypstJob) => Uint8Array> {
  // Only what runs is translated, and quickly: the program is large, a report short. Three times as fast on the whole.
  if (wasm instanceof Uint8Array) {
    setFlagsFromString('--liftoff-only');
    setFlagsFromString('--wasm-lazy-compilation');
  }
  const typst = await import('@myriaddreamin/typst-ts-web-compiler');
  const program = typst.initSync({ module: wasm });
  const builder = new typst.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) {
    if (!isFont(font)) throw new Error('a font that is neither TrueType nor OpenType');
    await builder.add_raw_font(font);
  }
  const compiler = await builder.build();
  const restart = keepStart(program);
  let made = 0;
  return (job) => {
    if (made > 0 && made % MEMORY === 0) restart();
    made += 1;
    compiler.reset();
    compiler.reset_shadow();
    compiler.add_source('/main.typ', MAIN);
    compiler.add_source(TEMPLATE, job.main);
    for (const [path, bytes] of job.files) compiler.map_shadow(path, bytes);
    makeRoom(program, job.files.get('/rapport.json')?.length ?? 0);
    const { result, diagnostics } = answer(compiler, restart);
    if (result === undefined) throw new UserError(sentence(diagnostics ?? [], job.shown ?? 'page.typ'));
    return marked(result, job.rowHeads);
  };
}

/** After so many documents Typst forgets them: what they share is kept that long, and memory stays within bounds. */
const MEMORY = 8;

interface Answer {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly string[];
}

/** Where Typst itself breaks down, its memory is set back, so that the next document is none the worse. */
function answer(compiler: TypstCompiler, restart: () => void): Answer {
  try {
    return compiler.compile('/main.typ', null, 'pdf', DIAGNOSTICS);
  } catch (error) {
    restart();
    throw error;
  }
}

/** One line each, as Unix tools write them: `/page.typ:12:3: error: …`. */
const DIAGNOSTICS = 2;

function isFont(font: Uint8Array): boolean {
  return ['\0\x01\0\0', 'OTTO'].includes(String.fromCharCode(...font.subarray(0, 4)));
}

/** `modeles/page.typ:12:3 : …`: the errors only; in English as Typst says them. */
function sentence(diagnostics: readonly string[], shown: string): Text {
  const errors = diagnostics.flatMap((one) => {
    const [, file = '', place = '', words = ''] = /^\/?(\S+?):(\d+:\d+): error: (.*)$/s.exec(one) ?? [];
    return words === '' ? [] : [{ where: `${file === TEMPLATE.slice(1) ? shown : file}:${place}`, words }];
  });
  const said = {
    fr: errors.map(({ where, words }) => `${where} : ${inFrench(words)}`),
    en: errors.map(({ where, words }) => `${where}: ${words}`),
  };
  return {
    fr: `Le PDF n’a pas pu être composé. ${said.fr.join(' · ')}`,
    en: `The PDF could not be made. ${said.en.join(' · ')}`,
  };
}

/** What a person who changes a template meets most, in French; of the rest, that it is wrong there. */
const french: readonly (readonly [english: RegExp, french: string])[] = [
  [/^unclosed delimiter/, 'une parenthèse, un crochet ou une accolade n’est pas fermée'],
  [/^unexpected closing/, 'une parenthèse, un crochet ou une accolade de trop'],
  [/^expected (?:an )?expression/, 'il manque une valeur'],
  [/^unknown variable: (\S+)/, 'le nom « $1 » n’existe pas'],
  [/^unclosed string/, 'un guillemet n’est pas fermé'],
  [/^file not found/, 'le fichier demandé n’existe pas'],
  [/^unexpected argument/, 'un argument de trop'],
  [/^missing argument: (\S+)/, 'il manque l’argument « $1 »'],
  [/^unknown font family/, 'cette police n’existe pas ici'],
  [/^dictionary does not contain key "([^"]+)"/, 'le rapport n’a rien du nom de « $1 »'],
];

function inFrench(words: string): string {
  const [pattern, said] = french.find(([english]) => english.test(words)) ?? [];
  if (pattern === undefined || said === undefined) return 'Typst ne comprend pas ce qui est écrit là';
  const [, name = ''] = pattern.exec(words) ?? [];
  return said.replace('$1', name);
}
