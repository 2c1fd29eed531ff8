import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discardServer, newDirectory, type Server, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { type Granted, grant, introspect, mapleOperations, refresh } from '../support/granted.ts';
import { call } from '../support/http-call.ts';
import { type RegistryFile, recipientOf, writeRegistry } from '../support/registry.ts';
import { Visitor } from '../support/visitor.ts';

const registry = join(newDirectory(), 'registry.json');
const write = (change: (file: RegistryFile) => void = () => undefined) => writeRegistry(change, registry);
const suspended = (file: RegistryFile) => Object.assign(recipientOf(file, 'budget-buddy'), { status: 'suspended' });
const removed = (file: RegistryFile) => {
  file.recipients = file.recipients.filter(({ client_id }) => client_id !== 'budget-buddy');
};

let instances: [Server, Server];

test.beforeAll(async () => {
  write();
  const first = await startServer({ registry });
  const { directory, secret, issuer } = first;
  // The second has two processes: each of them must hear of it.
  const second = await startServer({ registry, directory, secret, issuer, workers: 2 });
  instances = [first, second];
  // It answers as soon as one of its processes does; the other would begin with what is written next.
  await expect.poll(() => second.output.join('').split('"the registry is in force"').length - 1).toBe(2);
});
test.afterAll(async () => {
  await instances[1].end('SIGKILL');
  await discardServer(instances[0]);
});
test.beforeEach(() => put());

const takenOver = 'the registry was read and is in force';
const refused = 'THE REGISTRY IS WRONG';

/** Writes the registry and waits until each of the three processes has said so, for the five seconds that they have. */
async function put(change?: (file: RegistryFile) => void, said = takenOver): Promise<void> {
  const countOf = ({ output }: Server) => output.join('').split(said).length - 1;
  const [before, counts] = [hashOfFile(), instances.map(countOf)];
  write(change);
  if (hashOfFile() === before) return;
  const wanted = counts.map((count, index) => count + (index === 0 ? 1 : 2));
  await expect.poll(() => instances.map(countOf), { timeout: 5000, intervals: [100] }).toEqual(wanted);
}

/** What every instance answers, asked several times, as either of two processes may be the one that answers. */
async function expectTokens(isActive: boolean, { accessToken }: Granted): Promise<void> {
  const asked = instances.flatMap((instance) => Array.from({ length: 10 }, () => introspect(instance, accessToken)));
  const answers = await Promise.all(asked);
  expect(new Set(answers.map(({ json }) => json.active))).toEqual(new Set([isActive]));
}

for (const [how, change] of Object.entries({ suspended, removed })) {
  test(`O16 the tokens of a recipient that is ${how} are inactive on every instance within five seconds, until it is active again`, async () => {
    const granted = await grant(instances[0]);
    await expectTokens(true, granted);
    await put(change);
    await expectTokens(false, granted);
    for (const instance of instances)
      expect(await refresh(instance, granted.refreshToken)).toMatchObject({
        status: 401,
        json: { error: 'invalid_client' },
      });
    expect(await fdxConsent(granted)).toMatchObject({ status: 'ACTIVE', 'x-accord-paused': true });

    await put();
    await expectTokens(true, granted);
    expect(await fdxConsent(granted)).not.toHaveProperty('x-accord-paused');
    expect(await refresh(instances[1], granted.refreshToken)).toMatchObject({ status: 200 });
  });
}

test('O16 its consents are paused on the dashboard, in words, and can be stopped', async () => {
  const [server] = instances;
  const granted = await grant(server);
  await put(suspended);
  const visitor = new Visitor(server.origin);
  await visitor.signIn('camille', '/sign-in?for=dashboard&next=/consents&provider_id=1000&language=en');
  const english = await visitor.get('/consents?provider_id=1000&language=en');
  expect(english.text).toContain('Paused by your bank');
  expect(english.text).toContain('Maple Bank has paused this. Budget Buddy gets nothing in the meantime.');
  expect(english.text).toContain('You share nothing now.');
  const french = await visitor.get('/consents?provider_id=1000&language=fr');
  expect(french.text).toContain('Mis en pause par votre institution');
  expect(french.text).toContain('Entre-temps, Budget Copain ne reçoit rien.');
  const stop = `/consents/${granted.consentId}/stop?provider_id=1000&language=en`;
  expect((await visitor.post(stop, { decision: 'stop' })).status).toBe(303);
  expect(await fdxConsent(granted)).toMatchObject({ status: 'REVOKED' });
});

test('O16 a registry that is wrong is not taken over by any process, and the log and /health say so', async () => {
  const granted = await grant(instances[0]);
  const sha256 = hashOfFile();
  await put((file) => {
    suspended(file);
    Object.assign(recipientOf(file, 'budget-buddy'), { Status: 'suspended' });
  }, refused);
  await expectHealth({ sha256, file: 'refused' });
  for (const instance of instances)
    expect(instance.output.join('')).toContain('recipients[0].Status is not a field that is known here');
  await expectTokens(true, granted);
  await put();
  await expectHealth({ sha256, file: 'in-force' });
});

test('O16 SIGHUP reads the registry at once in every process, and ends none', async () => {
  for (const instance of instances) {
    const count = () => instance.output.join('').split('"why":"SIGHUP"').length - 1;
    const [before, processes] = [count(), instance === instances[0] ? 1 : 2];
    instance.process.kill('SIGHUP');
    await expect.poll(count, { timeout: 5000 }).toBe(before + processes);
    expect(instance.process.exitCode).toBeNull();
  }
});

const hashOfFile = () => createHash('sha256').update(readFileSync(registry)).digest('hex');

async function expectHealth(wanted: { sha256: string; file: 'in-force' | 'refused' }): Promise<void> {
  for (const { origin } of instances)
    expect(JSON.parse((await call(origin, { path: '/health' })).text)).toEqual({ status: 'ok', registry: wanted });
}

async function fdxConsent({ consentId }: Granted): Promise<Record<string, unknown>> {
  const authorization = `Basic ${btoa(mapleOperations.join(':'))}`;
  const answer = await call(instances[1].origin, { path: `/fdx/v6/consents/${consentId}`, headers: { authorization } });
  return JSON.parse(answer.text);
}
