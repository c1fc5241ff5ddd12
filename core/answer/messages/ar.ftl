lead = { $source }، { $date }
lead-undated = { $source }، بلا تاريخ
lead-in = { $lead } (النص: { $language })
source-unknown = مصدر غير معروف
as-of = { $source }، حتى { $date }
events = بحسب تاريخ الحدث:
disagree = تختلف المصادر:
keyword-only = جرى البحث بالكلمات وحدها من دون نموذج لغوي.

refuse-empty = اسأل من فضلك عن شيء مما في الأرشيف، فليس هنا ما يُبحث عنه.
refuse-nothing = لم أجد في الأرشيف شيئاً عن هذا.
refuse-weak = لا يبدو أن في الأرشيف جواباً عن هذا السؤال.
refuse-missing = ليس في الأرشيف جواب عن هذا السؤال. بحثت عن { $missing } ولم أجد ذلك مقترناً ببقية السؤال.
archive-days = أقدم ما في الأرشيف بتاريخ { $first }، وأحدثه بتاريخ { $last }.
read-as = قُرئ سؤالك: { $question }
nearest = أقرب المقاطع، وقد لا تكون ما سألت عنه:
