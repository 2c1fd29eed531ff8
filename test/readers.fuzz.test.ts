import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJourney } from '../lib/authorization/journey.ts';
import { openTicket } from '../lib/authorization/ticket.ts';
import { isNonce } from '../lib/clients/dpop-nonce.ts';
import { isPrivateAddress } from '../lib/clients/private-address.ts';
import { revocationRequest } from '../lib/fdx/revocation-request.ts';
import { readApiRequest } from '../lib/http/api-exchange.ts';
import { clientAddress, readTrustedProxies } from '../lib/http/client-address.ts';
import { readForm } from '../lib/http/form.ts';
import { readJson } from '../lib/http/json.ts';
import { sealFor } from '../lib/keys/seal.ts';
import { readEnvironment } from '../lib/process/environment.ts';
import { readRegistry } from '../lib/registry/registry.ts';
import { findFlow } from '../lib/sign-in/sign-in-flow.ts';
import { providerRegistration, recipientRegistration } from './world/registration.ts';
import { temporaryServer } from './world/temporary-server.ts';

temporaryServer();

// fast-check prints the seed of what fails; time is the limit, not the count.
const timeBoxed = { numRuns: 100_000, interruptAfterTimeLimit: 1200, markInterruptAsFailure: false };
const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('whatever is sent', () => {
  it('a ticket, a journey, a flow and a nonce are opened only when they were sealed for what they are', () => {
    const anySealed = fc
      .tuple(fc.jsonValue(), fc.constantFrom('ticket', 'journey', 'sign-in-flow', 'session'))
      .map(([value, purpose]) => sealFor(purpose as 'ticket').seal(value));
    const flows = (value: string) => ({ get: () => ({ value }), getAll: () => [{ name: 'x', value }] });
    fc.assert(
      fc.property(fc.oneof(anyText, anySealed), (sealed) => {
        expect(openTicket(sealFor('ticket'), sealed)).toBeUndefined();
        const journey = readJourney(new URLSearchParams({ journey: sealed }), 0);
        if (journey) expect(journey.startedAt).toEqual(expect.any(Number));
        expect(isNonce(sealed, 0)).toBe(false);
        let asked = 0;
        const jar = flows(sealed);
        expect(findFlow('state', { ...jar, get: () => (asked++ === 0 ? jar.get() : undefined) })).toBeUndefined();
      }),
      timeBoxed,
    );
  });

  it('a registry is read, or refused with sentences', () => {
    const fields = Object.keys({ ...providerRegistration, ...recipientRegistration, jwks: 0, jwks_uri: 0, profile: 0 });
    const anyChange = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue());
    const anyRegistry = fc.oneof(
      anyText,
      fc.json(),
      fc.tuple(anyChange, anyChange).map(([provider, recipient]) =>
        JSON.stringify({
          providers: [{ ...providerRegistration, ...provider }],
          recipients: [{ ...recipientRegistration, ...recipient }],
        }),
      ),
    );
    fc.assert(
      fc.property(anyRegistry, (json) => {
        const reading = readRegistry(json);
        if (reading.outcome === 'refused') expect(reading.faults.length).toBeGreaterThan(0);
        else expect(reading.registry.providers.size).toBeGreaterThan(0);
      }),
      timeBoxed,
    );
  });

  it('an environment is read, or refused with sentences that hold no secret', () => {
    const names = ['ACCORD_ISSUER', 'ACCORD_SECRET', 'ACCORD_REGISTRY', 'DATABASE_URL', 'ACCORD_TRUSTED_PROXIES'];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names, 'ACCORD_DATABASE_POOL', 'ACCORD_PRIVATE_JWKS'), anyText),
        (given) => {
          const reading = readEnvironment({
            ...given,
            ACCORD_SECRET: `hush${given.ACCORD_SECRET ?? ''}`.slice(0, 20),
          });
          if (reading.outcome !== 'refused') throw new Error('a short secret was read');
          expect(reading.faults.join('\n')).not.toContain('hush');
        },
      ),
      timeBoxed,
    );
  });

  it('an address is the peer’s, or one that a trusted proxy told', () => {
    const trusted = readTrustedProxies('127.0.0.1, 10.0.0.0/8, ::1');
    const anyAddress = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('127.0.0.1', '::ffff:10.1.2.3', '::1'), anyText);
    fc.assert(
      fc.property(anyAddress, fc.array(anyAddress), (peer, hops) => {
        const client = clientAddress(peer, hops.join(', '), trusted);
        expect(typeof client).toBe('string');
        readTrustedProxies(hops.join(','));
      }),
      timeBoxed,
    );
  });

  it('an IPv4 address is private under every spelling, or under none', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPrivateAddress(`::ffff:${address}`)).toBe(isPrivateAddress(address));
      }),
      timeBoxed,
    );
  });

  it('a body is read, too large or of the wrong kind', async () => {
    const anyType = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', '');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 20_000, size: 'max' }), anyType, async (bytes, type) => {
        const request = () =>
          new Request('https://a.example/', {
            method: 'POST',
            body: bytes,
            headers: { 'content-type': type || 'x/y' },
          });
        expect(['read', 'too-large', 'wrong-type']).toContain(readForm(await readApiRequest(request())).outcome);
        const json = readJson(await readApiRequest(request()));
        expect(['read', 'too-large', 'not-json']).toContain(json.outcome);
        if (json.outcome === 'read') revocationRequest.safeParse(json.value);
      }),
      timeBoxed,
    );
  });
});
