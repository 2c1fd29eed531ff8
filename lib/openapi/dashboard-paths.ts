import type { Paths } from './operation.ts';
import { opened, posted } from './page-answers.ts';

const place = ['provider_id', 'language'];

/** The pages on which customers see and stop what they share. */
export const dashboardPaths: Paths = {
  '/consents': {
    get: { summary: 'The customer’s dashboard', callers: ['session'], query: [...place, 'after'], answers: opened },
  },
  '/consents/stop': {
    get: { summary: 'What follows from stopping all', callers: ['session'], query: place, answers: opened },
    post: { summary: 'Stops all sharing', callers: ['session'], query: place, form: ['decision'], answers: posted },
  },
  '/consents/{id}': {
    get: {
      summary: 'One consent, in the words of the day it was given',
      callers: ['session'],
      query: place,
      answers: opened,
    },
  },
  '/consents/{id}/stop': {
    get: { summary: 'What follows from stopping', callers: ['session'], query: place, answers: opened },
    post: {
      summary: 'Stops sharing with a recipient',
      callers: ['session'],
      query: place,
      form: ['decision'],
      answers: posted,
    },
  },
  '/consents/{id}/change': {
    get: { summary: 'What of a consent is to go on', callers: ['session'], query: place, answers: opened },
    post: {
      summary: 'Stops a part of a consent',
      callers: ['session'],
      query: place,
      form: ['decision', 'account', 'cluster'],
      answers: posted,
    },
  },
  '/consents/{id}/receipt': {
    get: { summary: 'A receipt to print', callers: ['session'], query: place, answers: opened },
  },
  '/consents/{id}/receipt.jws': {
    get: {
      summary: 'The receipt, signed (RFC 7515)',
      callers: ['session'],
      query: place,
      answers: { ...opened, 200: 'file' },
    },
  },
};
