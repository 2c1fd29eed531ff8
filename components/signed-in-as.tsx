import { useTranslations } from 'next-intl';

/** Who is signed in, and the way out for somebody else, who comes back to the same request. */
export function SignedInAs({
  name,
  signOut,
  returnTo,
}: {
  name: string;
  signOut: (form: FormData) => Promise<void>;
  /** The query of what the customer is signed in for. */
  returnTo: URLSearchParams;
}) {
  const t = useTranslations('Customer');
  return (
    <form action={signOut} className="row">
      <input type="hidden" name="query" value={returnTo.toString()} />
      {t('signedIn', { name })}{' '}
      <button type="submit" className="textual">
        {t('notYou')}
      </button>
    </form>
  );
}
