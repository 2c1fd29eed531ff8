import { useTranslations } from 'next-intl';
import { translator } from '#i18n/recorded-translator.ts';
import type { ConsentView } from '#lib/disclosure/consent-view.ts';
import { Lines } from './lines.tsx';

/** One consent of the list: with whom, since and until when, which accounts and data, and the ways on. */
export function ConsentSummary({ view, place }: { view: ConsentView; place: string }) {
  const t = useTranslations('Dashboard');
  const { consent, recipient, isActive, lines, accounts, words } = view;
  const recorded = consent.language;
  const told = translator(recorded);
  const join = (items: string[]) =>
    new Intl.ListFormat(`${recorded}-CA`, { style: 'short', type: 'unit' }).format(items);
  return (
    <li className="card">
      <h3>{recipient}</h3>
      <p lang={recorded}>{words.purpose}</p>
      <Lines lines={lines} />
      <p lang={recorded}>{told('Dashboard.accounts', { accounts: join(accounts) })}</p>
      <p lang={recorded}>{told('Dashboard.data', { clusters: join(words.data.clusters.map(({ title }) => title)) })}</p>
      <p className="row">
        <a href={`/consents/${consent.id}?${place}`}>{t('see', { recipient })}</a>
        {isActive && (
          <a className="button" href={`/consents/${consent.id}/stop?${place}`}>
            {t('stop', { recipient })}
          </a>
        )}
      </p>
    </li>
  );
}
