import { isPersonal, type TableEntry } from '../../src/privacy/inventory/entry.ts'

const BASES = {
  consent: 'consent',
  duty: "the organisation's duty",
  service: 'running the service',
} as const

const HEAD = `# The register of processing

Written by \`test/integration/privacy-inventory.test.ts\` from \`src/privacy/inventory\`, which names every table and column that there is; after a change, \`npx vitest run --project integration test/integration/privacy-inventory.test.ts -u\` writes it anew. What it leads to is in [privacy.md](privacy.md).

*Consent*: what the person agreed to in the notice (UU 27/2022, article 20 paragraph 2 letter a). *The organisation's duty*: training its staff and being able to account for it (letters c and e). *Running the service*: without it messages could not be sent safely (letter f). Whether these hold for an organisation, its own lawyer says.

*Deleted*: the rows are gone. *Cleared*: the rows stay, emptied of what told of the person. *Unlinked*: the rows stay and lead to nobody. *Kept*: they hold a random number alone, which leads to nobody.
`

/** The register as a page. */
export function registerOf(inventory: Readonly<Record<string, TableEntry>>): string {
  const entries = Object.entries(inventory)
  const rows = entries.flatMap(([name, entry]) =>
    isPersonal(entry)
      ? [
          `| \`${name}\`: ${entry.what} | ${Object.entries(entry.personal)
            .map(([column, what]) => `\`${column}\` ${what}`)
            .join('; ')} | ${BASES[entry.basis]} | ${entry.kept} | ${entry.erasure}${
            entry.note === undefined ? '' : `. ${entry.note}`
          } |`,
        ]
      : [],
  )
  const plain = entries.flatMap(([name, entry]) =>
    isPersonal(entry)
      ? []
      : [`- \`${name}\`: ${entry.what}${entry.note === undefined ? '' : `. ${entry.note}`}`],
  )
  return [
    HEAD,
    '## Tables in which people stand\n',
    '| table | what of a person | basis | how long | erasure |',
    '|---|---|---|---|---|',
    ...rows,
    '\n## Tables in which nobody stands\n',
    ...plain,
    '',
  ].join('\n')
}
