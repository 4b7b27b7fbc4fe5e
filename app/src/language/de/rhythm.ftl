# Der Rhythmus
rhythm-title = Dein Rhythmus
rhythm-lead = Wie oft in der Woche passt es dir? Niemand außer dir sieht das, und niemand mahnt.
rhythm-how-often = An wie vielen Tagen
rhythm-hint = Du kannst es jederzeit ändern.
rhythm-missing = Wähle, wie oft, oder keinen festen Rhythmus.
rhythm-none = Kein fester Rhythmus
rhythm-times = { $times ->
    [one] Einmal in der Woche
    [2] Zweimal in der Woche
    [3] Dreimal in der Woche
    [4] Viermal in der Woche
    [5] Fünfmal in der Woche
   *[other] { $times }-mal in der Woche
}
rhythm-keep = Speichern
rhythm-kept = Gespeichert.
rhythm-open = Dein Rhythmus: { $practised } von { $times } Tagen in dieser Woche.
rhythm-met = Dein Rhythmus für diese Woche ist da.
rhythm-change = Ändern
rhythm-choose = Einen Rhythmus wählen

# Der Beleg
receipt-title = Beleg über deine Lernzeit
receipt-of-year = Lernzeit { $year }
receipt-made = { $name }, Stand { $day }
receipt-lead = Lernzeit ist Arbeitszeit. Diesen Beleg siehst nur du; zeig ihn, wem du willst.
receipt-years = Jahre
receipt-nothing = In diesem Jahr ist noch keine Lernzeit gespeichert.
receipt-by-month = Nach Monat
receipt-by-week = Nach Woche
receipt-month = Monat
receipt-week = Woche
receipt-time = Zeit
receipt-total = Zusammen
receipt-days = { $first } bis { $last }
receipt-minutes = { $minutes } Min.
receipt-hours = { $hours } Std. { $minutes } Min.
receipt-how = Gezählt wird die Zeit zwischen zwei Eingaben, höchstens drei Minuten auf einmal, und eine halbe Minute für die erste nach einer Pause. Jede Woche ist auf ganze Minuten gerundet und zählt für den Monat, in dem ihr Donnerstag liegt.
receipt-as-csv = Als Tabelle (CSV)
