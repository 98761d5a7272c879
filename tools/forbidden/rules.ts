/**
 * What must stand in one place only. Each rule names the files (below the project's root) where it
 * may stand after all, and says what to do instead.
 */
export interface Rule {
  readonly allowed: readonly RegExp[]
  readonly instead: string
}

export const rules = {
  'system-time': {
    allowed: [/^src\/platform\/clock\.ts$/],
    instead: 'take civil time from a Clock (src/platform/clock.ts) that is passed in',
  },
  'elapsed-time': {
    allowed: [/^src\/platform\/elapsed\.ts$/],
    instead: 'use elapsedMs of src/platform/elapsed.ts',
  },
  timer: {
    // The simulator plays a server and the pages live in a browser: all wait in real time.
    allowed: [
      /^src\/platform\/elapsed\.ts$/,
      /^src\/simulator\//,
      /^src\/web\/dashboard\/page\/client\//,
    ],
    instead: 'use pause of src/platform/elapsed.ts',
  },
  environment: {
    allowed: [/^src\/main\.ts$/],
    instead: 'only src/main.ts reads the environment; take it from the configuration',
  },
  'sql-time': {
    allowed: [/^src\/platform\/db\/elapsed\.ts$/],
    instead:
      "pass the Clock's time as a parameter; leases import theirs from src/platform/db/elapsed.ts",
  },
} as const satisfies Record<string, Rule>

export type RuleName = keyof typeof rules

export interface Violation {
  readonly rule: RuleName
  /** Below the project's root, with forward slashes. */
  readonly file: string
  /** Both from 1. */
  readonly line: number
  readonly column: number
  /** What stands there. */
  readonly found: string
}

export function isAllowed(rule: RuleName, file: string): boolean {
  return rules[rule].allowed.some((pattern) => pattern.test(file))
}

export function describe({ rule, file, line, column, found }: Violation): string {
  return `${file}:${line}:${column} ${rule}: ${found}; ${rules[rule].instead}`
}
