import type { SomeSaid } from './words.ts'

const NO_DATABASE = 'Skipped: the database is not reached yet.'
const NO_REDIS = 'Skipped: there is no Redis to ask.'

/** Of this machine, its database and its queues. */
export const enHere = {
  'node/fine': { what: 'Node {version}.' },
  'node/old': {
    what: 'Node {version} is too old.',
    how: 'Use Node {needed}: `npm ci` brings it; then start through npm.',
  },
  'configuration/fine': { what: 'Every variable can be read; {count} of them are set.' },
  'configuration/tokenMissing': {
    what: 'BOT_TOKEN is not set: there is no bot to run.',
    how: 'Get a token from @BotFather (/newbot), and set BOT_TOKEN to it.',
  },
  'configuration/malformed': {
    what: '{name} cannot be read: given {given}.',
    how: 'Expected: {expected}.',
  },
  'configuration/malformedSecret': {
    what: '{name} cannot be read (its value is not shown).',
    how: 'Expected: {expected}.',
  },
  'configuration/unset': {
    what: '{name} is not set, and another variable needs it.',
    how: 'Expected: {expected}.',
  },
  'configuration/near': {
    what: 'Nobody reads {given}; perhaps {name} was meant.',
    how: 'Call it {name}, or take it away if it belongs to another program.',
  },
  'secrets/fine': { what: 'None that is easily guessed.' },
  'secrets/short': {
    what: '{name} is too short for a secret.',
    how: 'Take at least {least} random characters, such as `openssl rand -hex 32` gives.',
  },
  'secrets/guessable': {
    what: '{name} is easily guessed.',
    how: 'Take a random one, such as `openssl rand -hex 32` gives. Of DATA_SECRET: what is sealed opens with the old one alone.',
  },
  'folders/fine': { what: '{folder} can be written to.' },
  'folders/readOnly': {
    what: '{folder} lies on a file system that is read-only.',
    how: 'Mount it so that it can be written to, or put Sedikit elsewhere.',
  },
  'folders/denied': {
    what: 'This user may not write to {folder}.',
    how: 'Start as its owner, or give it away: chown -R <user> {folder}',
  },
  'folders/full': {
    what: '{folder} takes nothing any more: the disk is full, or the quota used up.',
    how: 'Free some space (old logs, old backups), then look again. Telegram keeps what comes for a day.',
  },
  'folders/broken': {
    what: '{folder} cannot be written to ({code}).',
    how: 'See whether it is a folder at all, and whether the disk is well.',
  },
  'disk/fine': { what: '{free} MB free in {folder}.' },
  'disk/low': {
    what: 'Only {free} MB left in {folder}.',
    how: 'Free at least {well} MB before it is full.',
  },
  'disk/full': {
    what: 'The disk is almost full: {free} MB left in {folder}.',
    how: 'Free some space now: a database without room takes nothing any more.',
  },
  'disk/noInodes': {
    what: 'There is room in {folder}, and no inode left.',
    how: 'Delete small files that have piled up (`df -i` shows where).',
  },
  'disk/untold': { what: 'Skipped: this system does not tell how much is free.' },
  'content/fine': { what: '{lessons} lessons in {tracks} tracks, without a mistake.' },
  'content/broken': {
    what: '{count} mistake(s); the first: {first}',
    how: 'Mend the file; `npm run sedikit -- lessons check` shows all of them.',
  },
  'database/fine': { what: 'Reached at {where}.' },
  'database/fresh': {
    what: 'Skipped: the embedded Postgres is not made yet; `npm start` makes it.',
  },
  'database/malformed': { what: 'Skipped: DATABASE_URL cannot be read.' },
  'database/unknownHost': {
    what: 'The name of the server in {where} is not known.',
    how: 'Check the host in DATABASE_URL, and the DNS of this machine.',
  },
  'database/refused': {
    what: 'Nothing listens at {where}.',
    how: 'Start Postgres, or correct host and port in DATABASE_URL.',
  },
  'database/silent': {
    what: '{where} does not answer.',
    how: 'Mostly a firewall: open the port of Postgres from this machine.',
  },
  'database/password': {
    what: 'Postgres at {where} refuses the user or the password.',
    how: 'Correct both in DATABASE_URL (and pg_hba.conf on the server).',
  },
  'database/absent': {
    what: 'The server is there, and the database of {where} is not.',
    how: 'Make it with `createdb`, or correct its name in DATABASE_URL.',
  },
  'database/full': {
    what: 'Postgres at {where} has no connection left.',
    how: 'Raise max_connections, or close other programs that use it.',
  },
  'database/starting': {
    what: 'Postgres at {where} is just starting or stopping.',
    how: 'Wait a moment, then look again.',
  },
  'database/embeddedFailed': {
    what: 'The embedded Postgres cannot be opened: {said}',
    how: 'Do what is said there; its log is .data/postgres/server.log.',
  },
  'database/broken': {
    what: '{where} cannot be used: {said}',
    how: 'Look into the log of Postgres, and check DATABASE_URL.',
  },
  'database.version/unreached': { what: NO_DATABASE },
  'database.version/fine': { what: 'Postgres {version}.' },
  'database.version/old': {
    what: 'Postgres {version} is too old.',
    how: 'Upgrade to Postgres {oldest} or newer.',
  },
  'database.rights/unreached': { what: NO_DATABASE },
  'database.rights/fine': { what: 'Enough, and none to change the audit trail.' },
  'database.rights/missing': {
    what: '{count} table(s) cannot be read or written: {some}.',
    how: 'Run `npm run sedikit -- migrate` with DATABASE_OWNER_URL: it grants the rights.',
  },
  'database.rights/trail': {
    what: 'The role that the bot uses can change the audit trail too.',
    how: 'Make a second role that owns the tables, and name it in DATABASE_OWNER_URL.',
  },
  'database.rights/superuser': {
    what: 'The bot uses a superuser of the database.',
    how: 'Make a plain role for DATABASE_URL, and an owner of the tables for DATABASE_OWNER_URL.',
  },
  'database.rights/queue': {
    what: 'The tables of the queues (schema bullmq) cannot be used.',
    how: 'Run `npm run sedikit -- migrate` with DATABASE_OWNER_URL: it grants the rights.',
  },
  'database.rights/empty': { what: 'Skipped: there are no tables yet.' },
  'database.extensions/unreached': { what: NO_DATABASE },
  'database.extensions/fine': { what: 'pg_trgm is there.' },
  'database.extensions/absent': {
    what: 'pg_trgm is not installed: /search forgives no typing mistakes.',
    how: 'As a superuser in that database: create extension pg_trgm; then its index, as in drizzle/0003_lesson_trigrams.sql.',
  },
  'database.extensions/unavailable': {
    what: 'This server has no pg_trgm: /search forgives no typing mistakes.',
    how: 'Install the package postgresql-contrib on the server. All else works without.',
  },
  'database.timezone/unreached': { what: NO_DATABASE },
  'database.timezone/fine': { what: '{zone} is known; the server itself is at {theirs}.' },
  'database.timezone/unknown': {
    what: 'Postgres does not know the time zone {zone}.',
    how: 'Update the time zones of the server (package tzdata), or change ORG_TIMEZONE.',
  },
  'database.connections/unreached': { what: NO_DATABASE },
  'database.connections/fine': { what: '{used} of {most} in use.' },
  'database.connections/tight': {
    what: '{free} of {most} connections left; one process may need {needed} more.',
    how: 'Raise max_connections of Postgres, or run fewer processes.',
  },
  'database.connections/full': {
    what: 'All {most} connections are in use.',
    how: 'Raise max_connections of Postgres, or close other programs that use it.',
  },
  'migrations/unreached': { what: NO_DATABASE },
  'migrations/fine': { what: 'Up to date; {count} migrations are in.' },
  'migrations/none': {
    what: 'This database is empty.',
    how: 'Run `npm run sedikit -- migrate`; `npm start` does it too.',
  },
  'migrations/behind': {
    what: '{count} migration(s) are missing.',
    how: 'Make a backup, then run `npm run sedikit -- migrate`; `npm start` does it too.',
  },
  'migrations/ahead': {
    what: 'The database is newer than this program, which does not know {count} of its migrations.',
    how: 'Start the version that migrated it, or a newer one; or restore the backup from before the upgrade.',
  },
  'migrations/passedBy': {
    what: '{count} migration(s) were passed by: a newer one came in first.',
    how: 'Another branch has migrated this database; restore the backup from before, then migrate again.',
  },
  'migrations/untold': {
    what: 'The role of DATABASE_URL may not see the list of migrations.',
    how: 'Run `npm run sedikit -- migrate` with DATABASE_OWNER_URL: it grants the rights.',
  },
  'redis/none': { what: 'Skipped: without REDIS_URL the queues stand in Postgres.' },
  'redis/malformed': { what: 'Skipped: REDIS_URL cannot be read.' },
  'redis/fine': { what: 'Reached at {where}.' },
  'redis/unknownHost': {
    what: 'The name of the server in {where} is not known.',
    how: 'Check the host in REDIS_URL, and the DNS of this machine.',
  },
  'redis/refused': {
    what: 'Nothing listens at {where}.',
    how: 'Start Redis, correct REDIS_URL, or leave it empty for queues on Postgres.',
  },
  'redis/silent': {
    what: '{where} does not answer.',
    how: 'Mostly a firewall: open the port of Redis from this machine.',
  },
  'redis/password': {
    what: 'Redis at {where} refuses the password or the user.',
    how: 'Name both in REDIS_URL: redis://user:password@host:port',
  },
  'redis/loading': {
    what: 'Redis at {where} still reads what it had kept.',
    how: 'Wait a moment, then look again.',
  },
  'redis/replica': {
    what: 'Redis at {where} is a replica: it cannot be written to.',
    how: 'Let REDIS_URL name the primary one.',
  },
  'redis/broken': {
    what: 'Redis at {where} cannot be used: {said}',
    how: 'Look into the log of Redis, and check REDIS_URL.',
  },
  'redis.version/unreached': { what: NO_REDIS },
  'redis.version/fine': { what: '{name} {version}.' },
  'redis.version/old': {
    what: '{name} {version} is too old.',
    how: 'Upgrade to Redis 6.2 or newer, or to Valkey.',
  },
  'redis.eviction/unreached': { what: NO_REDIS },
  'redis.eviction/untold': { what: 'Skipped: this Redis does not tell its maxmemory-policy.' },
  'redis.eviction/fine': { what: 'maxmemory-policy noeviction.' },
  'redis.eviction/evicts': {
    what: 'maxmemory-policy {policy}: when its memory is full, Redis silently throws the queues away.',
    how: 'Write `maxmemory-policy noeviction` into redis.conf, then `redis-cli config set maxmemory-policy noeviction`.',
  },
  'redis.persistence/unreached': { what: NO_REDIS },
  'redis.persistence/fine': { what: 'AOF is on.' },
  'redis.persistence/snapshots': {
    what: 'AOF is off: what came since the last snapshot is lost with Redis, and fed again from Postgres.',
    how: 'Write `appendonly yes` into redis.conf, then `redis-cli config set appendonly yes`.',
  },
  'redis.persistence/none': {
    what: 'Redis keeps nothing: the queues are lost with it, and fed again from Postgres.',
    how: 'Write `appendonly yes` into redis.conf, then `redis-cli config set appendonly yes`.',
  },
  'redis.persistence/broken': {
    what: 'Redis fails to write to its disk, and will soon refuse to take anything.',
    how: 'Look into the log of Redis: mostly its disk is full, or its folder is closed to it.',
  },
  'redis.memory/unreached': { what: NO_REDIS },
  'redis.memory/fine': { what: '{used} of {most} MB in use.' },
  'redis.memory/unlimited': { what: '{used} MB in use, without a limit.' },
  'redis.memory/tight': {
    what: '{percent}% of its memory is in use ({used} of {most} MB).',
    how: 'Raise maxmemory before it is full.',
  },
  'redis.memory/full': {
    what: 'Its memory is used up ({used} of {most} MB): Redis refuses new jobs.',
    how: 'Raise maxmemory, or see who else uses this Redis.',
  },
} as const satisfies SomeSaid
