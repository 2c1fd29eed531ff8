import type { ApiRequest } from './api-exchange.ts';

/** The media type of a body, in small letters and without parameters; undefined when none is named. */
export const mediaTypeOf = (headers: Pick<Headers, 'get'>): string | undefined =>
  headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();

/** The text fields of a form; files, which no form of ours has, are left out. */
export const textFieldsOf = (form: FormData): URLSearchParams =>
  new URLSearchParams([...form].filter((field): field is [string, string] => typeof field[1] === 'string'));

type FormReading = { outcome: 'read'; form: URLSearchParams } | { outcome: 'too-large' } | { outcome: 'wrong-type' };

/** Reads an `application/x-www-form-urlencoded` body of at most 16 kB. */
export function readForm({ headers, body }: Pick<ApiRequest, 'headers' | 'body'>): FormReading {
  if (body === undefined) return { outcome: 'too-large' };
  if (mediaTypeOf(headers) !== 'application/x-www-form-urlencoded') return { outcome: 'wrong-type' };
  return { outcome: 'read', form: new URLSearchParams(body) };
}
