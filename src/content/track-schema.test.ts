import { describe, expect, it } from 'vitest'
import { TRACK, problemsOf, trackYaml } from './fixture.ts'

describe('track.yaml', () => {
  const track = trackYaml('fondasi', ['satu'])
  it.each<[string, string, string]>([
    [
      'a kind that is not known',
      track.replace('kind: common', 'kind: umum'),
      `${TRACK}:4: \`kind\` is not one that is known: write common, role, sector or rest`,
    ],
    [
      'a role without its name',
      track.replace('kind: common', 'kind: role'),
      `${TRACK}:4: \`value\` is missing: add the role or sector, in small letters, digits and hyphens`,
    ],
    [
      'an unknown key',
      track.replace('kind: common', 'kind: common, nilai: a'),
      `${TRACK}:4: \`nilai\` is not known here: remove it, or write one of kind, value`,
    ],
    [
      'no English title',
      track.replace(', en: "Foundations"', ''),
      `${TRACK}:2: \`en\` is missing: add the English title`,
    ],
    [
      'a slug that leads out of the folder',
      track.replace('- satu', '- ../satu'),
      `${TRACK}:6: item 1 of \`lessons\` is "../satu": write the slugs of the lessons in order: 01-ai-alat-bantu.md is ai-alat-bantu`,
    ],
    [
      'a phone number',
      track.replace('Dasar', 'Hubungi 081234567890'),
      `${TRACK}:3: possible personal data: this looks like a phone number: take it out, or write it masked, such as 7309xxxx`,
    ],
    [
      'broken',
      track.replace('title: {', 'title: {{'),
      `${TRACK}:2: broken YAML (With stringKeys, all keys must be strings): put texts in double quotes, and indent with two spaces`,
    ],
  ])('%s', async (_, yaml, problem) => {
    expect((await problemsOf({ [TRACK]: yaml }))[0]).toBe(problem)
  })
})
