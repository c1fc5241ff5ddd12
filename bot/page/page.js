/** The page: takes a question, asks the endpoint, shows the answer with the words it rests on. */
import { element, renderAnswer } from './render.js'
import { interfaceLanguage, number, day, sampleOutlets, strings } from './strings.js'

const byId = (id) => document.getElementById(id)
const form = byId('ask')
const question = byId('question')
const status = byId('status')
const stop = byId('stop')
const log = byId('log')

/** Of a question, and of those before it together: more is refused. */
const mostCharacters = 2000

let language = interfaceLanguage([stored('language') ?? '', ...navigator.languages])
let underWay = null
let conversation = null
let turns = 0
let archive = null

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const text = question.value.trim()
  if (text === '' || underWay !== null) return
  question.value = ''
  grow()
  void ask(text)
})
question.addEventListener('input', grow)
question.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  form.requestSubmit()
})
stop.addEventListener('click', () => underWay?.abort())
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') underWay?.abort()
})
for (const button of document.querySelectorAll('.languages button')) {
  button.addEventListener('click', () => {
    language = button.value
    store('language', language)
    speak()
  })
}

speak()
await welcome()
const asked = new URLSearchParams(location.search).get('q')?.trim()
if (asked) await ask(asked.slice(0, mostCharacters))

async function ask(text) {
  turns += 1
  const turn = `t${turns}`
  const reply = element(
    'div',
    { class: 'reply' },
    element('p', { class: 'waiting' }, strings[language].asking),
  )
  const item = element(
    'section',
    { class: 'turn', id: turn },
    element('h2', { dir: 'auto' }, text),
    reply,
  )
  byId('welcome').hidden = true
  byId('title').className = 'unseen'
  log.append(item)
  item.scrollIntoView({ block: 'start' })
  busy(new AbortController())
  try {
    const answer = await request(text)
    const whole = answer.readAs ?? text
    reply.replaceChildren(...renderAnswer(answer, language, { id: turn, asked: whole }))
    // What is asked has an address: to reload, to share, to come back to.
    history.replaceState(null, '', addressOf(whole))
    item.scrollIntoView({ block: 'start' })
    say(
      answer.verdict === 'answer'
        ? strings[language].answered(answer.citations.length)
        : strings[language].refused,
    )
    // What asks nothing of the archive ("Thanks!") leaves the topic as it was.
    if (answer.reason === 'empty-question') return
    conversation = {
      previousQuestion: answer.readAs ?? text.replaceAll(/\s+/gu, ' '),
      citedArticleIds: [...new Set(answer.citations.map(({ articleId }) => articleId))],
    }
  } catch (error) {
    reply.replaceChildren(...failure(error, text, item))
  } finally {
    busy(null)
    question.focus({ preventScroll: true })
  }
}

function addressOf(whole) {
  return `/?q=${encodeURIComponent(whole.toWellFormed().slice(0, mostCharacters))}`
}

async function request(text) {
  const signal = AbortSignal.any([underWay.signal, AbortSignal.timeout(30_000)])
  const response = await fetch('/v1/ask', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ question: text, ...(conversation === null ? {} : { conversation }) }),
    signal,
  })
  const body = await response.json()
  if (!response.ok) throw new Error(body.code)
  return body
}

function failure(error, text, item) {
  const words = strings[language]
  const isStopped = error instanceof DOMException && error.name === 'AbortError'
  const code =
    error instanceof TypeError || error instanceof DOMException ? 'OFFLINE' : error.message
  const message = isStopped ? words.stopped : (words.problems[code] ?? words.problems.OTHER)
  say(message)
  const again = element('button', { type: 'button' }, words.again)
  again.addEventListener('click', () => {
    item.remove()
    void ask(text)
  })
  return [element('p', { class: 'failure' }, message), again]
}

/** Tells how the archive stands, waiting with the reader while it is being indexed. */
async function welcome() {
  const ready = await fetch('/readyz').then(
    (response) => response.json(),
    () => null,
  )
  if (ready?.ready !== true) {
    archive = ready
    sayArchive()
  }
  if (ready?.ready === false && ready.state !== 'failed') setTimeout(() => void welcome(), 1000)
  if (ready?.ready !== true) return
  const { sources = [] } = await fetch('/v1/sources').then(
    (response) => response.json(),
    () => ({}),
  )
  archive = {
    ready: true,
    articles: sources.reduce((sum, { articles }) => sum + articles, 0),
    newestArticle: sources.map(({ newest }) => newest ?? '').reduce((a, b) => (a > b ? a : b), ''),
  }
  sayArchive()
  byId('examples').hidden = !sources.some(({ source }) => sampleOutlets.includes(source))
}

function sayArchive() {
  const words = strings[language]
  byId('archive').textContent =
    archive === null
      ? words.problems.OFFLINE
      : archive.ready
        ? words.archive(
            number(archive.articles, language),
            archive.newestArticle === '' ? '' : day(archive.newestArticle, language),
          )
        : archive.state === 'failed'
          ? words.failed
          : words.indexing(
              number(archive.progress?.done ?? 0, language),
              archive.progress?.total ? number(archive.progress.total, language) : '',
            )
}

/** Puts the page's own words into the interface language; answers given stay as they are. */
function speak() {
  const words = strings[language]
  document.documentElement.lang = language
  document.documentElement.dir = language === 'en' ? 'ltr' : 'rtl'
  for (const node of document.querySelectorAll('[data-text]'))
    node.textContent = words[node.dataset.text]
  for (const node of document.querySelectorAll('[data-hint]'))
    node.placeholder = words[node.dataset.hint]
  for (const node of document.querySelectorAll('[data-label]'))
    node.ariaLabel = words[node.dataset.label]
  for (const button of document.querySelectorAll('.languages button')) {
    button.ariaPressed = String(button.value === language)
  }
  byId('examples')
    .querySelector('ul')
    .replaceChildren(...words.questions.map(example))
  sayArchive()
}

function example(text) {
  const button = element('button', { type: 'button', dir: 'auto' }, text)
  button.addEventListener('click', () => {
    if (underWay === null) void ask(text)
  })
  return element('li', {}, button)
}

function busy(controller) {
  underWay = controller
  stop.hidden = controller === null
  form.querySelector('[type=submit]').hidden = controller !== null
  if (controller !== null) say(strings[language].asking)
}

function say(text) {
  status.textContent = text
}

function grow() {
  // The direction of an empty box is that of its hint.
  question.dir = question.value === '' ? '' : 'auto'
  question.style.height = 'auto'
  question.style.height = `${Math.min(question.scrollHeight, 160)}px`
}

/** Private windows may refuse storage; the page works without. */
function stored(key) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function store(key, value) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
