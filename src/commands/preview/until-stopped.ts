/** What is to be ended, the last one first. */
export type Closers = (() => void | Promise<void>)[];

/**
 * Runs what `start` starts until the person, the system or an error ends it; then ends it all.
 * @param start told how to fail later on, and where to put what ends each thing that it starts
 * @returns 130 after Ctrl-C, 143 after SIGTERM, as shells count them
 * @throws the error that ended it
 */
export async function untilStopped(
  start: (failed: (error: unknown) => void, closers: Closers) => Promise<void>,
): Promise<number> {
  let end: (outcome: () => number) => void = () => undefined;
  const ended = new Promise<() => number>((done) => {
    end = done;
  });
  const [interrupted, terminated] = [() => end(() => 130), () => end(() => 143)];
  const failed = (error: unknown) =>
    end(() => {
      throw error;
    });
  const closers: Closers = [];
  process.on('SIGINT', interrupted).on('SIGTERM', terminated);
  try {
    await start(failed, closers);
    return (await ended)();
  } finally {
    for (const close of closers.toReversed()) await close();
    process.off('SIGINT', interrupted).off('SIGTERM', terminated);
  }
}
