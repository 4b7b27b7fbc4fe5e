nav-own = About you
mastery = Competencies
mastery-lead = Only you can see this page.
mastery-text = Each level follows from what you have practised and answered. Nobody types it in, and nobody is compared with anybody here.
mastery-too-little = not practised enough yet
mastery-first = first steps
mastery-growing = taking shape
mastery-practised = practised
mastery-assured = assured
mastery-next = What you can practise next
mastery-next-none = There is no exercise for this yet.
mastery-why = Why does it say this?
mastery-why-average = { $average } of 100 on average, weighted, from { $count ->
    [one] one entry
   *[other] { $count } entries
}.
mastery-why-too-little = What you have practised so far, or lately, is not enough to say anything yet.
mastery-evidence = What counts towards it, the latest first
mastery-evidence-what = What
mastery-day = Day
mastery-evidence-says = What it says
mastery-evidence-weight = Still counts
mastery-evidence-older = { $count ->
    [one] One older entry
   *[other] { $count } older entries
}
mastery-source-rehearsal = exercise
mastery-source-check = question in a lesson
mastery-source-card = card
mastery-says-worked = worked
mastery-says-partly = worked in part
mastery-says-not-yet = did not work yet
mastery-rule = The rule
mastery-rule-what = What counts is what your exercises say about this competency, how you answered the questions about it in lessons, and which cards you knew, each with 0 to 100. Nothing else.
mastery-rule-weights = An exercise counts as much as two questions or eight cards. Of a question, the first and the last answer count half each.
mastery-rule-day = If you do the same thing several times on a day, the last time counts.
mastery-rule-time = What is recent counts more: after { $days } days something counts half, after { $twice } days a quarter, after a year not at all.
mastery-rule-steps = The weighted average is taken of all of it. Below { $growing } it is called “first steps”, from { $growing } “taking shape”, from { $practised } “practised”, from { $assured } “assured”.
mastery-rule-enough = If everything together counts less than { $checks } questions of today, it says “not practised enough yet”.
mastery-over-time = In the last half year
mastery-over-time-caption = The level week by week; where there is nothing, too little was practised.
mastery-over-time-table = The same as a table
mastery-level = Level
mastery-average = Average
