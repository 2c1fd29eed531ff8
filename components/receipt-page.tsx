import { formatDate } from '#i18n/format-date.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { ConsentView } from '#lib/disclosure/consent-view.ts';
import { ClusterList } from './cluster-list.tsx';
import { DashboardFrame, type DashboardPlace } from './dashboard-frame.tsx';
import { Passage } from './passage.tsx';

/** A receipt made for print: what was allowed, to whom, until when, in the words that were seen. */
export function ReceiptPage({
  provider,
  customer,
  language,
  place,
  nonce,
  keys,
  view,
}: DashboardPlace & {
  /** Where the keys are that a signed copy is checked with. */
  keys: string;
  view: ConsentView;
}) {
  const t = translator(language);
  const { consent, recipient, isActive, accounts, words } = view;
  const ended = consent.endedAt ?? consent.expiresAt;
  const rows: [string, string][] = [
    [t('Dashboard.receipt.who'), customer],
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
    <DashboardFrame
      title={t('Dashboard.receipt.title', { recipient })}
      heading={t('Dashboard.receipt.heading')}
      address={`/consents/${consent.id}/receipt`}
      {...{ provider, customer, language, nonce }}
    >
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
    </DashboardFrame>
  );
}
