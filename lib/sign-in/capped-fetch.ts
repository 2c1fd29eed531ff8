import { timeBank } from '../metrics/bank-metrics.ts';

/** The most that is read of one answer of a bank, in bytes. */
export const mostBytes = 1_000_000;

/** A bank's answer that is longer than any honest one. */
export class AnswerTooLong extends Error {}

/** `fetch`, whose answer is read to its end and may have 1 MB; of a longer one no more than that is ever held. */
export async function cappedFetch(address: string | URL, options: RequestInit): Promise<Response> {
  const answer = await timeBank(address, () => fetch(address, options));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new AnswerTooLong(`answered more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  const { status, headers } = answer;
  return new Response(answer.body && new Blob(chunks), { status, headers });
}
