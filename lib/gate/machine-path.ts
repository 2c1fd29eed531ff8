/** True for an address of machines, which are answered in JSON; `proxy.ts` keeps out of the same ones. */
export const isMachinePath = (path: string): boolean =>
  /^\/((token|par|revoke|introspect|jwks|openapi\.json|health(\/live|\/ready)?|metrics)\/?$|\.well-known\/|fdx\/)/.test(
    path,
  );
