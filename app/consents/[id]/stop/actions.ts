'use server';

import { answerStop } from '#lib/dashboard/answer-stop.ts';
import { answerDashboardForm } from '../../answer-dashboard-form.ts';

/** Ends the consent. */
export async function stop(form: FormData): Promise<void> {
  await answerDashboardForm(form, answerStop, 'stop-unavailable');
}
