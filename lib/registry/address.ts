import { z } from 'zod';

/** A page on the web that a customer may be sent to. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

/** An address that secrets are sent to: https, or http on this machine. */
export const secureAddress = z.string().refine(
  (address) => {
    if (!URL.canParse(address)) return false;
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
  },
  { error: 'must be an https address (http only on localhost, 127.0.0.1 or [::1])' },
);

/** A logo. Only a path of our own origin is shown; nothing is fetched from elsewhere, and initials stand in. */
export const logoUri = z.union([z.string().regex(/^\/(?!\/)[\w./-]+$/), webAddress], {
  error: 'must be a path that starts with / or an http(s) address',
});
