#!/usr/bin/env node
// Plain JavaScript that Node 12 can still parse, and no import before the version is known: a
// syntax error is the worst way to learn that Node is too old. `npm run …` finds Node 24 in
// node_modules/.bin; this file is what says so to whoever starts it with another one.
var found = process.versions.node
var needed = 24

if (Number(found.split('.')[0]) < needed) {
  console.error(
    'Sedikit needs Node ' +
      needed +
      ' or newer, and this is Node ' +
      found +
      '.\n' +
      '`npm ci` brings Node ' +
      needed +
      ' into node_modules; after it, start Sedikit through npm:\n' +
      '  npm start\n' +
      '  npm run demo\n' +
      '  npm run sedikit -- <command>',
  )
  process.exitCode = 1
} else {
  // glibc gives each thread that allocates a heap of its own, and gives little of them back. With one
  // for all, an idle process is some sixteen megabytes smaller; it has to be said before it starts.
  if (
    process.argv[2] === 'start' &&
    process.platform === 'linux' &&
    process.env.MALLOC_ARENA_MAX === undefined &&
    process.execve &&
    !process.send
  ) {
    process.execve(
      process.execPath,
      [process.execPath].concat(process.execArgv, process.argv.slice(1)),
      Object.assign({}, process.env, { MALLOC_ARENA_MAX: '1' }),
    )
  }
  // What was compiled once is not compiled again: a third off the time to start, and memory too.
  import('node:module')
    .then(function (node) {
      if (node.enableCompileCache)
        node.enableCompileCache(new URL('../.data/compiled', import.meta.url).pathname)
      return import('../src/main.ts')
    })
    .then(function (entry) {
      return entry.main(process.argv.slice(2), process.env)
    })
    .then(
      function (code) {
        process.exitCode = code
      },
      function (error) {
        if (
          error &&
          error.code === 'ERR_MODULE_NOT_FOUND' &&
          /Cannot find package/.test(error.message)
        ) {
          console.error(error.message + '\nA package is not installed: run `npm ci` first.')
        } else {
          console.error((error && error.stack) || error)
        }
        process.exitCode = 1
      },
    )
}
