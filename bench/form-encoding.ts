import { randomUUID } from 'node:crypto';

/** The body of a request, and the type it is of. */
export interface Content {
  type: string;
  body: string;
}

// HTML §4.10.22.7: these three are escaped in a name.
const escapes: Record<string, string> = { '"': '%22', '\r': '%0D', '\n': '%0A' };
const escapeName = (name: string) => name.replace(/["\r\n]/g, (character) => escapes[character] ?? '');

export const urlEncoded = (entries: Iterable<[string, string]>): Content => ({
  type: 'application/x-www-form-urlencoded',
  body: new URLSearchParams([...entries]).toString(),
});

function multipart(entries: Iterable<[string, string]>): Content {
  const boundary = `form-${randomUUID()}`;
  const parts = [...entries].map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"\r\n\r\n${value.replace(/\r?\n/g, '\r\n')}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join('')}--${boundary}--\r\n` };
}

/** A form in the encoding that its page asks for (HTML §4.10.22). */
export function encodeForm(encoding: string, entries: Iterable<[string, string]>): Content {
  switch (encoding) {
    case 'application/x-www-form-urlencoded':
      return urlEncoded(entries);
    case 'multipart/form-data':
      return multipart(entries);
    default:
      throw new Error(`cannot send a form as ${encoding}`);
  }
}
