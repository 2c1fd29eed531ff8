import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { ProblemPage } from '#components/problem-page.tsx';
import { problemHeader, readProblemHeader } from '#lib/http/problem-header.ts';

/** What the door does not let in is shown here, with the status it gave; by its own address there is no such page. */
export default async function Problem() {
  const problem = readProblemHeader((await headers()).get(problemHeader));
  if (!problem) notFound();
  return <ProblemPage problem={problem} />;
}
