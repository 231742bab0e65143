const [begin, end] = ['\u001b[200~', '\u001b[201~'];

/** Asks a terminal to mark what is pasted, and to stop. */
export const markPastes = { on: '\u001b[?2004h', off: '\u001b[?2004l' } as const;

/**
 * Makes one line of what is pasted: each question takes one, and the first line end would leave the rest unread.
 * @returns a reader to be given what the terminal sends, in order; it gives what is to be read as typed. A paste that
 * the terminal marks is held until its end; without marks, a line end with text after it in the same piece is one that
 * nobody typed
 */
export function pasteReader(): (chunk: string) => string {
  let held: string | null = null;
  return (chunk) => {
    let read = '';
    let rest = held === null ? chunk : held + chunk;
    for (;;) {
      if (held === null) {
        const at = rest.indexOf(begin);
        read += asTyped(at < 0 ? rest : rest.slice(0, at));
        if (at < 0) return read;
        rest = rest.slice(at + begin.length);
      }
      const at = rest.indexOf(end);
      held = at < 0 ? rest : null;
      if (at < 0) return read;
      read += oneLine(rest.slice(0, at));
      rest = rest.slice(at + end.length);
    }
  };
}

/** Keys as they are, such as Enter or an arrow; only a line end between texts is no key. */
function asTyped(text: string): string {
  const [, body = '', after = ''] = /^(.*?)((?:\r\n|\r|\n)*)$/s.exec(text) ?? [];
  if (body === '' || !/[\r\n]/.test(body)) return text;
  return oneLine(body) + (after === '' ? '' : '\r');
}

/** Line ends and tabs become a space; no-break spaces stay. */
function oneLine(text: string): string {
  return (
    text
      .replace(/ *[\t\n\v\f\r\u2028\u2029]+ */g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a key that was pasted is not pressed
      .replace(/[\u0000-\u001f\u007f]/g, '')
      .trim()
  );
}
