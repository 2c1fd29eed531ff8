/** Epoch seconds, as everything is stored. */
export const now = (): number => Math.floor(Date.now() / 1000);
