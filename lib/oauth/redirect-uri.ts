import { z } from 'zod';

// RFC 8252 §7.3: only these two literals, only http; `localhost` is not one of them (§8.3).
const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?(?=[/?]|$)/;
const developmentHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);
const responseParameters = ['code', 'state', 'iss', 'error', 'error_description'];

/** A redirect URI that may be registered: https, http on this machine, or a private-use scheme that has a dot. */
export const redirectUri = z.string().superRefine((uri, context) => {
  const fault = registrationFault(uri);
  if (fault) context.addIssue(fault);
});

function registrationFault(uri: string): string | undefined {
  if (/[^\x21-\x7e]/.test(uri)) return 'must be plain ASCII without spaces';
  if (uri.includes('*')) return 'must not hold a wildcard';
  if (uri.includes('#')) return 'must not hold a fragment'; // RFC 6749 §3.1.2
  // RFC 3986 §2: browsers do not agree on how to read these characters.
  if (/["<>\\^`{|}]/.test(uri)) return 'must hold only the characters of a URI';
  if (!URL.canParse(uri)) return 'must be an absolute URI';
  if (/^https?:/i.test(uri) && !/^https?:\/\/[A-Za-z0-9.[\]:-]+(?=[/?]|$)/.test(uri))
    return 'must be http(s)://host, without a user name';
  const { protocol, hostname, searchParams } = new URL(uri);
  if (responseParameters.some((name) => searchParams.has(name)))
    return 'must not hold a parameter of the answer (code, state, iss, error)';
  if (protocol === 'https:') return undefined;
  if (protocol === 'http:')
    // 127.1 and 0x7f000001 name the same machine, but no other rule knows them.
    return developmentHosts.has(hostname) && uri.startsWith(`http://${hostname}`)
      ? undefined
      : 'may be http only on 127.0.0.1, [::1] or localhost';
  // RFC 8252 §7.1: a scheme based on a domain name under the app's control.
  return protocol.includes('.') ? undefined : 'must be https, or a private-use scheme that has a dot';
}

/** Equal as strings (RFC 9700 §4.1.3); only the port of a loopback IP literal may differ (RFC 8252 §7.3). */
export function matchesRedirectUri(registered: string, requested: string): boolean {
  if (registered === requested) return true;
  const port = loopback.exec(requested)?.[2];
  if (!loopback.test(registered) || (port !== undefined && Number(port) > 65535)) return false;
  return loopback.test(requested) && withoutPort(registered) === withoutPort(requested);
}

const withoutPort = (uri: string) => uri.replace(loopback, 'http://$1');
