import { translator } from '#i18n/recorded-translator.ts';
import { DashboardFrame, type DashboardPlace } from './dashboard-frame.tsx';
import { Lines } from './lines.tsx';

/** The second step of stopping: what follows, and the two answers. `recipients` are all that stop. */
export function StopPage({
  provider,
  customer,
  language,
  place,
  nonce,
  address,
  recipients,
  isAll,
}: DashboardPlace & {
  address: string;
  recipients: string[];
  isAll: boolean;
}) {
  const t = translator(language);
  const [only = ''] = recipients;
  const names = {
    recipient: isAll ? new Intl.ListFormat(`${language}-CA`, { type: 'disjunction' }).format(recipients) : only,
    provider: provider.name[language],
  };
  const follows = (['now', 'kept', 'service', 'again', 'free'] as const).map((line) =>
    t(`Dashboard.stopping.${line}`, names),
  );
  return (
    <DashboardFrame
      title={isAll ? t('Dashboard.stopping.allTitle') : t('Dashboard.stopping.title', names)}
      {...{ provider, customer, language, nonce, address }}
    >
      {isAll && (
        <section className="card">
          <h2>{t('Dashboard.stopping.allLead')}</h2>
          <Lines lines={recipients} />
        </section>
      )}
      <form method="post" action={`${address}?${place}`} className="card">
        <h2>{t('Dashboard.stopping.follows')}</h2>
        <Lines lines={follows} />
        <div className="decision">
          <a className="button" href={`/consents?${place}`}>
            {t('Dashboard.stopping.keep')}
          </a>
          <button className="button" type="submit" name="decision" value="stop">
            {isAll ? t('Dashboard.stopping.allConfirm') : t('Dashboard.stopping.confirm')}
          </button>
        </div>
      </form>
    </DashboardFrame>
  );
}
