import { openGate } from '../gate/gate.ts';
import { haveLastWord } from '../gate/last-word.ts';
import { followPageAnswers } from '../http/page-answer.ts';
import { watchRequests } from '../log/request-log.ts';

/** Follows each request on its way through a framework that is not asked: log, gate, page and answer. */
export function followRequests(): void {
  watchRequests();
  followPageAnswers();
  // `next dev` needs its scripts, and its client's requests.
  if (process.env.NODE_ENV !== 'production') return;
  // Vercel tells Next by headers what it has decided, and takes them off what comes from outside.
  if (!process.env.VERCEL) openGate();
  haveLastWord();
}
