/**
 * Irregular English: words of one family that no rule joins, each group led by the spelling a dictionary lists.
 *
 * Verbs with their past forms, nouns with their plurals, and nouns far from their verb or adjective: "die", "death".
 */
export const irregularEnglish: readonly (readonly string[])[] =
  `become became,begin began begun,bear bore borne born birth,beat beaten,bend bent,bind bound,bite bit bitten,bleed bled,
  blow blew blown,break broke broken,bring brought,build built,burn burnt,buy bought,catch caught,choose chose chosen choice,
  come came,deal dealt,die dead death,dig dug,draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,fall fell fallen,
  feed fed,feel felt,fight fought,find found,flee fled,fly flew flown flight,forbid forbade forbidden,forget forgot forgotten,
  freeze froze frozen,get got gotten,give gave given,go went gone,grow grew grown growth,hang hung,hear heard,hide hid hidden,
  hold held,keep kept,know knew known knowledge,lay laid,lead led,leave left,lend lent loan,live life lives,lose lost loss,
  make made,mean meant,meet met,pay paid,ride rode ridden,rise rose risen,run ran,say said,see saw seen,seek sought,
  sell sold sale,send sent,shake shook shaken,shoot shot,sing sang sung song,sink sank sunk,sit sat seat,sleep slept,
  speak spoke spoken speech,spend spent,stand stood,steal stole stolen,stick stuck,strike struck,swear swore sworn,
  swim swam swum,take took taken,teach taught,tear tore torn,tell told,think thought,throw threw thrown,
  understand understood,wake woke woken,wear wore worn,win won,withdraw withdrew withdrawn,write wrote written,
  person people,child children,man men,woman women,foot feet,tooth teeth,mouse mice,crisis crises,wife wives,half halves,
  thief thieves,long length,strong strength,wide width,high height,deep depth,hot heat,weigh weight,believe belief,
  prove proof,succeed success,receive reception receipt,marry marriage,rob robbery,arrive arrival,approve approval,
  refuse refusal,discover discovery,injure injury,enter entry entrance,serve service,analyse analysis`
    .split(/,\s*/u)
    .map((group) => group.trim().split(' '))
