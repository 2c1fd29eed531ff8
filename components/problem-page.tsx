import type { Problem } from '#lib/http/problem.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { PageMain } from './page-main.tsx';
import { ProblemCards } from './problem-cards.tsx';
import { ProviderPage } from './provider-page.tsx';

/** Our page when a request cannot go on, in the name of the bank where it is known. */
export function ProblemPage({ problem }: { problem: Problem }) {
  const provider = currentRegistry().providers.get(problem.providerId ?? '');
  const cards = <ProblemCards problem={problem} />;
  return provider ? (
    <ProviderPage provider={provider} languages={null}>
      {cards}
    </ProviderPage>
  ) : (
    <PageMain>{cards}</PageMain>
  );
}
