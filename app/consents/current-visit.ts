import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { requestLanguage } from '#i18n/request.ts';
import { findCustomer } from '#lib/dashboard/find-customer.ts';
import { addressHeader } from '#lib/http/address-header.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

/** Who visits the dashboard; layout, page and action of one request ask once. The door says at which address. */
export const currentVisit = cache(async () => {
  const { pathname, searchParams } = new URL((await headers()).get(addressHeader) ?? '/consents', 'http://accord');
  const { db, now } = atHand();
  const [jar, language] = await Promise.all([cookies(), requestLanguage()]);
  return findCustomer(db, { path: pathname, query: searchParams, cookies: jar, language }, now);
});
