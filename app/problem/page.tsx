import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { DeveloperDetails } from '#components/developer-details.tsx';
import { isProblemName, isUntrustedReason } from '#components/problem-name.ts';
import { ProblemPage } from '#components/problem-page.tsx';
import { environment } from '#lib/environment.ts';
import { readView } from '#lib/front-door/view.ts';
import { formatAuthorizationRequest, readAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { errorResponse } from '#lib/oauth/authorization-response.ts';
import { readLanguage } from '#lib/oauth/language.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';
import { translator } from '#messages/translator.ts';
import { readSearchParameters, type SearchParameters } from '../search-parameters.ts';

/** Where the front door sends what cannot go on. Without its word there is nothing here. */
export default async function Problem({ searchParams }: { searchParams: SearchParameters }) {
  const query = await readSearchParameters(searchParams);
  const { problem } = readView(await headers());
  if (!isProblemName(problem)) notFound();
  const language = readLanguage(query);
  return (
    <ProblemPage name={problem} language={language}>
      {problem === 'ticket-expired' && <WaysOn query={query} />}
      {isUntrustedReason(problem) && <DeveloperDetails reason={problem} query={query} language={language} />}
    </ProblemPage>
  );
}

/** The same request once more, or back to the recipient: offered only to a request that is still good. */
function WaysOn({ query }: { query: URLSearchParams }) {
  const reading = readAuthorizationRequest(query, authorizationContext());
  if (reading.outcome !== 'accepted') return null;
  const { request, recipient } = reading;
  const t = translator(request.language);
  const target = { ...request, issuer: environment().issuer };
  return (
    <p className="row">
      <a className="button" href={`/authorize?${formatAuthorizationRequest(request)}`}>
        {t('Problem.retry')}
      </a>
      <a href={errorResponse(target, 'access_denied', 'the customer let the request expire')}>
        {t('Problem.return', { recipient: recipient.name[request.language] })}
      </a>
    </p>
  );
}
