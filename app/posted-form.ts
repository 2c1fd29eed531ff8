import type { Language } from '#i18n/locale.ts';
import { type FormReading, readForm } from '#lib/http/form.ts';
import { isSameOrigin } from '#lib/http/same-origin.ts';
import { environment } from '#lib/process/environment.ts';
import { problemResponse } from './problem.tsx';

/** The form that one of our own pages posted, or the answer to what is none: 403, 413 or 415 on our page. */
export const readPostedForm = async (request: Request, language: Language): Promise<URLSearchParams | Response> =>
  ownForm(request, await readForm(request), language);

/** The same of a body that was read already. */
export function ownForm({ headers }: Request, reading: FormReading, language: Language): URLSearchParams | Response {
  if (!isSameOrigin(headers, environment().issuer)) return problemResponse('foreign-origin', 403, language);
  switch (reading.outcome) {
    case 'too-large':
      return problemResponse('too-large', 413, language);
    case 'wrong-type':
      return problemResponse('wrong-type', 415, language);
    case 'read':
      return reading.form;
  }
}
