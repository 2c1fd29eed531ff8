/** The longest request target, in characters: 2,000 characters of state fit, however they are encoded. */
const targetLimit = 40_000;
/** No address of ours is a tenth as long. */
const pathLimit = 1000;
/** Next looks each name of a query up among all of them: 31,000 took it 41 seconds. */
const parameterLimit = 100;

/** Why the gate answers by itself. */
export type Refusal =
  | { name: 'bad-request'; status: 400 }
  | { name: 'not-found'; status: 404 }
  | { name: 'method-not-allowed'; status: 405 }
  | { name: 'uri-too-long'; status: 414 }
  | { name: 'too-many-cookies'; status: 431 };

/** What is wrong with a request line that Next would fail at, redirect elsewhere, or answer with a page of its own. */
export function checkRequestLine(method: string, target: string): Refusal | undefined {
  // `*` is of OPTIONS alone (RFC 9112 §3.2.4).
  if (method === 'TRACE' || target === '*') return { name: 'method-not-allowed', status: 405 };
  if (!target.startsWith('/')) return { name: 'bad-request', status: 400 };
  const [path = ''] = target.split('?', 1);
  const isTooLong = target.length > targetLimit || path.length > pathLimit;
  return isTooLong || hasManyParameters(target) ? { name: 'uri-too-long', status: 414 } : checkPath(path);
}

const hasManyParameters = (target: string): boolean => (target.match(/[&;]/g)?.length ?? 0) > parameterLimit;

function checkPath(path: string): Refusal | undefined {
  const decoded = decode(path);
  if (decoded === undefined) return { name: 'bad-request', status: 400 };
  // Next makes other addresses of these, and sends the browser there; and it has pages of its own.
  const isOfNobody = /\/\/|\\|\/\.{1,2}(\/|$)|^\/_next(?!\/static\/)|\.rsc$/.test(decoded);
  return isOfNobody ? { name: 'not-found', status: 404 } : undefined;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
