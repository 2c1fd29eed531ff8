// Preloaded into a server of the tests: its wall clock is as many milliseconds off as a file says, and its minutes are short.
import { readFileSync } from 'node:fs';

const TrueDate = Date;
const now = () => TrueDate.now() + Number(readFileSync(process.env.CLOCK_FILE, 'utf8'));

globalThis.Date = class extends TrueDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now = now;
};

// Housekeeping comes about once a minute: here several times a second.
const trueTimeout = setTimeout;
globalThis.setTimeout = (act, milliseconds, ...more) =>
  trueTimeout(act, milliseconds > 20_000 ? milliseconds / 300 : milliseconds, ...more);
