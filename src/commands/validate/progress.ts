import type { Session } from '../../ui/terminal.ts';
import { say } from '../../ui/terminal.ts';
import { fillIn } from '../../words/text.ts';

/** Says how far the work is, where somebody watches and it lasts. */
export interface Progress {
  readonly step: (done: number, total: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Work that is over by then says nothing; later it speaks ten times a second at most. */
const patience = 500;
const pause = 100;
const width = 24;

/** A bar on standard error, on a terminal only. */
export function progressOf(session: Session): Progress {
  const start = session.now();
  let told = start;
  let shown = false;
  if (!session.stderrIsTerminal || session.quiet || (session.env.CI ?? '') !== '') return { step: quiet, end: quiet };
  return {
    step: (done, total) => {
      const now = session.now();
      if (now - start < patience || now - told < pause) return;
      told = now;
      shown = true;
      const full = Math.round((done / Math.max(total, 1)) * width);
      const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
      session.err(`\r${session.errColour.dim(bar)} ${say(session, fillIn(counted, { fait: done, total }))}\u001b[K`);
    },
    end: () => {
      if (shown) session.err('\r\u001b[K');
    },
  };
}

function quiet(): void {}

const counted = { fr: '{fait} sur {total}', en: '{fait} of {total}' };
