'use server';

import { answerChange } from '#lib/dashboard/answer-change.ts';
import { answerDashboardForm } from '../../answer-dashboard-form.ts';

/** Stops what was unticked. */
export async function change(form: FormData): Promise<void> {
  await answerDashboardForm(form, answerChange, 'change-unavailable');
}
