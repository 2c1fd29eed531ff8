import pino, { type Logger } from 'pino';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';

/** The log of this process: JSON lines on standard output. */
export const log = (): Logger =>
  processWide('log', () => pino({ level: environment().logLevel, base: { service: 'accord' } }));
