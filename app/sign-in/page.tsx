import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { LanguageSwitch } from '#components/language-switch.tsx';
import { PageFrame } from '#components/page-frame.tsx';
import { ProviderBanner } from '#components/provider-banner.tsx';
import { ProviderHelp } from '#components/provider-help.tsx';
import { SignInForm } from '#components/sign-in-form.tsx';
import { SubmitOnce } from '#components/submit-once.tsx';
import { nonceHeader, readView } from '#lib/front-door/view.ts';
import { readAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';
import { translator } from '#messages/translator.ts';
import { readSearchParameters, type SearchParameters } from '../search-parameters.ts';
import { problemOf } from './problem.ts';

export default async function SignInPage({ searchParams }: { searchParams: SearchParameters }) {
  const reading = readAuthorizationRequest(await readSearchParameters(searchParams), authorizationContext());
  if (reading.outcome === 'untrusted') notFound();
  if (reading.outcome === 'refused') redirect(reading.redirectTo);
  const { request, recipient, provider } = reading;
  const { language } = request;

  const t = translator(language);
  const head = await headers();
  const nonce = head.get(nonceHeader) ?? '';
  const view = readView(head);
  const problem = problemOf(view, language);
  const names = { recipient: recipient.name[language], provider: provider.name[language] };

  return (
    <PageFrame
      title={t('SignIn.title', names)}
      language={language}
      banner={
        <ProviderBanner provider={provider} language={language} nonce={nonce}>
          <LanguageSwitch language={language} form="sign-in" />
        </ProviderBanner>
      }
    >
      <h1>{t('SignIn.title', names)}</h1>
      <p>{t('SignIn.lead', names)}</p>
      {problem && (
        <div id="sign-in-error" className="alarm" role="alert">
          <p>{problem}</p>
        </div>
      )}
      <SignInForm
        recipient={names.recipient}
        language={language}
        username={view.username}
        error={problem}
      />
      <ProviderHelp provider={provider} language={language} />
      <SubmitOnce nonce={nonce} />
    </PageFrame>
  );
}
