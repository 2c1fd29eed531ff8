import { existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The least that `engines` of package.json asks for. */
const leastNode = [22, 13];

/**
 * Ends the process with a sentence where this Node is too old or nothing was built: what Next says of it is no help.
 * @param {boolean} isDevelopment
 */
export function refuseUnlessReady(isDevelopment) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = leastNode;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor))
    giveUp(
      `this is Node ${process.versions.node}, and it needs ${leastNode.join('.')} or newer: \`npm start\` brings its own`,
    );
  const build = join(import.meta.dirname, '../.next/required-server-files.json');
  if (!isDevelopment && !existsSync(build)) giveUp('nothing was built: run `npm run build` first');
}

/** @param {string} reason */
function giveUp(reason) {
  writeSync(2, `Accord cannot start:\n  ${reason}\n`);
  process.exit(1);
}
