import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './documents.ts'

const text = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8')

it('every test that the threat model names is there', () => {
  const named = [...text.matchAll(/`((?:src|test)\/[\w/.-]+)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

it('every answer names the test that walks it', () => {
  const entrances = text.slice(
    text.indexOf('## Entrances'),
    text.indexOf('## What is not answered'),
  )
  const answers = entrances.split('\n').filter((line) => /^\| (?!what could|---)/.test(line))
  expect(answers.length).toBeGreaterThan(35)
  expect(
    answers.filter((line) => !/`(?:src|test)\/[\w/.-]+\.test\.ts`[^|]*\|$/.test(line)),
  ).toEqual([])
})
