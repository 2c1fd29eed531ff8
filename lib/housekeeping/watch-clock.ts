/** Seconds by which two clocks may differ. */
export const tolerance = 60;

/** Seconds until a clock that was set is believed. All that lives shorter than this is over by then, whichever was right. */
export const patience = 3600;

export interface Clocks {
  /** Epoch seconds; somebody may set this clock. */
  wall: () => number;
  /** Seconds since some moment; nobody sets this one. */
  monotonic: () => number;
}

/** Watches a clock from now on: the function it gives is false from when the clock is set until it is set right, or is believed. */
export function watchClock({ wall, monotonic }: Clocks): () => boolean {
  let trusted = wall() - monotonic();
  let doubted: { difference: number; since: number } | undefined;
  return () => {
    const difference = wall() - monotonic();
    const isNear = (other: number) => Math.abs(difference - other) <= tolerance;
    if (!isNear(trusted)) {
      if (!doubted || !isNear(doubted.difference)) doubted = { difference, since: monotonic() };
      if (monotonic() < doubted.since + patience) return false;
    }
    trusted = difference;
    doubted = undefined;
    return true;
  };
}
