import { metadata } from '#lib/endpoints/documents.ts';
import { routeHandler } from '#lib/hosts/next-route.ts';

export const dynamic = 'force-dynamic';

const answer = routeHandler(metadata);

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
