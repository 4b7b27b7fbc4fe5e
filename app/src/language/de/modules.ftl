modules-lead = Alles steht dir jederzeit offen. Die Wege weiter unten sagen, in welcher Reihenfolge es für wen gut passt.
modules-all = Alle Module
modules-on = Module zu „{ $competency }“
modules-views = Ansicht
modules-by-title = Module
modules-by-situation = Situationen
modules-narrow = Nach Kompetenz oder Zeit auswählen
modules-narrow-situations = Nach Kompetenz auswählen
modules-competency = Kompetenz
modules-any-competency = alle
modules-time = Zeit, die du hast
modules-any-time = egal
modules-up-to = { $minutes } Minuten
modules-show = Zeigen
modules-reset = Alles zeigen
modules-nothing = Dazu gibt es im Moment nichts, was passt.
modules-situations-lead = Was davon kennst du? Jede Situation führt zu ihrem Modul.
modules-time-lead = Von jedem Modul, was in { $minutes } Minuten passt.
modules-part-lesson = Lektion
modules-part-again = noch einmal
modules-for-coaches = für Coaches
modules-minutes = { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
modules-parts = { $lessons ->
    [one] { $lessons } Lektion
   *[other] { $lessons } Lektionen
}, { $drills ->
    [one] { $drills } Übung
   *[other] { $drills } Übungen
}
modules-share = { $done } von { $total } fertig
modules-finished-on = fertig am { $day }
modules-to-come = Noch in Arbeit: { $titles }.
modules-to-come-count = { $count ->
    [one] Ein weiteres Modul ist noch in Arbeit.
   *[other] { $count } weitere Module sind noch in Arbeit.
}
modules-to-come-first-contact = Gesehen werden
modules-to-come-eye-level = Weder König noch Bittsteller
modules-to-come-complaints-goodwill = Beschwerde als Chance
modules-to-come-keep-your-word = Wort halten
modules-to-come-quick-and-reachable = Schnell und erreichbar
modules-to-come-knowing-people = Menschenkenntnis
modules-to-come-genuine = Echt bleiben
modules-to-come-decide = Entscheiden dürfen
modules-to-come-relationship-care = Beziehungen pflegen
modules-to-come-leading-service = Servicekultur führen
modules-to-come-coaching-practice = Üben und coachen
module-minutes-left = noch etwa { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
module-read = „{ $title }“ hast du gelesen. Mach hier weiter oder lass es für heute gut sein.
module-read-all = „{ $title }“ hast du gelesen. Damit ist das ganze Modul durch.
module-go-on = Weiterlesen: { $title }
module-read-next = Lesen: { $title }
module-play-next = { $begin }: { $title }
module-lessons = Lektionen
module-drills = Üben
module-cards = Zum Merken
module-cards-text = Antworte erst für dich, dann schau nach.
module-situations = Situationen, die du vielleicht kennst
module-competencies = Kompetenzen
module-lesson-read = gelesen am { $day }
module-drill-played = geübt am { $day }
lesson-place = Lektion { $number } von { $total }
lesson-step = Schritt { $step } von { $total }
lesson-next = Weiter
lesson-back = Zurück
lesson-finish = Lektion abschließen
lesson-skip = Ohne Antwort weiter
lesson-skip-finish = Ohne Antwort abschließen
lesson-keep = Behalten
lesson-keep-next = Behalten und weiter
lesson-keep-finish = Behalten und abschließen
lesson-changed = Diese Lektion ist inzwischen überarbeitet worden. Sieh dir die Frage bitte noch einmal an.
lesson-check-answer = Antworten
lesson-check-several = Mehreres kann stimmen.
lesson-check-none = Wähle zuerst eine Antwort.
lesson-check-again = Noch einmal antworten
lesson-check-fits = Trifft es
lesson-check-fails = Trifft es nicht
lesson-check-chosen-fits = Deine Antwort, trifft es
lesson-check-chosen-fails = Deine Antwort, trifft es nicht
lesson-reflection-hint = Nur du liest das. Niemand sonst, auch nicht deine Führungskraft.
lesson-reflection-kept = Behalten. Nur du kannst es lesen.
lesson-reflection-long = Das ist länger als 4000 Zeichen. Bitte kürze den Text; er steht noch da.
module-lesson-known = schon gekonnt am { $day }
test-out = Was kannst du schon?
test-out-offer = Kennst du vieles davon schon?
test-out-begin = Zuerst die Fragen beantworten
test-out-see = Deine Antworten vom Anfang
test-out-lead = Die Fragen aus allen Lektionen dieses Moduls, einmal vorab. Wo du alles weißt, gilt die Lektion als fertig; lesen kannst du sie trotzdem.
test-out-unknown = Weiß ich nicht
test-out-send = Antworten
test-out-rather-read = Lieber gleich lesen
test-out-none = Beantworte mindestens eine Frage, oder fang gleich mit dem Lesen an.
test-out-changed = Dieses Modul ist inzwischen überarbeitet worden. Sieh dir die Fragen bitte noch einmal an.
test-out-known = { $known ->
    [0] Diese Lektionen haben dir etwas zu sagen.
    [one] Von { $total } Lektionen gilt eine als fertig.
   *[other] Von { $total } Lektionen gelten { $known } als fertig.
}
test-out-lesson-known = Schon gekonnt. Du kannst die Lektion trotzdem lesen.
test-out-lesson-explains = Diese Lektion erklärt es.
test-out-left-open = Offen gelassen. Die Lektion stellt die Frage noch einmal.
test-out-to-module = Zum Modul
glossary = Begriffe
glossary-all = Alle Begriffe
glossary-lead = Was in den Lektionen gepunktet unterstrichen ist und sich antippen lässt, steht hier beisammen.
glossary-empty = Noch steht hier kein Begriff.
glossary-used-in = Kommt vor in
