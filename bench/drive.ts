export class StepTimes {
  readonly steps = new Map<string, number[]>();

  async measure<T>(step: string, work: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    const result = await work();
    const times = this.steps.get(step);
    if (times) times.push(performance.now() - begin);
    else this.steps.set(step, [performance.now() - begin]);
    return result;
  }
}

/** Tells whether another piece of work is to begin. */
export type Limit = () => boolean;

/** A number of pieces of work. */
export function times(count: number): Limit {
  let begun = 0;
  return () => begun++ < count;
}

/** As much as begins within so many seconds. */
export function forSeconds(seconds: number): Limit {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() < end;
}

/** Does pieces of work, one at a time in each lane, until the limit; the first fault ends it. */
export async function drive<Lane>(
  lanes: Lane[],
  limit: Limit,
  work: (lane: Lane) => Promise<unknown>,
): Promise<{ count: number; seconds: number }> {
  let count = 0;
  const begin = performance.now();
  await Promise.all(
    lanes.map(async (lane) => {
      while (limit()) {
        await work(lane);
        count += 1;
      }
    }),
  );
  return { count, seconds: (performance.now() - begin) / 1000 };
}

/** Nearest rank: the smallest value that `percent` of all do not exceed. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: number[]): number => percentile(values, 50);
