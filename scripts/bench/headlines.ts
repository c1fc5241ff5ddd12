/** Headlines read like questions of people who know what they look for. */
import { openDatabase } from '../../core/store/index.ts'

/** Spread evenly over the archive. */
export function headlinesIn(path: string, wanted: number): readonly string[] {
  const connection = openDatabase({ path, schema: 'index', readonly: true })
  try {
    const titles = connection.sqlite
      .prepare('select title from articles where died is null order by row')
      .pluck()
      .all() as string[]
    return titles.filter((_, at) => at % Math.max(1, Math.ceil(titles.length / wanted)) === 0)
  } finally {
    connection.close()
  }
}
