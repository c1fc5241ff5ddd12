lead = { $source }, { $date }
lead-undated = { $source }, tarihsiz
lead-in = { $lead } (dili: { $language })
source-unknown = Bilinmeyen kaynak
as-of = { $source }, { $date } itibarıyla
events = Olay tarihine göre:
disagree = Kaynaklar aynı şeyi söylemiyor:
keyword-only = Yalnızca sözcükler eşleştirildi; dil modeli devrede değil.

refuse-empty = Lütfen arşivdeki bir konuyu sorun: burada aranacak bir şey yok.
refuse-nothing = Arşivde bununla ilgili bir şey bulamadım.
refuse-weak = Arşiv bu soruyu yanıtlamıyor gibi görünüyor.
refuse-missing = Arşiv bu soruyu yanıtlamıyor. { $missing } aradım, ama sorunun geri kalanıyla birlikte bulamadım.
archive-days = Arşivin ilk günü { $first }, son günü { $last }.
read-as = Sorunuz böyle okundu: { $question }
nearest = En yakın bölümler (sorduğunuz şey olmayabilir):
