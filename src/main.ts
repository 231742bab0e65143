import { run } from './cli.ts';
import type { Terminal } from './ui/terminal.ts';

const { stdin, stdout, stderr, env } = process;

const terminal: Terminal = {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  input: stdin,
  // Asked for when it is needed: it fails where the folder is gone.
  get cwd() {
    return process.cwd();
  },
  env,
  columns: stdout.columns || Number(env.COLUMNS) || 80,
  interactive: stdin.isTTY === true && stdout.isTTY === true && (env.CI ?? '') === '',
  stdinIsTerminal: stdin.isTTY === true,
  stdoutIsTerminal: stdout.isTTY === true,
  stderrIsTerminal: stderr.isTTY === true,
  now: () => performance.now(),
};

// A reader that has seen enough (`| head`) is no error.
for (const stream of [stdout, stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await run(process.argv.slice(2), terminal);
