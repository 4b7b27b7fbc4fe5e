# Die Teams eines Coachs
coach-teams = Deine Teams
coach-no-teams = Du begleitest zurzeit kein Team.
coach-people =
    { $people ->
        [one] 1 Person
       *[other] { $people } Personen
    }
coach-site = Standort { $site }
coach-open =
    { $open ->
        [one] 1 Aufgabe offen, bis { $day }
       *[other] { $open } Aufgaben offen, die nächste bis { $day }
    }
coach-nothing-open = Nichts offen

# Ein Team
coach-assigned = Vorgesehen
coach-nothing-assigned = Zurzeit ist nichts vorgesehen.
coach-show-older = Auch Früheres zeigen
coach-done = Fertig
coach-done-of = { $done } von { $asked }
coach-who-did-what = Wer hat was gemacht
coach-who-did-what-text = Du siehst, ob etwas fertig ist und wann. Wie jemand übt, siehst du nicht.
coach-person = Person
coach-nobody = In diesem Team übt zurzeit niemand.
coach-absent-until = abwesend bis { $last }
coach-absent-from = abwesend vom { $first } bis { $last }
coach-not-asked = nicht vorgesehen
coach-done-on = fertig am { $day }
coach-done-already = schon vorher fertig
coach-not-yet = noch nicht
coach-not-yet-until = noch nicht, Zeit bis { $day }
coach-not-yet-late = noch nicht, war bis { $day } gedacht

# Etwas vorsehen
assign = Etwas vorsehen
assign-whom = Für wen
assign-whom-hint = Wer später ins Team kommt, bekommt es auch, solange das Datum nicht vorbei ist.
assign-whom-missing = Wähle, für wen es ist.
assign-whole-team = Das ganze Team
assign-what = Was
assign-choose = Bitte wählen
assign-what-missing = Wähle, was geübt werden soll.
assign-paths = Wege
assign-modules = Module
assign-drills = Übungen
assign-kind-path = Weg
assign-kind-module = Modul
assign-kind-drill = Übung
assign-due = Bis wann
assign-due-hint = Wer in der Zeit abwesend ist, bekommt ein späteres Datum.
assign-due-missing = Wähle ein Datum.
assign-due-past = Das Datum liegt in der Vergangenheit.
assign-due-far = Das Datum liegt mehr als ein Jahr voraus.
assign-until = bis { $day }
assign-was-until = war bis { $day } gedacht
assign-note = Notiz (freiwillig)
assign-note-hint = Alle, für die es vorgesehen ist, lesen sie. Höchstens 500 Zeichen.
assign-note-long = Die Notiz ist länger als 500 Zeichen.
assign-cancel = Abbrechen
assign-done-assigned = Es ist vorgesehen.
assign-done-changed = Die Änderung ist gespeichert.
assign-done-withdrawn = Es ist zurückgenommen.

# Ändern und zurücknehmen
assign-change = Ändern
assign-change-label = Ändern: { $title }
assign-lead = { $whom }: { $done } von { $asked } fertig.
assign-by = { $kind }, vorgesehen am { $day } von { $coach }
assign-save = Speichern
assign-withdraw = Zurücknehmen
assign-withdraw-text = Es verschwindet bei allen, die noch nicht fertig sind. Was fertig ist, bleibt fertig.
assign-withdrawn-on = Es wurde am { $day } zurückgenommen.
