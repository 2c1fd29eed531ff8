import { z } from 'zod';
import { type DataCluster, dataClusters, isOfCustomer, readCluster } from './scope.ts';

/** The only supported type of authorization details (RFC 9396 §2, FDX). */
export const consentRequestType = 'fdx_v1.0';

/** FDX `ConsentDurationType`. */
export const durationTypes = ['ONE_TIME', 'TIME_BOUND', 'PERSISTENT'] as const;

/** A consent request in authorization details. Periods are in days; what is left out is as the client registered. */
export interface ConsentRequest {
  durationType: (typeof durationTypes)[number];
  durationPeriod: number | undefined;
  lookbackPeriod: number | undefined;
  clusters: DataCluster[];
  /** The details as canonical JSON. */
  asked: string;
}

/** The most that a client may ask for. */
export interface ConsentRequestLimits {
  durationTypes: readonly ConsentRequest['durationType'][];
  durationPeriod?: number | undefined;
  lookbackPeriod?: number | undefined;
}

type ConsentRequestReading =
  | { outcome: 'read'; consentRequest: ConsentRequest }
  | { outcome: 'refused'; fault: string };

const days = z.int().min(1).max(36_500);
const fits = {
  ACCOUNT: (cluster: DataCluster) => !isOfCustomer(cluster),
  CUSTOMER: isOfCustomer,
  DOCUMENT: (cluster: DataCluster) => cluster === 'STATEMENTS',
};

const resource = z.strictObject({
  resourceType: z.enum(['ACCOUNT', 'CUSTOMER', 'DOCUMENT']),
  dataClusters: z.array(z.string()).min(1).max(20),
});
const authorizationDetails = z.tuple([
  z.strictObject({
    type: z.literal(consentRequestType),
    consentRequest: z.strictObject({
      durationType: z.enum(durationTypes),
      durationPeriod: days.optional(),
      lookbackPeriod: days.optional(),
      resources: z.array(resource).min(1).max(10),
    }),
  }),
]);

const refused = (fault: string): ConsentRequestReading => ({ outcome: 'refused', fault });

/**
 * Reads `authorization_details` (RFC 9396 §5): one object of FDX's type, no unknown fields, no more than is registered.
 */
export function readConsentRequest(json: string, limits: ConsentRequestLimits): ConsentRequestReading {
  const parsed = authorizationDetails.safeParse(parseJson(json));
  if (!parsed.success) return refused(describe(parsed.error.issues[0]));
  const { durationType, durationPeriod, lookbackPeriod, resources } = parsed.data[0].consentRequest;
  if (!limits.durationTypes.includes(durationType)) return refused('has a durationType that is not for this client');
  if (durationType === 'TIME_BOUND' && durationPeriod === undefined) return refused('lacks durationPeriod');
  if (durationType === 'ONE_TIME' && durationPeriod !== undefined) return refused('has a durationPeriod for ONE_TIME');
  if ((durationPeriod ?? 0) > (limits.durationPeriod ?? 0)) return refused('has a durationPeriod that is too long');
  if ((lookbackPeriod ?? 0) > (limits.lookbackPeriod ?? 36_500))
    return refused('has a lookbackPeriod that is too long');
  const meant = new Set<DataCluster>();
  for (const { resourceType, dataClusters: names } of resources)
    for (const name of names) {
      const cluster = readCluster(name);
      if (!cluster || !fits[resourceType](cluster)) return refused(`has a data cluster that no ${resourceType} has`);
      meant.add(cluster);
    }
  const clusters = dataClusters.filter((cluster) => meant.has(cluster));
  const asked = JSON.stringify(parsed.data);
  return { outcome: 'read', consentRequest: { durationType, durationPeriod, lookbackPeriod, clusters, asked } };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

// ASCII, and nothing of what was sent, because it goes into a redirect.
function describe(issue: z.core.$ZodIssue | undefined): string {
  const path = issue?.path.map(String).join('.');
  if (!path) return `must be an array of one object of type ${consentRequestType}`;
  return issue?.code === 'unrecognized_keys' ? `has an unknown field in ${path}` : `has no valid ${path}`;
}

/** How the client spelled each cluster. */
export function spellingOf(asked: string | undefined): Partial<Record<DataCluster, string>> {
  const parsed = authorizationDetails.safeParse(parseJson(asked ?? ''));
  const names = parsed.success ? parsed.data[0].consentRequest.resources.flatMap((item) => item.dataClusters) : [];
  return Object.fromEntries(names.map((name) => [readCluster(name), name]));
}
