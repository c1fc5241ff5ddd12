/**
 * The words of page furniture in Arabic, Persian and English: what surrounds an article on a news site.
 *
 * Written as sites write them; compared by key, so spelling habits, vowel signs and case do not matter.
 */
import { keyOf } from './line.ts'

function keys(...phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.map(keyOf))
}

/** First step of a navigation trail. */
export const homeWords = keys(
  'الرئيسية',
  'الصفحة الرئيسية',
  'رئيسية',
  'خانه',
  'صفحه اصلی',
  'صفحه نخست',
  'Home',
  'Home page',
  'Front page',
)

/** A line of nothing but these is a row of share buttons. */
export const shareWords = keys(
  ...'شارك مشاركة شاركها شاركنا فيسبوك تويتر واتساب تلغرام تيليجرام تيلجرام طباعة لينكدإن بينتيريست'.split(
    ' ',
  ),
  ...'اشتراک چاپ فیسبوک توییتر واتساپ تلگرام لینکدین'.split(' '),
  ...'share tweet facebook twitter whatsapp telegram linkedin pinterest email print reddit viber'.split(
    ' ',
  ),
)

export const sharePhrases = keys(
  'شارك المقال',
  'شارك الخبر',
  'شارك هذا المقال',
  'شارك هذا الخبر',
  'شاركها على',
  'شارك عبر',
  'مشاركة عبر البريد',
  'نسخ الرابط',
  'به اشتراک بگذارید',
  'اشتراک گذاری',
  'اشتراک‌گذاری',
  'ارسال به دوستان',
  'نسخه چاپی',
  'Share this',
  'Share this article',
  'Share this story',
  'Share on Facebook',
  'Share on Twitter',
  'Share via email',
  'Copy link',
)

/** What follows is other articles, to the end of the page. */
export const relatedLabels = keys(
  'مقالات ذات صلة',
  'مواضيع ذات صلة',
  'موضوعات ذات صلة',
  'أخبار ذات صلة',
  'مواد ذات صلة',
  'ذات صلة',
  'اقرأ أيضا',
  'اقرأ أيضًا',
  'إقرأ أيضا',
  'اقرأ المزيد',
  'قد يعجبك أيضا',
  'قد تحب أيضا',
  'قد يهمك أيضا',
  'قد يهمك',
  'شاهد أيضا',
  'المزيد من الأخبار',
  'الأكثر قراءة',
  'الأكثر مشاهدة',
  'منشورات شائعة',
  'آخر الأخبار',
  'أحدث الأخبار',
  'شريط الأخبار',
  'بیشتر بخوانید',
  'همچنین بخوانید',
  'مطالب مرتبط',
  'اخبار مرتبط',
  'خبرهای مرتبط',
  'مطالب پیشنهادی',
  'پربازدیدترین‌ها',
  'پربازدیدها',
  'آخرین اخبار',
  'تازه‌ترین اخبار',
  'از دست ندهید',
  'Related articles',
  'Related stories',
  'Related news',
  'Related posts',
  'Related topics',
  'Read also',
  'Also read',
  'Read more',
  'Read next',
  'See also',
  'You may also like',
  'More from this section',
  'Most read',
  'Most popular',
  'Popular posts',
  'Trending',
  'Trending now',
  'Latest news',
  'Recommended for you',
)

/** Alone on a line, anywhere: no part of any article. */
export const furniturePhrases = keys(
  'إعلان',
  'إعلانات',
  'إعلان ممول',
  'زر الذهاب إلى الأعلى',
  'العودة إلى الأعلى',
  'النشرة الإخبارية',
  'النشرة البريدية',
  'أضف تعليق',
  'اترك تعليقا',
  'التعليقات',
  'تخطى إلى المحتوى',
  'تبلیغات',
  'آگهی',
  'بازگشت به بالا',
  'نظر شما',
  'نظرات',
  'ارسال نظر',
  'خبرنامه',
  'انتهای پیام',
  'پایان پیام',
  'Advertisement',
  'Advertisement Continue reading below',
  'Sponsored content',
  'Back to top',
  'Newsletter',
  'Leave a comment',
  'Leave a reply',
  'Add a comment',
  'Comments',
  'Skip to content',
  'Skip to main content',
)

/** Names of sections: a short line of nothing but these stands for the section an article is filed under. */
export const sectionWords = keys(
  ...'أخبار شؤون دولية محلية عربية عالمية سياسة سياسية اقتصاد رياضة ثقافة فن فنون منوعات صحة مجتمع تكنولوجيا علوم'.split(
    ' ',
  ),
  ...'تقارير تحقيقات حوارات مقابلات مقالات آراء رأي تحليلات كاريكاتير فيديو صور عاجل خاص سوريا مصر العراق العالم'.split(
    ' ',
  ),
  ...'الأخبار السياسة الاقتصاد الرياضة الثقافة الفن الصحة المجتمع العلوم التقارير المقالات'.split(' '),
  ...'سیاست سیاسی اقتصاد اقتصادی ورزش ورزشی فرهنگ فرهنگی اجتماعی جامعه بین‌الملل جهان ایران علمی حوادث یادداشت گفتگو'.split(
    ' ',
  ),
  ...'news politics world business economy sport sports culture opinion science technology health middle east international video photos'.split(
    ' ',
  ),
)

/** A related link set into the article: one of these, a colon, and a headline. */
export const relatedPrefix = new RegExp(
  String.raw`^[\s*•▪◾➤>«\-–—]*(?:${[
    'اقر[أا]\\s+(?:أ|ا)يض[ا]?[ًا]*',
    'إقرأ\\s+(?:أ|ا)يض[ا]?[ًا]*',
    'اقرأ\\s+المزيد',
    'طالع\\s+(?:أ|ا)يض[ا]?[ًا]*',
    'شاهد\\s+(?:أ|ا)يض[ا]?[ًا]*',
    'قد\\s+يهمك(?:\\s+(?:أ|ا)يض[ا]?[ًا]*)?',
    'مواضيع\\s+ذات\\s+صلة',
    'بیشتر\\s+بخوانید',
    'همچنین\\s+بخوانید',
    'بیشتر\\s+بدانید',
    'read\\s+also',
    'also\\s+read',
    'read\\s+more',
    'read\\s+next',
    'see\\s+also',
    'related(?:\\s+(?:article|story|news))?',
    'recommended',
  ].join('|')})\s*[:：|»>–—-]\s*\S`,
  'iu',
)

/** Calls to subscribe or follow; they name what is to be subscribed to. */
export const subscribeCall =
  /^(?:(?:اشترک|سجل|انضم|تابعونا|تابعنا|تابعوا).{0,80}(?:بریدیه|نشره|نشرتنا|قناتنا|قناه|صفحتنا|تلغرام|تلیجرام|فیسبوک|تویتر|غوغل نیوز|جوجل)|(?:subscribe|sign up|follow us|join our).{0,80}(?:newsletter|mailing list|channel|telegram|facebook|twitter|whatsapp|google news|inbox)|.{0,60}(?:عضویت|عضو|مشترک|دنبال).{0,40}(?:خبرنامه|کانال|تلگرام|اینستاگرام).{0,40}(?:شوید|کنید))/u

/** Rights, short links, codes: lines for the site's own use. */
export const siteNotice =
  /^(?:(?:©|copyright|all rights reserved)|(?:جميع|كافة|کلیه|تمامی|همه) (?:ال)?حقوق .{0,80}(?:محفوظ|متعلق)|حقوق النشر (?:و|محفوظ)|(?:کد (?:خبر|مطلب)|لینک کوتاه|لینک خبر|رابط مختصر|الرابط المختصر|short link)\s*[:：]?\s*\S{0,80}$|(?:[#/]\s*)?(?:انتهای|پایان) پیام\s*[/.]?\s*\S{0,10}$)/iu

/** Words of an outlet to its readers: a sentence under many articles is the outlet's when it has some of them. */
export const wordToReaders =
  /(?:الآراء|المقالات|الأفكار|المواد) (?:المنشورة|الواردة)|لا (?:تعبر|تعكس|تمثل) بالضرورة|إشعارات|تطبيق(?:نا|ات)? |هاتف(?:ك|كم)|متصفح(?:ك|كم)|النشرة|ملفات تعريف الارتباط|سياسة الخصوصية|مرورگر شما|اپلیکیشن|خبرنامه|دیدگاه نویسنده|لزوما|\b(?:newsletter|subscri(?:be|ption)|our (?:app|website|site|readers|journalism|coverage)|all rights|cookies|privacy policy|views expressed|does not necessarily|this (?:article|story|report) (?:was|is|has been) (?:originally )?(?:published|produced|written)|follow us|sign up)\b/iu

/** What an outlet calls itself in the box about it. */
export const outletNoun =
  /(?:موقع|شبكة|منصة|وكالة|صحيفة|جريدة|مجلة|بوابة) (?:إخباري|إعلامي|إلكتروني|أنباء|مستقل|يومي)|مجموعة من الإعلام|(?:پایگاه|سایت|رسانه|خبرگزاری|وب‌سایت) (?:خبری|تحلیلی|مستقل|اینترنتی)|\b(?:news|media|online|independent) (?:website|site|outlet|organi[sz]ation|portal|platform|agency|newspaper|magazine|network)\b/iu

/** What an outlet says of its aims there. */
export const outletMission =
  /على مدار الساعة|أخلاقيات المهنة|هيئة التحرير|نسعى|نلتزم|نؤمن ب|رسالتنا|رؤيتنا|نعبّ?ر عن رأينا|تأسست? (?:عام|سنة|في)|تلاش می‌?\s?کنیم|رسالت ما|شبانه‌?\s?روز|هیئت تحریریه|\b(?:we strive|our mission|our team|our readers|our journalists|around the clock|founded in|established in|committed to)\b/iu
