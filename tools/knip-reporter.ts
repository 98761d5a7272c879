/** A reporter for knip that prints how many files were looked at; see checks/dead-code.ts. */
export default function report({ counters }: { counters: { total: number } }): void {
  console.log(`looked at ${counters.total} files`)
}
