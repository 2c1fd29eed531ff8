import { type Answer, call } from './http-call.ts';
import { actionIdOf } from './page-actions.ts';
import type { Visitor } from './visitor.ts';

const boundary = 'the-boundary';
export const multipart = `multipart/form-data; boundary=${boundary}`;

/** The body of a form in parts, by hand: as it must be, unless a test breaks it. */
export const partsOf = (fields: [string, string][]): string =>
  `${fields
    .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')}--${boundary}--\r\n`;

/** A post to a page, with what is wrong with it. */
export interface BadPost {
  /** Replaces the action; none of it when there is none. */
  actions?: string[];
  headers?: Record<string, string>;
  body?: (good: string) => string;
  status: number;
}

const decide = () => `$ACTION_ID_${actionIdOf('decide')}`;
const without = (good: string, part: RegExp): string => good.replace(part, '');

/** What no page of ours ever sends to `/authorize`. */
export const badPosts = (): Record<string, BadPost> => ({
  'no action': { actions: [], status: 400 },
  'an action that nobody knows': { actions: [`$ACTION_ID_40${'0'.repeat(40)}`], status: 400 },
  'an action of an earlier build': { actions: [`${decide().slice(0, -4)}beef`], status: 400 },
  'an action without an id': { actions: ['$ACTION_ID_'], status: 400 },
  'the name of something in every object': { actions: ['$ACTION_ID___proto__'], status: 400 },
  'the action of the sign-in page': { actions: [`$ACTION_ID_${actionIdOf('signIn')}`], status: 400 },
  'the action of the dashboard': { actions: [`$ACTION_ID_${actionIdOf('stopAll')}`], status: 400 },
  'two actions': { actions: [decide(), `$ACTION_ID_${actionIdOf('signOut')}`], status: 400 },
  'the action twice': { actions: [decide(), decide()], status: 400 },
  'an action with bound arguments': { actions: ['$ACTION_REF_1', '$ACTION_1:0', '$ACTION_1:1'], status: 400 },
  'the action and bound arguments': { actions: [decide(), '$ACTION_1:0'], status: 400 },
  'a form state': { actions: [decide(), '$ACTION_KEY'], status: 400 },
  'no body': { body: () => '', status: 400 },
  'no end': { body: (good) => without(good, /--\r\n$/), status: 400 },
  'half a body': { body: (good) => good.slice(0, good.length / 2), status: 400 },
  'parts without a name': { body: (good) => without(good, /; name="decision"/), status: 400 },
  'nonsense for parts': { body: () => 'ticket=x&decision=allow', status: 400 },
  'no boundary': { headers: { 'content-type': 'multipart/form-data' }, status: 400 },
  'another boundary': { headers: { 'content-type': 'multipart/form-data; boundary=other' }, status: 400 },
  'multipart of another kind': { headers: { 'content-type': multipart.replace('form-data', 'mixed') }, status: 415 },
  'plain text': { headers: { 'content-type': 'text/plain' }, status: 415 },
  JSON: { headers: { 'content-type': 'application/json' }, status: 415 },
  'no type': { headers: { 'content-type': '' }, status: 415 },
  'a call of Next’s own client': {
    headers: { 'next-action': actionIdOf('decide'), 'content-type': 'text/plain;charset=UTF-8' },
    status: 415,
  },
  'no length': { headers: { 'content-length': '', 'transfer-encoding': 'chunked' }, status: 411 },
  'too great a length': { body: (good) => good.replace('allow', 'x'.repeat(262_144)), status: 413 },
  'a foreign origin': { headers: { origin: 'https://evil.example' }, status: 403 },
  'the origin null': { headers: { origin: 'null' }, status: 403 },
  'no origin': { headers: { origin: '' }, status: 403 },
  'a foreign origin and a host forged alike': {
    headers: { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    status: 403,
  },
});

/** Posts to a page what it is told to; headers of ours are replaced, and left out where they are empty. */
export async function postBadly(
  { origin, issuer, cookies }: Visitor,
  path: string,
  fields: [string, string][],
  { actions = [decide()], headers = {}, body = (good) => good }: BadPost,
): Promise<Answer> {
  const sent = body(partsOf([...actions.map((name): [string, string] => [name, '']), ...fields]));
  const all: Record<string, string> = {
    cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
    origin: issuer,
    'content-type': multipart,
    'content-length': String(Buffer.byteLength(sent)),
    ...headers,
  };
  const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  return call(origin, { method: 'POST', path, headers: kept, body: sent });
}
