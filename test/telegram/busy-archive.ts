/** An archive that answers any question with its own words, one at a time and callers in turn, as the real one does. */
import { setTimeout as sleep } from 'node:timers/promises'
import { createLanes } from '../../core/library/lanes.ts'
import { sampleArchive, type SampleArchive } from './sample-archive.ts'
import { answerOf, englishCitation } from './sample-verdicts.ts'

export function busyArchive(workMs: number): SampleArchive {
  const archive = sampleArchive()
  const lanes = createLanes()
  return {
    ...archive,
    ask: (request, { caller = '' } = {}) =>
      lanes.run(
        async () => {
          await sleep(workMs)
          const quote = `${String(request.question)} Nobody knows.`
          const verdict = answerOf('en', { ...englishCitation, n: 1, quote })
          return { ...(await archive.ask(request)), verdict }
        },
        { caller },
      ),
  }
}
