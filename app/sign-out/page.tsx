import { cookies } from 'next/headers';
import { SignOutPage } from '#components/sign-out-page.tsx';
import { now } from '#lib/process/clock.ts';
import { listSignedIn } from '#lib/sign-in/find-customer.ts';
import { database } from '#lib/storage/database.ts';
import { signOut } from './actions.ts';

/** Where a customer is signed in, with a way out of each; or that they are signed in nowhere. */
export default async function SignOut() {
  return <SignOutPage places={await listSignedIn(database(), await cookies(), now())} signOut={signOut} />;
}
