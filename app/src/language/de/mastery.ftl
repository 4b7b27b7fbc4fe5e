nav-own = Über dich
mastery = Kompetenzen
mastery-lead = Nur du siehst diese Seite.
mastery-text = Jede Stufe folgt aus dem, was du geübt und beantwortet hast. Niemand trägt sie ein, und niemand wird hier mit anderen verglichen.
mastery-too-little = noch zu wenig geübt
mastery-first = erste Schritte
mastery-growing = im Werden
mastery-practised = geübt
mastery-assured = sicher
mastery-next = Was du als Nächstes üben kannst
mastery-next-none = Dazu gibt es noch keine Übung.
mastery-why = Warum steht das hier?
mastery-why-average = Im Durchschnitt { $average } von 100, gewichtet aus { $count ->
    [one] einem Eintrag
   *[other] { $count } Einträgen
}.
mastery-why-too-little = Was du dazu bisher oder in letzter Zeit geübt hast, genügt noch nicht für eine Aussage.
mastery-evidence = Was dafür zählt, das Neueste zuerst
mastery-evidence-what = Was
mastery-day = Tag
mastery-evidence-says = Was es sagt
mastery-evidence-weight = Zählt noch
mastery-evidence-older = { $count ->
    [one] Ein älterer Eintrag
   *[other] { $count } ältere Einträge
}
mastery-source-rehearsal = Übung
mastery-source-check = Frage in der Lektion
mastery-source-card = Karte
mastery-says-worked = gelang
mastery-says-partly = gelang teilweise
mastery-says-not-yet = gelang noch nicht
mastery-rule = Die Regel
mastery-rule-what = Gezählt wird, was deine Übungen über diese Kompetenz sagen wie du die Fragen in den Lektionen dazu beantwortet hast und welche Karten du wusstest, jedes Mal mit 0 bis 100. Sonst nichts.
mastery-rule-weights = Eine Übung zählt so viel wie zwei Fragen oder acht Karten. Bei einer Frage zählen die erste und die letzte Antwort je zur Hälfte.
mastery-rule-day = Machst du an einem Tag dasselbe mehrmals, zählt das letzte Mal.
mastery-rule-time = Neues zählt mehr: Nach { $days } Tagen zählt etwas noch halb, nach { $twice } Tagen ein Viertel, nach einem Jahr nicht mehr.
mastery-rule-steps = Aus allem wird der gewichtete Durchschnitt gebildet. Unter { $growing } heißt er „erste Schritte“, ab { $growing } „im Werden“, ab { $practised } „geübt“, ab { $assured } „sicher“.
mastery-rule-enough = Zählt alles zusammen weniger als { $checks } Fragen von heute, steht hier „noch zu wenig geübt“.
mastery-over-time = Im letzten halben Jahr
mastery-over-time-caption = Die Stufe Woche für Woche; wo nichts steht, war zu wenig geübt.
mastery-over-time-table = Dieselben Angaben als Tabelle
mastery-level = Stufe
mastery-average = Durchschnitt
