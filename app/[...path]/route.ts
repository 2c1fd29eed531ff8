import { readLanguage } from '#i18n/locale.ts';
import { problemResponse } from '../problem.tsx';

/** There is no such page, whatever is asked of it. */
const notFound = (request: Request): Response =>
  problemResponse('not-found', 404, readLanguage(new URL(request.url).searchParams));

export {
  notFound as DELETE,
  notFound as GET,
  notFound as OPTIONS,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
