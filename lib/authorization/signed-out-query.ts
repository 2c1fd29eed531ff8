import { dashboardMark } from '../sign-in/dashboard-address.ts';

/** What a customer who signs out was signed in for: the consent page says it by its request, the dashboard by its provider. */
export function signedOutQuery(form: URLSearchParams): URLSearchParams {
  if (form.has('query')) return new URLSearchParams(form.get('query') ?? '');
  const [provider_id, language] = [form.get('provider_id') ?? '', form.get('ui_language') ?? ''];
  return new URLSearchParams({ for: dashboardMark, provider_id, language });
}

/** The sign-in page for the same, where the customer must show anew who they are. */
export function signInAnew(query: string | URLSearchParams): string {
  const anew = new URLSearchParams(query);
  anew.set('prompt', 'login');
  return `/sign-in?${anew}`;
}
