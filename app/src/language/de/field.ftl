# Was man sich vornimmt
field-intentions = Was du dir vornimmst
field-intention = Dein Vorsatz
field-private = Das liest niemand außer dir.
field-today = heute
field-tomorrow = morgen
field-meant-today = Für heute vorgenommen
field-meant-tomorrow = Für morgen vorgenommen
field-meant-day = Für den { $day } vorgenommen
field-open = Offen
field-open-none = Gerade nichts.
field-past = Was war
field-past-none = Noch nichts.
field-rests = ruht

# Das Formular
field-new = Nimm dir etwas vor
field-write-own = Einen eigenen schreiben
field-new-one = Etwas vornehmen
field-new-lead = Ein Satz für ein echtes Gespräch: Wenn etwas geschieht, dann tust du etwas Bestimmtes. An dem Tag, den du wählst, fragt dich die Seite „Heute“, wie es ging.
field-ready = Ein fertiger Satz
field-ready-hint = Nimm einen davon, oder schreib unten deinen eigenen.
field-ready-own = Ich schreibe unten meinen eigenen.
field-condition = Wenn …
field-condition-hint = Zum Beispiel: jemand sich beschwert
field-condition-missing = Schreib, wann du es tun willst.
field-condition-long = Das „Wenn“ ist länger als 160 Zeichen.
field-deed = … dann
field-deed-hint = Zum Beispiel: sage ich zuerst, was ich verstanden habe
field-deed-missing = Schreib, was du dann tust.
field-deed-long = Das „dann“ ist länger als 160 Zeichen.
field-sentence = Wenn { $condition }, dann { $deed }
field-day = An welchem Tag
field-day-hint = Von heute bis in vier Wochen.
field-day-missing = Wähle einen Tag.
field-day-past = Der Tag liegt in der Vergangenheit.
field-day-far = Der Tag liegt mehr als vier Wochen voraus.
field-keep = Vornehmen
field-cancel = Abbrechen

# Wie es ging
field-how-was-it = Wie ging es?
field-how-it-was = Wie es ging
field-asked-later = War es schon so weit? Dann kannst du es auch jetzt festhalten.
field-asked-now = Ein Tipp genügt.
field-asked-rests = Gerade fragt niemand danach. Wenn du magst, halte es fest, verschiebe es oder lass es los.
field-answer-worked = Hat geklappt
field-answer-partly = Zum Teil
field-answer-not-yet = Noch nicht dazu gekommen
field-outcome-worked = hat geklappt
field-outcome-partly = zum Teil
field-outcome-not-yet = noch nicht dazu gekommen
field-outcome-let-go = losgelassen
field-said-worked = Hat geklappt, festgehalten am { $day }.
field-said-partly = Zum Teil, festgehalten am { $day }.
field-said-not-yet = Noch nicht dazu gekommen, festgehalten am { $day }.
field-said-let-go = Losgelassen am { $day }.
field-otherwise = Es war doch anders
field-note-add = Einen Satz dazu schreiben
field-note = Ein Satz dazu (freiwillig)
field-note-hint = Nur für dich. Höchstens 300 Zeichen.
field-note-long = Der Satz ist länger als 300 Zeichen.
field-words = Für dich notiert
field-words-keep = Speichern
field-obstacle = Was mich gehindert hat (freiwillig)
field-obstacle-hint = Nur für dich, solange du es nicht selbst ohne Namen abgibst. Höchstens 500 Zeichen.
field-obstacle-long = Der Text ist länger als 500 Zeichen.

# Verschieben und loslassen
field-another-day = An einem anderen Tag
field-move = Verschieben
field-move-or-let-go = Verschieben oder loslassen
field-let-go = Loslassen
field-let-go-text = Nicht jeder Vorsatz muss sein. Er kommt zu dem, was war, und niemand fragt mehr danach.
field-delete = Ganz löschen
field-delete-text = Der Satz und alles, was du dazu notiert hast, ist dann weg.
field-delete-now = Jetzt löschen
field-done-deleted = Gelöscht.
field-done-kept = Festgehalten. An diesem Tag fragt dich die Seite „Heute“, wie es ging.
field-done-moved = Verschoben. An diesem Tag fragt dich die Seite „Heute“, wie es ging.
field-done-words = Gespeichert.
field-done-handed-in = Abgegeben, ohne deinen Namen. Dein eigener Eintrag dazu ist gelöscht.
field-done-worked = Festgehalten.
field-done-partly = Festgehalten.
field-done-not-yet = Festgehalten. Du kannst es verschieben oder loslassen.
field-done-let-go = Losgelassen. Das ist in Ordnung.
field-to-today = Weiter zu Heute

# Ohne Namen abgeben
field-hand-in = Ohne Namen abgeben
field-hand-in-text = Hindert das auch andere? Du kannst es der Leitung geben, ohne deinen Namen.
field-hand-in-link = Was dann geschieht
field-hand-in-lead = Die Leitung soll wissen, was Menschen hindert, nicht wen.
field-hand-in-who = Die Leitung deines Standorts liest deine Worte genau so, wie sie unten stehen.
field-hand-in-when = Sie erscheinen frühestens nach Abschluss der Woche und nur zusammen mit anderen: sobald an deinem Standort mindestens { $minimum } solche Texte da sind, in zufälliger Reihenfolge. Wo weniger als { $minimum } Menschen lernen, erscheinen sie nie.
field-hand-in-what = Gespeichert werden nur die Worte, der Standort und die Woche, für ein halbes Jahr. Kein Name, kein Team, kein Tag.
field-hand-in-own = Dein eigener Eintrag wird dabei gelöscht, damit sich beides nicht vergleichen lässt.
field-hand-in-final = Danach lässt es sich nicht mehr zurückholen oder ändern, denn niemand weiß, welcher Text deiner ist.
field-hand-in-words = Deine Worte
field-hand-in-hint = Lies sie noch einmal und streiche, woran man dich oder andere erkennt: Namen, Tage, ein Ereignis, das nur du erlebt hast. Höchstens 500 Zeichen.
field-hand-in-missing = Da steht noch nichts, was du abgeben könntest.
field-hand-in-not = Lieber nicht

# Was die Leitung liest
obstacles-title = Was Menschen gehindert hat
obstacles-lead = Worte von Mitarbeitenden, freiwillig und ohne Namen abgegeben.
obstacles-none = Noch ist nichts da, was gezeigt werden kann.
obstacles-why = Was hier steht, und was nicht
obstacles-why-few = Hier erscheint erst etwas, wenn eine Woche abgeschlossen ist und an einem Standort mindestens { $minimum } Texte zusammengekommen sind; weitere warten, bis es wieder so viele sind. Wie viele warten, steht nirgends.
obstacles-why-order = Name, Team und Tag sind nicht gespeichert, die Reihenfolge ist zufällig. Nach einem halben Jahr werden die Texte gelöscht.
obstacles-why-reading = Bitte rate nicht, von wem ein Satz ist. Frag lieber, was sich ändern lässt.
