import { methodsOf } from '../door/check-request.ts';
import { allowedAt } from '../endpoints/endpoint.ts';
import { findEndpoint } from '../endpoints/find-endpoint.ts';

/** The methods that are answered at a path, as `Allow` lists them; undefined where nothing is. */
export function answeredMethods(path: string): string | undefined {
  const endpoint = findEndpoint(path);
  return endpoint ? allowedAt(endpoint) : methodsOf(path)?.join(', ');
}
