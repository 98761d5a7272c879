import { enHere } from './en-here.ts'
import { enThere } from './en-there.ts'
import type { Words } from './words.ts'

export const en: Words = {
  titles: {
    node: 'Node',
    configuration: 'Configuration',
    secrets: 'Secrets',
    folders: 'Data folder',
    disk: 'Disk space',
    content: 'Lessons',
    database: 'Database',
    'database.version': 'Postgres version',
    'database.rights': 'Database rights',
    'database.extensions': 'Postgres extensions',
    'database.timezone': 'Time zone',
    'database.connections': 'Connections',
    migrations: 'Migrations',
    redis: 'Redis',
    'redis.version': 'Redis version',
    'redis.eviction': 'Redis eviction',
    'redis.persistence': 'Redis persistence',
    'redis.memory': 'Redis memory',
    proxy: 'Proxy',
    network: 'Way to Telegram',
    token: 'Bot token',
    webhook: 'Webhook',
    polling: 'Who receives',
    'clock.telegram': 'Clock and Telegram',
    'clock.database': 'Clock and database',
    doctor: 'Examination',
  },
  summary: '{failed} to mend, {warning} to look at, {ok} well, {skipped} skipped.',
  expected: {},
  said: { ...enHere, ...enThere },
}
