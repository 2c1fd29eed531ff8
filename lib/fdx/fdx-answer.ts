import { apiAnswer, apiHeaders } from '../http/api-answer.ts';
import type { ApiAnswer } from '../http/api-exchange.ts';
import { note } from '../log/request-log.ts';

/** FDX's errors by status: `code` and `message` of its `Error` entity. */
const errors = {
  400: ['400', 'The request is not as the API wants it'],
  401: ['603', 'Authentication failed'],
  403: ['602', 'This client may not do that'],
  404: ['1107', 'Data not found for request parameters'],
  405: ['405', 'The method is not answered here'],
  409: ['409', 'The consent has already ended'],
  413: ['413', 'The body is larger than 16 kB'],
  429: ['429', 'Too many attempts'],
  503: ['500', 'Try again in a moment'],
} as const;

/** What the consent API answers; `detail` says what is wrong for the developer. */
export type FdxAnswer =
  | { outcome: 'answered'; body: object | undefined }
  | { outcome: 'refused'; status: keyof typeof errors; detail?: string; headers?: Record<string, string> };

/** The answer in FDX's form; `x-fapi-interaction-id` stands on all of them. */
export function inFdxForm(answer: FdxAnswer, interactionId: string): ApiAnswer {
  const headers = { 'x-fapi-interaction-id': interactionId };
  if (answer.outcome === 'answered')
    return answer.body
      ? apiAnswer(answer.body, 200, headers)
      : { status: 204, headers: { ...apiHeaders(), ...headers }, body: '' };
  const { status, detail, headers: more } = answer;
  const [code, message] = errors[status];
  note({ error: `fdx-${status}`, ...(detail && { reason: detail }) });
  return apiAnswer({ code, message, ...(detail && { debugMessage: detail }) }, status, { ...headers, ...more });
}

/** 405 in FDX's form. */
export const fdxMethodNotAllowed = (allow: string): ApiAnswer =>
  inFdxForm({ outcome: 'refused', status: 405, headers: { Allow: allow } }, crypto.randomUUID());
