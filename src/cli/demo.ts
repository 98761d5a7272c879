import { UserError } from '../platform/errors.ts'
import type { Command } from './command.ts'

export const demo: Command = {
  name: 'demo',
  usage: 'demo',
  summary: 'x',
  run: () => Promise.reject(new UserError('x')),
}
