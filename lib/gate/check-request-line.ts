import { isMachinePath } from './machine-path.ts';

/** The longest request target, in characters: 2,000 characters of state fit, however they are encoded. */
const targetLimit = 40_000;
/** No address of ours is a tenth as long. */
const pathLimit = 1000;
/** Next looks each name of a query up among all of them: 31,000 took it 41 seconds. */
const parameterLimit = 100;

/** The methods that Next has route handlers for. */
const machineMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH']);

/** The status of what Next would fail at, redirect elsewhere, or answer with a page of its own; undefined for the rest. */
export function checkRequestLine(method: string, target: string): 400 | 404 | 405 | 414 | undefined {
  // `*` is of OPTIONS alone (RFC 9112 §3.2.4).
  if (method === 'TRACE' || target === '*') return 405;
  if (!target.startsWith('/')) return 400;
  const [path = ''] = target.split('?', 1);
  if (target.length > targetLimit || path.length > pathLimit || hasManyParameters(target)) return 414;
  if (isMachinePath(path) && !machineMethods.has(method)) return 405;
  // Next makes other addresses of these, and sends the browser there; and it has pages of its own. An id in the path of an
  // API may hold anything, encoded.
  const isMachines = isMachinePath(path);
  const decoded = decode(path);
  if (/\/\/|\\|\/\.{1,2}(\/|$)|^\/_next(?!\/static\/)|\.rsc$/.test(isMachines ? path : (decoded ?? path))) return 404;
  return isMachines && decoded === undefined ? 400 : undefined;
}

const hasManyParameters = (target: string): boolean => (target.match(/[&;]/g)?.length ?? 0) > parameterLimit;

/** Undefined for what is not encoded as it should be. */
function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
