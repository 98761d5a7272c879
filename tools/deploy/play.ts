import { spawn } from 'node:child_process'
import { cp, mkdir, readdir, stat } from 'node:fs/promises'
import { basename, delimiter, dirname, join, posix, relative } from 'node:path'
import { assignmentsOf, jsonForm, type Instruction, type Stage } from './dockerfile.ts'

export interface PlayOptions {
  /** What `docker build` would be given: the repository. */
  readonly context: string
  readonly ignored: (path: string) => boolean
  /** An empty folder; each stage becomes one in it. */
  readonly into: string
  /** Does what a RUN says in another way; true: it is done. */
  readonly instead?: (command: string, workdir: string) => Promise<boolean>
}

export interface Played {
  /** The last stage's root. */
  readonly root: string
  /** Its working directory, in this machine's terms. */
  readonly workdir: string
  readonly env: Readonly<Record<string, string>>
  /** ENTRYPOINT and CMD together, the first word without its folder. */
  readonly command: readonly string[]
  /** What a RUN would do to a system, which is not done here. */
  readonly leftOut: readonly string[]
}

/** What is done here; the rest is a system's: packages of Debian, its users and their folders. */
const OURS = /^(?:npm|node) /

/**
 * Does what the stages of a Dockerfile say, in folders instead of images: COPY takes only what it
 * names and `.dockerignore` lets through, RUN runs with the Node that runs this. That shows what is
 * missing in a list of files, without an engine.
 *
 * @throws Error when a step fails, with what it said
 */
export async function playStages(stages: readonly Stage[], options: PlayOptions): Promise<Played> {
  const roots = new Map<string, string>()
  const leftOut: string[] = []
  let played: Played | undefined
  for (const [index, stage] of stages.entries()) {
    const root = join(options.into, stage.name ?? `stage-${index}`)
    await mkdir(root, { recursive: true })
    if (stage.name !== undefined) roots.set(stage.name, root)
    const env: Record<string, string> = {}
    let workdir = '/'
    let entry: string[] = []
    for (const one of stage.instructions) {
      if (one.name === 'WORKDIR') workdir = posix.resolve(workdir, one.rest)
      if (one.name === 'ENV') Object.assign(env, assignmentsOf(one.rest))
      if (one.name === 'COPY') await copy(one, { root, workdir, roots, options })
      if (one.name === 'ENTRYPOINT') entry = jsonForm(one.rest) ?? []
      if (one.name === 'CMD') entry = [...entry, ...(jsonForm(one.rest) ?? [])]
      if (one.name === 'RUN') {
        const here = join(root, workdir)
        await mkdir(here, { recursive: true })
        if (!OURS.test(one.rest)) leftOut.push(one.rest)
        else if ((await options.instead?.(one.rest, here)) !== true)
          await runIn(here, one.rest, env)
      }
    }
    played = { root, workdir: join(root, workdir), env, command: entry, leftOut }
  }
  if (played === undefined) throw new Error('There is no stage')
  return played
}

interface Where {
  readonly root: string
  readonly workdir: string
  readonly roots: ReadonlyMap<string, string>
  readonly options: PlayOptions
}

async function copy({ rest, flags, line }: Instruction, where: Where): Promise<void> {
  const paths = rest.split(/\s+/)
  const target = paths.pop() ?? ''
  const { from } = flags
  const source = from === undefined ? where.options.context : where.roots.get(from)
  if (source === undefined) throw new Error(`line ${line}: there is no stage ${from}`)
  const to = join(where.root, posix.resolve(where.workdir, target))
  for (const path of paths) {
    const whole = join(source, path)
    const isFolder = (await stat(whole)).isDirectory()
    const into = isFolder || !target.endsWith('/') ? to : join(to, basename(path))
    if (from !== undefined) await cp(whole, into, { recursive: true, verbatimSymlinks: true })
    else if ((await copyAllowed(path, into, isFolder, where.options)) === 0) {
      throw new Error(`line ${line}: .dockerignore leaves nothing of ${path}`)
    }
  }
}

/** @returns how many files were copied */
async function copyAllowed(
  path: string,
  into: string,
  isFolder: boolean,
  { context, ignored }: PlayOptions,
): Promise<number> {
  const files = isFolder ? await filesIn(join(context, path)) : ['']
  let copied = 0
  for (const file of files) {
    if (ignored(posix.join(path, file))) continue
    const target = join(into, file)
    await mkdir(dirname(target), { recursive: true })
    await cp(join(context, path, file), target)
    copied++
  }
  return copied
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

async function runIn(
  folder: string,
  command: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  const child = spawn('sh', ['-c', command], {
    cwd: folder,
    env: { ...surroundings(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.on('error', reject)
  child.on('close', resolve)
  const code = await promise
  if (code !== 0) throw new Error(`RUN ${command} ended with ${code}:\n${said}`)
}

/** `node` is the one that runs this; of the rest only what npm needs: a builder knows no token. */
function surroundings(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(?:HOME|npm_config_.*|https?_proxy|no_proxy)$/i.test(name),
  )
  return {
    ...Object.fromEntries(kept),
    PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
    npm_config_prefer_offline: 'true',
  }
}
