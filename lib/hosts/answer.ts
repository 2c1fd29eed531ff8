import { answerAt, type Endpoint } from '../endpoints/endpoint.ts';
import { fixedAnswer } from '../gate/fixed-answer.ts';
import type { ApiAnswer, ApiRequest } from '../http/api-exchange.ts';
import { log } from '../log/log.ts';
import { atHand } from '../start-up/at-hand.ts';

/** Answers a machine, whoever runs the HTTP server. A fault of ours is a line in the log, and 500. */
export async function answer(endpoint: Endpoint, request: ApiRequest): Promise<ApiAnswer> {
  const { db, now } = atHand();
  try {
    return await answerAt(endpoint)(db, request, now);
  } catch (fault) {
    log().error({ err: fault, method: request.method, path: request.path }, 'a request failed');
    return fixedAnswer(500, request.path);
  }
}
