import { readParameter } from './parameters.ts';
import { invalidRequest, type Refusal } from './refusal.ts';

/** The identifier that a client gives its customer's journey; undefined when there is none, or none that can be used. */
export function readCorrelationId(parameters: URLSearchParams): string | undefined {
  const correlationId = readParameter(parameters, 'correlation_id');
  return correlationId && /^[A-Za-z0-9._~-]{1,128}$/.test(correlationId) ? correlationId : undefined;
}

export const checkCorrelationId = (parameters: URLSearchParams): Refusal | undefined =>
  readParameter(parameters, 'correlation_id') === readCorrelationId(parameters)
    ? undefined
    : invalidRequest('correlation_id', 'must be 1 to 128 characters of A-Z a-z 0-9 - . _ ~');
