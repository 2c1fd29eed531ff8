import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers';

/** SQLITE_ABORT_ROLLBACK. */
export const undoneWithAnother = 516;

interface Member {
  work: () => Promise<unknown> | unknown;
  stored: () => void;
  failed: (fault: unknown) => void;
}

/**
 * Writes of this process that wait at the same moment are committed together and wait for the disk once. Each is stored
 * when its promise resolves; one that fails is rolled back alone. The lock of the file is taken and given back within one
 * turn of the event loop, as long as what is written awaits nothing but this database.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  readonly #waiting: Member[] = [];
  #running: Promise<void> | undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Does a piece of work with the next group; resolves when it is on disk. */
  add(work: Member['work']): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push({ work, stored: resolve, failed: reject });
    this.#running ??= this.#run();
    return promise;
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whoever else comes within this turn of the loop comes along.
      await new Promise((resolve) => setImmediate(resolve));
      await this.#runGroup();
    }
    this.#running = undefined;
  }

  async #runGroup(): Promise<void> {
    // Whoever comes meanwhile waits for the next group: one that fails and tries again must see what this one has written.
    const group = this.#waiting.splice(0);
    try {
      this.#database.exec('begin immediate');
    } catch (fault) {
      for (const { failed } of group) failed(fault);
      return;
    }
    const written: Member[] = [];
    const failures: (() => void)[] = [];
    for (const [index, member] of group.entries()) {
      const failure = await this.#attempt(member);
      if (!failure) written.push(member);
      else failures.push(() => member.failed(failure.fault));
      if (failure?.hasEndedGroup) {
        for (const { failed } of written.splice(0)) failed(undone(failure.fault));
        this.#waiting.unshift(...group.slice(index + 1));
        break;
      }
    }
    if (this.#database.isTransaction) this.#commit(written);
    for (const tell of failures) tell();
  }

  async #attempt({ work }: Member): Promise<{ fault: unknown; hasEndedGroup: boolean } | undefined> {
    try {
      this.#database.exec('savepoint member');
      await work();
      this.#database.exec('release member');
      return undefined;
    } catch (fault) {
      const hasEndedGroup = !this.#rollBackMember();
      return { fault, hasEndedGroup };
    }
  }

  // Out of room, or out of reach of its file, SQLite has rolled back everything by itself.
  #rollBackMember(): boolean {
    try {
      this.#database.exec('rollback to member');
      this.#database.exec('release member');
      return true;
    } catch {
      this.#rollBack();
      return false;
    }
  }

  #commit(written: Member[]): void {
    try {
      this.#database.exec('commit');
    } catch (fault) {
      this.#rollBack();
      for (const { failed } of written) failed(fault);
      return;
    }
    for (const { stored } of written) stored();
  }

  #rollBack(): void {
    try {
      this.#database.exec('rollback');
    } catch {
      // There is nothing left to roll back.
    }
  }
}

const undone = (cause: unknown) =>
  Object.assign(new Error('undone with another transaction', { cause }), { errcode: undoneWithAnother });
