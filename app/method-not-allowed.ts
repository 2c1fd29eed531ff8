import { readLanguage } from '#i18n/locale.ts';
import { problemResponse } from './problem.tsx';

/** Answers 405 with `Allow` on our page (RFC 9110 §15.5.6). */
export const methodNotAllowed = (allow: string) => (request: Request) =>
  problemResponse('method-not-allowed', 405, readLanguage(new URL(request.url).searchParams), {
    headers: { Allow: allow },
  });
