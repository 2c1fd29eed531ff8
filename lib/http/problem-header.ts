import { sealFor } from '../keys/seal.ts';
import type { Problem } from './problem.ts';

/** The request header by which `proxy.ts` hands a problem to its page; what comes from outside is taken off there. */
export const problemHeader = 'x-accord-problem';

export const writeProblemHeader = (problem: Problem): string => encodeURIComponent(JSON.stringify(problem));

export const readProblemHeader = (header: string | null): Problem | undefined =>
  header === null ? undefined : (JSON.parse(decodeURIComponent(header)) as Problem);

/** The address of a problem that a route handler has met: sealed, so that nobody else can make up such a page. */
export const problemAddress = (problem: Problem): string => `/problem?of=${sealFor('problem').seal(problem)}`;

/** The problem of such an address. */
export const openProblemAddress = (query: URLSearchParams): Problem | undefined =>
  sealFor('problem').open(query.get('of') ?? '') as Problem | undefined;
