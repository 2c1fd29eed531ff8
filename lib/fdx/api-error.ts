import { apiResponse } from '../http/api-response.ts';
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
  503: ['500', 'Try again in a moment'],
} as const;

/** An error in FDX's form; `detail` says what is wrong for the developer. */
export function fdxError(
  status: keyof typeof errors,
  { interactionId, detail, headers }: { interactionId: string; detail?: string; headers?: Record<string, string> },
): Response {
  const [code, message] = errors[status];
  note({ error: `fdx-${status}` });
  return apiResponse({ code, message, ...(detail && { debugMessage: detail }) }, status, {
    'x-fapi-interaction-id': interactionId,
    ...headers,
  });
}
