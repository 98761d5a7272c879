import pg from 'pg'
import { sideBySide } from './side-by-side.ts'

/** What the peers reply; about as long as ours. */
export const FEEDBACK =
  'Benar. Jawaban dari AI adalah draf: periksa dulu angka, nama dan dasar hukumnya sebelum dipakai.\n\nLangkah berikutnya: pelajaran besok pagi pada jam Anda.'

const OPTIONS = ['Periksa dulu ke sumbernya', 'Langsung kirim', 'Tanyakan lagi kepada AI']

export interface PeerQuiz {
  /** Sends everybody a quiz, by the library's own call, and keeps which answer is right. */
  ask(first: number, count: number): Promise<void>
  /** Writes an answer down, right or wrong; one statement, which is its transaction. */
  answered(pollId: string, personId: number, option: number): Promise<void>
  close(): Promise<void>
}

/** The table of answers of those who write a bot by hand, with as many connections as our app. */
export async function openPeerQuiz(
  databaseUrl: string,
  sendPoll: (chatId: number, question: string, options: string[]) => Promise<string>,
): Promise<PeerQuiz> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 })
  await pool.query(`
    create table if not exists quizzes (poll_id text primary key, right_option int not null);
    create table if not exists quiz_answers (
      id bigint generated always as identity primary key, poll_id text not null,
      telegram_id bigint not null, option int not null, correct boolean not null,
      answered_at timestamptz not null, unique (poll_id, telegram_id))`)
  return {
    async ask(first, count) {
      const polls: string[] = []
      await sideBySide(32, count, async (index) => {
        polls.push(await sendPoll(first + index, 'Apa yang Anda lakukan lebih dulu?', OPTIONS))
      })
      await pool.query('insert into quizzes (poll_id, right_option) select unnest($1::text[]), 0', [
        polls,
      ])
    },
    async answered(pollId, personId, option) {
      await pool.query({
        name: 'answer',
        text: `insert into quiz_answers (poll_id, telegram_id, option, correct, answered_at)
          select q.poll_id, $2, $3, q.right_option = $3, clock_timestamp() from quizzes q
          where q.poll_id = $1
          on conflict do nothing`,
        values: [pollId, personId, option],
      })
    },
    close: () => pool.end(),
  }
}
