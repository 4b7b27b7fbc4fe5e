confirmation = Bestätigung
confirmation-title = Bestätigung über abgeschlossenes Lernen
confirmation-for = für { $name }
confirmation-modules = Abgeschlossene Module
confirmation-module = Modul
confirmation-on = Abgeschlossen am
confirmation-parts-head = Umfang
confirmation-parts = { $lessons ->
    [one] { $lessons } Lektion
   *[other] { $lessons } Lektionen
}, { $drills ->
    [one] { $drills } Übung
   *[other] { $drills } Übungen
}
confirmation-no-modules = Noch ist kein ganzes Modul abgeschlossen.
confirmation-lessons = Abgeschlossene Lektionen
confirmation-drills = Abgeschlossene Übungen
confirmation-learning-time = Lernzeit insgesamt
confirmation-time = { $hours } h { $minutes } min
confirmation-day = { $place }, { $day }
confirmation-made-from = Erstellt mit Augenhöhe aus dem, was dort aufgezeichnet wurde. Bestätigt wird, was abgeschlossen wurde, nicht wie gut.
confirmation-print = Mit „Drucken“ in deinem Browser wird daraus ein Blatt Papier oder eine PDF-Datei.
