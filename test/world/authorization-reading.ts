import { readAuthorizationRequest } from '../../lib/oauth/read-authorization-request.ts';
import { context, formatQuery, type Parameters } from '../referee/good-request.ts';

/** What is read of a query, or of its parameters, by the context of the good requests. */
export const readQuery = (query: string) => readAuthorizationRequest(new URLSearchParams(query), context);
export const read = (parameters: Parameters) => readQuery(formatQuery(parameters));

/** What the recipient gets: the address without its query, and the query. */
export function answerTo(parameters: Parameters): Record<string, string> {
  const reading = read(parameters);
  if (reading.outcome !== 'refused') throw new Error(`was ${reading.outcome}`);
  const { href, search, searchParams } = new URL(reading.redirectTo);
  const answer: Record<string, string> = Object.fromEntries(searchParams);
  return { ...answer, address: href.slice(0, -search.length) };
}

export const errorOf = (parameters: Parameters) => answerTo(parameters).error;

/** The request of parameters that must be accepted. */
export const requestOf = (parameters: Parameters) => {
  const reading = read(parameters);
  if (reading.outcome !== 'accepted') throw new Error(`was ${reading.outcome}`);
  return reading.request;
};
