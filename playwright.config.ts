import { defineConfig } from '@playwright/test';
import type { Matrix } from './e2e/support/fixtures.ts';

/** `next build` has been run; each worker starts the built server for itself, on a port and a database of its own. */
export default defineConfig<Matrix>({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 5000 },
  reporter: 'list',
  use: {
    actionTimeout: 10_000,
    locale: 'en-CA',
    launchOptions: {
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'en', testMatch: 'journey/**', use: { language: 'en' } },
    { name: 'fr', testMatch: 'journey/**', use: { language: 'fr' } },
    { name: 'en-without-javascript', testMatch: 'journey/**', use: { language: 'en', javaScriptEnabled: false } },
    { name: 'fr-without-javascript', testMatch: 'journey/**', use: { language: 'fr', javaScriptEnabled: false } },
    { name: 'page', testMatch: 'page/**' },
    { name: 'protocol', testMatch: 'protocol/**' },
    { name: 'operation', testMatch: 'operation/**' },
  ],
});
