card-title = Entscheidungskarte
card-lead = Was du auf der Stelle zusagen darfst, ohne jemanden zu fragen.
card-empty = Dein Betrieb hat die Karte noch nicht ausgefüllt. Frag deine Leitung, was du sofort zusagen darfst, und bis zu welchem Betrag.
card-common = Gemeinsame Karte
card-what = Anlass
card-limit = Das darfst du sofort
card-tell = Dann
card-tell-nobody = nichts weiter
card-as-of = Stand: { $day }.
card-print-pocket = Druck diese Seite aus und schneide an der Linie: Das gibt eine Karte für die Hosentasche, so groß wie eine Bankkarte.
card-print-a6 = Druck diese Seite aus und schneide an der Linie: Das gibt ein Blatt im Format A6.
card-at-hand = Deine eigene Entscheidungskarte
card-beside-scene = In dieser Szene gilt, was im Text steht. Zum Vergleich, was du selbst darfst:

# Für die Verwaltung
card-admin = Entscheidungskarten
card-admin-link = Karten schreiben
card-admin-lead = Was jemand ohne Rückfrage zusagen darf, je nach Arbeit. Wer keine eigene Karte hat, liest die gemeinsame.
card-new = Neue Karte
card-lines =
    { $count ->
        [0] noch leer
        [one] 1 Zeile
       *[other] { $count } Zeilen
    }
card-for-everybody-else = Für alle, die keine eigene Karte haben.
card-for-nobody = Noch hat sie niemand. Du gibst sie auf der Seite eines Teams oder einer Person.
card-give-later = Nach dem Speichern gibst du sie auf der Seite eines Teams oder einer Person.
card-for = Für { $names }
card-for-and-more = Für { $names } und { $more } weitere
card-given = Welche Karte hier gilt
card-given-hint = Eine Person kann eine andere haben als ihr Team.
card-as-team = wie das Team
card-job-de = Für welche Arbeit
card-job-en = Für welche Arbeit, auf Englisch
card-job-hint = Zum Beispiel Kasse, Beratung, Empfang oder Lieferung.
card-lines-head = Was man zusagen darf
card-lines-hint = Höchstens acht Zeilen. Eine leere Zeile fällt weg; was in einer Sprache fehlt, steht in der anderen da.
card-line = Zeile { $number }
card-what-de = Anlass
card-limit-de = Was man sofort darf, und bis wie weit
card-tell-de = Dann: wem Bescheid geben
card-what-en = Anlass, auf Englisch
card-limit-en = Was man sofort darf, auf Englisch
card-tell-en = Dann, auf Englisch
card-add-line = Weitere Zeile
card-note = Darunter
card-note-de = Notiz auf Deutsch
card-note-en = Notiz auf Englisch
card-remove = Diese Karte löschen
card-remove-text = Wer sie hatte, liest danach die Karte des Teams oder die gemeinsame. Was darauf steht, ist dann weg.
card-remove-confirm = Karte löschen
card-job-missing = Bitte schreib, für welche Arbeit die Karte ist.
card-job-too-long = Bitte höchstens 60 Zeichen.
card-job-taken = Für diese Arbeit gibt es schon eine Karte.
card-what-missing = Was ist der Anlass?
card-limit-missing = Bis wie weit? Ohne Grenze fragen vorsichtige Leute doch wieder nach.
card-part-too-long = Das ist zu lang für eine Karte. Bitte kürze.
card-too-many-lines = Mehr als acht Zeilen sucht an der Theke niemand ab. Bitte fass zusammen.
card-note-too-long = Das sind mehr als 6000 Zeichen. Bitte kürze; der Text steht noch da.
card-overtaken = Jemand hat die Karte inzwischen geändert. Hier steht, was du geschrieben hast; speicherst du noch einmal, gilt deine Fassung.
card-removed-meanwhile = Jemand hat die Karte inzwischen gelöscht. Hier steht, was du geschrieben hast; speicherst du noch einmal, gibt es sie wieder.
card-gone = Diese Karte gibt es nicht mehr.
