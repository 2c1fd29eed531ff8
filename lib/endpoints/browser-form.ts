import { crossOriginHeaders, preflightHeaders } from '../clients/cross-origin.ts';
import { apiHeaders } from '../http/api-answer.ts';
import { type ClientFormAnswer, clientForm } from './client-form.ts';
import type { Endpoint } from './endpoint.ts';

/** A client's form that the page of a public client may post as well, from its own origin (SECURITY T14). */
export function browserForm(answer: ClientFormAnswer): Endpoint {
  const { handlers, refuse } = clientForm(answer);
  return {
    handlers: {
      POST: async (db, request, now) => {
        const answered = await handlers.POST(db, request, now);
        return {
          ...answered,
          headers: { ...answered.headers, ...crossOriginHeaders(request.headers.get('origin')) },
        };
      },
    },
    preflight: ({ headers }) => {
      const permission =
        headers.get('access-control-request-method') === 'POST' && preflightHeaders(headers.get('origin'));
      return permission ? { status: 204, headers: { ...apiHeaders(), ...permission }, body: '' } : undefined;
    },
    refuse,
  };
}
