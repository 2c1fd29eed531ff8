import type { ClientCall } from '../clients/authenticate-call.ts';
import type { ClientAnswer } from '../clients/client-answer.ts';
import { answerClient } from '../clients/client-endpoint.ts';
import type { Database } from '../storage/database.ts';
import { type Endpoint, methodNotAllowed } from './endpoint.ts';

type Answer = (db: Database, call: ClientCall, now: number) => Promise<ClientAnswer>;

/** An address where a client posts a form, and is told nothing before it has proved itself. */
export const clientForm = (answer: Answer): Endpoint => ({
  handlers: {
    POST: (db, request, now) => answerClient(db, request, now, (call) => answer(db, call, now)),
  },
  refuse: methodNotAllowed,
});
