import { caseNames, FOLDS, type Case, type Tuned, type TuneStep } from '../../learning/index.ts'

type Fitted = Extract<Tuned, { kind: 'fitted' }>

const caseTexts: Readonly<Record<Case, string>> = {
  firstRight: 'answered right for the first time',
  secondRight: 'right for the second time, on its day',
  thirdRight: 'right for the third time, on its day',
  wrongThenRight: 'first wrong, the next day right',
  rightWrongRight: 'right, then wrong, the next day right',
}

/** The report, line by line. */
export function describeTuned(tuned: Fitted): string[] {
  return [
    `${tuned.reviews} reviews by ${tuned.people} people${tuned.sampled ? ', a sample of all' : ''}.`,
    '',
    ...accuracyLines(tuned),
    '',
    'A question comes again, before it is moved to a working day:',
    ...caseNames.map((name) => `  ${caseTexts[name].padEnd(38)} ${daysText(tuned, name)}`),
    '',
    ...weightLines(tuned),
    '',
    ...outcomeLines(tuned),
  ]
}

function accuracyLines({ before, after, foldsBetter }: Fitted): string[] {
  const row = (name: string, was: number, is: number): string =>
    `  ${name.padEnd(12)} ${was.toFixed(4).padStart(8)} ${is.toFixed(4).padStart(8)}`
  return [
    `How well answers were predicted of people whom the fit had not seen (lower is better):`,
    `  ${''.padEnd(12)} ${'now'.padStart(8)} ${'fitted'.padStart(8)}`,
    row('log loss', before.accuracy.logLoss, after.accuracy.logLoss),
    row('RMSE (bins)', before.accuracy.rmse, after.accuracy.rmse),
    `  In ${foldsBetter} of ${FOLDS} parts of the people the fitted weights are not worse.`,
  ]
}

function daysText({ before, after }: Fitted, name: Case): string {
  const [was, is] = [before.days[name], after.days[name]]
  const days = `after ${is} ${is === 1 ? 'day' : 'days'}`
  return is === was ? `${days}, as before` : `${days} instead of ${was}`
}

function weightLines({ before, after }: Fitted): string[] {
  const changed = after.weights.map((weight, i) => {
    const was = before.weights[i] ?? Number.NaN
    return `w${i} ${was.toFixed(4)} → ${weight.toFixed(4)}`
  })
  const rows = Array.from({ length: Math.ceil(changed.length / 3) }, (_, i) =>
    changed.slice(i * 3, i * 3 + 3),
  )
  const from = before.own ? 'as they are set' : 'the library’s'
  return [
    `Weights, ${from} → fitted:`,
    ...rows.map((row) => `  ${row.map((w) => w.padEnd(24)).join('')}`.trimEnd()),
  ]
}

function outcomeLines({ before, better, applied }: Fitted): string[] {
  if (!better) {
    return [
      'The fitted weights are worse on people whom the fit had not seen: nothing was changed.',
    ]
  }
  if (!applied)
    return ['Nothing was changed. To take them: npm run sedikit -- reviews tune --apply']
  const back = before.own ? `'${JSON.stringify(before.weights)}'` : 'default'
  return [
    'The setting review.parameters holds them now. Days that are set stay; the new weights count',
    'from the next answer to each question.',
    `To undo: npm run sedikit -- settings review.parameters ${back}`,
  ]
}

export function stepText(step: TuneStep): string {
  if (step.step === 'reading') return `Reading: ${step.reviews} reviews so far`
  const part = step.fold === null ? 'all people' : `part ${step.fold + 1} of ${FOLDS}`
  return `Fitting, ${part}: ${Math.round(step.share * 100)}%`
}
