import { defineConfig } from 'vitest/config'

/**
 * Two kinds of tests: pure rules stand beside their code and need nothing; the rest needs Postgres
 * (and Redis where it is installed), which one global setup starts once for all files.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'tools/**/*.test.ts'] } },
      {
        test: {
          name: 'integration',
          include: ['test/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
