import { resolve } from 'node:path';
import { z } from 'zod';
import { issuerOrigin, secrets, trustedProxies, wholeNumber } from './environment-fields.ts';
import { processWide } from './process-wide.ts';
import { readSecret, type Variables } from './secret.ts';

// Such a platform gives each request another disk, and none for long.
const serverless = ['VERCEL', 'AWS_LAMBDA_FUNCTION_NAME'];

const schema = z
  .object({
    ACCORD_ISSUER: issuerOrigin,
    ACCORD_SECRET: secrets,
    ACCORD_REGISTRY: z.string({ error: 'is missing: the path of the registry file' }).min(1, 'is empty'),
    DATABASE_URL: z
      .string()
      .regex(/^(file:.+|postgres(ql)?:\/\/.+)/, 'must be file:PATH or postgres://USER:PASSWORD@HOST/DATABASE')
      .default('file:.accord/accord.db'),
    ACCORD_DATABASE_POOL: wholeNumber(1, 100, 10),
    ACCORD_DATABASE_TIMEOUT: wholeNumber(100, 60_000, 5000),
    ACCORD_DATABASE_PREPARED: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
    ACCORD_TRUSTED_PROXIES: trustedProxies,
    ACCORD_SIGN_IN_FAILURES: wholeNumber(1, 1_000_000, 10),
    ACCORD_CUSTOMER_FAILURES: wholeNumber(1, 1_000_000, 100),
    ACCORD_CLIENT_FAILURES: wholeNumber(1, 1_000_000, 60),
    ACCORD_FAILURE_SECONDS: wholeNumber(1, 86_400, 300),
    ACCORD_ANCHORS: z
      .string()
      .regex(/^(file:.+|https?:\/\/.+)/, 'must be file:DIRECTORY or an http(s) URL')
      .optional(),
    ACCORD_HOME: z.url({ protocol: /^https?$/, normalize: true, error: 'must be an http(s) URL' }).default('/consents'),
    ACCORD_SERVICE_DOCUMENTATION: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).optional(),
    ACCORD_PRIVATE_JWKS: z.enum(['refuse', 'allow'], { error: 'must be refuse or allow' }).default('refuse'),
    ACCORD_LOG_ADDRESSES: z.enum(['omit', 'include'], { error: 'must be omit or include' }).default('omit'),
    ACCORD_METRICS_PORT: wholeNumber(0, 65_535, 0),
    ACCORD_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .transform((env) => ({
    issuer: env.ACCORD_ISSUER,
    isHttps: env.ACCORD_ISSUER.startsWith('https:'),
    secrets: env.ACCORD_SECRET,
    registryPath: resolve(env.ACCORD_REGISTRY),
    databaseUrl: env.DATABASE_URL,
    databaseLimits: {
      poolSize: env.ACCORD_DATABASE_POOL,
      timeout: env.ACCORD_DATABASE_TIMEOUT,
      isPrepared: env.ACCORD_DATABASE_PREPARED === 'on',
    },
    trustedProxies: env.ACCORD_TRUSTED_PROXIES,
    failureLimits: {
      signIn: env.ACCORD_SIGN_IN_FAILURES,
      customer: env.ACCORD_CUSTOMER_FAILURES,
      client: env.ACCORD_CLIENT_FAILURES,
      seconds: env.ACCORD_FAILURE_SECONDS,
    },
    anchors: env.ACCORD_ANCHORS,
    home: env.ACCORD_HOME,
    serviceDocumentation: env.ACCORD_SERVICE_DOCUMENTATION,
    allowsPrivateJwks: env.ACCORD_PRIVATE_JWKS === 'allow',
    logsAddresses: env.ACCORD_LOG_ADDRESSES === 'include',
    metricsPort: env.ACCORD_METRICS_PORT || undefined,
    logLevel: env.ACCORD_LOG_LEVEL,
  }));

const lostFile =
  'DATABASE_URL must be a postgres:// address: on a serverless platform a file does not outlive the request, and consents would be lost';

type Environment = z.infer<typeof schema>;
type EnvironmentReading = { outcome: 'read'; environment: Environment } | { outcome: 'refused'; faults: string[] };

// Each of them may be in a file, as may those that the registry names.
const secretVariables = ['ACCORD_SECRET', 'DATABASE_URL'];

/** Reads the configuration; all that is wrong is named at once. */
export function readEnvironment(variables: Variables): EnvironmentReading {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const faults = new Map<string, string>();
  for (const name of secretVariables) {
    const reading = readSecret(given, name);
    if (reading.outcome === 'read') given[name] = reading.secret;
    if (reading.outcome === 'refused') faults.set(name, reading.fault);
  }
  const parsed = schema.safeParse(given);
  const isLost = serverless.some((name) => given[name]) && parsed.data?.databaseUrl.startsWith('file:');
  if (isLost) return { outcome: 'refused', faults: [lostFile] };
  if (parsed.success && faults.size === 0) return { outcome: 'read', environment: parsed.data };
  const issues = parsed.error?.issues.filter(({ path }) => !faults.has(String(path[0]))) ?? [];
  return {
    outcome: 'refused',
    faults: [...faults.values(), ...issues.map(({ path, message }) => `${path.join('.')} ${message}`)],
  };
}

/** The configuration of this process; start-up has refused to go on without it. */
export function environment(): Environment {
  return processWide('environment', () => {
    const reading = readEnvironment(process.env);
    if (reading.outcome === 'read') return reading.environment;
    throw new Error(`The configuration is not complete: ${reading.faults.join('; ')}`);
  });
}

/**
 * A secret that the registry names by its variable; no registry is gone by without it. One in a file is read at each use,
 * so that it can be changed there.
 */
export function secretOf(variable: string): string {
  const reading = readSecret(process.env, variable);
  if (reading.outcome === 'read') return reading.secret;
  throw new Error(reading.outcome === 'refused' ? reading.fault : `${variable} is not set`);
}

/** The OAuth issuer of this server, which is its public origin. */
export const issuer = (): string => environment().issuer;
