/** Statements that are asked again and again, made once for each connection. */
import type { Connection } from './open-database.ts'

/** @returns What `make` made of the connection when it was first asked for. */
export function preparedOn<T>(make: (connection: Connection) => T): (connection: Connection) => T {
  const made = new WeakMap<Connection, { readonly statement: T }>()
  return (connection) => {
    const known = made.get(connection) ?? { statement: make(connection) }
    made.set(connection, known)
    return known.statement
  }
}
