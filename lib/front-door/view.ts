import { z } from 'zod';

/** What a posted form left to be shown again. It decides nothing. */
const view = z.object({
  ticked: z.array(z.string()).optional(),
  username: z.string().optional(),
  problem: z.string().optional(),
  /** Seconds. */
  retryAfter: z.number().optional(),
});
export type View = z.infer<typeof view>;

export const viewHeader = 'x-accord-view';
export const languageHeader = 'x-accord-language';
export const nonceHeader = 'x-accord-nonce';

export const formatView = (value: View): string => encodeURIComponent(JSON.stringify(value));

/** The view that the front door handed to a page; an empty one when there is none. */
export function readView(headers: Headers): View {
  const value = headers.get(viewHeader);
  return value ? view.parse(JSON.parse(decodeURIComponent(value))) : {};
}
