/** What every comment that asks to pass over a rule begins with. */
export const ignoreWord = 'atelier-ignore';

/** True for a line of Markdown that is such a comment and nothing else: `<!-- atelier-ignore rule: why -->`. */
export function isIgnoreLine(line: string): boolean {
  const words = line.trim();
  return opening.test(words) && words.indexOf('-->') === words.length - 3;
}

const opening = new RegExp(`^<!--[ \\t]*${ignoreWord}`);
