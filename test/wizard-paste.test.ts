import { PassThrough } from 'node:stream';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { askAtTerminal } from '../src/ui/wizard/inquirer.ts';
import { pasteReader } from '../src/ui/wizard/paste.ts';

describe('pasted lines', () => {
  it.each([
    ['a\nb', 'a b'],
    ['a\r\n  b\rc', 'a b c'],
    ['a\r', 'a\r'],
    ['a\nb\n', 'a b\r'],
    ['\r', '\r'],
    ['\r\r', '\r\r'],
    ['\u001b[B\r', '\u001b[B\r'],
    ['\u001b[200~a\nb\t# c\n\u001b[201~', 'a b # c'],
    ['x\u001b[200~a\n\u001b[201~\r', 'xa\r'],
    ['\u001b[200~1\u202f000 \u20ac\u001b[201~', '1\u202f000 \u20ac'],
  ])('%j become one', (typed, read) => {
    expect(pasteReader()(typed)).toBe(read);
  });

  it('are one over several chunks', () => {
    const read = pasteReader();
    expect(['\u001b[200~un\n', 'deux\u001b[20', '1~', '\r'].map(read)).toEqual(['', '', 'un deux', '\r']);
  });

  const session = { langue: 'fr' as const, colour: new Chalk({ level: 0 }), out: () => {}, columns: 80 };

  /** A terminal whose screen is read: `shows` waits until a text is there. */
  function terminal() {
    const [input, output] = [new PassThrough(), new PassThrough()];
    let screen = '';
    let look = () => {};
    output.on('data', (chunk) => {
      screen += String(chunk);
      look();
    });
    const shows = (text: string) =>
      new Promise<void>((resolve) => {
        look = () => (screen.includes(text) ? resolve() : undefined);
        look();
      });
    return { input, output, shows, screen: () => screen };
  }

  /** As the process's own output, which cannot be ended. */
  function unending(output: PassThrough): PassThrough {
    return Object.assign(output, { end: () => output });
  }

  it.each([
    ['plain', 'Habiter : l’orée\ndu bourg # deux'],
    ['bracketed', '\u001b[200~Habiter : l’orée\r\ndu bourg # deux\n\u001b[201~'],
  ])('reach a question whole (%s)', async (_, pasted) => {
    const { input, output, shows } = terminal();
    const answer = askAtTerminal(session, { input, output }).input({ step: '', message: 'Titre', check: () => null });
    await shows('Titre');
    input.write(Buffer.from(pasted));
    await shows('# deux');
    input.write('\r');
    expect(await answer).toBe('Habiter : l’orée du bourg # deux');
  });

  it('leave the terminal ready for the next question', async () => {
    const { input, output, shows } = terminal();
    const ask = askAtTerminal(session, { input, output: unending(output) });
    for (const name of ['Un', 'Deux', 'Trois']) {
      const answer = ask.input({ step: '', message: name, check: () => null });
      await shows(`${name} `);
      input.write(`${name} pas\rde plus`);
      await shows(`${name} pas de plus`);
      input.write('\r');
      expect(await answer).toBe(`${name} pas de plus`);
      expect(input.isPaused()).toBe(true);
    }
  });

  it('an answer that is needed has no « inconnu »', async () => {
    const { input, output, shows, screen } = terminal();
    const check = (typed: string) => (typed === '' ? 'il faut un nom' : null);
    const answer = askAtTerminal(session, { input, output }).input({ step: '', message: 'Nom', needed: true, check });
    await shows('Nom');
    input.write('\r');
    await shows('il faut un nom');
    input.write('Nozay');
    await shows('Nozay');
    input.write('\r');
    expect(await answer).toBe('Nozay');
    expect(screen()).not.toContain('inconnu');
  });
});
