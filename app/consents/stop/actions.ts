'use server';

import { answerStopAll } from '#lib/dashboard/answer-stop.ts';
import { answerDashboardForm } from '../answer-dashboard-form.ts';

/** Ends all that is in force. */
export async function stopAll(form: FormData): Promise<void> {
  await answerDashboardForm(form, answerStopAll, 'stop-all-unavailable');
}
