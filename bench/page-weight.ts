import type { Agent } from 'node:http';
import { gzipSync } from 'node:zlib';
import { unexpected } from './authorization-code.ts';
import { send } from './http-client.ts';

/** Bytes after gzip; each file is compressed alone, as it travels. */
export interface PageWeight {
  html: number;
  script: number;
  style: number;
}

function addressesIn(html: string, tag: RegExp, attribute: RegExp): Set<string> {
  return new Set(
    [...html.matchAll(tag)].flatMap(([whole]) => attribute.exec(whole)?.[1]?.replaceAll('&amp;', '&') ?? []),
  );
}

/** Weighs a page with the scripts and style sheets that a browser of today loads for it (no `nomodule`). */
export async function weighPage(connections: Agent, html: string, base: URL): Promise<PageWeight> {
  const weigh = async (addresses: Set<string>): Promise<number> => {
    let total = 0;
    for (const address of addresses) {
      const url = new URL(address, base);
      const answer = await send(connections, { method: 'GET', url });
      if (answer.status !== 200) throw unexpected(answer, url);
      total += gzipSync(answer.body).length;
    }
    return total;
  };
  return {
    html: gzipSync(html).length,
    script: await weigh(addressesIn(html, /<script\b(?![^>]*\bnomodule\b)[^>]*>/gi, /\ssrc="([^"]+)"/)),
    style: await weigh(addressesIn(html, /<link\b[^>]*\brel="stylesheet"[^>]*>/gi, /\shref="([^"]+)"/)),
  };
}
