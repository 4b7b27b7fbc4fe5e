# What people mean to do
field-intentions = What you mean to do
field-intention = Your intention
field-private = Nobody reads this but you.
field-today = today
field-tomorrow = tomorrow
field-meant-today = Meant for today
field-meant-tomorrow = Meant for tomorrow
field-meant-day = Meant for { $day }
field-open = Open
field-open-none = Nothing at the moment.
field-past = What has been
field-past-none = Nothing yet.
field-rests = at rest

# The form
field-new = Choose one thing to try
field-write-own = Write my own
field-new-one = Choose something to try
field-new-lead = One sentence for a real conversation: when something happens, then you do one certain thing. On the day you choose, the page “Today” asks how it went.
field-ready = A ready sentence
field-ready-hint = Take one of these, or write your own below.
field-ready-own = I write my own below.
field-condition = When …
field-condition-hint = For example: somebody complains
field-condition-missing = Write when you want to do it.
field-condition-long = The “when” is longer than 160 characters.
field-deed = … then
field-deed-hint = For example: I first say what I have understood
field-deed-missing = Write what you do then.
field-deed-long = The “then” is longer than 160 characters.
field-sentence = When { $condition }, then { $deed }
field-day = On which day
field-day-hint = From today to four weeks ahead.
field-day-missing = Choose a day.
field-day-past = The day lies in the past.
field-day-far = The day lies more than four weeks ahead.
field-keep = I will try this
field-cancel = Cancel

# How it went
field-how-was-it = How did it go?
field-how-it-was = How it went
field-asked-later = Has it happened already? Then you can say so now.
field-asked-now = One tap is enough.
field-asked-rests = Nobody asks about it at the moment. If you like, say how it went, move it or let it go.
field-answer-worked = It worked
field-answer-partly = In part
field-answer-not-yet = No occasion yet
field-outcome-worked = it worked
field-outcome-partly = in part
field-outcome-not-yet = no occasion yet
field-outcome-let-go = let go
field-said-worked = It worked, noted on { $day }.
field-said-partly = In part, noted on { $day }.
field-said-not-yet = No occasion yet, noted on { $day }.
field-said-let-go = Let go on { $day }.
field-otherwise = It was different after all
field-note-add = Add a sentence
field-note = A sentence about it (optional)
field-note-hint = For you alone. At most 300 characters.
field-note-long = The sentence is longer than 300 characters.
field-words = Noted for yourself
field-words-keep = Save
field-obstacle = What stopped me (optional)
field-obstacle-hint = For you alone, unless you hand it in yourself without your name. At most 500 characters.
field-obstacle-long = The text is longer than 500 characters.

# Moving and letting go
field-another-day = On another day
field-move = Move
field-move-or-let-go = Move it or let it go
field-let-go = Let it go
field-let-go-text = Not every intention has to be. It joins what has been, and nobody asks about it again.
field-delete = Delete it altogether
field-delete-text = The sentence and all you have noted about it are gone then.
field-delete-now = Delete now
field-done-deleted = Deleted.
field-done-kept = Noted. On that day the page “Today” asks how it went.
field-done-moved = Moved. On that day the page “Today” asks how it went.
field-done-words = Saved.
field-done-handed-in = Handed in, without your name. Your own note about it is deleted.
field-done-worked = Noted.
field-done-partly = Noted.
field-done-not-yet = Noted. You can move it or let it go.
field-done-let-go = Let go. That is all right.
field-to-today = On to Today

# Handing in without a name
field-hand-in = Hand in without a name
field-hand-in-text = Does this stop others too? You can give it to the leaders, without your name.
field-hand-in-link = What happens then
field-hand-in-lead = Leaders should know what stops people, not whom.
field-hand-in-who = The leaders of your site read your words exactly as they stand below.
field-hand-in-when = They appear once the week is closed at the earliest, and only together with others: as soon as there are at least { $minimum } such texts at your site, in random order. Where fewer than { $minimum } people learn, they never appear.
field-hand-in-what = Only the words, the site and the week are stored, for half a year. No name, no team, no day.
field-hand-in-own = Your own note is deleted with it, so that the two cannot be compared.
field-hand-in-final = After that it cannot be taken back or changed, because nobody knows which text is yours.
field-hand-in-words = Your words
field-hand-in-hint = Read them once more and strike out whatever you or others could be recognised by: names, days, an event that only you were part of. At most 500 characters.
field-hand-in-missing = There is nothing yet that you could hand in.
field-hand-in-not = Rather not

# What leaders read
obstacles-title = What stopped people
obstacles-lead = Words of employees, handed in of their own accord and without names.
obstacles-none = There is nothing yet that can be shown.
obstacles-why = What stands here, and what does not
obstacles-why-few = Something appears here only once a week is closed and at least { $minimum } texts have come together at a site; further ones wait until they are as many again. How many are waiting stands nowhere.
obstacles-why-order = Name, team and day are not stored, and the order is random. The texts are deleted after half a year.
obstacles-why-reading = Please do not guess whose sentence it is. Ask what can be changed.
