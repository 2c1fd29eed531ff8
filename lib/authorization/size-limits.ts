import { requestLimit } from '../oauth/request-length.ts';
import { accountIdLimit, accountLimit } from '../registry/account.ts';

/** The longest address, in characters: a request, and what we add to it (a path, the provider, a language, a journey). */
export const addressLimit = requestLimit + 4000;

/** The longest ticket, in characters: JSON of a request, which is no longer than its query, and of whom and what it binds. */
export const ticketLimit = sealedLength(requestLimit + 4000);

// RFC 2046 §5.1.1: a boundary has at most 70 characters. One part of a form for each account that is ticked.
const partLimit = 70 + '--\r\nContent-Disposition: form-data; name="account"\r\n\r\n\r\n'.length + accountIdLimit;

/** The most that a form of a page of ours may weigh, in bytes: a ticket, every account ticked, and a few small fields. */
export const pageFormLimit = ticketLimit + accountLimit * partLimit + 4000;

// RFC 7516 §7.1, RFC 4648 §5: four characters for three bytes, beside the header, the initialization vector and the tag.
function sealedLength(bytes: number): number {
  return 100 + Math.ceil(bytes / 3) * 4;
}
