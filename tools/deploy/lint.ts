import { assignmentsOf, jsonForm, type Instruction, type Stage } from './dockerfile.ts'

export interface Surroundings {
  /** Node's version in package.json, without which the image would run another one than the tests. */
  readonly nodeVersion: string
}

/** What a Dockerfile may not do, each with why. Nothing of it needs an engine to be seen. */
export function lintDockerfile(stages: readonly Stage[], given: Surroundings): string[] {
  const last = stages.at(-1)
  if (last === undefined) return ['there is no FROM']
  const problems = [...stages.flatMap(basesOf(given)), ...lastStage(last)]
  const names = stages.map(({ name }) => name)
  for (const [index, { instructions }] of stages.entries()) {
    for (const { flags, line } of instructions) {
      const from = flags['from']
      if (from !== undefined && !names.slice(0, index).includes(from)) {
        problems.push(`line ${line}: --from=${from} is no stage above it`)
      }
    }
    problems.push(...instructions.flatMap(oneInstruction))
  }
  return problems
}

/** A version is named exactly: an image built next year is the one that was tested. */
function basesOf({ nodeVersion }: Surroundings): (stage: Stage) => string[] {
  return ({ base }) =>
    base.startsWith(`node:${nodeVersion}-`) && base.endsWith('-slim')
      ? []
      : [`${base}: expected node:${nodeVersion}-…-slim, the version in package.json`]
}

function oneInstruction({ name, rest, line }: Instruction): string[] {
  const problems: string[] = []
  const say = (why: string): void => void problems.push(`line ${line}: ${why}`)
  if (name === 'ADD') say('ADD fetches and unpacks; COPY does what it says')
  if (name === 'COPY' && /^\.\s/.test(rest))
    say('COPY . takes whatever lies about; name what it needs')
  if (name === 'RUN' && /\bapt-get install\b/.test(rest)) {
    if (!rest.includes('--no-install-recommends'))
      say('apt-get install without --no-install-recommends')
    if (!rest.includes('rm -rf /var/lib/apt/lists')) say('the lists of apt stay in the layer')
  }
  if (name === 'RUN' && /\bnpm (?:install|i)\b/.test(rest))
    say('npm ci alone keeps to the lock file')
  if (name === 'RUN' && /\b(?:curl|wget)\b/.test(rest))
    say('nothing is fetched but by a package manager')
  if ((name === 'ENV' || name === 'ARG') && /TOKEN|SECRET|PASSWORD/.test(rest)) {
    say('a secret in an image is everybody’s who has it')
  }
  if ((name === 'ENTRYPOINT' || name === 'CMD') && jsonForm(rest) === undefined) {
    say(`${name} in the form of a shell, which keeps SIGTERM to itself`)
  }
  return problems
}

function lastStage({ instructions, name }: Stage): string[] {
  const problems: string[] = []
  const of = (wanted: string): Instruction[] => instructions.filter((one) => one.name === wanted)
  if (name !== undefined) problems.push(`the last stage is the image, and is called ${name}`)
  const user = of('USER').at(-1)?.rest
  if (user === undefined || /^(?:root|0)\b/.test(user)) problems.push('it runs as root')
  if (of('HEALTHCHECK').length !== 1) problems.push('there is no HEALTHCHECK')
  if (of('ENTRYPOINT').length !== 1) problems.push('there is no ENTRYPOINT')
  if (of('ENV').every(({ rest }) => assignmentsOf(rest)['NODE_ENV'] !== 'production')) {
    problems.push('NODE_ENV is not production')
  }
  for (const { rest, line } of of('RUN')) {
    if (/\bnpm\b/.test(rest)) problems.push(`line ${line}: packages come from a stage of their own`)
  }
  return problems
}
