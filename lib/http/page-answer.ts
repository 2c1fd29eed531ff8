import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import type { Language } from '#i18n/locale.ts';
import { processWide } from '../process/process-wide.ts';

/** The answer to one page request, beside what Next lets a page say of it. */
interface PageAnswer {
  response: ServerResponse;
  /** What the Server Action of this request came to, and the language in which it is to be shown. */
  action?: { outcome: unknown; language: Language };
  /** Applied when the answer is sent: Next knows no status of a page but 200, 404 and 307. */
  status?: number;
}

const answers = () => processWide('page-answers', () => new AsyncLocalStorage<PageAnswer>());

/** Follows each request from its start, so that action, page and answer meet; whoever runs the HTTP server. */
export const followPageAnswers = (): void =>
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse };
    // Headers travel with the body: no answer here is streamed.
    response.flushHeaders = () => undefined;
    answers().enterWith({ response });
  });

/** Leaves the outcome of an action for the page that is rendered in the same answer. */
export function leaveOutcome(outcome: unknown, language: Language): void {
  const answer = answers().getStore();
  if (!answer) return;
  answer.action = { outcome, language };
  // The door has named the language that was asked for.
  answer.response.setHeader('Content-Language', language);
}

/** The outcome of this request's action; undefined when none ran. */
export const actionOutcome = <Outcome>(): Outcome | undefined =>
  answers().getStore()?.action?.outcome as Outcome | undefined;

/** The language that this request's action has switched to or answered in. */
export const actionLanguage = (): Language | undefined => answers().getStore()?.action?.language;

/** Gives the page being rendered a status of its own, and headers. */
export function answerWith(status: number, headers: Record<string, string> = {}): void {
  const answer = answers().getStore();
  if (!answer || answer.response.headersSent) return;
  answer.status = status;
  answer.response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) answer.response.setHeader(name, value);
}

/** The status that the page at hand has asked for. */
export const askedStatus = (): number | undefined => answers().getStore()?.status;
