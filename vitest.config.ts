import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{i18n,lib,messages,test}/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 20_000,
    // What is stored is known by a code, so that every test that stores has a secret.
    env: {
      ACCORD_ISSUER: 'http://localhost:3000',
      ACCORD_SECRET: Buffer.alloc(32, 7).toString('base64'),
      ACCORD_REGISTRY: 'demo/registry.json',
      ACCORD_LOG_LEVEL: 'silent',
    },
  },
});
