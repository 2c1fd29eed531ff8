import type { ReactElement } from 'react';
import type { DashboardPlace } from '#components/dashboard-frame.tsx';
import { pageResponse } from '#lib/http/responses.ts';
import { formTargetsOf } from '#lib/http/security-headers.ts';
import type { Visit } from './visit.ts';

/** A page of the dashboard; signing out of it may lead on to the bank's own page. */
export function dashboardResponse(
  { provider, session, language, place }: Visit,
  render: (place: DashboardPlace) => ReactElement,
): Response {
  const { signIn } = provider;
  return pageResponse((nonce) => render({ provider, customer: session.name, language, place, nonce }), {
    language,
    formTargets: signIn.type === 'oidc' ? formTargetsOf(signIn.issuer) : [],
  });
}
