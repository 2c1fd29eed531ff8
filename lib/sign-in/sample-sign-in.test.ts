import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registeredProvider } from '../../test/world/registration.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { shownAt } from '../../test/world/ticket.ts';
import { database } from '../storage/database.ts';
import { signInSampleCustomer } from './sample-sign-in.ts';

temporaryServer();
let provider = registeredProvider();
let address = '';
let tests = 0;

beforeEach(() => {
  tests += 1;
  // An address and a bank of its own, so that no test counts the failures of another.
  address = `10.0.0.${tests}`;
  provider = registeredProvider({ provider_id: `bank-${tests}` });
  vi.useFakeTimers({ toFake: ['Date'], now: shownAt * 1000 });
});
afterEach(() => vi.useRealTimers());

const at = (seconds: number) => vi.setSystemTime((shownAt + seconds) * 1000);
const signIn = (username: string, password: string, from = address) =>
  signInSampleCustomer(database(), provider, { username, password, address: from });

async function failTimes(count: number, username = 'camille', from = address) {
  for (let index = 0; index < count; index += 1) await signIn(username, 'wrong', from);
}

/** Fails ten times from each of so many addresses. */
async function failFrom(addresses: number, username = 'camille') {
  for (let index = 1; index <= addresses; index += 1) await failTimes(10, username, `192.0.2.${index}`);
}

const signedIn = { outcome: 'signed-in', customer: { sub: 'camille' } };
const wrong = { outcome: 'wrong-credentials' };

describe('signing in', () => {
  it('works with username and password', async () => {
    expect(await signIn('camille', 'erable-rouge')).toMatchObject(signedIn);
  });

  it('works with the username in any case and with spaces around it', async () => {
    expect(await signIn(' Camille ', 'erable-rouge')).toMatchObject(signedIn);
  });

  it.each([
    ['a wrong password', 'camille', 'maple-leaf'],
    ['the password in another case', 'camille', 'Erable-Rouge'],
    ['spaces around the password', 'camille', ' erable-rouge '],
    ['no password', 'camille', ''],
    ['an unknown username', 'nobody', 'erable-rouge'],
    ['an unknown username and no password', 'nobody', ''],
    ['nothing at all', '', ''],
  ])('fails with %s, without saying which part is wrong', async (_, username, password) => {
    expect(await signIn(username, password)).toEqual(wrong);
  });
});

describe('after ten failures', () => {
  it('T13 the customer waits, at most five minutes, even with the right password', async () => {
    await failTimes(10);
    const outcome = await signIn('camille', 'erable-rouge');
    expect(outcome).toEqual({ outcome: 'too-many-failures', retryAfter: 300 });
  });

  it('T13 the tenth failure is still told as one', async () => {
    await failTimes(9);
    expect(await signIn('camille', 'wrong')).toEqual(wrong);
  });

  it('T13 the time to wait is what is left of it', async () => {
    await failTimes(10);
    at(299);
    expect(await signIn('camille', 'erable-rouge')).toEqual({ outcome: 'too-many-failures', retryAfter: 1 });
  });

  it('T13 the customer may try again when the time is over', async () => {
    await failTimes(10);
    at(300);
    expect(await signIn('camille', 'erable-rouge')).toMatchObject(signedIn);
  });

  it('T13 trying while waiting does not prolong the wait', async () => {
    await failTimes(10);
    at(200);
    await failTimes(10);
    at(300);
    expect(await signIn('camille', 'erable-rouge')).toMatchObject(signedIn);
  });

  it('T13 an unknown customer waits alike', async () => {
    await failTimes(10, 'nobody');
    expect(await signIn('nobody', 'x')).toEqual({ outcome: 'too-many-failures', retryAfter: 300 });
  });

  it('T13 another spelling of the username does not help', async () => {
    await failTimes(10);
    expect(await signIn(' CAMILLE', 'erable-rouge')).toMatchObject({ outcome: 'too-many-failures' });
  });

  it('T13 another address is not affected', async () => {
    await failTimes(10);
    expect(await signIn('camille', 'erable-rouge', '10.0.1.1')).toMatchObject(signedIn);
  });

  it('T13 another customer is not affected', async () => {
    await failTimes(10);
    expect(await signIn('noah', 'maple-leaf')).toMatchObject({ outcome: 'signed-in', customer: { sub: 'noah' } });
  });

  it('T13 the same username at another provider is not affected', async () => {
    await failTimes(10);
    const other = registeredProvider({ provider_id: '2000' });
    const given = { username: 'camille', password: 'erable-rouge', address };
    expect(await signInSampleCustomer(database(), other, given)).toMatchObject(signedIn);
  });

  it('T13 guesses sent at once are held to ten as well', async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => signIn('camille', 'wrong')));
    expect(outcomes.filter(({ outcome }) => outcome === 'wrong-credentials')).toHaveLength(10);
    expect(outcomes.filter(({ outcome }) => outcome === 'too-many-failures')).toHaveLength(20);
  });

  it('T13 a right password among guesses sent at once comes too late', async () => {
    const guesses = [...Array.from({ length: 30 }, () => 'wrong'), 'erable-rouge'];
    const outcomes = await Promise.all(guesses.map((guess) => signIn('camille', guess)));
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'too-many-failures' });
  });

  it('O11 the whole network of an IPv6 address waits, and no other', async () => {
    await failTimes(10, 'camille', '2001:db8:0:1::a');
    const from = (address: string) => signIn('camille', 'erable-rouge', address);
    expect(await from('2001:db8:0:1:ffff::b')).toMatchObject({ outcome: 'too-many-failures' });
    expect(await from('2001:db8:0:2::a')).toMatchObject(signedIn);
  });
});

describe('after a hundred failures from anywhere', () => {
  it('O11 a customer waits an hour, wherever they are', async () => {
    await failFrom(9);
    expect(await signIn('camille', 'erable-rouge')).toMatchObject(signedIn);
    await failTimes(10, 'camille', '192.0.2.10');
    const waiting = { outcome: 'too-many-failures', retryAfter: 3600 };
    expect(await signIn('camille', 'erable-rouge')).toEqual(waiting);
    expect(await signIn('camille', 'wrong')).toEqual(waiting);
    at(3599);
    expect(await signIn('camille', 'erable-rouge')).toEqual({ ...waiting, retryAfter: 1 });
    at(3600);
    expect(await signIn('camille', 'erable-rouge')).toMatchObject(signedIn);
  });

  it('O11 no other customer waits', async () => {
    await failFrom(10);
    expect(await signIn('noah', 'maple-leaf')).toMatchObject({ outcome: 'signed-in' });
  });

  it('O11 what an address tries while it waits is not counted: it shuts nobody out elsewhere', async () => {
    await failTimes(200, 'camille', '192.0.2.1');
    expect(await signIn('camille', 'erable-rouge')).toMatchObject(signedIn);
  });
});

describe('a success', () => {
  it('T13 forgets the failures before it', async () => {
    await failTimes(9);
    expect(await signIn('camille', 'erable-rouge')).toMatchObject(signedIn);
    await failTimes(9);
    expect(await signIn('camille', 'erable-rouge')).toMatchObject(signedIn);
  });

  it('T13 does not count as a failure, however often', async () => {
    for (let index = 0; index < 12; index += 1) expect(await signIn('camille', 'erable-rouge')).toMatchObject(signedIn);
  });

  it('O11 is never refused for how many there are at one moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => signIn('camille', 'erable-rouge')));
    expect(outcomes.filter(({ outcome }) => outcome !== 'signed-in')).toEqual([]);
  });

  it('T13 of one customer does not forget the failures of another', async () => {
    await failTimes(10);
    await signIn('noah', 'maple-leaf');
    expect(await signIn('camille', 'erable-rouge')).toMatchObject({ outcome: 'too-many-failures' });
  });
});
