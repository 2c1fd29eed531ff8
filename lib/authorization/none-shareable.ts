import { listUnavailable } from '../disclosure/accounts.ts';
import { type Problem, problem } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { errorResponse } from '../oauth/authorization-response.ts';
import { issuer } from '../process/environment.ts';
import type { ConsentPrompt } from './consent-prompt.ts';

/** A page of its own for a customer none of whose accounts can be shared: each with the reason, and the way back. */
export function noneShareable({
  request,
  recipient,
  provider,
  session,
}: Pick<ConsentPrompt, 'request' | 'recipient' | 'provider' | 'session'>): Problem {
  note({ outcome: 'none-shareable' });
  const target = { ...request, issuer: issuer() };
  return problem('none-shareable', 200, request.language, {
    providerId: provider.providerId,
    lines: listUnavailable({ accounts: session.accounts, provider }, request.language),
    next: {
      giveUp: {
        address: errorResponse(target, 'access_denied', 'the customer has no account that can be shared'),
        recipient: recipient.name,
      },
    },
  });
}
