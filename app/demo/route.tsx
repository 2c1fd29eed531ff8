import type { NextRequest } from 'next/server';
import { readLanguage } from '#i18n/locale.ts';
import { pageResponse } from '#lib/http/responses.ts';
import { formTargetsOf } from '#lib/http/security-headers.ts';
import { issuer } from '#lib/process/environment.ts';
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
