import { clusterName } from './processes.ts'

/**
 * For a small machine and one program: defaults that a caller may override. `log_min_messages=log`
 * keeps the server's own events and leaves out the errors of statements, whose texts and details
 * can hold what people typed; the caller gets those errors anyway.
 */
const defaults: Readonly<Record<string, string>> = {
  shared_buffers: '64MB',
  max_connections: '60',
  max_wal_size: '256MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** The arguments of `postgres`. What decides who can reach it is never overridden. */
export function serverArguments(
  clusterDir: string,
  port: number,
  overrides: Readonly<Record<string, string>>,
): readonly string[] {
  const settings = {
    ...defaults,
    ...overrides,
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket file: its folder would have to be reachable, short enough and ours alone.
    unix_socket_directories: '',
    cluster_name: clusterName(clusterDir),
  }
  // -D stands first: processes.ts knows a cluster's processes by it.
  return ['-D', clusterDir, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
}
