import type { ReactNode } from 'react';

/** The one column of every page; the link that skips leads here. */
export function PageMain({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-160 px-4 grid gap-3 pt-3 pb-12">
      {children}
    </main>
  );
}
