import { reply } from './reply.ts'
import { isJoined, type BotContext, type JoinedScope } from './scope.ts'

/** Acts for admins, at this moment; anybody else is told whom it is for. */
export async function forAdmin(
  ctx: BotContext,
  act: (scope: JoinedScope) => Promise<void>,
): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope) || !scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await act(scope)
}
