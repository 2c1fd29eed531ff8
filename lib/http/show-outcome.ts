import { refresh } from 'next/cache';
import type { Language } from '#i18n/locale.ts';
import { leaveOutcome } from './page-answer.ts';

/** Shows what a Server Action came to in the answer to its own POST; `refresh` is for `next dev`, which fetches actions. */
export function showOutcome(outcome: { outcome: string; language: Language }): void {
  leaveOutcome(outcome, outcome.language);
  refresh();
}
