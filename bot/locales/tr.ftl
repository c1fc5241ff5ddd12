start =
    Merhaba, ben Rawi: Soruları bir haber arşivinden yanıtlar, yanıtın dayandığı bölümleri kaynağı ve tarihiyle gösteririm.

    Kendi dilinizde sorabilirsiniz.
help =
    Sorunuzu mesaj olarak yazın. Gruplarda { $name } adını anın, mesajlarımdan birini yanıtlayın ya da /ask yazıp sorunuzu ekleyin.

    /ask – soru sor
    /sources – arşivdeki yayın organları
    /status – arşivin güncelliği
    /help – bu mesaj

    Makalelerden kelimesi kelimesine alıntı yaparım. Yanıt arşivde yoksa bunu söylerim.
ask-usage = Sorunuzu /ask komutundan sonra yazın ya da bana mesaj olarak gönderin.
text-only = Yalnızca metin okuyabiliyorum. Lütfen sorunuzu yazın.
unknown-command = Bu komutu bilmiyorum. Neler yapabildiğimi /help gösterir.
too-many-waiting = Hâlâ önceki sorularınızla ilgileniyorum: aynı anda en çok { $max } soru bekleyebilir. Lütfen sonrakileri, ben yanıtladıktan sonra yeniden sorun.
not-taken = Şu anda soruları kaydedemiyorum. Sorunuz kaybolmadı: en kısa sürede yanıtlayacağım.

sources-of-answer = Kaynaklar
source-unknown = bilinmeyen kaynak
read-as = Sorunuz böyle okundu: { $question }
nearest-passages = Soruyu yanıtlamayabilecek en yakın bölümler:
sources-disagree = Kaynaklar farklı bilgi veriyor:
events-apart = Olayın tarihine göre:
keyword-only = Yalnızca sözcükler karşılaştırıldı: yüklü bir dil modeli yok.

sources-title = Arşivdeki yayın organları: { $count }
sources-none = Arşivde henüz makale yok.
sources-page = Sayfa { $page } / { $pages }
article-count = { $count } makale
date-range = { $oldest } – { $newest }

status-articles = Makaleler: { $count }
status-passages = Bölümler: { $count }
status-newest = En yeni makale: { $date }
status-indexed = Dizine alınma: { $date }
status-hybrid = Arama: sözcüğe ve anlama göre
status-keyword-only = Arama: yalnızca sözcüğe göre

problem-question = Bu soruyu okuyamıyorum. Lütfen sözcüklerle yazın.
problem-question-length = Bu soru çok uzun: { $length } karakter. Lütfen en fazla { $max } karakterle sorun.
problem-index = Arşiv şu anda okunamıyor. Lütfen daha sonra yeniden deneyin.
problem-failed = Bende bir hata oluştu. Lütfen yeniden deneyin.

command-ask = Soru sor
command-sources = Arşivdeki yayın organları
command-status = Arşivin güncelliği
command-help = Neler yapabilirim
