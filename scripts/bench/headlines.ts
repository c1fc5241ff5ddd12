/** Headlines read like questions of people who know what they look for. */
import { openDatabase } from '../../core/store/index.ts'

/**
 * Spread evenly over the archive.
 *
 * @param from - Share of a step at which the first stands, in [0, 1): others for another share. @default 0
 */
export function headlinesIn(path: string, wanted: number, from = 0): readonly string[] {
  const connection = openDatabase({ path, schema: 'index', readonly: true })
  try {
    const titles = connection.sqlite
      .prepare('select title from articles where died is null order by row')
      .pluck()
      .all() as string[]
    const step = Math.max(1, Math.ceil(titles.length / wanted))
    return titles.filter((_, at) => at % step === Math.floor(step * from))
  } finally {
    connection.close()
  }
}
