import { stat } from 'node:fs/promises';
import { log } from '../log/log.ts';
import { processWide } from '../process/process-wide.ts';
import type { Variables } from '../process/secret.ts';
import { keepRegistry, registryInForce, takeRegistryOver } from './current.ts';
import { loadUsableRegistry } from './load-registry.ts';
import type { Registry } from './registry.ts';

/** Milliseconds between two looks at the file. */
const pause = 1000;
/** Faults that one line of the log names; `npm run registry -- check` names all. */
const mostFaults = 20;

/**
 * Follows the file of the registry for as long as the process lives: what is right is taken over whole within about two
 * seconds, or at once on SIGHUP; what is wrong is said loudly, and the registry stays as it was. The address is looked at,
 * not the file that stood there at first, so that it may be renamed over or be a link that is set elsewhere.
 */
export function watchRegistry(path: string, variables: Variables): void {
  processWide('registry-watch', () => {
    const { sha256 } = registryInForce();
    log().info({ registry: sha256 }, 'the registry is in force');
    process.on('SIGHUP', () => readAgain(path, variables, 'SIGHUP'));
    let read = '';
    let seen = '';
    const look = async () => {
      const found = await fingerprint(path);
      // Two looks that agree: nobody is writing into it just now.
      if (found === seen && found !== read) {
        read = found;
        await readAgain(path, variables, 'the file has changed');
      }
      seen = found;
    };
    return setInterval(look, pause).unref();
  });
}

/** Takes the file over if it is right. */
export async function readAgain(path: string, variables: Variables, why: string): Promise<void> {
  const loading = await loadUsableRegistry(path, variables);
  const before = registryInForce();
  if (loading.outcome === 'refused') {
    keepRegistry();
    const faults = loading.faults.slice(0, mostFaults);
    log().error(
      { faults, faultCount: loading.faults.length, registry: before.sha256, why },
      'THE REGISTRY IS WRONG and was not taken over: the one before stays in force',
    );
    return;
  }
  const { registry, sha256 } = loading.file;
  if (sha256 === before.sha256 && !before.isFileRefused && why !== 'SIGHUP') return;
  takeRegistryOver(loading.file);
  const paused = listActive(before.registry).filter((clientId) => !listActive(registry).includes(clientId));
  log().info({ registry: sha256, before: before.sha256, paused, why }, 'the registry was read and is in force');
}

const listActive = ({ recipients }: Registry): string[] =>
  [...recipients.values()].filter(({ status }) => status === 'active').map(({ clientId }) => clientId);

async function fingerprint(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join();
  } catch (fault) {
    return String((fault as NodeJS.ErrnoException).code);
  }
}
