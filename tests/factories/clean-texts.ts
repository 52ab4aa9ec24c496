/** Ordinary sentences in five languages, with the numbers, abbreviations and signs that ordinary sentences have. */
export const CLEAN_TEXTS: Record<string, readonly string[]> = {
  English:
    lines(`The council meets at 7:30 p.m. in room B12.|I paid $45 for 2 tickets, not $54.|My class of '98 had 31 pupils.|The A55 is closed until 5th June.
Mp3 players and b2b software are not the same.|I am a GP and see 40 patients a day.|See page 14, section 3.b, of the report.|Dr. J. R. Smith wrote that in the U.S.A.
She scored 9/10 on the test.|Call 555-0199 or write to info@example.org.|It is 5 o'clock somewhere.|W. H. Auden lived a few doors down.|An assessment of the assets is due.|Scunthorpe and Penistone are towns.
He passed the class with an A+.|The grass grew 15 cm in a week.|Oh, a U-turn at last!|We waited soooo long for that bus.|Yessss, we won 3:2!|Hmmm, I am not sure about clause 4.
The e-mail said: see you @ 5.|C. S. Lewis and J. R. R. Tolkien met here.|I.e. nobody asked the tenants.|Is it 1 or 2 years?|Route 66 is longer than the M1.|The shuttle cock was found on the roof.
We took the s-bahn to the city.|That was a h-u-g-e relief.|Plan A, B or C?|The #1 issue is rent, *not* parking.|Costs fell by 4%, or 5$ a head.|My cat weighs 5kg.
Two plus two = 4.|The word 'peacock' has seven letters.|Our shitake mushrooms come from Kent.|A button, a bass and a cocktail.|Therapists analysed the sextet's essays.|No. 10 said no.|Ask for Mr. O'Neil.|He lives at 12a Dickens Road.`),
  German:
    lines(`Der Rat tagt um 19:30 Uhr im Raum B12.|Das kostet 45 € statt 54 €.|Die A5 ist bis zum 5. Juni gesperrt.|Ich bin Ärztin und sehe 40 Leute am Tag.
Siehe Seite 14, Absatz 3 b.|Dr. J. R. Schmidt schrieb das schon 1998.|Meine Klasse hatte 31 Schüler.|Das ist doch sooo schön!|Die Straßenbahn fährt bis 2 Uhr.|Niemand hat die Mieter gefragt.
Wir haben 3:2 gewonnen!|Der Bus kam wieder zu spät.|Die Gebühr stieg um 4 %.|Z. B. am Sonntag fährt er nicht.|Ruf an unter 0431 555-12.|Die Müllabfuhr streikt.
Im Rathaus wird gebaut.|Ich fahre mit dem Rad zur Arbeit.|Das Schiff heißt „Passat“.|Was kostet die Miete in der Kaistraße?|Die Kinder spielen im Gras.|Mein Nachbar ist Bäcker.
Der Artikel ist gut recherchiert.|Danke für den Hinweis.|Die Brücke wurde 1962 gebaut.|Es gab 12 Gegenstimmen.|U. a. die Klinik ist betroffen.|Am Hafen ist es laut.|Wer zahlt das alles?|Der Fahrplan gilt ab 1. 9.
Sie wohnt in Haus Nr. 7a.|Bitte die Quelle nennen.|Der Zug hält nicht mehr hier.|Das Wetter war herrlich.|Die Schule liegt am Park.|Ein Antrag kam von der SPD.|Ich stimme dem nicht zu.|Das Fass läuft über.|Die Masse der Anrufe war groß.|Wir sehen uns um 8.`),
  French: lines(`Le conseil se réunit à 19 h 30.|J'ai payé 45 € pour deux places.|L'A6 est fermée jusqu'au 5 juin.|Je suis médecin à Lyon.
Voir page 14, alinéa 3 b.|M. J. R. Dupont l'a écrit en 1998.|Ma classe avait 31 élèves.|C'est vraiment trèèès beau !|Le tram roule jusqu'à 2 heures.|Personne n'a demandé aux locataires.
Nous avons gagné 3 à 2 !|Le bus était encore en retard.|Les frais ont augmenté de 4 %.|P. ex. le dimanche il ne passe pas.|Appelez le 04 55 12 13.|Les éboueurs sont en grève.
On construit à la mairie.|Je vais au travail à vélo.|Le bateau s'appelle Passat.|Combien coûte le loyer quai Nord ?|Les enfants jouent dans l'herbe.|Mon voisin est boulanger.
L'article est bien documenté.|Merci pour la précision.|Le pont date de 1962.|Il y a eu 12 voix contre.|La clinique est touchée aussi.|C'est bruyant au port.|Qui va payer tout cela ?|L'horaire change le 1er septembre.
Elle habite au 7 bis.|Merci de citer la source.|Le train ne s'arrête plus ici.|Il a fait très beau.|L'école est près du parc.|La proposition vient du maire.|Je ne suis pas d'accord.|Assez de promesses.|La masse des appels était énorme.|On se voit à 8 heures.`),
  Spanish: lines(`El pleno se reúne a las 19:30.|Pagué 45 € por dos entradas.|La A5 está cerrada hasta el 5 de junio.|Soy médica en Sevilla.
Véase la página 14, apartado 3 b.|El Sr. J. R. Gómez lo escribió en 1998.|Mi clase tenía 31 alumnos.|¡Qué boniiito está!|El tranvía circula hasta las 2.|Nadie preguntó a los inquilinos.
¡Ganamos 3 a 2!|El autobús llegó tarde otra vez.|La tasa subió un 4 %.|P. ej. los domingos no pasa.|Llame al 955 12 13.|Los basureros están en huelga.
Están de obras en el ayuntamiento.|Voy al trabajo en bici.|El barco se llama Passat.|¿Cuánto cuesta el alquiler?|Los niños juegan en la hierba.|Mi vecino es panadero.
El artículo está bien hecho.|Gracias por la aclaración.|El puente es de 1962.|Hubo 12 votos en contra.|La clínica también lo nota.|Hay mucho ruido en el puerto.|¿Quién paga todo esto?|El horario cambia el 1 de septiembre.
Vive en el número 7 bis.|Por favor, cite la fuente.|El tren ya no para aquí.|Hizo muy buen tiempo.|La escuela está junto al parque.|La propuesta es del alcalde.|No estoy de acuerdo.|Basta de promesas.|La masa de llamadas fue enorme.|Nos vemos a las 8.`),
  Russian:
    lines(`Совет собирается в 19:30.|Я заплатил 45 рублей за два билета.|Дорога А5 закрыта до 5 июня.|Я врач и принимаю 40 человек в день.
Смотрите страницу 14, пункт 3 б.|А. П. Чехов жил в этом доме.|В моём классе было 31 ученик.|Как же здорово!|Трамвай ходит до двух часов.|Жильцов никто не спросил.
Мы выиграли 3:2!|Автобус опять опоздал.|Плата выросла на 4 %.|По воскресеньям он не ходит.|Звоните 555-12-13.|Мусор не вывозят.
В мэрии идёт ремонт.|Я езжу на работу на велосипеде.|Корабль называется «Пассат».|Сколько стоит аренда?|Дети играют на траве.|Мой сосед пекарь.
Статья хорошо написана.|Спасибо за уточнение.|Мост построен в 1962 году.|Было 12 голосов против.|Больница тоже пострадала.|В порту шумно.|Кто за всё это заплатит?|Расписание меняется 1 сентября.
Она живёт в доме 7а.|Укажите источник, пожалуйста.|Поезд здесь больше не останавливается.|Погода была чудесная.|Школа стоит у парка.|Предложение внёс мэр.|Я не согласен.|Хватит обещаний.|Сор вынесли из избы.|Увидимся в 8.`),
}

function lines(text: string): string[] {
  return text.split(/[|\n]/).map((line) => line.trim())
}
