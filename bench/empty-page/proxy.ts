/** Never called: without a file of its own, Next's build finds Accord's. */
export const proxy = () => undefined;

export const config = { matcher: ['/no-address-of-this-app'] };
