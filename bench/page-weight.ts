import type { Agent } from 'node:http';
import { gzipSync } from 'node:zlib';
import { unexpected } from './authorization-code.ts';
import { send } from './http-client.ts';

/** Bytes after gzip; each file is compressed alone, as it travels. */
export interface PageWeight {
  html: number;
  styles: number;
  frameworkScripts: number;
  ownScripts: number;
}

function addressesIn(html: string, tag: RegExp, attribute: RegExp): string[] {
  const found = [...html.matchAll(tag)].flatMap(
    ([whole]) => attribute.exec(whole)?.[1]?.replaceAll('&amp;', '&') ?? [],
  );
  return [...new Set(found)];
}

/** Weighs a page with the scripts and style sheets that a browser of today loads for it (no `nomodule`). */
export async function weighPage(
  connections: Agent,
  html: string,
  base: URL,
  frameworkScripts: Set<string>,
): Promise<PageWeight> {
  const weigh = async (addresses: string[]): Promise<number> => {
    let total = 0;
    for (const address of addresses) {
      const url = new URL(address, base);
      const answer = await send(connections, { method: 'GET', url });
      if (answer.status !== 200) throw unexpected(answer, url);
      total += gzipSync(answer.body).length;
    }
    return total;
  };
  const scripts = addressesIn(html, /<script\b(?![^>]*\bnomodule\b)[^>]*>/gi, /\ssrc="([^"?]+)/);
  return {
    html: gzipSync(html).length,
    styles: await weigh(addressesIn(html, /<link\b[^>]*\brel="stylesheet"[^>]*>/gi, /\shref="([^"]+)"/)),
    frameworkScripts: await weigh(scripts.filter((address) => frameworkScripts.has(address))),
    ownScripts: await weigh(scripts.filter((address) => !frameworkScripts.has(address))),
  };
}
