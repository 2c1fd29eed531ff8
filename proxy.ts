import type { NextRequest } from 'next/server';
import { judge } from '#lib/door/judge.ts';
import { openDoor } from '#lib/door/open-door.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

// All addresses but those of machines and of the build's own files.
export const config = {
  matcher: [
    '/((?!_next/static/|(?:token|par|revoke|introspect|jwks|openapi\\.json|health(?:/live|/ready)?|metrics)/?$|\\.well-known/|fdx/).*)',
  ],
};

/** The door of the pages: what is no request for one of them is answered here, with a true status. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { db, now } = atHand();
  return openDoor(request, await judge(db, request, now));
}
