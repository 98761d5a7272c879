import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const src = join(import.meta.dirname, '..', '..', 'src')

/**
 * The tests that Stryker runs against each mutant: those that stand beside pure rules, and need nothing.
 * Of two rooms the rules use one pure function each; the rest of these rooms would be loaded anew for
 * every mutant, which takes some seconds.
 */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^(\.\.\/)+content\/index\.ts$/, replacement: join(src, 'content/calendar-date.ts') },
      {
        find: /^(\.\.\/)+platform\/telegram\/index\.ts$/,
        replacement: join(src, 'platform/telegram/plain-request.ts'),
      },
    ],
  },
  test: {
    include: ['src/{learning,messaging}/**/*.test.ts'],
    setupFiles: ['tools/mutation/same-examples.ts'],
    testTimeout: 30_000,
  },
})
