import { format, stripVTControlCharacters } from 'node:util';

const levels = ['debug', 'info', 'warn', 'error', 'silent'];
/** A pipe takes 4,096 bytes at once or in parts, between which another process may write. */
const longest = 3000;
// What stands in their place later is foreign code's.
const write = process.stdout.write.bind(process.stdout);

/**
 * Writes a line as lib/log/log.ts does, of which this is the part that needs no framework.
 * @param {string} level
 * @param {string} msg
 */
export function writeLine(level, msg) {
  write(
    `${JSON.stringify({ level, time: new Date().toISOString(), service: 'accord', msg: msg.slice(0, longest) })}\n`,
  );
}

/**
 * Writes a line if `ACCORD_LOG_LEVEL` wants to hear of it.
 * @param {string} level
 * @param {string} msg
 */
export function say(level, msg) {
  const threshold = levels.indexOf(process.env.ACCORD_LOG_LEVEL || 'info');
  if (msg.trim() !== '' && levels.indexOf(level) >= threshold) writeLine(level, stripVTControlCharacters(msg));
}

/**
 * From now on all that anybody prints in this process is a line of JSON, the framework and Node included: a stranger
 * whose words end up in it can begin no line of his own.
 */
export function printJsonOnly() {
  const done = Symbol.for('accord.prints-json-only');
  if (done in globalThis) return;
  Object.assign(globalThis, { [done]: true });
  for (const [method, level] of Object.entries({ debug: 'debug', log: 'info', info: 'info', warn: 'warn' }))
    Object.assign(console, { [method]: (/** @type {unknown[]} */ ...parts) => say(level, format(...parts)) });
  for (const method of ['error', 'trace'])
    Object.assign(console, { [method]: (/** @type {unknown[]} */ ...parts) => say('error', format(...parts)) });
  redirect(process.stdout, 'info');
  redirect(process.stderr, 'error');
  // Node's own listener prints them.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => say('warn', String(warning)));
  process.on('uncaughtException', (fault) => {
    // Next's listener has said it, and keeps the process.
    if (process.listenerCount('uncaughtException') > 1) return;
    say('error', format(fault));
    process.exit(1);
  });
}

/**
 * @param {NodeJS.WriteStream} stream
 * @param {string} level
 */
function redirect(stream, level) {
  let rest = '';
  /** @param {unknown[]} more */
  const take = (/** @type {string | Uint8Array} */ chunk, ...more) => {
    const lines = (rest + Buffer.from(/** @type {string} */ (chunk)).toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) say(level, line);
    for (const sent of more) if (typeof sent === 'function') queueMicrotask(/** @type {() => void} */ (sent));
    return true;
  };
  stream.write = take;
  process.on('exit', () => say(level, rest));
}
