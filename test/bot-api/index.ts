/** A Bot API server for tests, and the people who talk through it. */
export { Chat, groupChat, privateChat, type Person } from './chat.ts'
export { problemOfEntities, problemOfText } from './entities.ts'
export { BotApiServer } from './server.ts'
