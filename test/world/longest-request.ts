import { requestLimit } from '../../lib/oauth/request-length.ts';

/** The most that `state` may hold: 24,000 characters of an address. */
export const longestState = '𝄞'.repeat(2000);
/** A redirect URI that may be registered, so that a request can be as long as one may be. */
export const longRedirectUri = `https://budget.example/${'c'.repeat(3000)}`;

const clusters = ['fdx:accountbasic:read', 'fdx:transactions:read'];
const resource = {
  resourceType: 'ACCOUNT',
  dataClusters: Array.from({ length: 20 }, (_, index) => clusters[index % 2]),
};
const details = [
  { type: 'fdx_v1.0', consentRequest: { durationType: 'ONE_TIME', resources: Array(10).fill(resource) } },
];

/**
 * A request whose canonical query is as long as one may be, or by so many characters longer. `parameters` are canonical but
 * for the correlation id, which is set.
 */
export function longestRequest(parameters: Record<string, string>, more = 0): Record<string, string> {
  const { provider_id: _, ...others } = parameters;
  const counted = {
    ...others,
    redirect_uri: longRedirectUri,
    correlation_id: 'c'.repeat(128),
    state: longestState,
    authorization_details: JSON.stringify(details),
    login_hint: '',
  };
  const room = requestLimit - new URLSearchParams(counted).toString().length;
  // Nine characters each; 255 of them are read.
  const hint = '€'.repeat(Math.floor(room / 9)) + 'x'.repeat((room % 9) + more);
  if (room < 0 || hint.length > 255) throw new Error(`${room} characters are left`);
  return { ...parameters, ...counted, login_hint: hint };
}
