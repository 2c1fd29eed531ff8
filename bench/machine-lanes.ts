import { type Lane, type RowName, rows } from './machine-rows.ts';
import type { Running } from './measure.ts';

/** Makes each signed-in customer a lane, one after the other, and gives the requests that they repeat. */
export async function beginLanes(
  row: RowName,
  { contender, browsers, connections }: Running,
): Promise<(() => Promise<unknown>)[]> {
  const { oauth } = contender;
  if (!oauth) throw new Error(`${contender.name} is only a page`);
  const lanes = browsers.map((browser): Lane => ({ oauth, browser, connections }));
  return connections.during(1, async () => {
    const requests: (() => Promise<unknown>)[] = [];
    for (const lane of lanes) requests.push(await rows[row].begin(lane));
    return requests;
  });
}
