phrase-description = Einen Satz besser sagen
phrase-write = Wie sagst du es?
phrase-write-hint = Ein bis drei Sätze, höchstens { $longest } Zeichen. Zwei Beispiele siehst du danach.
phrase-empty = Schreib zuerst deinen Satz.
phrase-too-long = Das ist zu lang: höchstens 300 Zeichen. Bitte kürze; der Text steht noch da.
phrase-compare = Vergleiche
phrase-mark-hint = Kreuze an, was du in deinem Satz findest. Es darf auch nichts sein.
phrase-rewrite = Noch einmal
phrase-rewrite-field = Wie sagst du es jetzt?
phrase-rewrite-hint = Höchstens { $longest } Zeichen. Lass ihn stehen, wenn er schon passt.
phrase-first = Was du zuerst geschrieben hast
phrase-better = Wie du es jetzt sagst
phrase-has = Hast du
phrase-lacks = Fehlt noch
phrase-models = Die beiden Beispiele
phrase-next = Weiter
phrase-finish = Fertig
phrase-done = Dein Satz
phrase-change = Noch einmal ändern
phrase-keep = In „Meine Sätze“ behalten
phrase-kept = Behalten. Du findest den Satz unter
phrases-title = Meine Sätze
phrases-private = Nur du siehst sie.
phrases-search = Wörter aus einem Satz oder seiner Übung
phrases-search-go = Suchen
phrases-found = { $count ->
    [0] Kein Satz mit „{ $words }“.
    [one] Ein Satz mit „{ $words }“.
   *[other] { $count } Sätze mit „{ $words }“.
 }
phrases-all = Alle zeigen
phrases-nothing = Noch keiner. Nach einer Übung mit einem Satz kannst du deinen hier behalten, und eigene schreibst du jederzeit dazu.
phrases-to-modules = Zu den Modulen
phrases-change = Ändern: { $text }
phrases-change-short = Ändern
phrases-new = Eigenen Satz aufschreiben
phrases-add = Behalten
phrases-one = Satz ändern
phrases-text = Dein Satz
phrases-save = Speichern
phrases-remove = Diesen Satz löschen
phrases-added = Behalten. Der Satz steht jetzt oben.
phrases-changed = Geändert.
phrases-removed = Gelöscht.
