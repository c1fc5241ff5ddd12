start =
    Hello. I am Rawi: I answer questions from an archive of news articles, and I show the passages an answer rests on, with their source and date.

    Ask me something in your own language.
help =
    Write your question as a message. In a group, mention { $name }, reply to one of my messages, or write /ask and the question.

    /ask – ask a question
    /sources – the outlets in the archive
    /status – how fresh the archive is
    /help – this message

    I quote articles word for word. When the archive does not know, I say so.
ask-usage = Write your question after /ask, or send it to me as a message.
text-only = I can only read text. Please write your question.
unknown-command = I do not know that command. /help shows what I can do.
too-many-waiting = I am still at your earlier questions: at most { $max } wait at a time. Please ask the later ones again when I have answered.
not-taken = I cannot take questions down at the moment. Yours is not lost: I answer it as soon as I can.

sources-of-answer = Sources
source-unknown = unknown source
read-as = Read as: { $question }
nearest-passages = The nearest passages, which may not answer the question:
sources-disagree = The sources differ:
events-apart = Told apart by the date of the event:
keyword-only = Only wording was compared: no language model is loaded.

sources-title = Outlets in the archive: { $count }
sources-none = The archive holds no article yet.
sources-page = Page { $page } of { $pages }
article-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
date-range = { $oldest } to { $newest }

status-articles = Articles: { $count }
status-passages = Passages: { $count }
status-newest = Newest article: { $date }
status-indexed = Indexed: { $date }
status-hybrid = Search: by wording and by meaning
status-keyword-only = Search: by wording alone

problem-question = I cannot read this question. Please write it in words.
problem-question-length = This question is too long: { $length } characters. Please ask in at most { $max }.
problem-index = The archive cannot be read at the moment. Please try again later.
problem-failed = Something went wrong on my side. Please try again.

command-ask = Ask a question
command-sources = Outlets in the archive
command-status = How fresh the archive is
command-help = What I can do
