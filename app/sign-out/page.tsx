import { cookies } from 'next/headers';
import { SignOutPage } from '#components/sign-out-page.tsx';
import { listSignedIn } from '#lib/dashboard/find-customer.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { signOut } from './actions.ts';

/** Where a customer is signed in, with a way out of each; or that they are signed in nowhere. */
export default async function SignOut() {
  const { db, now } = atHand();
  return <SignOutPage places={await listSignedIn(db, await cookies(), now)} signOut={signOut} />;
}
