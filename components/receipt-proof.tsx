import { useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import { ButtonLink } from './button.tsx';
import { Row } from './row.tsx';
import { Section } from './section.tsx';

/** Where the receipt can be seen again and how its signed copy is checked; what is pressed is not on paper. */
export function ReceiptProof({ view, place, issuer }: { view: ConsentView; place: string; issuer: string }) {
  const t = useTranslations('Dashboard');
  const path = `/consents/${view.consent.id}`;
  return (
    <Section title={t('receipt.check')}>
      <p>{t('receipt.checkLead', { address: `${issuer}${path}/receipt` })}</p>
      <p>{t('receipt.proofLead', { address: `${issuer}/jwks` })}</p>
      <div className="grid gap-2 print:hidden">
        <p>{t('receipt.print')}</p>
        <Row>
          <ButtonLink href={`${path}/receipt.jws?${place}`} download>
            {t('receipt.download')}
          </ButtonLink>
          <a href={`${path}?${place}`}>{t('see', view.names)}</a>
        </Row>
      </div>
    </Section>
  );
}
