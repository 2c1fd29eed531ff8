import type { Database } from '../storage/database.ts';
import { claimOnce } from '../storage/used-tokens.ts';
import type { HostCookie } from './session-cookie.ts';
import { type CookieJar, expiredFlowCookies, findFlow, flowLife, type SignInFlow } from './sign-in-flow.ts';

/**
 * The flow that a bank answers, taken once: by the browser that began it, at the address of the bank it began at, and with
 * the first answer to it (SECURITY O12). Its cookies end whatever comes of it.
 */
export async function takeFlow(
  db: Database,
  { providerId, answer, jar }: { providerId: string; answer: URLSearchParams; jar: CookieJar },
): Promise<{ flow: SignInFlow | undefined; expired: HostCookie[] }> {
  const [state, ...more] = answer.getAll('state');
  const flow = state && more.length === 0 ? findFlow(state, jar) : undefined;
  if (!flow) return { flow: undefined, expired: [] };
  const isTaken =
    flow.providerId === providerId && (await claimOnce(db, ['sign-in-flow', flow.state], flow.startedAt + flowLife));
  return { flow: isTaken ? flow : undefined, expired: expiredFlowCookies(flow.state, jar) };
}
