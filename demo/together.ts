import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process of the demo, whose standard output is a pipe. */
export interface Member {
  name: string;
  process: ChildProcess;
}

/**
 * Resolves when a process says that it listens. That line and the framework's talk before it are nobody's news; Accord's
 * own log, which is JSON, and all that is said later is passed on.
 */
export function untilListening({ process: child }: Member): Promise<void> {
  return new Promise((resolve) => {
    if (!child.stdout) throw new Error('the standard output is not a pipe');
    let isListening = false;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const saysSo = !isListening && line.includes(' listens on port ');
      if (!saysSo && (isListening || line.startsWith('{'))) console.log(line);
      isListening ||= saysSo;
      if (isListening) resolve();
    });
  });
}

/** Stops all when one ends or a signal comes, and waits for them; gives the exit code, 0 if it was asked for. */
export async function untilAllStopped(members: Member[]): Promise<number> {
  let isStopping = false;
  let exitCode = 0;
  const stop = () => {
    isStopping = true;
    for (const member of members) member.process.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  await Promise.all(
    members.map(async (member) => {
      const [code] = await once(member.process, 'exit');
      if (isStopping) return;
      exitCode = code || 1;
      console.error(`${member.name} has stopped, and the demo with it.`);
      stop();
    }),
  );
  return exitCode;
}
