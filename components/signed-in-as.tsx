import { useTranslations } from 'next-intl';
import { Button } from './button.tsx';
import { Row } from './row.tsx';

/** Who is signed in, and a way out; `fields` say of which bank, or where to come back to. */
export function SignedInAs({
  name,
  wayOut,
  signOut,
  fields,
}: {
  name: string;
  wayOut: string;
  signOut: (form: FormData) => Promise<void>;
  fields: Record<string, string>;
}) {
  const t = useTranslations('Customer');
  return (
    <Row as="form" action={signOut}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {`${t('signedIn', { name })} `}
      <Button look="textual">{wayOut}</Button>
    </Row>
  );
}
