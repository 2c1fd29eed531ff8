import type { ApiRequest } from './api-exchange.ts';
import { mediaTypeOf } from './form.ts';

type JsonReading = { outcome: 'read'; value: unknown } | { outcome: 'too-large' } | { outcome: 'not-json' };

/** Reads an `application/json` body of at most 16 kB. */
export function readJson({ headers, body }: Pick<ApiRequest, 'headers' | 'body'>): JsonReading {
  if (body === undefined) return { outcome: 'too-large' };
  if (mediaTypeOf(headers) !== 'application/json') return { outcome: 'not-json' };
  try {
    return { outcome: 'read', value: JSON.parse(body) };
  } catch {
    return { outcome: 'not-json' };
  }
}
