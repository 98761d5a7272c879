/** Every button's data: a verb and at most one argument, well under Telegram's 64 bytes. */
export const callbacks = {
  agree: 'agree',
  address: 'address',
  role: 'role',
  language: 'lang',
  today: 'today',
  nextLesson: 'next',
  firstLesson: 'first',
  sendAgain: 'again',
  skip: 'skip',
  progress: 'progress',
  practice: 'practice',
  answerSurvey: 'sv',
  declineSurvey: 'sd',
  leaveKnown: 'lk',
  keepKnown: 'kk',
  ranking: 'rank',
  tracks: 'course',
  takeTrack: 'tt',
  leaveTrack: 'tl',
  schedule: 'time',
  setHour: 'hour',
  rhythm: 'rhythm',
  setRhythm: 'setrhythm',
  askQuiet: 'quietask',
  setQuiet: 'quiet',
  askZone: 'zoneask',
  setZone: 'zone',
  scheduleOther: 'timeother',
  pause: 'pause',
  pauseDays: 'pausedays',
  pauseRange: 'pauserange',
  pauseOther: 'pauseother',
  leaveCancel: 'leavecancel',
  leaveUndo: 'leaveundo',
  leaveEnd: 'leaveend',
  leaveFix: 'leavefix',
  resume: 'resume',
  resumeUndo: 'resumeundo',
  help: 'help',
  takeover: 'moved',
  takeoverYes: 'movedyes',
  takeoverNo: 'movedno',
  takeoverUndo: 'movedundo',
  stats: 'stats',
  learning: 'learning',
  learningUnits: 'learningunits',
  invite: 'invite',
  inviteUnit: 'inviteunit',
  content: 'content',
  contentTracks: 'tracks',
  // With a lesson's id of up to 60 characters no verb may be longer than three.
  contentPage: 'cp',
  contentLesson: 'cl',
  contentSend: 'cs',
  contentReload: 'reload',
  search: 'search',
  searchPage: 'find',
  readLesson: 'r',
  certificates: 'cert',
  // With a track's id.
  certificate: 'ct',
  certificateName: 'cn',
  certificateKnownName: 'ck',
  certificateAsn: 'ca',
  certificateNip: 'ci',
  certificateNoNip: 'cx',
  certificateIssue: 'cy',
  // With a lesson's id, too.
  doTask: 'pt',
  askAbout: 'pq',
  ask: 'ask',
  meantTask: 'mt',
  meantQuestion: 'mq',
  meantNothing: 'mn',
  shareReply: 'ps',
  keepReply: 'pk',
  dropReply: 'pd',
  sharedReplies: 'shared',
  praise: 'pp',
  openQuestions: 'questions',
  answer: 'qa',
  withdrawQuestion: 'qw',
  deleteTyped: 'del',
  // With one or two ids of people and units; see short-id.ts.
  personRelease: 'pr',
  placeNo: 'ln',
  placeYes: 'ly',
  roleAsk: 'ra',
  roleCard: 'rc',
  roleDo: 'rd',
  roleHandOver: 'rh',
  roleUndo: 'ru',
  roleUnits: 'rn',
  roles: 'roles',
  roster: 'roster',
} as const

export type Callback = keyof typeof callbacks

export function callbackData(name: Callback, argument?: string | number): string {
  return argument === undefined ? callbacks[name] : `${callbacks[name]}:${argument}`
}

/** Matches a button's data; the argument is in the first group. */
export function callbackPattern(...names: readonly Callback[]): RegExp {
  const verbs = names.map((name) => callbacks[name]).join('|')
  return new RegExp(`^(?:${verbs})(?::(.{1,62}))?$`)
}

/** A button's argument that is a number. Anybody can forge one: digits alone, no sign, no exponent. */
export function numberIn(argument: string | undefined): number | undefined {
  return argument !== undefined && /^\d{1,15}$/.test(argument) ? Number(argument) : undefined
}
