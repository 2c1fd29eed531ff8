import type { NextRequest } from 'next/server';
import { readLanguage } from '#i18n/locale.ts';
import { pageResponse } from '#lib/http/responses.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { readResult } from '../../../demo/recipient/result.ts';
import { ResultPage } from '../../../demo/recipient/result-page.tsx';
import { sampleRecipients } from '../../../demo/recipient/sample-world.ts';
import { problemResponse } from '../../problem.tsx';

/** What came back to the sample recipient. */
export function GET(incoming: NextRequest): Response {
  const result = readResult(incoming);
  const language = result?.language ?? readLanguage(incoming.nextUrl.searchParams);
  if (sampleRecipients(currentRegistry()).length === 0) return problemResponse('not-found', 404, language);
  return pageResponse(() => <ResultPage result={result} language={language} />, { language });
}
