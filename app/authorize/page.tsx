import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { ConsentForm } from '#components/consent-form.tsx';
import { Customer } from '#components/customer.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { LanguageSwitch } from '#components/language-switch.tsx';
import { PageFrame } from '#components/page-frame.tsx';
import { ProviderBanner } from '#components/provider-banner.tsx';
import { ProviderHelp } from '#components/provider-help.tsx';
import { RequesterLinks } from '#components/requester-links.tsx';
import { SubmitOnce } from '#components/submit-once.tsx';
import { presentConsent } from '#lib/consent/presentation.ts';
import { nonceHeader, readView } from '#lib/front-door/view.ts';
import { note } from '#lib/log/request-log.ts';
import { formatAuthorizationRequest, readAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';
import { currentSession } from '#lib/sign-in/session.ts';
import { readSearchParameters, type SearchParameters } from '../search-parameters.ts';
import { problemOf } from './problem.ts';

export default async function AuthorizePage({ searchParams }: { searchParams: SearchParameters }) {
  // Again, as the proxy did: it is no security boundary.
  const reading = readAuthorizationRequest(await readSearchParameters(searchParams), authorizationContext());
  if (reading.outcome === 'untrusted') notFound();
  if (reading.outcome === 'refused') redirect(reading.redirectTo);
  const { request, recipient, provider } = reading;
  const { language } = request;

  const session = await currentSession(await cookies(), provider);
  if (!session) {
    note({ outcome: 'sign-in-required' });
    redirect(`/sign-in?${formatAuthorizationRequest(request)}`);
  }

  const head = await headers();
  const nonce = head.get(nonceHeader) ?? '';
  const view = readView(head);
  const problem = problemOf(view.problem, language);
  note({ outcome: view.problem ?? 'consent-shown' });
  const { words, ticket } = await presentConsent({ request, recipient, provider, session });

  return (
    <PageFrame
      title={words.title}
      language={language}
      banner={
        <ProviderBanner provider={provider} language={language} nonce={nonce}>
          <LanguageSwitch language={language} form="consent" />
        </ProviderBanner>
      }
    >
      {problem && <ErrorSummary {...problem} />}
      <Customer name={session.name} form="consent" language={language} />
      <h1>{words.heading}</h1>
      <p>{words.purpose}</p>
      <p>{words.lead}</p>
      <ConsentForm
        words={words}
        ticket={ticket}
        ticked={view.ticked ?? []}
        error={problem?.href && problem.text}
        links={<RequesterLinks recipient={recipient} language={language} />}
      />
      <ProviderHelp provider={provider} language={language} />
      <SubmitOnce nonce={nonce} />
    </PageFrame>
  );
}
