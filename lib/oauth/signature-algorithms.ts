/** What clients may sign with (FAPI 2.0 §5.4.1): never `none`, never a shared secret. */
export const signatureAlgorithms = ['PS256', 'ES256', 'EdDSA', 'Ed25519'] as const;
