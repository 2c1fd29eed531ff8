import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { temporaryDirectory } from '../../test/world/temporary-database.ts';
import { namesActionOf } from './action-ids.ts';

const decide = `40${'a'.repeat(40)}`;
const stop = `40${'b'.repeat(40)}`;
const signOut = `40${'c'.repeat(40)}`;

const workersOf = (...pages: string[]) => ({ workers: Object.fromEntries(pages.map((page) => [page, {}])) });
const directory = temporaryDirectory();
mkdirSync(join(directory, '.next/server'), { recursive: true });
writeFileSync(
  join(directory, '.next/server/server-reference-manifest.json'),
  JSON.stringify({
    node: {
      [decide]: workersOf('app/authorize/page'),
      [stop]: workersOf('app/consents/[id]/stop/page'),
      [signOut]: workersOf('app/authorize/page', 'app/consents/page', 'app/consents/[id]/page'),
    },
  }),
);
vi.stubEnv('NODE_ENV', 'production');
vi.spyOn(process, 'cwd').mockReturnValue(directory);

function post(...fields: string[]): Request {
  const form = new FormData();
  for (const field of fields) form.append(field, '');
  return new Request('https://consent.bank.example/', { method: 'POST', body: form });
}
const name = (id: string) => `$ACTION_ID_${id}`;

describe('the action that a form names', () => {
  it.each([
    ['/authorize', decide],
    ['/authorize', signOut],
    ['/consents', signOut],
    ['/consents/0a1b-2c3d', signOut],
    ['/consents/0a1b-2c3d/stop', stop],
  ])('at %s is known by its id', async (path, id) => {
    expect(await namesActionOf(path, post(name(id), 'ticket'))).toBe(true);
  });

  it.each([
    ['/sign-in', decide],
    ['/consents', decide],
    ['/authorize', stop],
    ['/consents/stop', stop],
    ['/consents/x/y/stop', stop],
    ['/consents//stop', stop],
    ['/authorize/x', decide],
    ['/x/authorize', decide],
  ])('is none of another page, at %s', async (path, id) => {
    expect(await namesActionOf(path, post(name(id)))).toBe(false);
  });

  it.each([
    ['nothing', []],
    ['another build', [name(`40${'d'.repeat(40)}`)]],
    ['every object', [name('constructor')]],
    ['a prototype', [name('__proto__')]],
    ['no id', [name('')]],
    ['two', [name(decide), name(signOut)]],
    ['the same twice', [name(decide), name(decide)]],
    ['bound arguments', ['$ACTION_REF_1', '$ACTION_1:0']],
    ['bound arguments beside it', [name(decide), '$ACTION_1:0']],
    ['a key of a form state', [name(decide), '$ACTION_KEY']],
    ['the id alone', [decide]],
  ])('is none when it names %s', async (_, fields) => {
    expect(await namesActionOf('/authorize', post(...fields))).toBe(false);
  });

  it.each(['', '--b', '--b\r\n', 'x'])('is none when the form is %j', async (body) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    expect(
      await namesActionOf('/authorize', new Request('https://a.example/', { method: 'POST', headers, body })),
    ).toBe(false);
  });

  it('leaves the form to be read by the action', async () => {
    const request = post(name(decide), 'ticket');
    await namesActionOf('/authorize', request);
    expect([...(await request.formData()).keys()]).toEqual([name(decide), 'ticket']);
  });
});
