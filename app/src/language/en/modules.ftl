modules-lead = Everything is open to you at any time. The paths further down say which order suits whom.
modules-all = All modules
modules-on = Modules on “{ $competency }”
modules-views = View
modules-by-title = Modules
modules-by-situation = Situations
modules-narrow = Choose by competency or time
modules-narrow-situations = Choose by competency
modules-competency = Competency
modules-any-competency = all
modules-time = The time you have
modules-any-time = any
modules-up-to = { $minutes } minutes
modules-show = Show
modules-reset = Show everything
modules-nothing = There is nothing that fits at the moment.
modules-situations-lead = Which of these do you know? Each situation leads to its module.
modules-time-lead = Of each module, what fits into { $minutes } minutes.
modules-part-lesson = Lesson
modules-part-again = once more
modules-for-coaches = for coaches
modules-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
modules-parts = { $lessons ->
    [one] { $lessons } lesson
   *[other] { $lessons } lessons
}, { $drills ->
    [one] { $drills } exercise
   *[other] { $drills } exercises
}
modules-share = { $done } of { $total } done
modules-finished-on = finished on { $day }
modules-to-come = Still to come: { $titles }.
modules-to-come-count = { $count ->
    [one] One more module is still to come.
   *[other] { $count } more modules are still to come.
}
modules-to-come-first-contact = Being seen
modules-to-come-eye-level = Neither king nor petitioner
modules-to-come-complaints-goodwill = A complaint is a chance
modules-to-come-keep-your-word = Keeping your word
modules-to-come-quick-and-reachable = Quick and reachable
modules-to-come-knowing-people = Knowing people
modules-to-come-genuine = Staying genuine
modules-to-come-decide = Being allowed to decide
modules-to-come-relationship-care = Caring for relationships
modules-to-come-leading-service = Leading a service culture
modules-to-come-coaching-practice = Practice and coaching
module-minutes-left = about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} left
module-read = You have read “{ $title }”. Go on here, or leave it at that for today.
module-read-all = You have read “{ $title }”. That completes the whole module.
module-go-on = Read on: { $title }
module-read-next = Read: { $title }
module-play-next = { $begin }: { $title }
module-lessons = Lessons
module-drills = Practice
module-cards = To remember
module-cards-text = Answer for yourself first, then look.
module-situations = Situations you may know
module-competencies = Competencies
module-lesson-read = read on { $day }
module-drill-played = practised on { $day }
lesson-place = Lesson { $number } of { $total }
lesson-step = Step { $step } of { $total }
lesson-next = Next
lesson-back = Back
lesson-finish = Finish the lesson
lesson-skip = Go on without an answer
lesson-skip-finish = Finish without an answer
lesson-keep = Keep
lesson-keep-next = Keep and go on
lesson-keep-finish = Keep and finish
lesson-changed = This lesson has been revised in the meantime. Please look at the question once more.
lesson-check-answer = Answer
lesson-check-several = More than one can be right.
lesson-check-none = Choose an answer first.
lesson-check-again = Answer again
lesson-check-fits = That fits
lesson-check-fails = That does not fit
lesson-check-chosen-fits = Your answer, that fits
lesson-check-chosen-fails = Your answer, that does not fit
lesson-reflection-hint = Only you read this. Nobody else does, not even your manager.
lesson-reflection-kept = Kept. Only you can read it.
lesson-reflection-long = This is longer than 4000 characters. Please shorten the text; it is still there.
module-lesson-known = known already on { $day }
test-out = What do you know already?
test-out-offer = Do you know much of it already?
test-out-begin = Answer the questions first
test-out-see = Your answers from the beginning
test-out-lead = The questions of all lessons of this module, once beforehand. Where you know everything, the lesson counts as finished; you can still read it.
test-out-unknown = I don’t know
test-out-send = Answer
test-out-rather-read = Rather read at once
test-out-none = Answer one question at least, or begin to read at once.
test-out-changed = This module has been revised meanwhile. Please look at the questions again.
test-out-known = { $known ->
    [0] These lessons have something to tell you.
    [one] Of { $total } lessons, one counts as finished.
   *[other] Of { $total } lessons, { $known } count as finished.
}
test-out-lesson-known = Known already. You can still read the lesson.
test-out-lesson-explains = This lesson explains it.
test-out-left-open = Left open. The lesson asks this again.
test-out-to-module = To the module
glossary = Terms
glossary-all = All terms
glossary-lead = What has a dotted underline in the lessons and opens on tap is collected here.
glossary-empty = There is no term here yet.
glossary-used-in = Used in
