import * as oidc from 'openid-client';
import type { UpstreamSignIn } from '../registry/provider.ts';
import { callbackUri } from './bank-addresses.ts';
import { type BankCustomer, isStrongEnough, nameIn, readBankCustomer } from './bank-customer.ts';
import { type BankFault, bankFault, bankFaultOf, explainFault } from './bank-fault.ts';
import { identityProvider } from './identity-provider.ts';
import { longestAge, type SignInOptions } from './sign-in-demand.ts';
import type { SignInFlow } from './sign-in-flow.ts';

export interface SignedInAtBank {
  outcome: 'signed-in';
  customer: BankCustomer & { idToken: string };
  accessToken: string;
}

type UpstreamOutcome = SignedInAtBank | { outcome: BankFault };

/** Redeems what the bank answered; whatever is wrong with it, the outcome holds no customer (SECURITY C17). */
export async function completeUpstreamSignIn(
  upstream: UpstreamSignIn,
  given: { flow: SignInFlow; answer: URLSearchParams; correlationId: string; options: SignInOptions },
  now: number,
): Promise<UpstreamOutcome> {
  const { flow, answer, correlationId, options } = given;
  try {
    const configuration = await identityProvider(upstream, correlationId, now);
    const maxAge = longestAge(upstream, options);
    const tokens = await oidc.authorizationCodeGrant(
      configuration,
      new URL(`${callbackUri(flow.providerId)}?${answer}`),
      {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.codeVerifier,
        idTokenExpected: true,
        // Of a forced sign-in the time is held against the beginning of its flow, however long it took.
        ...(maxAge !== undefined && !flow.isForced && { maxAge }),
      },
    );
    const claims = tokens.claims();
    if (!isStrongEnough(claims?.acr, upstream)) return bankFault('too-weak', 'acr is none of the acr_values asked for');
    const customer = readBankCustomer(claims, flow, now);
    if (!customer) return bankFault('refused', 'sub or auth_time is not as it was asked for');
    const { access_token: accessToken, id_token: idToken = '' } = tokens;
    const name = customer.name ?? nameIn(await readUserInfo(configuration, accessToken, customer.sub)) ?? customer.sub;
    return { outcome: 'signed-in', customer: { ...customer, name, idToken }, accessToken };
  } catch (fault) {
    explainFault(fault);
    return { outcome: bankFaultOf(fault) };
  }
}

const readUserInfo = async (configuration: oidc.Configuration, accessToken: string, sub: string) =>
  configuration.serverMetadata().userinfo_endpoint ? oidc.fetchUserInfo(configuration, accessToken, sub) : undefined;
