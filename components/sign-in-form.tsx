import { useTranslations } from 'next-intl';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import { Field } from './field.tsx';

/** Signing in at a sample bank, and the way back to the recipient. */
export function SignInForm({
  action,
  query,
  recipient,
  username,
  hasFailed,
}: {
  action: (form: FormData) => Promise<void>;
  /** What the customer signs in for. */
  query: URLSearchParams;
  recipient: string | undefined;
  username: string | undefined;
  hasFailed: boolean;
}) {
  const t = useTranslations('SignIn');
  const describedBy = hasFailed ? 'sign-in-error' : undefined;
  return (
    <Card as="form" id="sign-in" action={action}>
      <input type="hidden" name="query" value={query.toString()} />
      <Field name="username" label={t('username')} autoComplete="username" value={username} describedBy={describedBy} />
      <Field
        name="password"
        label={t('password')}
        type="password"
        autoComplete="current-password"
        describedBy={describedBy}
      />
      {recipient !== undefined && (
        <p>
          <small>{t('safety', { recipient })}</small>
        </p>
      )}
      <Button>{t('submit')}</Button>
      {recipient !== undefined && (
        <p className="text-center">
          <Button look="textual" name="cancel" value="cancel" formNoValidate>
            {t('cancel', { recipient })}
          </Button>
        </p>
      )}
    </Card>
  );
}
