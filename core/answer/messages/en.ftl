# What the frame of an answer says. Quotes and titles are never translated.

lead = { $source }, { $date }
lead-undated = { $source }, undated
lead-in = { $lead } (in { $language })
source-unknown = Unknown outlet
as-of = { $source }, as of { $date }
events = Told of by date:
disagree = The sources differ:
keyword-only = Only the words themselves were matched; no language model is at work.

refuse-empty = Please ask about something in the archive: there is nothing to search for here.
refuse-nothing = I found nothing about this in the archive.
refuse-weak = The archive does not seem to answer this.
refuse-missing = The archive does not answer this. I looked for { $missing } and did not find it together with the rest of the question.
archive-days = The archive’s first day is { $first }, its last { $last }.
read-as = Read as: { $question }
nearest = The nearest passages, which may not be what you asked for:
