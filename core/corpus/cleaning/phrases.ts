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
  'انسخ الرابط',
  'تم نسخ الرابط',
  'مشاركة الخبر',
  'مشاركة المقال',
  'کپی لینک',
  'لینک کوتاه',
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
  'مواضيع ساخنة',
  'مواضيع ساخنة أخرى',
  'أخبار أخرى',
  'المزيد من أخبار',
  'كن على اطلاع',
  'ابق على اطلاع',
  'مواضيع أخرى',
  'موضوعات أخرى',
  'اخترنا لكم',
  'اخترنا لك',
  'مختارات',
  'الأكثر تداولا',
  'الأكثر شيوعا',
  'آخر الأخبار',
  'أحدث الأخبار',
  'شريط الأخبار',
  'بیشتر بخوانید',
  'همچنین بخوانید',
  'مطالب مرتبط',
  'اخبار مرتبط',
  'خبرهای مرتبط',
  'مطالب پیشنهادی',
  'اخبار پیشنهادی',
  'پیشنهاد ما',
  'پیشنهاد سردبیر',
  'پربیننده‌ترین‌ها',
  'پربحث‌ترین‌ها',
  'اخبار بیشتر',
  'دیگر خبرها',
  'از همین باب',
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
  'More stories',
  'More news',
  'More on this story',
  'Around the web',
  "Editor's picks",
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
  'سياسة الخصوصية',
  'شروط الاستخدام',
  'الشروط والأحكام',
  'من نحن',
  'اتصل بنا',
  'أعلن معنا',
  'خريطة الموقع',
  'إدارة ملفات تعريف الارتباط',
  'قبول الكل',
  'الموضوع',
  'الموضوعات',
  'المواضيع',
  'الكلمات المفتاحية',
  'كلمات مفتاحية',
  'كلمات دلالية',
  'الوسوم',
  'الكلمات الدلالية',
  'تحميل التطبيق',
  'حمل التطبيق',
  'Google Play',
  'App Store',
  'AppGallery',
  'Download on the App Store',
  'Get it on Google Play',
  'تبلیغات',
  'آگهی',
  'بازگشت به بالا',
  'نظر شما',
  'نظرات',
  'ارسال نظر',
  'خبرنامه',
  'برچسب‌ها',
  'برچسب ها',
  'کلیدواژه‌ها',
  'کلمات کلیدی',
  'حریم خصوصی',
  'درباره ما',
  'تماس با ما',
  'قوانین و مقررات',
  'دیدگاه‌ها',
  'ارسال دیدگاه',
  'نظر خود را بنویسید',
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
  'Tags',
  'Topics',
  'Privacy policy',
  'Terms of use',
  'Terms of service',
  'Cookie policy',
  'Cookie settings',
  'Accept all',
  'About us',
  'Contact us',
)

/** What follows is one other article, by its headline. */
export const neighbourLabels = keys(
  'التالي',
  'السابق',
  'المقال التالي',
  'المقال السابق',
  'الخبر التالي',
  'الخبر السابق',
  'الموضوع التالي',
  'الموضوع السابق',
  'التدوينة التالية',
  'التدوينة السابقة',
  'بعدی',
  'قبلی',
  'خبر بعدی',
  'خبر قبلی',
  'مطلب بعدی',
  'مطلب قبلی',
  'نوشته بعدی',
  'نوشته قبلی',
  'Next',
  'Previous',
  'Next article',
  'Previous article',
  'Next post',
  'Previous post',
  'Next story',
  'Previous story',
  'Up next',
)

/** Names of sections: a short line of nothing but these stands for the section an article is filed under. */
export const sectionWords = keys(
  ...'أخبار شؤون دولية محلية عربية عالمية سياسة سياسية اقتصاد رياضة ثقافة فن فنون منوعات صحة مجتمع تكنولوجيا علوم'.split(
    ' ',
  ),
  ...'تقارير تحقيقات حوارات مقابلات مقالات آراء رأي تحليلات كاريكاتير فيديو صور عاجل خاص سوريا مصر العراق العالم العربي عربي'.split(
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

const relatedCalls = [
  '[اإ]قر[أا]\\s+(?:أ|ا)يض[ا]?[ًا]*',
  '[اإ]قر[أا]\\s+المزيد',
  'طالع\\s+(?:أ|ا)يض[ا]?[ًا]*',
  'شاهد\\s+(?:أ|ا)يض[ا]?[ًا]*',
  'قد\\s+يهمك(?:\\s+(?:أ|ا)يض[ا]?[ًا]*)?',
  'بیشتر\\s+بخوانید',
  'همچنین\\s+بخوانید',
  'بیشتر\\s+بدانید',
  'read\\s+also',
  'also\\s+read',
  'read\\s+more',
  'read\\s+next',
  'see\\s+also',
].join('|')
const relatedWords = [
  relatedCalls,
  '(?:(?:مواضيع|مقالات|أخبار)\\s+)?ذات\\s+صلة',
  'مطالب\\s+مرتبط',
  'related(?:\\s+(?:article|story|news))?',
  'recommended',
].join('|')

/** A related link set into the article: one of these, a colon, and a headline. */
export const relatedPrefix = new RegExp(
  String.raw`^[\s*•▪◾➤>«\-–—]*(?:${relatedWords})\s*[:：|»>–—-]\s*\S`,
  'iu',
)

/** The same where the headline that follows is a link: a label with its colon, or one that begins a sentence. */
export const relatedLabelAtEnd = new RegExp(
  String.raw`(?:(?<=^|\s|[.!?؟۔…»”")])(?:${relatedWords})\s*[:：]\s*|(?<=^\s*|[.!?؟۔…»”")]\s*)(?:${relatedCalls})\s*)$`,
  'iu',
)

/** Calls to subscribe or follow; they name what is to be subscribed to. */
export const subscribeCall =
  /^(?:(?:تابع|تابعوا|تابعونا) .{0,40} علی$|یمکنک(?:م)? متابعه المزید|(?:اشترک|سجل|انضم|تابعونا|تابعنا|تابعوا).{0,80}(?:بریدیه|نشره|نشرتنا|قناتنا|قناه|صفحتنا|تلغرام|تلیجرام|فیسبوک|تویتر|غوغل نیوز|جوجل)|(?:subscribe|sign up|follow us|join our).{0,80}(?:newsletter|mailing list|channel|telegram|facebook|twitter|whatsapp|google news|inbox)|.{0,60}(?:عضویت|عضو|مشترک|دنبال).{0,40}(?:خبرنامه|کانال|تلگرام|اینستاگرام).{0,40}(?:شوید|کنید))/u

/** Rights, short links, codes: lines for the site's own use. */
export const siteNotice =
  /^(?:(?:©|copyright|all rights reserved)|(?:جميع|كافة|کلیه|تمامی|همه) (?:ال)?حقوق .{0,80}(?:محفوظ|متعلق)|حقوق النشر (?:و|محفوظ)|(?:کد (?:خبر|مطلب)|لینک کوتاه|لینک خبر|رابط مختصر|الرابط المختصر|short link)\s*[:：]?\s*\S{0,80}$|(?:[#/]\s*)?(?:انتهای|پایان) پیام\s*[/.]?\s*\S{0,10}$)/iu

/** Words of an outlet to its readers: a sentence under many articles is the outlet's when it has some of them. */
export const wordToReaders =
  /(?:الآراء|المقالات|الأفكار|المواد) (?:المنشورة|الواردة)|لا (?:تعبر|تعكس|تمثل) بالضرورة|إشعارات|تطبيق(?:نا|ات)? |هاتف(?:ك|كم)|متصفح(?:ك|كم)|النشرة|ملفات تعريف الارتباط|سياسة الخصوصية|مرورگر شما|اپلیکیشن|خبرنامه|دیدگاه نویسنده|لزوما|\b(?:newsletter|subscri(?:be|ption)|our (?:app|website|site|readers|journalism|coverage)|all rights|cookies|privacy policy|views expressed|does not necessarily|this (?:article|story|report) (?:was|is|has been) (?:originally )?(?:published|produced|written)|follow us|sign up)\b/iu

/** How a site speaks of its readers' comments and of whose the opinions are. */
export const commentRules =
  /^[\s*•]{0,5}(?:(?:ترحب|يرحب) .{0,60}(?:بالنقاش|بتعليقات|بمشاركات|بآراء)|(?:الآراء|التعليقات|المشاركات|المقالات|التعليقات والآراء)(?: و\S{3,12})? (?:الواردة|المنشورة|أدناه).{0,80}(?:لا تعبر|لا تعكس|لا تمثل|تعبر عن (?:رأي|آراء) (?:أصحابها|كاتبها|كتابها))|جميع (?:التعليقات|المشاركات) .{0,60}(?:لا تعبر|تخضع|تعبر عن)|(?:لن|لا) (?:يتم|يُنشر|ينشر) (?:نشر )?(?:عنوان بريدك|بريدك|أي تعليق|التعليقات)|(?:نرجو|يرجى|الرجاء) .{0,60}(?:التعليق|التعليقات|تعليقك)|تم حظر دخولك إلى المحادثة|ستتمكن من المشاركة مرة أخرى|إذا كنت غير موافق على الحظر|تم إغلاق المناقشة|(?:نظرات|نظراتی|نظرهای|دیدگاه‌?\s?هایی?|دیدگاهی|پیام‌?\s?هایی?|کامنت\S{0,6}) .{0,160}(?:منتشر (?:نمی|نخواهد|خواهد)|تأیید|تایید نمی|حذف (?:می|خواهد))|(?:نشانی ایمیل|ایمیل) شما منتشر نخواهد شد|در زمینه انتشار نظرات|لطفا(?:ً)? (?:نظرات|نظر|دیدگاه) .{0,80}(?:تایپ|بنویسید|خودداری)|(?:all )?comments .{0,60}(?:are moderated|will be moderated|are subject to|do not (?:necessarily )?(?:reflect|represent))|(?:by (?:posting|submitting|leaving)) .{0,40}comment|your e-?mail address will not be published|please (?:read|follow|keep|be) .{0,80}(?:comment|house rules|community guidelines)|(?:the )?(?:views|opinions) expressed (?:below|here|in (?:this|these) (?:article|comments?|piece)) .{0,80}(?:do not|are (?:those|solely)))/iu

/** How a site asks its readers for leave to keep data of them. */
export const cookieNotice =
  /^[\s*•]{0,5}(?:(?:نحن )?(?:نستخدم|يستخدم|تستخدم|نحن نستخدم) .{0,60}(?:ملفات تعريف الارتباط|ملفات الارتباط|الكوكيز|كوكيز|cookies)|(?:باستخدامك|باستمرارك|بالضغط|بالنقر|عند استخدام) .{0,120}(?:توافق|تقبل|سياسة (?:الخصوصية|ملفات)|شروط الاستخدام)|(?:این|ما در این) (?:سایت|وب‌?\s?سایت|پایگاه) .{0,60}(?:کوکی|cookie)|ما از کوکی|با (?:ادامه|استفاده از) .{0,80}(?:کوکی|حریم خصوصی)|(?:we|we and our partners|this (?:web)?site|our (?:web)?site) (?:use|uses|store|stores) .{0,80}cookies|by (?:continuing|using|clicking|accepting|browsing) .{0,120}(?:cookies?|privacy policy|terms of (?:use|service)))/iu

/** Calls to fetch the outlet's programme for phones, or to pay for its films. */
export const appCall =
  /^(?:حمل|حملوا|نزل|نزلوا|احصل) .{0,30}(?:تطبیق|التطبیق).{0,60}$|^[اإ]شترک لمشاهده .{0,60}$|^(?:download|get|install) (?:our|the|now our) .{0,30}app(?: .{0,40})?$|^(?:اپلیکیشن|نرم افزار) .{0,40}(?:دانلود|نصب|دریافت) کنید$/iu

/** What an outlet calls itself in the box about it. */
export const outletNoun =
  /(?:موقع|شبكة|منصة|وكالة|صحيفة|جريدة|مجلة|بوابة) (?:إخباري|إعلامي|إلكتروني|أنباء|مستقل|يومي)|مجموعة من الإعلام|(?:پایگاه|سایت|رسانه|خبرگزاری|وب‌سایت) (?:خبری|تحلیلی|مستقل|اینترنتی)|\b(?:news|media|online|independent) (?:website|site|outlet|organi[sz]ation|portal|platform|agency|newspaper|magazine|network)\b/iu

/** What an outlet says of its aims there. */
export const outletMission =
  /على مدار الساعة|أخلاقيات المهنة|هيئة التحرير|نسعى|نلتزم|نؤمن ب|رسالتنا|رؤيتنا|نعبّ?ر عن رأينا|تأسست? (?:عام|سنة|في)|تلاش می‌?\s?کنیم|رسالت ما|شبانه‌?\s?روز|هیئت تحریریه|\b(?:we strive|our mission|our team|our readers|our journalists|around the clock|founded in|established in|committed to)\b/iu
