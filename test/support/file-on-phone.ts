import type { PhoneMessage } from '../../src/simulator/index.ts'
import type { World } from './world.ts'

/** The file of a message, as its receiver downloads it. */
export async function contentOf(world: World, { media }: PhoneMessage): Promise<Buffer> {
  const api = `${world.simulator.url}/bot123456:demo/getFile?file_id=${media?.fileId ?? ''}`
  const { result } = (await (await fetch(api)).json()) as { result: { file_path: string } }
  const file = await fetch(`${world.simulator.url}/file/bot123456:demo/${result.file_path}`)
  return Buffer.from(await file.arrayBuffer())
}
