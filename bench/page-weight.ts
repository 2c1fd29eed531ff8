import { gzipSync } from 'node:zlib';
import { type Connections, send, unexpected } from './http-client.ts';

/** Bytes after gzip; each file is compressed alone, as it travels. */
export interface PageWeight {
  html: number;
  styles: number;
  scripts: number;
}

function addressesIn(html: string, tag: RegExp, attribute: RegExp): string[] {
  const found = [...html.matchAll(tag)].flatMap(
    ([whole]) => attribute.exec(whole)?.[1]?.replaceAll('&amp;', '&') ?? [],
  );
  return [...new Set(found)];
}

/** Weighs a page with the scripts and style sheets that a browser of today loads for it (no `nomodule`). */
export async function weighPage(connections: Connections, html: string, base: URL): Promise<PageWeight> {
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
  return {
    html: gzipSync(html).length,
    styles: await weigh(addressesIn(html, /<link\b[^>]*\brel="stylesheet"[^>]*>/gi, /\shref="([^"]+)"/)),
    scripts: await weigh(addressesIn(html, /<script\b(?![^>]*\bnomodule\b)[^>]*>/gi, /\ssrc="([^"]+)"/)),
  };
}
