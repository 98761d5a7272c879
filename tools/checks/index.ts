import type { Check } from '../support/check.ts'
import { deadCode } from './dead-code.ts'
import { dependencies } from './dependencies.ts'
import { forbidden } from './forbidden.ts'
import { format } from './format.ts'
import { imports } from './imports.ts'
import { licences } from './licences.ts'
import { lint } from './lint.ts'
import { migrations } from './migrations.ts'
import { types } from './types.ts'
import { unitTests } from './unit-tests.ts'

/** In the order in which they start: the slow ones first, the tests last. */
export const checks: readonly Check[] = [
  types,
  lint,
  imports,
  deadCode,
  migrations,
  dependencies,
  licences,
  forbidden,
  format,
  unitTests,
]
