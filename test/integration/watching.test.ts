import { readFile } from 'node:fs/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { familyOf, type Exposition } from '../support/exposition.ts'
import { lastQuiz } from '../support/phone.ts'
import { until } from '../support/until.ts'
import {
  answered,
  ID,
  METRICS_TOKEN,
  NIK,
  NIP,
  openWatched,
  PHONE,
  SECRETS,
  WEBHOOK_SECRET,
  type Watched,
} from '../support/watched-process.ts'

const file = (path: string): Promise<string> =>
  readFile(new URL(`../../${path}`, import.meta.url), 'utf8')

let watched: Watched
beforeAll(async () => {
  watched = await openWatched()
})
afterAll(() => watched.close())

const metrics = (): Promise<Exposition> => watched.metrics()
const logged = (): Record<string, unknown>[] => watched.logged()

describe('what a process counts', () => {
  it('is what happened: updates, messages, calls, people, requests', async () => {
    await until(
      async () => (await metrics()).sum('sedikit_people', { state: 'reachable' }) === 1,
      'the person in the numbers',
    )
    const now = await metrics()
    expect(now.sum('sedikit_updates_received_total', { kind: 'message' })).toBe(1)
    expect(now.sum('sedikit_updates_received_total', { kind: 'callback_query' })).toBe(3)
    expect(now.sum('sedikit_updates_total', { became: 'handled' })).toBe(4)
    expect(now.sum('sedikit_update_seconds_count')).toBe(4)
    const sent = watched.simulator.ledger.entries({ chatId: ID, sent: true }).length
    await until(
      async () => (await metrics()).sum('sedikit_messages_total', { state: 'sent' }) >= sent,
      'every message counted',
    )
    expect((await metrics()).sum('sedikit_calls_total', { outcome: 'ok' })).toBeGreaterThanOrEqual(
      sent,
    )
    expect(now.sum('sedikit_requests_total', { status: '2xx' })).toBeGreaterThanOrEqual(4)
    expect(now.sum('sedikit_jobs_total', { job: 'tick', result: 'done' })).toBeGreaterThan(0)
    expect([now.sum('sedikit_ready'), now.sum('sedikit_sending_halted')]).toEqual([1, 0])
    expect(now.sum('sedikit_pace_per_second')).toBe(28)
    expect(now.sum('process_resident_memory_bytes')).toBeGreaterThan(10e6)
  })

  it('goes to whoever has the token alone', async () => {
    const statuses = await Promise.all(
      [{}, { authorization: 'Bearer wrong' }, { authorization: METRICS_TOKEN }].map(
        async (headers) => (await fetch(`${watched.root}/metrics`, { headers })).status,
      ),
    )
    expect(statuses).toEqual([401, 401, 401])
  })

  it('has the lag of what is stuck: an update whose handler fails', async () => {
    const sql = postgres(watched.ownerUrl, { max: 1 })
    // A failure with all that is known of the person in it, as the database details it.
    await sql`alter table people add constraint nobody check (false) not valid`
    watched.zulaikha.sendText('/progres')
    await until(
      async () => (await metrics()).sum('sedikit_updates_total', { became: 'failed' }) > 0,
      'a failure',
    )
    await until(
      async () => (await metrics()).sum('sedikit_inbox_lag_seconds') > 0,
      'its lag in the numbers',
    )
    expect((await metrics()).sum('sedikit_inbox_waiting')).toBe(1)
    await sql`alter table people drop constraint nobody`
    await until(
      async () => (await metrics()).sum('sedikit_inbox_waiting') === 0,
      'the update handled after all',
    )
    await sql.end()
  })

  it('holds nothing of a person and no secret', async () => {
    const { lines } = await metrics()
    const values = new Set(lines.flatMap(({ labels }) => Object.values(labels)))
    const text = [...values].join('\n').toLowerCase()
    const secrets = [...SECRETS, '123456']
    expect(secrets.filter((secret) => text.includes(secret.toLowerCase()))).toEqual([])
    expect(lines.length).toBeLessThan(250)
  })
})

describe('what is written about it', () => {
  const named = (text: string): Set<string> =>
    new Set(text.match(/\b(?:sedikit|process|nodejs)_[a-z0-9_]+\b/g))

  it('docs/watching.md has each metric with its type, and no other', async () => {
    const rows = (await file('docs/watching.md')).matchAll(
      /^\| `((?:sedikit|process|nodejs)_\w+)` \| (\w+) \|([^|]*)\|/gm,
    )
    const told = [...rows].map(([, name = '', type = '', labels = '']) => {
      const names = [...labels.matchAll(/`(\w+)`/g)].map(([, label = '']) => label)
      return `${name} ${type} ${names.toSorted().join()}`
    })
    const { types, lines } = await metrics()
    const found = [...types].map(([name, type]) => {
      const of = lines.filter((line) => familyOf(line.name, types) === name)
      const labels = new Set(of.flatMap((line) => Object.keys(line.labels)))
      return `${name} ${type} ${[...labels].toSorted().join()}`
    })
    expect(told.toSorted()).toEqual(found.toSorted())
  })

  it('the dashboard is one that Grafana takes, and each of its numbers exists', async () => {
    const target = z.object({ expr: z.string(), refId: z.string(), legendFormat: z.string() })
    const panel = z.object({
      id: z.number(),
      type: z.enum(['row', 'stat', 'timeseries']),
      title: z.string().min(1),
      gridPos: z.object({
        h: z.number(),
        w: z.number().max(24),
        x: z.number().max(23),
        y: z.number(),
      }),
      targets: z.array(target).min(1).optional(),
      datasource: z.object({ type: z.literal('prometheus'), uid: z.string() }).optional(),
    })
    const shape = z.object({
      uid: z.string(),
      title: z.literal('Sedikit'),
      schemaVersion: z.number().min(36),
      panels: z.array(panel).min(10),
      templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }),
      time: z.object({ from: z.string(), to: z.string() }),
    })
    const text = await file('deploy/grafana/sedikit.json')
    const { panels, templating } = shape.parse(JSON.parse(text))
    expect(templating.list).toMatchObject([{ name: 'datasource', type: 'datasource' }])
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    for (const { type, datasource, targets, gridPos } of panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24)
      if (type === 'row') continue
      expect(datasource?.uid).toBe(`\${datasource}`)
      expect(targets?.length).toBeGreaterThan(0)
    }
    const { types } = await metrics()
    const expressions = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
    const missing = [...named(expressions.join('\n'))].filter((name) => !familyOf(name, types))
    expect(missing).toEqual([])
  })

  it('each alert says what it is and where to read on, and each of its numbers exists', async () => {
    const rule = z.object({
      alert: z.string().regex(/^Sedikit[A-Z]\w+$/),
      expr: z.string(),
      for: z
        .string()
        .regex(/^\d+[smh]$/)
        .optional(),
      labels: z.object({ severity: z.enum(['warning', 'critical']) }),
      annotations: z.object({
        summary: z.string().min(10),
        description: z.string().min(20),
        runbook_url: z.string(),
      }),
    })
    const shape = z.object({
      groups: z.array(z.object({ name: z.string(), rules: z.array(rule.strict()) })),
    })
    const { groups } = shape.parse(parse(await file('deploy/prometheus/alerts.yml')))
    const rules = groups.flatMap((group) => group.rules)
    const { types, lines } = await metrics()
    const documented = await file('docs/watching.md')
    for (const { alert, expr, annotations } of rules) {
      expect(annotations.runbook_url).toBe(`docs/operations.md#${alert.toLowerCase()}`)
      expect(documented).toContain(`\`${alert}\``)
      expect([...named(expr)].filter((name) => !familyOf(name, types))).toEqual([])
      // A label that no line has would be an alert that never fires.
      for (const [, name = '', inner = ''] of expr.matchAll(/(\w+)\{([^}]*)\}/g)) {
        for (const [, label = '', is, values = ''] of inner.matchAll(/(\w+)(=~?|!=)"([^"]*)"/g)) {
          if (label === 'job') continue
          for (const value of values.split('|')) {
            const has = lines.some((line) => line.name === name && line.labels[label] === value)
            expect([alert, is, value, has]).toEqual([alert, is, value, true])
          }
        }
      }
    }
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
  })
})

describe('the log of a whole day of somebody, at its most talkative', () => {
  beforeAll(async () => {
    await until(() => lastQuizIs(watched.zulaikha), 'the quiz of the first lesson')
    await answered(watched.zulaikha, () => {
      watched.zulaikha.vote(
        lastQuiz(watched.zulaikha).id,
        lastQuiz(watched.zulaikha).poll.options[0]?.text ?? '',
      )
    })
    for (const text of [
      `NIK ${NIK} dan NIP ${NIP} atas nama Xilofon`,
      '/cari xilofon',
      `/tanya Apakah Xilofon boleh? Hubungi ${PHONE}`,
      '/progres',
      '/data_saya',
    ]) {
      await answered(watched.zulaikha, () => {
        watched.zulaikha.sendText(text)
      })
    }
    // What comes to the webhook and is refused, with words in it.
    for (const body of [`{"xilofon": ${NIP}`, '[]', `"Zulaikhaq"`]) {
      await fetch(`${watched.root}/telegram`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': WEBHOOK_SECRET,
        },
        body,
      })
    }
    await fetch(`${watched.root}/telegram`, { method: 'POST', body: 'Xilofon' })
    // Addresses that hold a name or a secret.
    for (const path of ['/v/Xilofon', `/ekspor/${'Klarinet'.repeat(5)}`, '/dasbor/?q=Zulaikhaq']) {
      await fetch(`${watched.root}${path}`, {
        headers: { 'x-request-id': 'xilofon', via: 'klarinet' },
      })
    }
    await until(
      () => logged().filter(({ route }) => String(route).startsWith('/dasbor')).length > 0,
      'the last request in the log',
    )
  })

  it('holds no name, no text, no number, no id of a person, and no secret', () => {
    const text = watched.running.stderr().toLowerCase()
    expect(logged().length).toBeGreaterThan(60)
    expect(SECRETS.filter((secret) => text.includes(secret.toLowerCase()))).toEqual([])
    expect(watched.running.stderr() + watched.running.stdout()).not.toContain('123456:demo')
  })

  it('names update, request or job in every line that was written for one', () => {
    const lines = logged()
    const of = (msg: string): Record<string, unknown>[] =>
      lines.filter((line) => line['msg'] === msg)
    const handled = of('an update was dealt with').map(({ updateId }) => updateId)
    expect(handled.length).toBeGreaterThan(9)
    const within = of('an update is answered by these messages').map(({ updateId }) => updateId)
    expect(within.length).toBeGreaterThan(5)
    expect(handled).toEqual(expect.arrayContaining(within))
    const failed = of('a handler failed; the update comes again')
    expect(failed.length).toBeGreaterThan(0)
    for (const line of failed) expect(handled).toContain(line['updateId'])
    const jobs = of('a job is done')
    expect(jobs.length).toBeGreaterThan(0)
    for (const line of jobs)
      expect([typeof line['job'], typeof line['jobId']]).toEqual(['string', 'string'])
  })

  it('knows each request by an id of ours, which its answer bears', async () => {
    const answer = await fetch(`${watched.root}/healthz`, { headers: { 'request-id': 'xilofon' } })
    const id = answer.headers.get('x-request-id')
    expect(id).toMatch(/^[\da-f-]{36}$/)
    await until(() => logged().some(({ requestId }) => requestId === id), 'the request in the log')
    const refused = logged().filter(({ msg }) => msg === 'a request to the webhook was refused')
    expect(refused.length).toBeGreaterThan(1)
    for (const line of refused) expect(line['requestId']).toMatch(/^[\da-f-]{36}$/)
  })
})

function lastQuizIs(person: SimulatedPerson): boolean {
  return person.messages().some((message) => message.fromBot && message.poll !== undefined)
}
