/** The most that a form posted to an endpoint may weigh, in bytes. */
export const formLimit = 16_384;

/** The media type of a body, in small letters and without parameters; undefined when none is named. */
export const mediaTypeOf = (headers: Headers): string | undefined =>
  headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();

/** The text fields of a form; files, which no form of ours has, are left out. */
export const textFieldsOf = (form: FormData): URLSearchParams =>
  new URLSearchParams([...form].filter((field): field is [string, string] => typeof field[1] === 'string'));

export type FormReading =
  | { outcome: 'read'; form: URLSearchParams }
  | { outcome: 'too-large' }
  | { outcome: 'wrong-type' };

/** Reads an `application/x-www-form-urlencoded` body of at most 16 kB, whatever its Content-Length claims. */
export async function readForm(request: Request): Promise<FormReading> {
  if (Number(request.headers.get('content-length') ?? 0) > formLimit) return { outcome: 'too-large' };
  if (mediaTypeOf(request.headers) !== 'application/x-www-form-urlencoded') return { outcome: 'wrong-type' };
  const text = await readBody(request);
  return text === undefined ? { outcome: 'too-large' } : { outcome: 'read', form: new URLSearchParams(text) };
}

/** The text of a body; undefined when it is larger than 16 kB, whatever its Content-Length claims. */
export async function readBody(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > formLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
