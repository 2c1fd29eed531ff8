import { discardServer, startServer } from '../servers/server.ts';
import { authorizePath, newProof, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';

test('C20 the log has one JSON line a request, with correlation id, outcome and duration, and no secret', async () => {
  const server = await startServer();
  const visitor = new Visitor(server.origin);
  const { verifier, parameters } = newProof();
  const state = 'state-that-nobody-may-read';
  const path = authorizePath({ ...parameters, state, correlation_id: 'the-whole-journey' });
  const signInPath = path.replace('/authorize', '/sign-in');

  await visitor.get(path);
  await visitor.get(signInPath);
  await visitor.post(signInPath, { username: 'camille', password: 'wrong-guess' });
  await visitor.post(signInPath, { username: 'camille', password: 'erable-rouge' });
  const [session = ''] = visitor.cookies.values();
  const ticket = await visitor.openConsent(path);
  const code = locationOf(await visitor.decide('allow', ticket)).searchParams.get('code') ?? '';
  const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback', code_verifier: verifier };
  const { json } = await redeem(server.origin, { basic: ['budget-buddy', secretOfBudgetBuddy], form });
  await redeem(server.origin, { basic: ['budget-buddy', secretOfBudgetBuddy], form });
  await server.end();

  const text = server.output.join('');
  await discardServer(server);
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .filter(({ path: address }) => address !== '/health');
  expect(lines.map((line) => [line.method, line.path, line.status, line.outcome])).toEqual([
    ['GET', '/authorize', 303, 'sign-in-required'],
    ['GET', '/sign-in', 200, 'sign-in-shown'],
    ['POST', '/sign-in', 200, 'wrong-credentials'],
    ['POST', '/sign-in', 303, 'signed-in'],
    ['GET', '/authorize', 200, 'consent-shown'],
    ['POST', '/authorize', 303, 'allowed'],
    ['POST', '/token', 200, 'issued'],
    ['POST', '/token', 400, 'code-replayed'],
  ]);
  for (const line of lines) {
    expect(line).toMatchObject({ correlationId: 'the-whole-journey', durationMs: expect.any(Number) });
  }
  const token = String(json.access_token);
  const secrets = { code, state, token, ticket, session, verifier, secret: secretOfBudgetBuddy };
  for (const [name, secret] of Object.entries(secrets)) expect(text, name).not.toContain(secret);
  expect(text).not.toContain(token.split('.')[2] ?? token);
  for (const word of ['erable-rouge', 'wrong-guess', '1234', 'acc-chq-1', 'Camille'])
    expect(text, word).not.toContain(word);
});

test('a stranger cannot write into the log, nor make it hold what was typed', async () => {
  const server = await startServer();
  const visitor = new Visitor(server.origin);
  await visitor.get(`/authorize?client_id=${encodeURIComponent('x\n{"level":30,"forged":true}')}`);
  await visitor.get('/%0a%7b%22forged%22%3atrue%7d');
  const signInPath = authorizePath().replace('/authorize', '/sign-in');
  await visitor.post(signInPath, { username: 'typed-into-the-wrong-field', password: 'x' });
  await server.end();
  const text = server.output.join('');
  await discardServer(server);
  const entries = text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  expect(entries.filter((entry) => 'forged' in entry)).toEqual([]);
  expect(text).not.toContain('typed-into-the-wrong-field');
});
