import type { ReactNode } from 'react';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import { ConsentSummary } from './consent-summary.tsx';

/** Consents under one title; `children` stand below them. */
export function ConsentList({
  title,
  consents,
  place,
  children,
}: {
  title: string;
  consents: ConsentView[];
  place: string;
  children?: ReactNode;
}) {
  return (
    <section className="grid gap-5">
      <h2>{title}</h2>
      {consents.length > 0 && (
        <ul className="grid gap-5">
          {consents.map((view) => (
            <ConsentSummary key={view.consent.id} view={view} place={place} />
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
