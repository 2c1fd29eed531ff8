import { headers } from 'next/headers';
import { ProblemPage } from '#components/problem-page.tsx';
import { problem } from '#lib/http/problem.ts';
import { problemHeader, readProblemHeader } from '#lib/http/problem-header.ts';

/** What the door does not let in is shown here, with the status it gave; by its own address there is none. */
export default async function Problem() {
  const met = readProblemHeader((await headers()).get(problemHeader));
  return <ProblemPage problem={met ?? problem('not-found', 404, 'en')} />;
}
