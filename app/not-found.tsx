import { headers } from 'next/headers';
import { ProblemPage } from '#components/problem-page.tsx';
import { languageHeader } from '#lib/front-door/view.ts';

export default async function NotFound() {
  const language = (await headers()).get(languageHeader) === 'fr' ? 'fr' : 'en';
  return <ProblemPage name="not-found" language={language} />;
}
