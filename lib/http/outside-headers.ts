/**
 * Request headers that Next believes whoever sends them: where it stands (an action's origin is compared with the first
 * three), that its own client asks, and what its own proxy has decided. No page of ours needs them from outside.
 */
export const outsideHeaders: readonly string[] = [
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'next-action',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-hmr-refresh',
  'next-url',
  'rsc',
  'x-nextjs-data',
  'x-matched-path',
];
