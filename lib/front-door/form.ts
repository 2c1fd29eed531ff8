/** The most that a posted form may weigh, in bytes. */
export const formLimit = 16_384;

export type FormReading =
  | { outcome: 'read'; form: URLSearchParams }
  | { outcome: 'too-large' }
  | { outcome: 'wrong-type' };

/** Reads an `application/x-www-form-urlencoded` body of at most 16 kB, whatever its Content-Length claims. */
export async function readForm(request: Request): Promise<FormReading> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (Number(request.headers.get('content-length') ?? 0) > formLimit) return { outcome: 'too-large' };
  if (type !== 'application/x-www-form-urlencoded') return { outcome: 'wrong-type' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > formLimit) return { outcome: 'too-large' };
    chunks.push(chunk);
  }
  return { outcome: 'read', form: new URLSearchParams(Buffer.concat(chunks).toString('utf8')) };
}
