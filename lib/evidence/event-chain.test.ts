import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConsentEvent, findBreak, headOf, type LinkedEvent, linkEvent, newChain } from './event-chain.ts';

const happened = (number: number): ConsentEvent => ({
  type: 'used',
  actor: 'provider',
  happenedAt: 1_773_327_600 + number,
  detail: { by: `api-${number}` },
});

function chainOf(length: number): LinkedEvent[] {
  let head = newChain('consent-1');
  return Array.from({ length }, (_, index) => {
    const linked = linkEvent(head, happened(index));
    head = headOf(linked);
    return linked;
  });
}

/** The first thing that is wrong with a chain, read from its beginning. */
function firstBreak(events: readonly LinkedEvent[]): string | undefined {
  let head = newChain('consent-1');
  for (const event of events) {
    const fault = findBreak(head, event);
    if (fault) return fault;
    head = headOf(event);
  }
  return undefined;
}

describe('a chain of events', () => {
  it('is whole as it was written', () => {
    expect(firstBreak(chainOf(5))).toBeUndefined();
  });

  const changes: [string, (event: LinkedEvent) => LinkedEvent][] = [
    ['consent', (event) => ({ ...event, consentId: 'consent-2' })],
    ['type', (event) => ({ ...event, type: 'denied' })],
    ['actor', (event) => ({ ...event, actor: 'customer' })],
    ['detail', (event) => ({ ...event, detail: event.detail.replace('api', 'app') })],
    ['time', (event) => ({ ...event, happenedAt: event.happenedAt - 1 })],
    ['hash', (event) => ({ ...event, hash: event.hash.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) })],
  ];
  it.each(changes)('C20 shows where the %s of an event was changed', (_, change) => {
    const events = chainOf(5);
    const changed = events.map((event, index) => (index === 2 ? change(event) : event));
    expect(firstBreak(changed)).toBe('event 3 is not the one that was written');
  });

  it('C20 shows an event that was taken out, put in, or changed places', () => {
    const events = chainOf(5);
    expect(firstBreak(events.filter((_, index) => index !== 2))).toBe('event 3 is missing');
    expect(firstBreak([...events.slice(0, 3), ...events.slice(2)])).toBe('event 4 is missing');
    expect(firstBreak([...events.slice(0, 2), ...events.slice(2, 4).reverse(), ...events.slice(4)])).toBe(
      'event 3 is missing',
    );
  });

  it('C20 shows an event that was written anew: those after it no longer follow', () => {
    const events = chainOf(5);
    const forged = linkEvent(headOf(events[1] as LinkedEvent), { ...happened(2), actor: 'customer' });
    expect(firstBreak(events.map((event, index) => (index === 2 ? forged : event)))).toBe(
      'event 4 is not the one that was written',
    );
  });

  it('does not confuse fields that run into each other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (first, second, detail) => {
        fc.pre(first !== second);
        const [one, other] = [first, second].map((id) =>
          linkEvent(newChain(id), { ...happened(1), detail: { detail } }),
        );
        expect(one?.hash).not.toBe(other?.hash);
      }),
    );
  });
});
