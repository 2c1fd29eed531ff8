import { formTargetsOf, policyHeaders, securityHeaders } from '../http/security-headers.ts';
import { issuer } from '../process/environment.ts';
import { currentRegistry } from '../registry/current.ts';
import type { Provider } from '../registry/provider.ts';

/** What a page's answer is held to; its forms may lead to `answers`, or to each bank's sign-in page where it names none. */
export function pagePolicy(nonce: string, answers: readonly string[]): Record<string, string> {
  const targets = answers.length > 0 ? answers : [...currentRegistry().providers.values()].flatMap(signInAddress);
  return securityHeaders({ issuer: issuer(), nonce, formTargets: targets.flatMap(formTargetsOf) });
}

/** The same of a file. */
export const filePolicy = (): Record<string, string> => policyHeaders({ issuer: issuer() });

/** The address of a bank's own sign-in page. */
export const signInAddress = ({ signIn }: Provider): string[] => (signIn.type === 'oidc' ? [signIn.issuer] : []);
