import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { answerWith, followPageAnswers } from '../http/page-answer.ts';
import { haveLastWord } from './last-word.ts';

temporaryServer();

let server: Server;
let handle: RequestListener;
beforeAll(async () => {
  followPageAnswers();
  haveLastWord();
  server = createServer((asked, response) => {
    // What has no policy is not of ours, and is replaced.
    response.setHeader('Content-Security-Policy', "default-src 'none'");
    handle(asked, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

async function ask(headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const [response] = (await once(request({ port, method, headers, agent: false }).end(), 'response')) as [
    IncomingMessage,
  ];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

/** What is left of a page that was written in these pieces. */
async function sendPage(...pieces: string[]): Promise<string> {
  handle = (_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    for (const piece of pieces.slice(0, -1)) response.write(piece);
    response.end(pieces.at(-1));
  };
  return (await ask()).body.toString();
}

const ours = '<script async="" src="/submit-once.js?v=0a1b2c3d"></script>';

describe('a page', () => {
  it.each([
    '<script>self.__next_f.push([0])</script>',
    '<script src="/_next/static/chunks/main.js" async=""></script>',
    '<script src="/_next/static/chunks/main.js" nonce="n0nce" id="_R_" noModule=""></script>',
    '<script id="_R_" nonce="n0nce">requestAnimationFrame(function(){$RT=performance.now()});</script>',
    '<SCRIPT TYPE="module">import "x"</SCRIPT>',
    '<script\nasync="">a\nb</script\n>',
    '<script data-src="/submit-once.js">x</script>',
    '<script src="/_next/x.js?/submit-once.js"></script>',
    '<script src="/submit-once.js.evil.js"></script>',
    '<script>"src=\\"/submit-once.js\\""</script>',
    '<script title="src=&quot;/submit-once.js" src="/_next/x.js"></script>',
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/x.js"/>',
    '<link rel="preload" href="/_next/x.js" as="script" nonce="n0nce"/>',
    '<link rel="modulepreload" href="/_next/x.js" as="script"/>',
    '<link href="/_next/x.js" as="script" rel="preload"/>',
  ])('C2 is sent without %s', async (script) => {
    expect(await sendPage(`<head>${ours}${script}</head><p>1</p>${script}<p>2</p>`)).toBe(
      `<head>${ours}</head><p>1</p><p>2</p>`,
    );
  });

  it.each([
    '<link rel="preload" href="/a.css" as="style"/>',
    '<link rel="stylesheet" href="/script.css"/>',
    '<p>as="script" &lt;script&gt;</p>',
    '<noscript>x</noscript>',
  ])('keeps %s', async (kept) => {
    expect(await sendPage(kept)).toBe(kept);
  });

  it('C2 is sent without a script that was written in pieces, even within a letter', async () => {
    const whole = Buffer.from('<p>é</p><script>x</script><p>漢</p>');
    for (let cut = 0; cut <= whole.length; cut += 1) {
      handle = (_, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.write(whole.subarray(0, cut));
        response.end(whole.subarray(cut));
      };
      expect((await ask()).body.toString(), `cut at ${cut}`).toBe('<p>é</p><p>漢</p>');
    }
  });

  it.each([
    '</script><script>alert(1)</script>',
    '<script src="/submit-once.js">alert(1)</script>',
    '"><script>alert(1)</script>',
    '<!--<script>',
    "</title><script src='/submit-once.js'>",
  ])('C2 shows a name of %s as text, whole', async (name) => {
    const text = renderToString(createElement('p', { title: name }, name));
    expect(text).not.toContain('<script');
    // Next writes the same text into its own inline data, with every `<` escaped.
    const data = `<script>self.__next_f.push([1,${JSON.stringify(name).replaceAll('<', '\\u003c')}])</script>`;
    expect(await sendPage(`${text}${data}<p>after</p>`)).toBe(`${text}<p>after</p>`);
  });

  it('is sent whole and at once, with its length, compressed for who can read it', async () => {
    const page = `<p>${'é'.repeat(2000)}</p>`;
    await sendPage(page);
    const plain = await ask();
    expect(plain.headers['content-length']).toBe(String(Buffer.byteLength(page)));
    expect(plain.headers['content-encoding']).toBeUndefined();
    const compressed = await ask({ 'accept-encoding': 'br, gzip;q=0.8' });
    expect(compressed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(compressed.headers['content-length']).toBe(String(compressed.body.length));
    expect(gunzipSync(compressed.body).toString()).toBe(page);
  });

  it('has the status and the headers that it asked for, whatever Next says afterwards', async () => {
    handle = (_, response) => {
      answerWith(429, { 'Retry-After': '60' });
      response.statusCode = 200;
      response.setHeader('Content-Type', 'text/html');
      response.setHeader('Link', '</_next/x.js>; rel=preload; as="script"');
      response.end('<p>wait</p>');
    };
    const { status, headers, body } = await ask();
    expect({ status, retry: headers['retry-after'], link: headers.link }).toEqual({ status: 429, retry: '60' });
    expect(body.toString()).toBe('<p>wait</p>');
  });

  it('C6 that sends the browser on has no body, and no type of one', async () => {
    handle = (_, response) => {
      response.statusCode = 303;
      response.setHeader('Location', '/sign-in');
      response.setHeader('Content-Type', 'text/html');
      response.write('<p>');
      response.end('on</p>');
    };
    const { status, headers, body } = await ask();
    expect({ status, body: body.toString(), type: headers['content-type'] }).toEqual({ status: 303, body: '' });
    expect(headers.location).toBe('/sign-in');
  });
});

describe('what is no page', () => {
  it('is sent as it was written', async () => {
    const json = JSON.stringify({ text: '<script>x</script>' });
    handle = (_, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.write(json.slice(0, 5));
      response.end(json.slice(5));
    };
    expect((await ask()).body.toString()).toBe(json);
  });
});
