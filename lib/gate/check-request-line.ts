import { addressLimit } from '../authorization/size-limits.ts';
import { isMachinePath } from './machine-path.ts';

/** No address of ours is a tenth as long. */
const pathLimit = 1000;
/** Next looks each name of a query up among all of them: 31,000 took it 41 seconds. */
const parameterLimit = 100;

/** The methods that Next takes to a route handler; of any other it says that the request is bad. */
const heard = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The status of what Next would fail at, redirect elsewhere, or answer with a page of its own; undefined for the rest. */
export function checkRequestLine(method: string, target: string): 400 | 404 | 405 | 414 | undefined {
  // `*` is of OPTIONS alone (RFC 9112 §3.2.4).
  if (!heard.includes(method) || target === '*') return 405;
  if (!target.startsWith('/')) return 400;
  const [path = ''] = target.split('?', 1);
  if (target.length > addressLimit || path.length > pathLimit || hasManyParameters(target)) return 414;
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
