import { defineConfig } from 'drizzle-kit'

/** One file of tables and one folder of migrations a database: `SCHEMA=journal` for the journal's. */
const schema = process.env['SCHEMA'] ?? 'index'

export default defineConfig({
  dialect: 'sqlite',
  schema: `./core/store/${schema}-schema.ts`,
  out: `./data/migrations/${schema}`,
})
