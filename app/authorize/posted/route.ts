import { readApiRequest } from '#lib/http/api-exchange.ts';
import { readForm } from '#lib/http/form.ts';
import { problem } from '#lib/http/problem.ts';
import { movedResponse, redirectResponse } from '#lib/http/responses.ts';

/**
 * An authorization request as a form, which any site may send (OpenID Connect Core §3.1.2.1): the same request by GET,
 * because a browser sends no Lax cookie with another site's form. `proxy.ts` leads here.
 */
export async function POST(request: Request): Promise<Response> {
  const reading = readForm(await readApiRequest(request));
  if (reading.outcome !== 'read') return movedResponse(problem('too-large', 413, 'en'));
  // What our own addresses carry is nobody else's to send.
  reading.form.delete('journey');
  return redirectResponse(`/authorize?${reading.form}`);
}
