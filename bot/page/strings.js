/** What the page says, in Arabic, Persian and English. */

export const strings = {
  ar: {
    skip: 'انتقل إلى السؤال',
    title: 'اسأل الأرشيف',
    lead: 'مع كل جواب نصُّ ما يستند إليه، ومَن نشره، ومتى.',
    examples: 'على سبيل المثال',
    log: 'الأسئلة والأجوبة',
    question: 'سؤالك',
    hint: 'اسأل بأي لغة…',
    ask: 'اسأل',
    stop: 'أوقف',
    again: 'حاول مرة أخرى',
    asking: 'جارٍ البحث في الأرشيف…',
    stopped: 'أُوقف السؤال.',
    answered: (n) => `وصل الجواب. عدد المصادر: ${n}.`,
    refused: 'لم يُعثر على جواب في الأرشيف.',
    sources: 'المصادر',
    readAs: (question) => `قُرئ سؤالك: ${question}`,
    nearest: 'أقرب ما في الأرشيف إلى السؤال، وليس جواباً عنه',
    disagreement: 'المصادر لا تتفق',
    events: 'أحداث مختلفة، كلٌّ بتاريخه',
    mark: (n) => `المصدر ${n}`,
    inArticle: 'في المقال',
    original: 'في موقع الناشر',
    noDate: 'بلا تاريخ',
    keywordOnly: 'بحث بالكلمات وحدها: لا يعمل نموذج للمعاني حالياً.',
    archive: (n, newest) => `في الأرشيف ${n} مقالاً${newest ? `، أحدثها بتاريخ ${newest}` : ''}.`,
    indexing: (done, total) => `تجري فهرسة المقالات${total ? `: ${done} من ${total}` : '…'}`,
    failed: 'تعذّر فتح الأرشيف. التفاصيل في سجل الخادم.',
    problems: {
      QUESTION_INVALID: 'لا يمكن قراءة هذا السؤال. اكتبه بكلمات، وفي 2000 حرف على الأكثر.',
      RATE_LIMITED: 'أسئلة كثيرة في وقت قصير. انتظر قليلاً ثم حاول مرة أخرى.',
      INDEX_MISSING: 'لا تزال المقالات قيد الفهرسة. حاول بعد لحظات.',
      OFFLINE: 'تعذّر الاتصال بالخادم. تحقق من الاتصال ثم حاول مرة أخرى.',
      OTHER: 'حدث خطأ في الخادم. حاول مرة أخرى بعد قليل.',
    },
    questions: [
      'متى زار الأسد روسيا؟',
      'كم عدد القتلى في فيضانات درنة؟',
      'من أين أُطلق مسبار الأمل؟',
      'من هي أول امرأة نالت ميدالية فيلدز؟',
    ],
  },
  fa: {
    skip: 'رفتن به پرسش',
    title: 'از بایگانی بپرسید',
    lead: 'هر پاسخ با متنی می‌آید که بر آن تکیه دارد و می‌گوید چه کسی و کی آن را گزارش کرده است.',
    examples: 'برای نمونه',
    log: 'پرسش‌ها و پاسخ‌ها',
    question: 'پرسش شما',
    hint: 'به هر زبانی بپرسید…',
    ask: 'بپرس',
    stop: 'بس است',
    again: 'دوباره',
    asking: 'در حال جست‌وجو در بایگانی…',
    stopped: 'پرسش متوقف شد.',
    answered: (n) => `پاسخ رسید. شمار منابع: ${n}.`,
    refused: 'پاسخی در بایگانی پیدا نشد.',
    sources: 'منابع',
    readAs: (question) => `پرسش شما چنین خوانده شد: ${question}`,
    nearest: 'نزدیک‌ترین متن‌ها به پرسش، که پاسخ آن نیستند',
    disagreement: 'منابع هم‌نظر نیستند',
    events: 'رویدادهای جداگانه، هر یک با تاریخ خود',
    mark: (n) => `منبع ${n}`,
    inArticle: 'در متن مقاله',
    original: 'در سایت ناشر',
    noDate: 'بی‌تاریخ',
    keywordOnly: 'جست‌وجو تنها با واژه‌هاست؛ مدل معنایی در کار نیست.',
    archive: (n, newest) =>
      `${n} مقاله در بایگانی است${newest ? `؛ تازه‌ترین آن‌ها از ${newest}` : ''}.`,
    indexing: (done, total) => `مقاله‌ها نمایه می‌شوند${total ? `: ${done} از ${total}` : '…'}`,
    failed: 'بایگانی باز نشد. شرح آن در گزارش‌های سرور است.',
    problems: {
      QUESTION_INVALID: 'این پرسش خوانده نمی‌شود. آن را با واژه‌ها و در حداکثر ۲۰۰۰ نویسه بنویسید.',
      RATE_LIMITED: 'پرسش‌ها پرشمار شدند. کمی صبر کنید و دوباره بپرسید.',
      INDEX_MISSING: 'مقاله‌ها هنوز نمایه می‌شوند. چند لحظه دیگر بپرسید.',
      OFFLINE: 'سرور در دسترس نیست. اتصال را بررسی کنید و دوباره بپرسید.',
      OTHER: 'در سرور خطایی رخ داد. کمی بعد دوباره بپرسید.',
    },
    questions: [
      'اسد چه زمان‌هایی به روسیه سفر کرد؟',
      'مریم میرزاخانی دکتری خود را از کدام دانشگاه گرفت؟',
      'زمین‌لرزهٔ ترکیه چند کشته بر جای گذاشت؟',
      'هزینهٔ مأموریت چاندرایان ۳ چقدر بود؟',
    ],
  },
  en: {
    skip: 'Go to the question',
    title: 'Ask the archive',
    lead: 'Every answer shows the words it rests on, who reported them and when.',
    examples: 'For example',
    log: 'Questions and answers',
    question: 'Your question',
    hint: 'Ask in any language…',
    ask: 'Ask',
    stop: 'Stop',
    again: 'Try again',
    asking: 'Searching the archive…',
    stopped: 'The question was stopped.',
    answered: (n) => `The answer is here. Sources: ${n}.`,
    refused: 'The archive holds no answer.',
    sources: 'Sources',
    readAs: (question) => `Read as: ${question}`,
    nearest: 'The nearest passages, which are no answer',
    disagreement: 'Sources differ',
    events: 'Separate events, each by its date',
    mark: (n) => `Source ${n}`,
    inArticle: 'In the article',
    original: "On the publisher's site",
    noDate: 'No date',
    keywordOnly: 'Searched by words alone: no model for meanings is at work.',
    archive: (n, newest) => `${n} articles${newest ? `, the newest of ${newest}` : ''}.`,
    indexing: (done, total) =>
      `The articles are being indexed${total ? `: ${done} of ${total}` : '…'}`,
    failed: "The archive could not be opened. The server's log says why.",
    problems: {
      QUESTION_INVALID:
        'This question cannot be read. Write it in words, in 2,000 characters at most.',
      RATE_LIMITED: 'Too many questions in a short time. Wait a little and try again.',
      INDEX_MISSING: 'The articles are still being indexed. Try again in a moment.',
      OFFLINE: 'The server cannot be reached. Check the connection and try again.',
      OTHER: 'Something went wrong on the server. Try again in a little while.',
    },
    questions: [
      'When did Assad visit Russia?',
      'How many people died in the Derna flood?',
      'Who is the head of ISRO?',
      'How long did the talks between Putin and Assad in Sochi last?',
    ],
  },
}

/** Outlets of the sample corpus: where they stand, the example questions have answers. */
export const sampleOutlets = ['The Lantern Post', 'صحيفة الشرفة', 'روزنامهٔ رواق']

/** @param {readonly string[]} wanted - As navigator.languages gives them. */
export function interfaceLanguage(wanted) {
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((code) => code in strings) ?? 'en'
}

/**
 * A day as readers of the language write it; Persian readers get the Jalali day. Where no more than the month is known,
 * it is that of the Gregorian calendar for all: it spans two months of the other.
 */
export function day(iso, language) {
  const isMonth = /^\d{4}-\d{2}$/.test(iso)
  const date = new Date(`${isMonth ? `${iso}-01` : iso.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || iso.length < 7) return iso
  const options = isMonth
    ? { calendar: 'gregory', month: 'long', year: 'numeric', timeZone: 'UTC' }
    : { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
  return new Intl.DateTimeFormat(localeOf[language], options).format(date)
}

export function number(value, language) {
  return new Intl.NumberFormat(localeOf[language]).format(value)
}

export function languageName(code, language) {
  if (code === 'und') return ''
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code
}

const localeOf = { ar: 'ar-EG-u-ca-gregory', fa: 'fa-IR', en: 'en-GB' }
