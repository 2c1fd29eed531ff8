import { headers } from 'next/headers';
import { inkOn } from '#lib/registry/accent.ts';

/** The bank's own colour, and black or white on it: the one inline style that our policy lets through, by its nonce. */
export async function AccentColors({ color }: { color: string }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return <style nonce={nonce}>{`:root{--accent:${color};--accent-ink:${inkOn(color)}}`}</style>;
}
