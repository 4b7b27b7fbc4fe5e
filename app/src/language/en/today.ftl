today-date = { $weekday }, { $day }
today-greeting = Hello, { $name }
today-share = { $done } of { $total }
today-go-on = Go on where you were
today-asked-by = From { $coach } for you
today-in-order = Next
today-again = Practise once more
today-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
today-minutes-left = about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} left
today-note = “{ $note }”
today-lesson = Lesson
today-lesson-at = Lesson, step { $step } of { $total }
today-module = Module “{ $title }”
today-read = Read
today-read-on = Read on
today-begin = Begin
today-then = After that
today-recall = Cards that come back
today-recall-text = Eight at most. What you know well comes less often.
today-intention = One intention for work
today-intention-text = What will you try next with somebody? One sentence is enough.
today-enough-cards = Today’s cards are done. The next step waits until you come back.
today-nothing = There is nothing to learn at the moment
today-enough = That is enough for today
today-enough-text = Finished today: { $titles }. The next step waits until you come back.
today-title = “{ $title }”
today-one-more = Go on all the same: { $title }
today-asked = Planned for you
today-asked-nothing = Nothing at the moment.
today-asked-drill = { $kind }, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
today-asked-module = Module, { $done } of { $total } done
today-asked-path = Path, { $done } of { $total } done
today-from = from { $coach }
today-from-note = from { $coach }: “{ $note }”
today-due-today = by today
today-due-tomorrow = by tomorrow
today-due-weekday = by { $weekday }
today-due-day = by { $day }
today-late-weekday = was meant for { $weekday }
today-late-day = was meant for { $day }
today-week = This week
today-week-nothing = No practice yet. Three minutes are enough.
today-week-and = { $days } and { $last }
today-week-practised = Practised on { $days }, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} in all.
today-weekday-1 = Monday
today-weekday-2 = Tuesday
today-weekday-3 = Wednesday
today-weekday-4 = Thursday
today-weekday-5 = Friday
today-weekday-6 = Saturday
today-weekday-7 = Sunday
today-weekday-short-1 = Mon
today-weekday-short-2 = Tue
today-weekday-short-3 = Wed
today-weekday-short-4 = Thu
today-weekday-short-5 = Fri
today-weekday-short-6 = Sat
today-weekday-short-7 = Sun
progress-lead = Only you see this page.
progress-by-module = Modules
progress-parts = { $lessons } of { $all_lessons } lessons read, { $drills } of { $all_drills } exercises done
progress-module-full = finished
progress-by-week = Minutes
progress-weeks-caption = Minutes in the last eight weeks in which you practised
progress-week = Week
progress-week-of = from { $day }
progress-minutes = Minutes
progress-no-weeks = None yet. Three minutes are enough to begin.
progress-lately = Lately
