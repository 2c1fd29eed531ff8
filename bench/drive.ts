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

/** Does `count` pieces of work, one at a time in each lane, and gives the seconds it took. The first fault ends it. */
export async function drive<Lane>(lanes: Lane[], count: number, work: (lane: Lane) => Promise<void>): Promise<number> {
  let left = count;
  const begin = performance.now();
  await Promise.all(
    lanes.map(async (lane) => {
      while (left > 0) {
        left -= 1;
        await work(lane);
      }
    }),
  );
  return (performance.now() - begin) / 1000;
}

/** Nearest rank: the smallest value that `percent` of all do not exceed. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: number[]): number => percentile(values, 50);
