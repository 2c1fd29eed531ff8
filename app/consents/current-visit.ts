import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { addressHeader } from '#lib/http/address-header.ts';
import { now } from '#lib/process/clock.ts';
import { findCustomer } from '#lib/sign-in/find-customer.ts';
import { database } from '#lib/storage/database.ts';

/** Who visits the dashboard; layout, page and action of one request ask once. The door says at which address. */
export const currentVisit = cache(async () => {
  const { pathname, searchParams } = new URL((await headers()).get(addressHeader) ?? '/consents', 'http://accord');
  return findCustomer(database(), { path: pathname, query: searchParams, cookies: await cookies() }, now());
});
