start =
    مرحبًا، أنا راوي: أجيب عن الأسئلة من أرشيف للأخبار، وأعرض المقاطع التي يستند إليها الجواب مع مصدرها وتاريخها.

    اسألني بلغتك.
help =
    اكتب سؤالك في رسالة. وفي المجموعات اذكر { $name }، أو ردّ على إحدى رسائلي، أو اكتب ‎/ask ثم السؤال.

    ‎/ask – طرح سؤال
    ‎/sources – المصادر الموجودة في الأرشيف
    ‎/status – مدى حداثة الأرشيف
    ‎/help – هذه الرسالة

    أقتبس من المقالات حرفيًا، وإذا لم يكن الجواب في الأرشيف قلت ذلك.
ask-usage = اكتب سؤالك بعد ‎/ask، أو أرسله إليّ في رسالة.
text-only = لا أقرأ إلا النصوص. اكتب سؤالك من فضلك.
unknown-command = لا أعرف هذا الأمر. يعرض ‎/help ما أستطيع فعله.
too-many-waiting = ما زلت أعمل على أسئلتك السابقة، ولا ينتظر عندي أكثر من { $max } أسئلة في وقت واحد. أعد إرسال ما بعدها حين أجيب من فضلك.
not-taken = يتعذر تسجيل الأسئلة الآن. لم يضع سؤالك: سأجيب عنه في أقرب وقت.

sources-of-answer = المصادر
source-unknown = مصدر غير معروف
read-as = قُرئ سؤالك: { $question }
nearest-passages = أقرب المقاطع، وقد لا تجيب عن السؤال:
sources-disagree = تختلف المصادر:
events-apart = بحسب تاريخ الحدث:
keyword-only = قورنت الألفاظ وحدها، إذ لم يُحمَّل نموذج لغوي.

sources-title = عدد المصادر في الأرشيف: { $count }
sources-none = لا مقالات في الأرشيف بعد.
sources-page = الصفحة { $page } من { $pages }
article-count = { $count ->
    [0] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
date-range = من { $oldest } إلى { $newest }

status-articles = المقالات: { $count }
status-passages = المقاطع: { $count }
status-newest = أحدث مقال: { $date }
status-indexed = آخر فهرسة: { $date }
status-hybrid = البحث: باللفظ وبالمعنى
status-keyword-only = البحث: باللفظ وحده

problem-question = لا أستطيع قراءة هذا السؤال. اكتبه بالكلمات من فضلك.
problem-question-length = هذا السؤال طويل جدًا: عدد أحرفه { $length }. الحد الأقصى { $max }.
problem-index = تتعذر قراءة الأرشيف الآن. حاول مرة أخرى لاحقًا من فضلك.
problem-failed = حدث خطأ عندي. حاول مرة أخرى من فضلك.

command-ask = طرح سؤال
command-sources = المصادر الموجودة في الأرشيف
command-status = مدى حداثة الأرشيف
command-help = ما أستطيع فعله
