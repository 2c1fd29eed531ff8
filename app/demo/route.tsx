import type { NextRequest } from 'next/server';
import { issuer } from '#lib/environment.ts';
import { pageResponse } from '#lib/front-door/responses.ts';
import { formTargetsOf } from '#lib/front-door/security-headers.ts';
import { readLanguage } from '#lib/oauth/language.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { sampleRecipients } from '../../demo/recipient/sample-world.ts';
import { StartPage } from '../../demo/recipient/start-page.tsx';
import { problemResponse } from '../problem.tsx';

/** The sample recipient's start page; it exists in the sample world only. */
export function GET(incoming: NextRequest): Response {
  const language = readLanguage(incoming.nextUrl.searchParams);
  const registry = currentRegistry();
  if (sampleRecipients(registry).length === 0) return problemResponse('not-found', 404, language);
  return pageResponse(() => <StartPage registry={registry} language={language} />, {
    language,
    formTargets: formTargetsOf(issuer()),
  });
}
