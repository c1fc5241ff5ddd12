start =
    Bonjour, je suis Rawi : je réponds aux questions à partir d’archives de presse et je montre les passages sur lesquels repose la réponse, avec leur source et leur date.

    Posez votre question dans votre langue.
help =
    Écrivez votre question dans un message. Dans un groupe, mentionnez { $name }, répondez à l’un de mes messages, ou écrivez /ask suivi de la question.

    /ask – poser une question
    /sources – les médias présents dans les archives
    /status – la fraîcheur des archives
    /help – ce message

    Je cite les articles mot pour mot. Quand les archives ne savent pas, je le dis.
ask-usage = Écrivez votre question après /ask, ou envoyez-la-moi dans un message.
text-only = Je ne lis que le texte. Veuillez écrire votre question.
unknown-command = Je ne connais pas cette commande. /help montre ce que je sais faire.
too-many-waiting = Je traite encore vos questions précédentes : { $max } au plus attendent à la fois. Veuillez reposer les suivantes quand j’aurai répondu.
not-taken = Je ne peux pas noter de questions pour le moment. La vôtre n’est pas perdue : j’y répondrai dès que possible.

sources-of-answer = Sources
source-unknown = source inconnue
read-as = Question lue ainsi : { $question }
nearest-passages = Les passages les plus proches, qui ne répondent peut-être pas à la question :
sources-disagree = Les sources divergent :
events-apart = Selon la date de l’événement :
keyword-only = Seuls les mots ont été comparés : aucun modèle de langue n’est chargé.

sources-title = Médias présents dans les archives : { $count }
sources-none = Les archives ne contiennent encore aucun article.
sources-page = Page { $page } sur { $pages }
article-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
date-range = du { $oldest } au { $newest }

status-articles = Articles : { $count }
status-passages = Passages : { $count }
status-newest = Article le plus récent : { $date }
status-indexed = Indexation : { $date }
status-hybrid = Recherche : par les mots et par le sens
status-keyword-only = Recherche : par les mots seulement

problem-question = Je ne peux pas lire cette question. Veuillez l’écrire avec des mots.
problem-question-length = Cette question est trop longue : { $length } caractères. Veuillez la poser en { $max } au plus.
problem-index = Les archives ne peuvent pas être lues pour le moment. Veuillez réessayer plus tard.
problem-failed = Une erreur s’est produite de mon côté. Veuillez réessayer.

command-ask = Poser une question
command-sources = Les médias présents dans les archives
command-status = La fraîcheur des archives
command-help = Ce que je sais faire
