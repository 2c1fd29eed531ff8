import type { ReactNode } from 'react';
import { DashboardFrame } from '#components/dashboard-frame.tsx';
import { signOut } from '../sign-out/actions.ts';
import { switchLanguage } from './actions.ts';
import { currentVisit } from './current-visit.ts';

/** Banner, language and the way out, around every page of the dashboard. */
export default async function ConsentsLayout({ children }: { children: ReactNode }) {
  const visit = await currentVisit();
  if (visit.outcome !== 'customer') return children;
  return (
    <DashboardFrame visit={visit} signOut={signOut} switchLanguage={switchLanguage}>
      {children}
    </DashboardFrame>
  );
}
