import type { ReactNode } from 'react';
import { type ProblemName, ProblemPage } from '#components/problem-page.tsx';
import type { Language } from '#i18n/locale.ts';
import { pageResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';

/** Our page for what cannot go on, with the status of its cause. */
export function problemResponse(
  name: ProblemName,
  status: number,
  language: Language,
  more: { children?: ReactNode; headers?: Record<string, string> } = {},
): Response {
  note({ outcome: name });
  const page = (
    <ProblemPage name={name} language={language}>
      {more.children}
    </ProblemPage>
  );
  return pageResponse(() => page, { language, status, ...(more.headers && { headers: more.headers }) });
}
