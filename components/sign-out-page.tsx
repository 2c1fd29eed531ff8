import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import { namesIn } from '#lib/registry/name.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import { PageMain } from './page-main.tsx';

/** Where a customer is signed in, with a way out of each; or that they are signed in nowhere. */
export function SignOutPage({
  places,
  signOut,
}: {
  places: { provider: Provider; session: { name: string } }[];
  signOut: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations('SignOut');
  const language = useLanguage();
  return (
    <PageMain>
      <title>{t('title')}</title>
      <h1>{t('title')}</h1>
      {places.length === 0 && <p>{t('nowhere')}</p>}
      {places.map(({ provider, session }) => (
        <Card as="form" key={provider.providerId} action={signOut}>
          <input type="hidden" name="provider_id" value={provider.providerId} />
          <input type="hidden" name="ui_language" value={language} />
          <p>{t('signedIn', { ...namesIn(language, { provider: provider.name }), name: session.name })}</p>
          <Button>{t('submit', namesIn(language, { provider: provider.name }))}</Button>
        </Card>
      ))}
    </PageMain>
  );
}
