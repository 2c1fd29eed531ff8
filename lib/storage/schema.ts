import type { z } from 'zod';
import type { authorizationCodeRow } from './authorization-code-row.ts';
import type { consentEventRow } from './consent-event-row.ts';
import type { consentRow } from './consent-row.ts';
import type { decisionRow } from './decisions.ts';
import type { failureRow } from './failures.ts';
import type { pushedRequestRow } from './pushed-requests.ts';
import type { refreshTokenRow } from './refresh-tokens.ts';
import type { revokedAccessTokenRow } from './revoked-access-tokens.ts';
import type { sessionRow } from './sessions.ts';
import type { settingRow } from './settings.ts';
import type { signingKeyRow } from './signing-keys.ts';
import type { usedTokenRow } from './used-tokens.ts';

/** Rows as they are stored: text, integers (epoch seconds) and JSON as text, alike on every database. */
export interface Schema {
  sessions: z.input<typeof sessionRow>;
  decisions: z.input<typeof decisionRow>;
  consents: z.input<typeof consentRow>;
  consent_events: z.input<typeof consentEventRow>;
  refresh_tokens: z.input<typeof refreshTokenRow>;
  pushed_requests: z.input<typeof pushedRequestRow>;
  used_tokens: z.input<typeof usedTokenRow>;
  failures: z.input<typeof failureRow>;
  revoked_access_tokens: z.input<typeof revokedAccessTokenRow>;
  authorization_codes: z.input<typeof authorizationCodeRow>;
  signing_keys: z.input<typeof signingKeyRow>;
  settings: z.input<typeof settingRow>;
}
