/** Epoch seconds, as everything is stored. */
export const now = (): number => Math.floor(Date.now() / 1000);

/** Seconds since the process began; nobody can set this clock. */
export const uptime = (): number => performance.now() / 1000;
