import pino, { type Logger } from 'pino';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';

/** The log of this process: JSON lines on standard output, with level by name and time in UTC (ISO 8601). */
export const log = (): Logger =>
  processWide('log', () =>
    pino(
      {
        level: environment().logLevel,
        base: { service: 'accord' },
        formatters: { level: (level) => ({ level }) },
        timestamp: pino.stdTimeFunctions.isoTime,
      },
      // Not through process.stdout, where foreign words become lines of JSON (server/json-output.js).
      pino.destination(1),
    ),
  );
