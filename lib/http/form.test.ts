import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyLimit, readApiRequest } from './api-exchange.ts';
import { readForm } from './form.ts';

const address = 'https://consent.bank.example/token';
const type = 'application/x-www-form-urlencoded';

const posted = async (body: BodyInit, headers: Record<string, string> = { 'Content-Type': type }) =>
  readForm(
    await readApiRequest(new Request(address, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)),
  );

/** A body that comes in pieces, without a Content-Length; answers how much of it was read as well. */
function chunked(chunks: number, size: number) {
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (sent === chunks) return controller.close();
      sent += 1;
      controller.enqueue(new TextEncoder().encode('x'.repeat(size)));
    },
  });
  return { body, sent: () => sent };
}

describe('a posted form', () => {
  it('T1 is read as it was filled in', async () => {
    const fields = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), {
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(fields, async (given) => {
        const reading = await posted(new URLSearchParams(given).toString());
        expect(reading.outcome === 'read' && [...reading.form]).toEqual([...new URLSearchParams(given)]);
      }),
    );
  });

  it('T1 keeps what is repeated', async () => {
    const reading = await posted('code=1&code=2');
    expect(reading.outcome === 'read' && reading.form.getAll('code')).toEqual(['1', '2']);
  });

  it('T1 is read with a charset beside its type, in any case', async () => {
    for (const given of [`${type}; charset=utf-8`, type.toUpperCase(), ` ${type} ;x=y`])
      expect(await posted('a=1', { 'Content-Type': given })).toMatchObject({ outcome: 'read' });
  });

  it.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain', `${type}x`, ''])(
    'T1 is not read from a body of type "%s"',
    async (given) => {
      expect(await posted('a=1', { 'Content-Type': given })).toEqual({ outcome: 'wrong-type' });
    },
  );

  it('T1 is not read from a body without a type', async () => {
    expect(await posted(new Blob(['a=1']), {})).toEqual({ outcome: 'wrong-type' });
  });

  it('is empty when nothing was posted', async () => {
    const reading = await posted('');
    expect(reading.outcome === 'read' && [...reading.form]).toEqual([]);
  });

  it('T7 may weigh 16 kB, and not a byte more', async () => {
    expect(await posted('x'.repeat(bodyLimit))).toMatchObject({ outcome: 'read' });
    expect(await posted('x'.repeat(bodyLimit + 1))).toEqual({ outcome: 'too-large' });
  });

  it('T7 is too large by what it weighs in bytes, not in characters', async () => {
    expect(await posted('é'.repeat(bodyLimit / 2 + 1))).toEqual({ outcome: 'too-large' });
  });

  it('T7 is too large when it comes in pieces without a length, and is not read to its end', async () => {
    const { body, sent } = chunked(1000, 1024);
    expect(await posted(body)).toEqual({ outcome: 'too-large' });
    expect(sent()).toBeLessThan(30);
  });

  it('T7 is read when it comes in small pieces without a length', async () => {
    expect(await posted(chunked(16, 1024).body)).toMatchObject({ outcome: 'read' });
  });

  it('T7 is too large whatever its length claims', async () => {
    const headers = { 'Content-Type': type, 'Content-Length': '5' };
    expect(await posted(chunked(20, 1024).body, headers)).toEqual({ outcome: 'too-large' });
    expect(await posted('a=1', { ...headers, 'Content-Length': '16385' })).toEqual({ outcome: 'too-large' });
  });
});
