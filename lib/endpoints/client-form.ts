import type { ClientCall } from '../clients/authenticate-call.ts';
import type { ClientAnswer } from '../clients/client-answer.ts';
import { answerClient } from '../clients/client-endpoint.ts';
import type { Database } from '../storage/database.ts';
import { type Endpoint, type Handler, methodNotAllowed } from './endpoint.ts';

export type ClientFormAnswer = (db: Database, call: ClientCall, now: number) => Promise<ClientAnswer>;

/** An address where a client posts a form, and is told nothing before it has proved itself. */
export const clientForm = (answer: ClientFormAnswer) =>
  ({
    handlers: {
      POST: ((db, request, now) => answerClient(db, request, now, (call) => answer(db, call, now))) satisfies Handler,
    },
    refuse: methodNotAllowed,
  }) satisfies Endpoint;
