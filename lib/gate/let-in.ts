import type { IncomingMessage } from 'node:http';
import { issuer } from '../process/environment.ts';
import { answeredMethods } from './answered-methods.ts';
import { checkRequestLine } from './check-request-line.ts';
import { isMachinePath } from './machine-path.ts';
import { narrowRequest } from './narrow-request.ts';

/** Leaves of a request what may go on; or gives the status of what may not. */
export function letIn(request: IncomingMessage): number | undefined {
  const { method = '', url = '' } = request;
  // RFC 9112 §3.2.2: a whole address is as good as its path, if it is ours.
  request.url = url.startsWith(`${issuer()}/`) ? url.slice(issuer().length) : url;
  const status = checkRequestLine(method, request.url) ?? (narrowRequest(request, host()) ? undefined : 431);
  const path = pathOf(request);
  if (status === 405 && path.startsWith('/') && !answeredMethods(path)) return 404;
  if (status !== 404 || isMachinePath(path)) return status;
  // The door says so, in the customer's language.
  narrowRequest(request, host());
  request.url = '/nowhere';
  return undefined;
}

const host = (): string => new URL(issuer()).host;

export const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';
