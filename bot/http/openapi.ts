/** /openapi.json: what the routes tell of themselves, under one heading. */
import type { OpenAPIHono } from '@hono/zod-openapi'

export function addOpenApi(app: OpenAPIHono): void {
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Rawi',
      version: '1',
      description:
        'Answers from a news archive, each with quotes that can be checked: a quote is `text.slice(start, end)` of a stored article, offsets in UTF-16 code units.',
    },
    // Relative to this document: true under a path and behind a proxy too.
    servers: [{ url: '.', description: 'The server that this document comes from' }],
    tags: [
      { name: 'questions', description: 'Ask, search and check' },
      { name: 'archive', description: 'What stands in the archive' },
      { name: 'operation', description: 'For those who run the server' },
    ],
  })
}
