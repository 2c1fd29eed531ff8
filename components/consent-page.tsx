import { translator } from '#i18n/recorded-translator.ts';
import type { PutRequest } from '#lib/authorization/prompt-for-consent.ts';
import type { Disclosure } from '#lib/disclosure/disclosure.ts';
import { ConsentForm } from './consent-form.tsx';
import { Customer } from './customer.tsx';
import { Document } from './document.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';
import { ProviderBanner } from './provider-banner.tsx';
import { ProviderHelp } from './provider-help.tsx';
import { RequesterLinks } from './requester-links.tsx';

/** What stands in the way of an answer that was posted. */
export type ConsentProblem = 'no-account' | 'not-understood' | 'other-session' | 'changed' | 'unavailable';

/** Who asks for which data, from which accounts, until when; and the two answers. */
export function ConsentPage({
  put: { request, recipient, provider, session },
  words,
  ticket,
  nonce,
  ticked,
  until,
  problem,
}: {
  put: PutRequest;
  words: Disclosure;
  ticket: string;
  nonce: string;
  ticked: string[];
  /** The chosen end, in days. */
  until: string | null | undefined;
  problem: ConsentProblem | undefined;
}) {
  const { language } = request;
  const t = translator(language);
  const trouble = problem && t(`Consent.problem.${problem}`);
  const isOfAccounts = problem === 'no-account';
  return (
    <Document
      title={words.title}
      language={language}
      banner={
        <ProviderBanner provider={provider} language={language} nonce={nonce}>
          <LanguageSwitch language={language} form="consent" onEnter="nothing" />
        </ProviderBanner>
      }
    >
      {trouble && (
        <ErrorSummary title={t('Consent.problem.title')} text={trouble} href={isOfAccounts ? '#accounts' : undefined} />
      )}
      <Customer name={session.name} form="consent" language={language} />
      <div className="hero">
        <Logo uri={recipient.logoUri} name={recipient.name[language]} />
        <h1>{words.heading}</h1>
      </div>
      <div>
        <p>{words.purpose}</p>
        <p>{words.lead}</p>
      </div>
      <ConsentForm
        words={words}
        ticket={ticket}
        ticked={ticked}
        until={until}
        error={isOfAccounts ? trouble : undefined}
        links={<RequesterLinks recipient={recipient} language={language} />}
      />
      <ProviderHelp provider={provider} language={language} />
    </Document>
  );
}
