import { spawn } from 'node:child_process';

/**
 * Opens an address of ours in the person's browser, and does not wait for it.
 * @param address `http://127.0.0.1:…`
 * @param platform Node's word for the system
 * @returns whether the system had a program for that
 */
export function openBrowser(address: string, platform: NodeJS.Platform): Promise<boolean> {
  const [program, ...args] = opener(platform);
  return new Promise((done) => {
    const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
    child.once('error', () => done(false));
    child.once('spawn', () => {
      child.unref();
      done(true);
    });
  });
}

function opener(platform: NodeJS.Platform): readonly [program: string, ...args: string[]] {
  if (platform === 'darwin') return ['open'];
  // `start` is a word of cmd.exe, which reads quotation marks in a way of its own.
  return platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler'] : ['xdg-open'];
}
