import type { Language } from '#i18n/locale.ts';
import type { Provider } from '../registry/provider.ts';

/** The value of `for` in a query of `/sign-in` that is for the dashboard, and for nobody's request. */
export const dashboardMark = 'dashboard';

/** The address at which a customer signs in to see a page of the dashboard. */
export const dashboardSignInAddress = (next: string, provider: Provider, language: Language): string =>
  `/sign-in?${new URLSearchParams({ for: dashboardMark, next, provider_id: provider.providerId, language })}`;
