import type { Callback } from '../../src/bot/callback.ts'
import type { Command } from '../../src/bot/commands.ts'
import { laggingReasons } from '../../src/nudges/index.ts'
import { actors, type Actor, type Target } from './role-scene.ts'

/**
 * Who may: whoever has joined, coordinators of any unit, those who coordinate the unit that it is
 * about or one above it (`reach`), that unit itself (`holder`) or what stands above both units
 * (`both`), admins, coordinators with units of their own (`ownUnits`); or nobody of these, since it is the matter of one person alone or of somebody who
 * is just joining.
 */
export type Policy =
  | 'joined'
  | 'coordinators'
  | 'reach'
  | 'holder'
  | 'both'
  | 'admins'
  | 'ownUnits'
  | 'owner'
  | 'joining'

const allowed: Readonly<Record<Policy, readonly Actor[]>> = {
  joined: ['participant', 'elsewhere', 'coordinator', 'above', 'admin'],
  coordinators: ['elsewhere', 'coordinator', 'above', 'admin'],
  reach: ['coordinator', 'above', 'admin'],
  holder: ['coordinator', 'admin'],
  both: ['above', 'admin'],
  admins: ['admin'],
  ownUnits: ['elsewhere', 'coordinator', 'above'],
  owner: [],
  joining: [],
}

export function mayOf(policy: Policy): readonly Actor[] {
  return allowed[policy]
}

export const commandPolicies: Readonly<Record<Command, Policy>> = {
  materi: 'joined',
  progres: 'joined',
  latihan: 'joined',
  cari: 'joined',
  jeda: 'joined',
  lanjut: 'joined',
  jadwal: 'joined',
  sertifikat: 'joined',
  bahasa: 'joined',
  peringkat: 'joined',
  tanya: 'joined',
  bantuan: 'joined',
  belum_selesai: 'coordinators',
  ingatkan: 'coordinators',
  ekspor: 'coordinators',
  impor: 'admins',
  laporan: 'coordinators',
  pengumuman: 'coordinators',
  peran: 'coordinators',
  peserta: 'coordinators',
  statistik: 'admins',
  undang: 'coordinators',
  kelola_materi: 'admins',
}

export interface ButtonPolicy {
  readonly may: Policy
  /** The argument: one that is about the target, wherever a button is about somebody. */
  readonly of?: (target: Target) => string | number
  /** Whoever may press it, these alone change something of the target; left out: nothing is said. */
  readonly changes?: Policy
  /** There is nothing to do in the scene: nobody is answered, and nothing changes. */
  readonly idle?: true
}

const joined = (argument?: string | number): ButtonPolicy => ({
  may: 'joined',
  ...(argument === undefined ? {} : { of: () => argument }),
})

export const buttonPolicies: Readonly<Record<Callback, ButtonPolicy>> = {
  address: { may: 'joining', of: () => 'ibu' },
  agree: { may: 'joining' },
  announce: { may: 'coordinators' },
  announceApprove: { may: 'owner', of: (t) => t.announcement },
  announceAt: { may: 'owner', of: (t) => `${t.announcement}.1.1800000000` },
  announceAudience: { may: 'owner', of: (t) => t.announcement },
  announceBy: { may: 'owner', of: (t) => `${t.announcement}.r.0` },
  announceCancel: { may: 'admins', of: (t) => t.announcement, changes: 'admins' },
  announceCorrect: { may: 'owner', of: (t) => t.announcement },
  announceOpen: { may: 'owner', of: (t) => t.announcement },
  announcePause: { may: 'owner', of: (t) => t.announcement },
  announcePreview: { may: 'owner', of: (t) => t.announcement },
  announceRecall: { may: 'owner', of: (t) => t.announcement },
  announceRecallYes: { may: 'owner', of: (t) => t.announcement },
  announceRefuse: { may: 'owner', of: (t) => t.announcement },
  announceRemind: { may: 'owner', of: (t) => t.announcement },
  announceReport: { may: 'owner', of: (t) => t.announcement },
  announceResend: { may: 'owner', of: (t) => t.announcement },
  announceResume: { may: 'owner', of: (t) => t.announcement },
  announceSend: { may: 'owner', of: (t) => `${t.announcement}.1` },
  announceState: { may: 'owner', of: (t) => t.announcement },
  announceToggle: { may: 'owner', of: (t) => `${t.announcement}.r.guru` },
  announceWhen: { may: 'owner', of: (t) => `${t.announcement}.1` },
  announcementRead: { may: 'owner', of: (t) => t.announcement },
  answer: { may: 'reach', of: (t) => t.question, changes: 'reach' },
  answerSurvey: { may: 'owner', of: () => 'attitude.before:fondasi.0.1' },
  ask: joined(),
  askAbout: { may: 'joined', of: (t) => t.lesson },
  askQuiet: joined(),
  askZone: joined(),
  certificate: { may: 'joined', of: (t) => t.track },
  certificateAsn: { may: 'owner', of: (t) => `${t.track}:1` },
  certificateIssue: { may: 'joined', of: (t) => t.track },
  certificateKnownName: { may: 'joined', of: (t) => t.track },
  certificateName: { may: 'joined', of: (t) => t.track },
  certificateNip: { may: 'joined', of: (t) => t.track, idle: true },
  certificateNoNip: { may: 'joined', of: (t) => t.track },
  certificates: joined(),
  content: { may: 'admins' },
  contentLesson: { may: 'admins', of: (t) => t.lesson },
  contentPage: { may: 'admins', of: (t) => t.lesson },
  contentReload: { may: 'admins', idle: true },
  contentSend: { may: 'admins', of: (t) => t.lesson },
  contentTracks: { may: 'admins' },
  declineSurvey: { may: 'owner', of: () => 'attitude.before:fondasi' },
  deleteTyped: { may: 'owner', of: () => 1 },
  digest: { may: 'coordinators' },
  digestOff: { may: 'ownUnits' },
  digestOn: { may: 'ownUnits' },
  doTask: { may: 'joined', of: (t) => t.lesson },
  dropReply: { may: 'owner', of: (t) => t.reply },
  exports: { may: 'coordinators' },
  exportLink: { may: 'owner', of: () => 1 },
  firstLesson: { may: 'joined', idle: true },
  giveBack: { may: 'owner', of: (t) => t.question },
  help: joined(),
  importDo: { may: 'owner', of: () => 1 },
  importDrop: { may: 'owner', of: () => 1 },
  importFile: { may: 'owner', of: () => 1 },
  importLines: { may: 'owner', of: () => 1 },
  imports: { may: 'admins' },
  importUndo: { may: 'owner', of: () => 1 },
  invite: { may: 'coordinators' },
  invitePoster: { may: 'reach', of: (t) => t.unitShort },
  inviteQr: { may: 'reach', of: (t) => t.link },
  inviteRestore: { may: 'reach', of: (t) => t.revoked, changes: 'reach' },
  inviteRevoke: { may: 'reach', of: (t) => t.invite, changes: 'reach' },
  invites: { may: 'coordinators' },
  inviteText: { may: 'reach', of: (t) => t.link },
  inviteUnit: { may: 'reach', of: (t) => t.unit },
  inviteUnits: { may: 'coordinators', of: () => 0 },
  keepKnown: { may: 'joined', of: (t) => t.track },
  keepReply: { may: 'owner', of: (t) => t.reply },
  lagging: { may: 'coordinators' },
  laggingPage: { may: 'coordinators', of: () => laggingReasons[0] },
  laggingText: { may: 'coordinators' },
  language: joined('en'),
  learning: { may: 'admins' },
  learningUnits: { may: 'admins' },
  leaveCancel: { may: 'owner', of: (t) => t.leave },
  leaveEnd: { may: 'owner', of: (t) => t.leave },
  leaveFix: { may: 'joined', of: (t) => t.leave },
  leaveKnown: { may: 'joined', of: (t) => t.track },
  leaveTrack: { may: 'joined', of: (t) => t.track },
  leaveUndo: { may: 'owner', of: (t) => t.leave },
  meantNothing: { may: 'owner', of: () => 1 },
  meantQuestion: { may: 'owner', of: () => 1 },
  meantTask: { may: 'owner', of: () => 1 },
  newcomerNo: { may: 'reach', of: (t) => t.newcomer, changes: 'reach' },
  newcomersYes: { may: 'reach', of: (t) => `${t.unitShort}.9999999999999` },
  nextLesson: { may: 'joined', idle: true },
  nudgeStats: { may: 'admins' },
  openQuestions: { may: 'coordinators' },
  pause: joined(),
  pauseDays: joined(3),
  pauseOther: joined(),
  pauseRange: joined('2026-12-01.2026-12-02'),
  personAway: { may: 'reach', of: (t) => t.person, changes: 'reach' },
  personBack: { may: 'reach', of: (t) => t.away, changes: 'reach' },
  personCard: { may: 'reach', of: (t) => t.person },
  personConfirm: { may: 'reach', of: (t) => t.newcomer, changes: 'reach' },
  personMatch: { may: 'reach', of: (t) => t.person },
  personRelease: { may: 'reach', of: (t) => t.person, changes: 'reach' },
  personTransfer: { may: 'both', of: (t) => `${t.person}.${t.otherShort}`, changes: 'both' },
  personUnits: { may: 'reach', of: (t) => t.person },
  placeGive: { may: 'reach', of: (t) => `${t.doubted}.${t.place}`, changes: 'reach' },
  placeNo: { may: 'reach', of: (t) => t.doubt, changes: 'reach' },
  placeYes: { may: 'reach', of: (t) => `${t.doubt}.0`, changes: 'reach' },
  practice: joined(),
  praise: { may: 'coordinators', of: (t) => `${t.reply}:0`, changes: 'reach' },
  progress: joined(),
  ranking: joined(),
  readLesson: { may: 'joined', of: (t) => t.lesson },
  remindAgain: joined(),
  remindOne: { may: 'coordinators', of: (t) => `${laggingReasons[0]}.0.${t.personId}` },
  remindPage: { may: 'coordinators', of: () => `${laggingReasons[0]}.0` },
  remindReason: { may: 'coordinators', of: () => laggingReasons[0] },
  resume: joined(),
  resumeUndo: joined(),
  rhythm: joined(),
  role: { may: 'joining', of: () => 'guru' },
  roleAsk: { may: 'admins', of: (t) => `g${t.person}.${t.unitShort}` },
  roleCard: { may: 'admins', of: (t) => t.person },
  roleDo: { may: 'admins', of: (t) => `g${t.person}.${t.unitShort}`, changes: 'admins' },
  roleHandOver: { may: 'holder', of: (t) => t.unitShort },
  roles: { may: 'coordinators' },
  roleUndo: { may: 'admins', of: (t) => t.roleChange, changes: 'admins' },
  roleUnits: { may: 'admins', of: (t) => t.person },
  roster: { may: 'reach', of: (t) => `0.0.${t.unitShort}` },
  rosterSearch: { may: 'coordinators' },
  rosterUnits: { may: 'coordinators' },
  schedule: joined(),
  scheduleOther: joined(),
  search: joined(),
  searchPage: joined('0:ai'),
  sendAgain: { may: 'joined', idle: true },
  setHour: joined(600),
  setQuiet: { may: 'joined', idle: true },
  setRhythm: joined(0),
  setZone: joined(),
  sharedReplies: { may: 'coordinators' },
  shareReply: { may: 'owner', of: (t) => t.reply },
  skip: { may: 'owner', of: (t) => t.delivery },
  stats: { may: 'admins' },
  takeover: joined(),
  takeoverNo: { may: 'reach', of: (t) => t.takeover },
  takeoverUndo: { may: 'reach', of: (t) => t.takeover, idle: true },
  takeoverYes: { may: 'reach', of: (t) => `${t.takeover}.0` },
  takeTrack: { may: 'joined', of: (t) => t.track },
  today: joined(),
  tracks: joined(),
  unremind: joined(),
  wayBack: { may: 'joined', idle: true },
  withdrawQuestion: { may: 'owner', of: (t) => t.question },
}

const COLUMNS: Readonly<Record<Actor, string>> = {
  stranger: 'stranger',
  participant: 'participant',
  elsewhere: 'coordinator elsewhere',
  coordinator: 'coordinator of the unit',
  above: 'coordinator above',
  admin: 'admin',
}

function rowOf(name: string, policy: Policy): string {
  const may = mayOf(policy)
  return `| ${[name, ...actors.map((actor) => (may.includes(actor) ? 'yes' : '–'))].join(' | ')} |`
}

/** The table as a page; what it says is what the test saw. */
export function tableOf(commands: Readonly<Record<Command, readonly string[]>>): string {
  const head = (first: string): string[] => [
    `| ${[first, ...actors.map((actor) => COLUMNS[actor])].join(' | ')} |`,
    `|${'---|'.repeat(actors.length + 1)}`,
  ]
  const commandRows = (Object.keys(commands) as Command[]).map((command) =>
    rowOf(commands[command].map((name) => `\`/${name}\``).join(' '), commandPolicies[command]),
  )
  const buttonRows = (Object.entries(buttonPolicies) as [Callback, ButtonPolicy][])
    .filter(([, { may }]) => may !== 'owner' && may !== 'joining')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([button, { may }]) => rowOf(`\`${button}\``, may))
  const named = (policy: Policy): string =>
    (Object.entries(buttonPolicies) as [Callback, ButtonPolicy][])
      .filter(([, { may }]) => may === policy)
      .map(([button]) => `\`${button}\``)
      .toSorted()
      .join(', ')
  return [
    '# Who may do what',
    '',
    'Written by `test/journeys/role-table.test.ts`, which sends every command and presses every kind of button as each of these people and sees what comes of it; after a change, `npx vitest run --project integration test/journeys/role-table.test.ts -u` writes it anew. A kind of button or a command that is not in its list does not compile.',
    '',
    'Buttons that are about somebody are pressed about a participant of the unit "Dinas Contoh", who is neither of those who press. *Coordinator elsewhere* has another unit, *coordinator above* the organisation itself. "yes" means that it does what it says within the reach of that person: a participant who presses `pause` pauses for herself. What is in reach is asked in the store, in the transaction that does it; a button that was forged, or whose presser lost the role meanwhile, does nothing.',
    '',
    '## Commands',
    '',
    ...head('command'),
    ...commandRows,
    '',
    '## Buttons',
    '',
    ...head('button'),
    ...buttonRows,
    '',
    `Of the person alone whose it is, whoever else presses it: ${named('owner')}.`,
    '',
    `Of somebody who is just joining: ${named('joining')}.`,
    '',
    'Coordinators see that somebody takes part or not, and never an answer or a score; leaders stand in no list.',
    '',
  ].join('\n')
}
