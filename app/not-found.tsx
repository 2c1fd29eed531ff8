import { ProblemPage } from '#components/problem-page.tsx';
import { requestLanguage } from '#i18n/request.ts';
import { problem } from '#lib/http/problem.ts';

/** There is no such page. */
export default async function NotFound() {
  return <ProblemPage problem={problem('not-found', 404, await requestLanguage())} />;
}
