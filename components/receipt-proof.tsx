import { useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import { ButtonLink } from './button.tsx';
import { Row } from './row.tsx';
import { Section } from './section.tsx';

/** The signed copy and how it is checked; not on paper, where neither can be followed. */
export function ReceiptProof({ view, place, keys }: { view: ConsentView; place: string; keys: string }) {
  const t = useTranslations('Dashboard');
  const address = `/consents/${view.consent.id}`;
  return (
    <div className="print:hidden">
      <Section title={t('receipt.proof')}>
        <p>{t('receipt.proofLead', { address: keys })}</p>
        <p>{t('receipt.print')}</p>
        <Row>
          <ButtonLink href={`${address}/receipt.jws?${place}`} download>
            {t('receipt.download')}
          </ButtonLink>
          <a href={`${address}?${place}`}>{t('see', view.names)}</a>
        </Row>
      </Section>
    </div>
  );
}
