import type { Recipient } from '#lib/registry/recipient.ts';
import type { Registry } from '#lib/registry/registry.ts';

/** Where the sample recipient awaits the answer: any port of this machine. */
const callback = /^http:\/\/127\.0\.0\.1(:\d+)?\/demo\/callback$/;

/** The recipients that the sample recipient can speak for; without any, it does not exist. */
export const sampleRecipients = ({ recipients }: Registry): Recipient[] =>
  [...recipients.values()].filter(({ redirectUris }) => redirectUris.some((uri) => callback.test(uri)));

/** The sample recipient's origin: this server under another name, and so a foreign origin to a browser. */
export const recipientOrigin = (issuer: string): string => issuer.replace('//localhost', '//127.0.0.1');

export const redirectUriOf = (issuer: string): string => `${recipientOrigin(issuer)}/demo/callback`;
