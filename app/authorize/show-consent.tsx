import { ConsentPage, type ConsentProblem } from '#components/consent-page.tsx';
import { type PutRequest, presentConsent } from '#lib/authorization/prompt-for-consent.ts';
import { pageResponse } from '#lib/http/responses.ts';
import { formTargetsOf } from '#lib/http/security-headers.ts';
import { note } from '#lib/log/request-log.ts';

// "Not you?" leads on to the bank's own page.
const signInAddress = ({ provider: { signIn } }: PutRequest) => (signIn.type === 'oidc' ? [signIn.issuer] : []);

/** The consent page, at first or again with what was ticked and what is in the way. */
export async function showConsent(
  put: PutRequest,
  again: { ticked?: string[]; until?: string | null; problem?: ConsentProblem; status?: number } = {},
): Promise<Response> {
  note({ outcome: again.problem ?? 'consent-shown' });
  const { words, ticket } = await presentConsent(put);
  const { ticked = [], until, problem, status = 200 } = again;
  return pageResponse((nonce) => <ConsentPage {...{ put, words, ticket, nonce, ticked, until, problem }} />, {
    language: put.request.language,
    status,
    formTargets: [put.request.redirectUri, ...signInAddress(put)].flatMap(formTargetsOf),
  });
}
