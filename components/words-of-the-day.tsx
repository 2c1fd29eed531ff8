import { useTranslations } from 'next-intl';
import { useDateTime } from '#i18n/use-date.ts';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import { RecordedWords } from './recorded-words.tsx';
import { Section } from './section.tsx';

/** What the customer was told when they allowed it, and the accounts that are still a part of it. */
export function WordsOfTheDay({ view: { consent, words } }: { view: ConsentView }) {
  const t = useTranslations('Dashboard.detail');
  const time = useDateTime();
  return (
    <section className="grid gap-5">
      <div>
        <h2>{t('words')}</h2>
        <p>{t('wordsLead', { date: time(consent.createdAt) })}</p>
      </div>
      <RecordedWords words={words}>
        <Section title={words.accounts.title} lines={words.accounts.choices.map(({ label }) => label)} />
      </RecordedWords>
    </section>
  );
}
