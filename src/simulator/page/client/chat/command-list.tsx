import type { JSX } from 'preact'
import type { BotCommand } from 'grammy/types'

/** The commands that what was typed could become. */
export function matching(commands: readonly BotCommand[], typed: string): readonly BotCommand[] {
  const wanted = /^\/(\w*)$/u.exec(typed)?.[1]?.toLowerCase()
  if (wanted === undefined) return []
  return commands.filter(({ command }) => command.startsWith(wanted))
}

interface CommandListProps {
  commands: readonly BotCommand[]
  onChoose(command: string): void
}

export function CommandList({ commands, onChoose }: CommandListProps): JSX.Element {
  return (
    <ul class="command-list">
      {commands.map(({ command, description }) => (
        <li key={command}>
          <button type="button" onClick={() => onChoose(`/${command}`)}>
            <b>/{command}</b>
            <span>{description}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
