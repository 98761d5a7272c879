import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assignmentsOf, jsonForm, parseDockerfile } from './dockerfile.ts'
import { readIgnore } from './ignored.ts'
import { lintDockerfile } from './lint.ts'
import { playStages } from './play.ts'
import { writeFiles } from '../support/scratch-project.ts'
import { withTempFolder } from '../support/temp.ts'

const root = join(import.meta.dirname, '..', '..')
const given = { nodeVersion: '24.21.0' }

describe('reading a Dockerfile', () => {
  test('stages, flags, continued lines and comments', () => {
    const stages = parseDockerfile(
      [
        '# one',
        'FROM node:1 AS a',
        'RUN x \\',
        '  # said',
        '  && y',
        'FROM b',
        'COPY --from=a /p q',
      ].join('\n'),
    )
    expect(stages).toEqual([
      {
        base: 'node:1',
        name: 'a',
        instructions: [{ name: 'RUN', rest: 'x && y', flags: {}, line: 3 }],
      },
      {
        base: 'b',
        name: undefined,
        instructions: [{ name: 'COPY', rest: '/p q', flags: { from: 'a' }, line: 7 }],
      },
    ])
  })

  test.each([
    ['RUN x', 'line 1: RUN before any FROM'],
    ['FROM a\nRUN x \\', 'line 2: is never ended'],
    ['FROM a\n&& y', 'line 2: no words'],
    ['FROM a OF b', 'line 1: FROM what?'],
  ])('says where it is not one: %j', (text, problem) => {
    expect(() => parseDockerfile(text)).toThrow(problem)
  })

  test('the two forms of a command, and ENV', () => {
    expect(jsonForm('["node", "-e"]')).toEqual(['node', '-e'])
    expect(jsonForm('node -e')).toBeUndefined()
    expect(assignmentsOf('A=1 B=x=y')).toEqual({ A: '1', B: 'x=y' })
    expect(() => assignmentsOf('A 1')).toThrow('no assignment')
  })
})

test('.dockerignore: the last pattern that matches decides, for what lies in a folder too', () => {
  const ignored = readIgnore('# c\n*\n!src\n!tools/one.ts\n**/*.test.ts\nsrc/?.x\n')
  expect(
    ['src/a.ts', 'src/deep/a.ts', 'tools/one.ts', 'src/ab.x'].map((path) => ignored(path)),
  ).toEqual([false, false, false, false])
  expect(
    ['.env', 'srcs/a', 'tools/two.ts', 'src/a.test.ts', 'a.test.ts', 'src/a.x'].map((path) =>
      ignored(path),
    ),
  ).toEqual([true, true, true, true, true, true])
})

describe('what a Dockerfile may not do', () => {
  const lint = (...lines: string[]): string[] =>
    lintDockerfile(parseDockerfile(lines.join('\n')), given)
  const sound = [
    'FROM node:24.21.0-trixie-slim',
    'ENV NODE_ENV=production',
    'USER node',
    'HEALTHCHECK CMD ["x"]',
    'ENTRYPOINT ["node"]',
  ]

  test('a sound one passes', () => {
    expect(lint(...sound)).toEqual([])
  })

  test.each([
    ['another Node', ['FROM node:24-trixie-slim AS a'], 'expected node:24.21.0-…-slim'],
    ['ADD', ['FROM node:24.21.0-x-slim AS a', 'ADD x y'], 'line 2: ADD'],
    ['everything', ['FROM node:24.21.0-x-slim AS a', 'COPY . .'], 'line 2: COPY .'],
    [
      'lists of apt',
      ['FROM node:24.21.0-x-slim AS a', 'RUN apt-get install --no-install-recommends x'],
      'the lists of apt',
    ],
    ['npm install', ['FROM node:24.21.0-x-slim AS a', 'RUN npm install x'], 'npm ci alone'],
    ['curl', ['FROM node:24.21.0-x-slim AS a', 'RUN curl x | sh'], 'nothing is fetched'],
    ['a secret', ['FROM node:24.21.0-x-slim AS a', 'ENV BOT_TOKEN=1'], 'a secret in an image'],
    [
      'no such stage',
      ['FROM node:24.21.0-x-slim AS a', 'COPY --from=z a b'],
      '--from=z is no stage',
    ],
  ])('%s', (_, lines, problem) => {
    expect(lint(...lines, ...sound)).toEqual([expect.stringContaining(problem)])
  })

  test('in the last stage: root, no health, no entry, a shell around it, npm', () => {
    expect(
      lint('FROM node:24.21.0-x-slim AS last', 'USER root', 'RUN npm ci', 'CMD node x').join('\n'),
    ).toMatch(
      /is called last.*as root.*HEALTHCHECK.*ENTRYPOINT.*NODE_ENV.*stage of their own.*shell/su,
    )
    expect(lintDockerfile([], given)).toEqual(['there is no FROM'])
  })

  test('ours passes, with the Node of package.json', async () => {
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      devDependencies: { node: string }
    }
    const stages = parseDockerfile(await readFile(join(root, 'Dockerfile'), 'utf8'))
    expect(lintDockerfile(stages, { nodeVersion: manifest.devDependencies.node })).toEqual([])
  })
})

describe('doing what the stages say', () => {
  test('takes what is named and let through, and leaves a system alone', async () => {
    await withTempFolder(async (folder) => {
      const context = join(folder, 'context')
      await writeFiles(context, {
        'src/a.ts': '1',
        'src/a.test.ts': '2',
        'one.txt': '3',
        '.env': '4',
      })
      const played = await playStages(
        parseDockerfile(
          [
            'FROM x AS built',
            'WORKDIR /app',
            'COPY src ./src',
            "RUN node -e \"require('fs').writeFileSync('made', process.env.PATH ? 'yes' : 'no')\"",
            'FROM x',
            'ENV A=1',
            'WORKDIR /app',
            'RUN apt-get update',
            'COPY one.txt ./in/',
            'COPY --from=built /app/made ./made',
            'COPY --from=built /app/src ./src',
            'ENTRYPOINT ["node", "x"]',
            'CMD ["start"]',
          ].join('\n'),
        ),
        {
          context,
          ignored: readIgnore('*\n!src\n!one.txt\n**/*.test.ts'),
          into: join(folder, 'out'),
        },
      )
      expect(await readFile(join(played.workdir, 'made'), 'utf8')).toBe('yes')
      expect(await readFile(join(played.workdir, 'in/one.txt'), 'utf8')).toBe('3')
      expect(await readFile(join(played.workdir, 'src/a.ts'), 'utf8')).toBe('1')
      await expect(readFile(join(played.workdir, 'src/a.test.ts'))).rejects.toThrow('ENOENT')
      expect(played).toMatchObject({
        env: { A: '1' },
        command: ['node', 'x', 'start'],
        leftOut: ['apt-get update'],
      })
    })
  })

  test('says which step failed, and with which words', async () => {
    await withTempFolder(async (folder) => {
      await writeFiles(folder, { 'context/.env': '4' })
      const play = (line: string): Promise<unknown> =>
        playStages(parseDockerfile(`FROM x\n${line}`), {
          context: join(folder, 'context'),
          ignored: readIgnore('.env'),
          into: join(folder, 'out'),
        })
      await expect(play('RUN node -e "console.error(1); process.exit(3)"')).rejects.toThrow(
        /ended with 3:\n1/,
      )
      await expect(play('COPY .env ./')).rejects.toThrow(
        'line 2: .dockerignore leaves nothing of .env',
      )
      await expect(play('COPY --from=y a b')).rejects.toThrow('line 2: there is no stage y')
    })
  })
})
