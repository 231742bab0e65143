import { setImmediate } from 'node:timers/promises';

/** Ctrl-C, a job that is ended, a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Takes away what lies about of ours when the program is stopped; the signal then ends it as it would have.
 * @param clean takes it away, without waiting for anything
 * @returns to be called once nothing is left to take away
 */
export function whenStopped(clean: () => void): () => void {
  const forget = (): void => {
    for (const signal of signals) process.off(signal, stopped);
  };
  const stopped = (signal: NodeJS.Signals): void => {
    forget();
    try {
      clean();
    } finally {
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    }
  };
  for (const signal of signals) process.on(signal, stopped);
  return forget;
}

/** A moment in which a signal is heard: work that never waits hears none. */
export async function pause(): Promise<void> {
  await setImmediate();
}
