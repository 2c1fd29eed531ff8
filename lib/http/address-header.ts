/** The request header by which `proxy.ts` tells a layout, which knows no query, the address that was asked for. */
export const addressHeader = 'x-accord-address';
