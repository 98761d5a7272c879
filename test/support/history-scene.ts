import { inject } from 'vitest'
import { storeCalendar } from '../../src/learning/index.ts'
import { connectDatabase, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from './database.ts'

/** A database of one's own to live a history in. */
export interface HistoryScene {
  readonly database: ClonedDatabase
  readonly app: Database
  /** As the owner of its tables, who may empty them. */
  readonly owner: Database
  close(): Promise<void>
}

export async function openHistory(): Promise<HistoryScene> {
  const database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  const app = connectDatabase(database.appUrl)
  const owner = connectDatabase(database.ownerUrl)
  await storeCalendar(app.db)
  return {
    database,
    app,
    owner,
    async close() {
      await app.close()
      await owner.close()
      await database.drop()
    },
  }
}
