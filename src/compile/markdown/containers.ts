import type { MarkdownIt, StateBlock } from 'markdown-it';

const OPENING = /^:{3,}[ \t]*(\p{L}[\p{L}\p{N}_-]*)(?:[ \t]+(.*?))?[ \t]*$/u;
const CLOSING = /^:{3,}[ \t]*$/;
const CODE = /^(`{3,}|~{3,})/;

/**
 * Teaches markdown-it our containers: `::: name arguments` … `:::`, one inside another as needed.
 * One left open ends with what holds it, as a code fence does; `:::` alone, with nothing open, is text.
 * @param md the parser to teach
 */
export function containers(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'container', container, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}

function container(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (!flush(state, start)) return false;
  const opening = OPENING.exec(lineAt(state, start));
  if (opening === null) return false;
  if (silent) return true;

  const close = closingLine(state, start, end);
  const open = state.push('container_open', '', 1);
  open.info = opening[1] ?? '';
  open.content = opening[2] ?? '';
  open.block = true;

  const [parent, lineMax] = [state.parentType, state.lineMax];
  state.parentType = 'container';
  state.lineMax = close;
  state.md.block.tokenize(state, start + 1, close);
  state.parentType = parent;
  state.lineMax = lineMax;

  state.push('container_close', '', -1).block = true;
  state.line = Math.min(close + 1, end);
  return true;
}

/** The line that closes what `start` opens, counting what opens in between and passing over code; `end` if none does. */
function closingLine(state: StateBlock, start: number, end: number): number {
  let depth = 1;
  let fence = '';
  for (let line = start + 1; line < end; line++) {
    const text = lineAt(state, line);
    if (text !== '' && (state.sCount[line] ?? 0) < state.blkIndent) return line;
    if (!flush(state, line)) continue;
    const code = CODE.exec(text)?.[1] ?? '';
    if (fence !== '') {
      if (code.startsWith(fence) && text === code) fence = '';
    } else if (code !== '') {
      fence = code;
    } else if (CLOSING.test(text)) {
      depth -= 1;
      if (depth === 0) return line;
    } else if (OPENING.test(text)) {
      depth += 1;
    }
  }
  return end;
}

/** Further in, what looks like a mark belongs to the item of a list. */
function flush(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent < 2;
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
}
