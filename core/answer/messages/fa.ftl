lead = { $source }، { $date }
lead-undated = { $source }، بی‌تاریخ
lead-in = { $lead } (متن: { $language })
source-unknown = منبع نامعلوم
as-of = { $source }، تا { $date }
events = به ترتیب تاریخ رویداد:
disagree = منابع یکسان نمی‌گویند:
keyword-only = جست‌وجو تنها با واژه‌ها انجام شد و مدل زبانی در کار نبود.

refuse-empty = لطفاً دربارهٔ چیزی از بایگانی بپرسید؛ اینجا چیزی برای جست‌وجو نیست.
refuse-nothing = در بایگانی چیزی در این باره پیدا نشد.
refuse-weak = به نظر نمی‌رسد بایگانی پاسخ این پرسش را داشته باشد.
refuse-missing = بایگانی پاسخ این پرسش را ندارد. { $missing } را جستم و همراه با بقیهٔ پرسش پیدا نکردم.
archive-days = نخستین روز بایگانی { $first } و آخرین روز آن { $last } است.
read-as = پرسش شما چنین خوانده شد: { $question }
nearest = نزدیک‌ترین بخش‌ها، که شاید پاسخ پرسش شما نباشند:
