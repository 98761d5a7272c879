/**
 * A process of its own that reads one file from outside and dies: what the file does to it, it does to
 * nobody else. The file comes on stdin, what was read goes out on stdout; see read-table.ts.
 */
import { buffer } from 'node:stream/consumers'
import { decodeTable } from './decode-table.ts'

const [, , kind] = process.argv
const bytes = await buffer(process.stdin)
const read = await decodeTable(bytes, kind === 'xlsx' ? 'xlsx' : 'csv')
process.stdout.write(JSON.stringify(read))
