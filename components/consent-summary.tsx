import { useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import { ButtonLink } from './button.tsx';
import { Card } from './card.tsx';
import { ConsentFacts } from './consent-facts.tsx';
import { ConsentStatus } from './consent-status.tsx';
import { Logo } from './logo.tsx';
import { Purpose } from './purpose.tsx';
import { RenewSoon } from './renew-soon.tsx';

/** One consent of the list: with whom, how it stands, what is shared until when, and where to go from here. */
export function ConsentSummary({ view, place }: { view: ConsentView; place: string }) {
  const t = useTranslations('Dashboard');
  const { consent, recipient, logoUri, isActive, names } = view;
  const address = `/consents/${consent.id}`;
  return (
    <Card as="li">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Logo uri={logoUri} name={recipient} />
        <h3 className="min-w-0 grow basis-32 text-lg">{recipient}</h3>
        <ConsentStatus view={view} />
      </div>
      <Purpose view={view} />
      <ConsentFacts view={view} />
      <RenewSoon view={view} />
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <a href={`${address}?${place}`}>{t('see', names)}</a>
        {isActive && (
          <ButtonLink look="quiet" href={`${address}/stop?${place}`} aria-label={t('stop', names)}>
            {t('stopShort')}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
