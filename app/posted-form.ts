import { environment } from '#lib/environment.ts';
import { readForm } from '#lib/front-door/form.ts';
import { isSameOrigin } from '#lib/front-door/same-origin.ts';
import type { Language } from '#lib/oauth/language.ts';
import { problemResponse } from './problem.tsx';

/** The form that one of our own pages posted, or the answer to what is none: 403, 413 or 415 on our page. */
export async function readPostedForm(request: Request, language: Language): Promise<URLSearchParams | Response> {
  if (!isSameOrigin(request.headers, environment().issuer)) return problemResponse('foreign-origin', 403, language);
  const reading = await readForm(request);
  switch (reading.outcome) {
    case 'too-large':
      return problemResponse('too-large', 413, language);
    case 'wrong-type':
      return problemResponse('wrong-type', 415, language);
    case 'read':
      return reading.form;
  }
}
