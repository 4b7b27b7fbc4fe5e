error-400-title = Das haben wir nicht verstanden
error-400-text = Der Browser hat etwas geschickt, das sich nicht lesen lässt. Geh zurück, lade die Seite neu und versuche es noch einmal.
error-401-title = Bitte melde dich an
error-401-text = Dafür musst du angemeldet sein. Danach geht es hier weiter.
error-403-title = Das ist nicht für dich freigegeben
error-403-text = Dein Zugang reicht dafür nicht. Wenn du das für deine Arbeit brauchst, sprich mit den Menschen, die Augenhöhe bei euch verwalten.
error-404-title = Hier ist nichts
error-404-text = Die Seite gibt es nicht, oder sie gehört jemand anderem.
error-409-title = Das gibt es schon anders
error-409-text = Unter derselben Nummer ist schon etwas anderes gespeichert. Was gespeichert war, gilt weiter. Lade die Seite neu und sieh nach.
error-410-title = Das gibt es hier nicht mehr
error-410-text = Es ist inzwischen aus dem Inhalt genommen worden. Was du schon gespeichert hast, ist da. Geh zurück und mach mit dem weiter, was es jetzt gibt.
error-413-title = Das ist zu viel auf einmal
error-413-text = Was du geschickt hast, ist zu groß für dieses Formular. Es ist nichts verloren: Geh mit deinem Browser einen Schritt zurück, dort steht dein Text noch. Kürze ihn und sende ihn dann noch einmal.
error-422-title = Da fehlt noch etwas
error-422-text = Eine Angabe fehlt oder passt nicht. Geh zurück und prüfe, was du eingetragen hast.
error-429-title = Einen Moment, bitte
error-429-text = Das waren viele Versuche hintereinander. { $minutes ->
    [one] In einer Minute
   *[other] In { $minutes } Minuten
 } kannst du es wieder versuchen. Andere in deinem Betrieb sind davon nicht betroffen.
error-500-title = Bei uns ist etwas schiefgegangen
error-500-text = Das liegt nicht an dir. Was du schon gespeichert hast, ist da. Versuche es noch einmal; wenn es wieder geschieht, nenne den Menschen, die Augenhöhe verwalten, die Nummer unten.
error-503-title = Gerade geht es nicht
error-503-text = Gerade lässt sich nichts lesen oder speichern. Was du schon gespeichert hast, ist da. Versuche es in einer Minute noch einmal.
error-way-home = Zu Heute
error-way-back = Zurück
error-way-sign-in = Anmelden
error-id = Nummer dieser Meldung:
