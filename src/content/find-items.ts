import type { YamlPath } from './yaml-document.ts'

export type ItemGroup = 'a' | 'b' | 'delayed'

export interface WrittenItem {
  readonly group: ItemGroup
  /** Undefined where none is written. */
  readonly id: string | undefined
  readonly lesson: string | undefined
  readonly path: YamlPath
}

const PLACES: readonly (readonly [ItemGroup, YamlPath])[] = [
  ['a', ['forms', 'a']],
  ['b', ['forms', 'b']],
  ['delayed', ['delayed']],
]

/** The items of an assessment.yaml, also of one that is wrong elsewhere, form by form. */
export function findItems(value: unknown): WrittenItem[] {
  return PLACES.flatMap(([group, place]) => {
    const items = place.reduce(fieldOf, value)
    if (!Array.isArray(items)) return []
    return items.map((item: unknown, index) => ({
      group,
      id: textOf(item, 'id'),
      lesson: textOf(item, 'lesson'),
      path: [...place, index],
    }))
  })
}

function fieldOf(holder: unknown, key: PropertyKey): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined
}

function textOf(holder: unknown, key: string): string | undefined {
  const found = fieldOf(holder, key)
  return typeof found === 'string' ? found : undefined
}
