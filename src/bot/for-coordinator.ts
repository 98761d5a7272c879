import { reply } from './reply.ts'
import { isJoined, type BotContext, type JoinedScope } from './scope.ts'

/** Coordinators and admins; whom each of them reaches is checked in the store. */
export function coordinates({ roles }: JoinedScope): boolean {
  return roles.admin || roles.coordinates.length > 0
}

/** Acts for coordinators and admins, at this moment; anybody else is told whom it is for. */
export async function forCoordinator(
  ctx: BotContext,
  act: (scope: JoinedScope) => Promise<void>,
): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope) || !coordinates(scope)) {
    return reply(ctx, 'note', { key: 'coordinators-only' })
  }
  await act(scope)
}
