import { cookies } from 'next/headers';
import { ProblemPage } from '#components/problem-page.tsx';
import { SignOutPage } from '#components/sign-out-page.tsx';
import { openSignOut } from '#lib/dashboard/open-sign-out.ts';
import { settlePage } from '#lib/http/settle-page.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { signOut } from './actions.ts';

/** Where a customer is signed in, with a way out of each; or that they are signed in nowhere. */
export default async function SignOut() {
  const { db, now } = atHand();
  const shown = await settlePage(async () => openSignOut(db, await cookies(), now));
  if (shown.outcome === 'problem') return <ProblemPage problem={shown} />;
  return <SignOutPage places={shown.places} signOut={signOut} />;
}
