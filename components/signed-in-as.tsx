import { useTranslations } from 'next-intl';
import { Button } from './button.tsx';
import { Row } from './row.tsx';

/** Who is signed in, until when where time matters, and a way out; `fields` say of which bank, or where to come back to. */
export function SignedInAs({
  name,
  until,
  wayOut,
  signOut,
  fields,
}: {
  name: string;
  until?: string;
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
      {`${until === undefined ? t('signedIn', { name }) : t('signedInUntil', { name, time: until })} `}
      <Button look="textual">{wayOut}</Button>
    </Row>
  );
}
