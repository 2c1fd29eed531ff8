import { createHash } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { z } from 'zod';

const flow = z.object({
  clientId: z.string(),
  verifier: z.string(),
  state: z.string(),
  language: z.enum(['en', 'fr']),
});
export type Flow = z.infer<typeof flow>;

// A name of its own for each flow, so that two tabs do not overwrite each other.
const flowName = (state: string) => `demo-flow-${createHash('sha256').update(state).digest('hex').slice(0, 16)}`;

export const flowCookie = (value: Flow): string => write(flowName(value.state), value, 900);

export const readFlow = (request: NextRequest, state: string): Flow | undefined => read(request, flowName(state), flow);

const write = (name: string, value: unknown, seconds: number) =>
  `${name}=${Buffer.from(JSON.stringify(value)).toString('base64url')}; Path=/demo; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;

function read<Value>(request: NextRequest, name: string, schema: z.ZodType<Value>): Value | undefined {
  try {
    const text = Buffer.from(request.cookies.get(name)?.value ?? '', 'base64url').toString('utf8');
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
