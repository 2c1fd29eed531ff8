/** Nothing to start: without a file of its own, Next's build finds Accord's. */
export const register = () => undefined;
