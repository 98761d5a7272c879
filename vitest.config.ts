import { defineConfig } from 'vitest/config'

/**
 * Packages as they run in production. Vitest would take what they publish for developers: reading Markdown
 * takes half as long again with its assertions, which is not what anybody will run.
 */
const ssr = { resolve: { conditions: ['node'] } }

/**
 * Two kinds of tests: pure rules stand beside their code and need nothing; the rest needs Postgres
 * (and Redis where it is installed), which one global setup starts once for all files.
 */
export default defineConfig({
  test: {
    // Most of a test's time is waiting, for a server or for a moment: twice as many as CI has cores.
    maxWorkers: 4,
    // Files that share a worker share its loaded modules: no module of ours holds a state.
    isolate: false,
    projects: [
      {
        ssr,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'test/**/support/**/*.test.ts'],
          // Some start processes, and the other checks run beside them.
          testTimeout: 30_000,
        },
      },
      {
        ssr,
        test: {
          name: 'integration',
          include: ['test/{browser,integration,journeys}/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          // Real processes on two cores that others use too: patience, and a second try, which the
          // report shows. A test that needs it often is mended, not left to it.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          retry: 1,
        },
      },
      {
        ssr,
        test: {
          // As many made-up updates as are asked for; the integration tests have a short one.
          name: 'fuzz',
          include: ['test/fuzz/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 7_200_000,
        },
      },
      {
        ssr,
        test: {
          name: 'chaos',
          include: ['test/chaos/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          // A run of a hundred thousand takes its time. No second try: what fails once in a hundred
          // runs is what these tests look for.
          testTimeout: 1_800_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
