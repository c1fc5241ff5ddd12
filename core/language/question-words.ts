/**
 * Question words tell what a question asks for, by language and kind, in folded spelling.
 *
 * An entry with a blank is a phrase: its words stand side by side in the question. The longer match wins:
 * "how many" before "how", «چه کسی» before «چه».
 */
import { fold } from './letters.ts'

export type QuestionKind =
  | 'who'
  | 'when'
  | 'where'
  | 'howMany'
  | 'howMuch'
  | 'why'
  | 'how'
  | 'what'
  | 'yesNo'

const written: Readonly<Record<'ar' | 'fa' | 'en', Readonly<Record<QuestionKind, string>>>> = {
  ar: {
    who: 'من,مَن هو,من هي,من هم,من الذي,لمن,بمن',
    when: 'متى,ومتى,في أي عام,في أي سنة,في أي يوم,في أي تاريخ,أي عام,أي سنة,منذ متى',
    where: 'أين,وأين,من أين,إلى أين,في أي مدينة,في أي بلد,في أي دولة,أي مدينة,أي دولة,أي بلد',
    howMany: 'كم,كم عدد,ما عدد,كم مرة,كم بلغ عدد',
    howMuch: 'كم يبلغ,كم تبلغ,كم بلغ,كم بلغت,بكم,ما مقدار,ما نسبة,كم تكلفة',
    why: 'لماذا,ولماذا,لم,ما سبب,ما السبب,ما أسباب',
    how: 'كيف,وكيف',
    what: 'ما,ماذا,ماهو,ماهي,ما هو,ما هي,ما هما,ما الذي,بماذا,فيم,أي,أية',
    yesNo: 'هل,وهل',
  },
  fa: {
    who: 'کی,کیست,کیستند,چه کسی,چه کسانی,چه کس,کدام شخص,کدام فرد',
    when: 'کی,چه زمانی,چه وقت,چه موقع,چه تاریخی,چه سالی,در چه سالی,چه روزی,کدام سال,چه هنگام',
    where: 'کجا,کجاست,کجای,در کجا,چه جایی,کدام شهر,کدام کشور,چه شهری,چه کشوری',
    howMany: 'چند,چندتا,چند تا,چند نفر,چه تعداد,چه تعدادی,چند بار,چندمین',
    howMuch: 'چقدر,چه قدر,چه میزان,چه مقدار,چه مقداری,چند درصد,چه اندازه',
    why: 'چرا,به چه دلیل,چه دلیلی,علت چیست,دلیل چیست,برای چه',
    how: 'چگونه,چطور,چه طور',
    what: 'چه,چی,چیست,چیستند,چیزی,چه چیزی,کدام,کدامند,کدام‌اند,کدامیک,چه نام',
    yesNo: 'آیا',
  },
  en: {
    who: 'who,whom,whose,which person',
    when: 'when,what year,which year,what date,what day,since when,what time',
    where: 'where,which city,which country,what city,what country,what place',
    howMany: 'how many,what number,how often',
    howMuch: 'how much,what percentage,what share,how large,how big,how long,how old,how far',
    why: 'why,what reason,for what reason,how come',
    how: 'how',
    what: 'what,which',
    yesNo: 'did,does,do,is,are,was,were,has,have,had,can,could,will,would',
  },
}

/** Folded words and phrases by language and kind. */
export const questionWords: Readonly<
  Record<'ar' | 'fa' | 'en', Readonly<Record<QuestionKind, readonly string[]>>>
> = {
  ar: foldAll(written.ar),
  fa: foldAll(written.fa),
  en: foldAll(written.en),
}

function foldAll(
  kinds: Readonly<Record<QuestionKind, string>>,
): Readonly<Record<QuestionKind, readonly string[]>> {
  const list = (kind: QuestionKind): readonly string[] => kinds[kind].split(',').map(fold)
  return {
    who: list('who'),
    when: list('when'),
    where: list('where'),
    howMany: list('howMany'),
    howMuch: list('howMuch'),
    why: list('why'),
    how: list('how'),
    what: list('what'),
    yesNo: list('yesNo'),
  }
}
