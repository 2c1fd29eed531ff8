import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import { ConsentSummary } from './consent-summary.tsx';

/** Consents, one card each. */
export function ConsentList({ consents, place }: { consents: ConsentView[]; place: string }) {
  return (
    <ul className="grid gap-5">
      {consents.map((view) => (
        <ConsentSummary key={view.consent.id} view={view} place={place} />
      ))}
    </ul>
  );
}
