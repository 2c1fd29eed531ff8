import pg from 'pg';
import { ReadCommittedDialect } from './postgres-isolation.ts';

/** How a process uses PostgreSQL: connections at most, and milliseconds that a statement may take. */
export interface PostgresLimits {
  poolSize: number;
  timeout: number;
  /** Whether what is asked all the time is prepared by name; off behind a pooler that does not follow such names. */
  isPrepared?: boolean;
  /** Told when a connection breaks outside a statement; the next request opens another. */
  onLost?: (reason: string) => void;
}

// Counts and epoch seconds are bigint; none comes near 2^53.
const bigint = 20;
const getTypeParser: typeof pg.types.getTypeParser = (type, format) =>
  type === bigint && format !== 'binary' ? Number : pg.types.getTypeParser(type, format);

const ignore = () => undefined;

/**
 * The URL as the driver is given it. It takes these modes to mean `verify-full` today, warns of that on standard error,
 * and will check less in its next major version: whoever asked for TLS keeps a server that has proved itself.
 */
export const withVerifiedTls = (url: string): string =>
  /[?&]uselibpqcompat=true/.test(url)
    ? url
    : url.replace(/(?<=[?&]sslmode=)(prefer|require|verify-ca)(?=&|#|$)/g, 'verify-full');

/** Kysely's PostgreSQL dialect over a pool; TLS is what the URL says (`sslmode`, `sslrootcert`). */
export function postgresDialect(
  url: string,
  { poolSize, timeout, isPrepared = true, onLost }: PostgresLimits,
): ReadCommittedDialect {
  const pool = new pg.Pool({
    connectionString: withVerifiedTls(url),
    application_name: 'accord',
    max: poolSize,
    connectionTimeoutMillis: timeout,
    statement_timeout: timeout,
    lock_timeout: timeout,
    idle_in_transaction_session_timeout: timeout,
    // The server may be gone without a word: then the wait ends here.
    query_timeout: timeout + 1000,
    keepAlive: true,
    types: { getTypeParser },
  });
  // The pool listens to idle connections only. One that breaks between two statements must not end the process either.
  pool.on('connect', (client) => {
    client.once('error', ({ message }) => onLost?.(message));
    // A second word on the same end.
    client.on('error', ignore);
  });
  pool.on('error', ignore);
  return new ReadCommittedDialect(pool, { isPrepared });
}

// Classes 08 connection, 53 resources, 57 intervention; serialization, deadlock, lock timeout, read-only standby (PostgreSQL, appendix A).
const passing = /^(08...|53...|57...|40001|40P01|55P03|25006)$/;
const outOfReach = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
const withoutCode =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/** True for what the next attempt may well overcome: a server that is away, busy, or has given up on this one. */
export function isPostgresUnavailable(fault: unknown): boolean {
  const { code, message } = (fault ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return passing.test(code) || outOfReach.has(code);
  return typeof message === 'string' && withoutCode.test(message);
}
