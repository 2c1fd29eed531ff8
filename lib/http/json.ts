import { mediaTypeOf, readBody } from './form.ts';

export type JsonReading = { outcome: 'read'; value: unknown } | { outcome: 'too-large' } | { outcome: 'not-json' };

/** Reads an `application/json` body of at most 16 kB. */
export async function readJson(request: Request): Promise<JsonReading> {
  const text = await readBody(request);
  if (text === undefined) return { outcome: 'too-large' };
  if (mediaTypeOf(request.headers) !== 'application/json') return { outcome: 'not-json' };
  try {
    return { outcome: 'read', value: JSON.parse(text) };
  } catch {
    return { outcome: 'not-json' };
  }
}
