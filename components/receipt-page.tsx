import { useTranslations } from 'next-intl';
import { formatDate } from '#lib/consent/period.ts';
import type { ConsentView } from '#lib/disclosure/consent-view.ts';
import type { Visit } from '#lib/sign-in/find-customer.ts';
import { ClusterList } from './cluster-list.tsx';
import { Passage } from './passage.tsx';

/** A receipt made for print: what was allowed, to whom, until when, in the words that were seen. */
export function ReceiptPage({
  visit: { provider, session, language, place },
  view,
  keys,
}: {
  visit: Visit;
  view: ConsentView;
  /** Where the keys are that a signed copy is checked with. */
  keys: string;
}) {
  const t = useTranslations();
  const { consent, recipient, isActive, accounts, words } = view;
  const ended = consent.endedAt ?? consent.expiresAt;
  const rows: [string, string][] = [
    [t('Dashboard.receipt.who'), session.name],
    [t('Dashboard.receipt.recipient'), recipient],
    [t('Dashboard.receipt.provider'), provider.name[language]],
    [t('Dashboard.receipt.given'), formatDate(language, consent.createdAt)],
    [t('Dashboard.receipt.until'), formatDate(language, consent.expiresAt)],
    [
      t('Dashboard.receipt.state'),
      isActive ? t('Dashboard.receipt.active') : t('Dashboard.receipt.ended', { date: formatDate(language, ended) }),
    ],
    [t('Dashboard.receipt.accounts'), accounts.join('; ')],
    [t('Dashboard.receipt.language'), new Intl.DisplayNames(language, { type: 'language' }).of(consent.language) ?? ''],
    [t('Dashboard.receipt.version'), consent.textVersion],
    [t('Dashboard.receipt.hash'), consent.textHash],
    [t('Dashboard.receipt.id'), consent.id],
  ];
  return (
    <>
      <title>{t('Dashboard.receipt.title', { recipient })}</title>
      <h1>{t('Dashboard.receipt.heading')}</h1>
      <p>{t('Dashboard.receipt.lead')}</p>
      <dl className="card facts">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt className="muted">{term}</dt>
            <dd className="break-all">{text}</dd>
          </div>
        ))}
      </dl>
      <div lang={words.language} className="grid gap-5">
        <p>{words.purpose}</p>
        <Passage words={words.requester} />
        <ClusterList title={words.data.title} clusters={words.data.clusters} />
        <Passage words={words.limits} />
        <Passage words={words.rights} />
      </div>
      <section className="card screen-only">
        <h2>{t('Dashboard.receipt.proof')}</h2>
        <p>{t('Dashboard.receipt.proofLead', { address: keys })}</p>
        <p>{t('Dashboard.receipt.print')}</p>
        <p className="row">
          <a className="button" href={`/consents/${consent.id}/receipt.jws?${place}`} download>
            {t('Dashboard.receipt.download')}
          </a>
          <a href={`/consents/${consent.id}?${place}`}>{t('Dashboard.see', { recipient })}</a>
        </p>
      </section>
    </>
  );
}
