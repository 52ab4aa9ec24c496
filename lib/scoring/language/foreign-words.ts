const words = (list: string) => list.split(/\s+/)

/**
 * Everyday words of languages written in Latin letters (and of some that are often written so), lower case, with their accents: none is an
 * English word, a common name or an abbreviation, so that one of them in a few words tells that these are not English. Add to it freely.
 */
export const FOREIGN_WORDS: ReadonlySet<string> = new Set([
  // German, Dutch
  ...words(
    `das der und ist nicht ich ein eine einen einem einer auf für sich auch sehr aber nur noch wird wurde sind haben habe werden kann schon
     immer wenn oder nach vom zum zur nein kein keine guter gute gutes danke bitte wir ihr sie dein wieder alles nichts mehr weil dass doch wäre
     jetzt dann warum dieser diese dieses deine
     het een voor niet ik zijn maar ook deze dit geen heeft wordt naar ziens wie jij jullie bij uit nog mijn hebben omdat goede`,
  ),
  // French, Spanish, Portuguese, Catalan, Italian, Romanian
  ...words(
    `que qu'il qu'on qui dans avec sont cette mais ils elles je vous c'est n'est j'ai d'un d'une l'on être fait très comme tous aussi merci bonne
     une leur pourquoi rien jamais encore toujours gueule espèce
     qué muy más pero también está están este esta estos todos nada gracias porque cuando día hace hacer una por otra otro siempre nunca tiene eres
     cállate usted señor años ayuntamiento
     não você muito isto isso pelo pela foi também obrigado são eles nós
     gli della dei questo questa anche molto grazie perché sono hanno nel degli tutti sempre tutto capito zitto
     și este pentru sunt foarte`,
  ),
  // Swedish, Norwegian, Danish, Finnish, Estonian
  ...words(
    `det inte jag på och är ett ikke jeg här också mycket hvor hvad varför något
     ei että tämä minä sinä olen hyvä mutta myös ovat ollut niin mitä tama hyva kaikki sitten minusta hän hiljaa kun mikä tässä meidän`,
  ),
  // Polish, Czech, Hungarian, Turkish
  ...words(
    `nie się bardzo czy dla jestem tego przez dobry dlaczego wszystko
     není jsem jsou jako proč
     nem hogy és egy azért miért
     bir çok için değil gibi daha evet hayır kadar şey bence iyi artık çünkü nasıl fakat yarın`,
  ),
  // Hindi, Urdu, Russian, Malay and Tagalog in Latin letters
  ...words(
    `hai nahi kya bahut aur bhi acha accha kuch karo yaar hain tum koi eto ochen chto spasibo khorosho
      tidak untuk dengan saya naman`,
  ),
])

/** Words of English that other languages have too: they do not speak for English where one of theirs stands beside them. */
export const SHARED_WORDS: ReadonlySet<string> = new Set(words('a am an as at do he i in me most no of on or so to us was via'))
