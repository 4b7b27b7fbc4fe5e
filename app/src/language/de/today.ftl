today-date = { $weekday }, { $day }
today-greeting = Guten Tag, { $name }
today-share = { $done } von { $total }
today-go-on = Weiter, wo du warst
today-asked-by = Von { $coach } für dich
today-in-order = Als Nächstes
today-again = Wieder einmal üben
today-minutes = { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
today-minutes-left = noch etwa { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
today-note = „{ $note }“
today-lesson = Lektion
today-lesson-at = Lektion, Schritt { $step } von { $total }
today-module = Modul „{ $title }“
today-read = Lesen
today-read-on = Weiterlesen
today-begin = Beginnen
today-then = Danach
today-recall = Karten, die wiederkommen
today-recall-text = Höchstens acht. Was du sicher weißt, kommt seltener.
today-intention = Ein Vorsatz für die Arbeit
today-intention-text = Was probierst du als Nächstes mit jemandem aus? Ein Satz genügt.
today-enough-cards = Die Karten von heute sind durch. Der nächste Schritt wartet, bis du wiederkommst.
today-nothing = Im Moment gibt es nichts zu lernen
today-enough = Für heute ist genug geübt
today-enough-text = Heute fertig geworden: { $titles }. Der nächste Schritt wartet, bis du wiederkommst.
today-title = „{ $title }“
today-one-more = Trotzdem weiter: { $title }
today-asked = Für dich vorgesehen
today-asked-nothing = Im Moment nichts.
today-asked-drill = { $kind }, { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
today-asked-module = Modul, { $done } von { $total } fertig
today-asked-path = Weg, { $done } von { $total } fertig
today-from = von { $coach }
today-from-note = von { $coach }: „{ $note }“
today-due-today = bis heute
today-due-tomorrow = bis morgen
today-due-weekday = bis { $weekday }
today-due-day = bis { $day }
today-late-weekday = war bis { $weekday } gedacht
today-late-day = war bis { $day } gedacht
today-week = Diese Woche
today-week-nothing = Noch nicht geübt. Drei Minuten genügen.
today-week-and = { $days } und { $last }
today-week-practised = Geübt am { $days }, zusammen { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}.
today-weekday-1 = Montag
today-weekday-2 = Dienstag
today-weekday-3 = Mittwoch
today-weekday-4 = Donnerstag
today-weekday-5 = Freitag
today-weekday-6 = Samstag
today-weekday-7 = Sonntag
today-weekday-short-1 = Mo
today-weekday-short-2 = Di
today-weekday-short-3 = Mi
today-weekday-short-4 = Do
today-weekday-short-5 = Fr
today-weekday-short-6 = Sa
today-weekday-short-7 = So
progress-lead = Nur du siehst diese Seite.
progress-by-module = Module
progress-parts = { $lessons } von { $all_lessons } Lektionen gelesen, { $drills } von { $all_drills } Übungen gemacht
progress-module-full = fertig
progress-by-week = Minuten
progress-weeks-caption = Minuten in den letzten acht Wochen, in denen du geübt hast
progress-week = Woche
progress-week-of = ab { $day }
progress-minutes = Minuten
progress-no-weeks = Noch keine. Drei Minuten genügen für den Anfang.
progress-lately = Zuletzt
