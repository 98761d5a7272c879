import type { FastifyRequest } from 'fastify'
import { findPeople, findPerson, rolesOf, type Person, type Roles } from '../../people/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import { checkInitData } from './init-data.ts'
import { SECRET } from './secrets.ts'
import { findSession } from './session-store.ts'

/** Who looks at a page, with the roles of this moment. */
export interface Session {
  readonly person: Person
  readonly roles: Roles
}

/**
 * Whose request it is; undefined: nobody's that we know. By the cookie that a link gave, or by the
 * `initData` of a Mini App in the header `Authorization: tma <initData>`.
 */
export type SessionOf = (request: Pick<FastifyRequest, 'headers'>) => Promise<Session | undefined>

export interface SessionDependencies {
  readonly db: Db
  readonly clock: Clock
  /** The bot's, which signs the data of its Mini App. */
  readonly token: string
  /** The pages are reached by https: the cookie goes nowhere else. */
  readonly secure: boolean
}

export function createSessionOf(dependencies: SessionDependencies): SessionOf {
  const { db, clock, token, secure } = dependencies

  async function personOf({
    headers,
  }: Pick<FastifyRequest, 'headers'>): Promise<Person | undefined> {
    const now = clock.now()
    const [, initData] = /^tma (.+)$/.exec(headers.authorization ?? '') ?? []
    if (initData !== undefined) {
      const checked = checkInitData(initData, { token, now })
      return checked.kind === 'valid' ? findPerson(db, checked.telegramId) : undefined
    }
    const cookie = cookieIn(headers.cookie, secure)
    const personId = cookie === undefined ? undefined : await findSession(db, cookie, now)
    return personId === undefined ? undefined : (await findPeople(db, [personId])).get(personId)
  }

  return async (request) => {
    const person = await personOf(request)
    if (person === undefined || person.joinStep !== null || person.movedAwayAt !== null) {
      return undefined
    }
    return { person, roles: await rolesOf(db, person.id) }
  }
}

/** `__Host-`: a browser takes it over https alone, for this host alone. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-sedikit' : 'sedikit'
}

/** The token in a Cookie header; undefined for what is none of ours. */
export function cookieIn(header: string | undefined, secure: boolean): string | undefined {
  const wanted = `${cookieName(secure)}=`
  const found = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(wanted))
  const value = found?.slice(wanted.length)
  return value !== undefined && SECRET.test(value) ? value : undefined
}
