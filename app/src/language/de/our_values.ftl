values-title = Unsere Werte
values-lead = Wofür wir da sind, in unseren eigenen Worten.
values-empty = Dein Betrieb hat hier noch nichts geschrieben. Frag deine Leitung, wofür ihr da seid. Wenn alle etwas anderes antworten, lohnt sich ein Gespräch.
values-vision = Vision
values-vision-what = Wo wollen wir hin?
values-mission = Mission
values-mission-what = Was tun wir dafür, jeden Tag?
values-value = Werte
values-value-what = Was ist uns dabei wichtig?
values-print = Diese Seite lässt sich drucken, etwa für eine Teamsitzung.

# Schreiben
values-write = Werte schreiben
values-write-lead = In Worten, die auch jemand an der Theke sagen würde. Am besten schreiben die mit, die danach handeln sollen.
values-as-read = So lesen es alle
values-number = Wert { $number }
values-value-hint = Höchstens sechs: ein Name und ein Satz. Eine leere Zeile fällt weg, mitsamt ihrem Arbeitsblatt; was in einer Sprache fehlt, steht in der anderen da.
values-name-de = Name
values-name-en = Name, auf Englisch
values-words-de = Satz
values-words-en = Satz, auf Englisch
values-add = Weiterer Wert
values-sentence-missing = Hier fehlt der Satz. Ein Name allein sagt niemandem, was zu tun ist.
values-name-missing = Wie heißt dieser Wert? Ein Wort genügt.
values-too-long = Das ist zu lang, um es im Kopf zu behalten. Bitte kürze.
values-too-many = Mehr als sechs Werte merkt sich niemand. Bitte wähle aus.
values-overtaken = Jemand hat die Sätze inzwischen geändert. Hier steht, was du geschrieben hast; speicherst du noch einmal, gilt deine Fassung.

# Arbeitsblatt
worksheet-title = Arbeitsblatt zu unseren Werten
worksheet-lead = Sieben Fragen an jeden Satz: Taugt er für den Service, oder hängt er nur an der Wand?
worksheet-now = Was jetzt dran ist
worksheet-step-1 = Die Worte prüfen
worksheet-step-2 = Maßnahmen ableiten
worksheet-step-3 = Dafür sorgen, dass es bleibt
worksheet-write = Zuerst braucht es Sätze. Wo wollt ihr hin, was tut ihr jeden Tag dafür, was ist euch dabei wichtig?
worksheet-check-open =
    { $count ->
        [one] Ein Satz ist noch zu prüfen. Über Maßnahmen sprecht ihr danach.
       *[other] { $count } Sätze sind noch zu prüfen. Über Maßnahmen sprecht ihr danach.
    }
worksheet-mend =
    { $count ->
        [one] Ein Satz ist schwach. Bessert zuerst ihn aus: Eine Maßnahme aus einem schwachen Satz wird auch schwach.
       *[other] { $count } Sätze sind schwach. Bessert zuerst sie aus: Eine Maßnahme aus einem schwachen Satz wird auch schwach.
    }
worksheet-act = Die Worte tragen. Fragt jetzt bei jedem Satz zwei Leute, die danach handeln: „Was bräuchtest du dafür?“ Das ist eure erste Maßnahme. Und tragt gleich ein, wann ihr wieder nachseht, wo der Satz gehalten hat und wo nicht.
worksheet-lesson = Warum in dieser Reihenfolge:
worksheet-checked = Geprüft und gespeichert.
worksheet-print = Diese Seite lässt sich drucken und in die Sitzung mitnehmen.
worksheet-print-empty = Gedruckt ist das ein Blatt zum Ankreuzen. Lasst es zwei Leute unabhängig voneinander ausfüllen; wo ihr auseinanderliegt, lohnt sich das Gespräch.
worksheet-unchecked = Noch nicht geprüft.
worksheet-changed-since = Zuletzt geprüft am { $day }. Der Satz ist seither geändert worden, die Antworten gelten nicht mehr.
worksheet-begin = Diesen Satz prüfen
worksheet-again = Neu prüfen
worksheet-carries = Dieser Satz trägt.
worksheet-nearly = Dieser Satz trägt fast.
worksheet-weak = Dieser Satz ist schwach.
worksheet-sums = { $yes }-mal Ja, { $partly }-mal Teils, { $no }-mal Nein. Geprüft am { $day }.
worksheet-answer-yes = Ja
worksheet-answer-partly = Teils
worksheet-answer-no = Nein
worksheet-customers = Kommt die Kundschaft darin vor?
worksheet-customers-hint = Steht da, was ein Mensch davon hat, der zu uns kommt? Oder nur, wie wir sein möchten?
worksheet-customers-next = Schreibt den Satz von der anderen Seite der Theke aus: Was soll jemand erleben, der heute zu uns kommt?
worksheet-tuesday = Könnte jemand am Dienstag um elf danach handeln?
worksheet-tuesday-hint = Ohne nachzufragen, mitten im Betrieb. Woran würde man es sehen?
worksheet-tuesday-next = Fragt zwei Leute mit Kundenkontakt, woran man den Satz am Dienstag um elf sieht. Ihre Antwort ist der bessere Satz.
worksheet-limits = Sagt er auch, was wir nicht tun?
worksheet-limits-hint = Worauf verzichten wir seinetwegen: auf einen Verkauf, auf Tempo, auf Geld?
worksheet-limits-next = Ergänzt einen Halbsatz mit „auch wenn“ oder „nie“: Niemand geht ohne Antwort, auch wenn die Schlange lang ist.
worksheet-opposite = Könnte ein anderer Betrieb im Ernst das Gegenteil sagen?
worksheet-opposite-hint = „Wir sind freundlich“ sagen alle. „Wir beraten, auch wenn es länger dauert“ sagt nicht jeder.
worksheet-opposite-next = Sucht, was ihr anders macht als der Betrieb nebenan. Sagen alle dasselbe, dann streicht den Satz.
worksheet-example = Kann jemand ein Beispiel aus dem letzten Monat nennen?
worksheet-example-hint = Einen Fall mit Menschen darin, nicht „so sind wir eben“.
worksheet-example-next = Fragt in der nächsten Sitzung: „Wo habt ihr den Satz zuletzt gesehen?“ Kommt nichts, gilt er noch nicht.
worksheet-authors = Haben die mitgeschrieben, die danach handeln sollen?
worksheet-authors-hint = Wer mitgeschrieben hat, kennt den Satz, steht dahinter und kann ihn erklären.
worksheet-authors-next = Legt den Satz zwei oder drei Leuten mit Kundenkontakt vor, mit einem Stift. Was sie streichen, war für die Wand.
worksheet-asked = Haben wir Kundschaft gefragt, ob ihr das wichtig ist?
worksheet-asked-hint = Und wie sie mit uns zusammenarbeiten möchte. Fünf Gespräche reichen für den Anfang.
worksheet-asked-next = Fragt bis Ende Monat fünf Menschen, die zu euch kommen: „Woran sollen Sie merken, dass wir das ernst meinen?“
worksheet-note = Notiz
worksheet-note-hint = Was ihr besprochen habt, und was bis wann geschieht, ohne Namen. Leitung und Verwaltung lesen es.
worksheet-save = Prüfung speichern
worksheet-unanswered = Bitte wähle Ja, Teils oder Nein.
worksheet-note-too-long = Das sind mehr als 1000 Zeichen. Bitte kürze; der Text steht noch da.
worksheet-overtaken = Der Satz ist inzwischen geändert worden. Lies ihn oben noch einmal; deine Antworten stehen noch da.
worksheet-checked-meanwhile = Jemand hat den Satz inzwischen geprüft. Lies ihn oben noch einmal; deine Antworten stehen noch da. Speicherst du noch einmal, gelten deine.
