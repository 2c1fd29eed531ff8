import { dashboardMark } from '../sign-in/dashboard-address.ts';

/** What a customer who signs out was signed in for: the consent page says it by its request, the dashboard by its provider. */
export function signedOutQuery(form: URLSearchParams): URLSearchParams {
  if (form.has('query')) return new URLSearchParams(form.get('query') ?? '');
  const [provider_id, language] = [form.get('provider_id') ?? '', form.get('ui_language') ?? ''];
  return new URLSearchParams({ for: dashboardMark, provider_id, language });
}

/**
 * Where a customer goes who has signed out: to sign in anew for the same request, as whoever they are; from the dashboard
 * to the page that says that they are signed out.
 */
export function addressAfterSignOut(query: string | URLSearchParams): string {
  const anew = new URLSearchParams(query);
  if (anew.get('for') === dashboardMark) {
    const place = ['provider_id', 'language'].map((name): [string, string] => [name, anew.get(name) ?? '']);
    return `/sign-out?${new URLSearchParams(place)}`;
  }
  anew.set('prompt', 'login');
  return `/sign-in?${anew}`;
}
