import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{i18n,lib,messages,test}/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 20_000,
  },
});
