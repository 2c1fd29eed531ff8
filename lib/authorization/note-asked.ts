import { note } from '../log/request-log.ts';
import { readCorrelationId } from '../oauth/correlation-id.ts';
import { currentRegistry } from '../registry/current.ts';

/** Tells the log who asks for whose data, as far as they are known here: the request as a whole need not hold. */
export function noteAsked(parameters: URLSearchParams): void {
  const { recipients, providers } = currentRegistry();
  const recipient = recipients.get(parameters.get('client_id') ?? '')?.clientId;
  const provider = providers.get(parameters.get('provider_id') ?? '')?.providerId;
  const correlationId = readCorrelationId(parameters);
  note({ ...(recipient && { recipient }), ...(provider && { provider }), ...(correlationId && { correlationId }) });
}
