import { issuer } from '../process/environment.ts';
import type { Problem, Redirect } from './problem.ts';
import { problemAddress } from './problem-header.ts';
import { securityHeaders } from './security-headers.ts';

/** A file to keep, under the same headers as a page. */
export const fileResponse = (content: string, { type, name }: { type: string; name: string }): Response =>
  new Response(content, {
    headers: {
      ...securityHeaders({ issuer: issuer() }),
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });

/** Sends the browser on by GET, whatever brought it here (RFC 9700 §4.12). */
export const redirectResponse = (to: string): Response =>
  new Response(null, { status: 303, headers: { ...securityHeaders({ issuer: issuer() }), Location: to } });

/** Where a route handler that has no page of its own sends the browser: on, or to our page for what went wrong. */
export const movedResponse = (outcome: Redirect | Problem): Response =>
  redirectResponse(outcome.outcome === 'redirect' ? outcome.to : problemAddress(outcome));
