import type { ReactNode } from 'react';

/** What is known of a thing: a term and what it says, side by side where there is room. What says nothing is left out. */
export function Facts({ facts }: { facts: readonly (readonly [term: string, says: ReactNode])[] }) {
  const known = facts.filter(([, says]) => says !== undefined && says !== '');
  if (known.length === 0) return null;
  return (
    <dl className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[11rem_1fr]">
      {known.map(([term, says]) => (
        <div key={term} className="sm:contents">
          <dt className="text-sm text-soft">{term}</dt>
          <dd className="min-w-0">{says}</dd>
        </div>
      ))}
    </dl>
  );
}
