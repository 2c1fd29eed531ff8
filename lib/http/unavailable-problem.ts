import type { Language } from '#i18n/locale.ts';
import { isUnavailable } from '../storage/database.ts';
import { type Problem, problem } from './problem.ts';

/** What work comes to, or our 503 page when the database is out of reach; other faults stay faults. */
export async function orUnavailable<Result>(
  work: () => Promise<Result>,
  language: Language,
): Promise<Result | Problem> {
  try {
    return await work();
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problem('unavailable', 503, language);
  }
}
