lead = { $source }, { $date }
lead-undated = { $source }, sans date
lead-in = { $lead } (langue : { $language })
source-unknown = Source inconnue
as-of = { $source }, en date du { $date }
events = Selon la date de l’événement :
disagree = Les sources divergent :
keyword-only = Seuls les mots ont été comparés ; aucun modèle de langue n’est utilisé.

refuse-empty = Posez une question sur un sujet des archives : il n’y a rien à chercher ici.
refuse-nothing = Je n’ai rien trouvé à ce sujet dans les archives.
refuse-weak = Les archives ne semblent pas répondre à cette question.
refuse-missing = Les archives ne répondent pas à cette question. J’ai cherché { $missing } sans le trouver avec le reste de la question.
archive-days = Le premier jour des archives est le { $first }, le dernier le { $last }.
read-as = Question lue ainsi : { $question }
nearest = Les passages les plus proches, qui ne répondent peut-être pas à la question :
