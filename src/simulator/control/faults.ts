import { z } from 'zod'

import { checkFaultPlan } from '../faults/parse.ts'
import { parseBody } from './read-body.ts'
import { ControlError } from './types.ts'
import type { ControlCall } from './types.ts'

const perSecond = z.number().positive().nullable()
const limits = z.strictObject({ globalPerSecond: perSecond, chatPerSecond: perSecond })

export function listFaults({ simulator }: ControlCall): unknown {
  return simulator.faults.list()
}

/** One rule or a list of them; all are taken or none. */
export function addFaults({ simulator, body }: ControlCall): unknown {
  const parsed = checkFaultPlan(body)
  if (!parsed.ok) throw new ControlError(400, parsed.problems.join('; '))
  for (const rule of parsed.plan) simulator.faults.add(rule)
  return simulator.faults.list()
}

export function clearFaults({ simulator }: ControlCall): unknown {
  simulator.faults.clear()
  return []
}

export function setLimits({ simulator, body }: ControlCall): unknown {
  simulator.limits.set(parseBody(limits, body))
  return simulator.limits.current
}
