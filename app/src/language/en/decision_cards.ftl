card-title = Decision card
card-lead = What you may promise on the spot, without asking anybody.
card-empty = Your company has not filled in the card yet. Ask your manager what you may promise at once, and up to which amount.
card-common = Common card
card-what = Reason
card-limit = You may do this at once
card-tell = Then
card-tell-nobody = nothing more
card-as-of = As of { $day }.
card-print-pocket = Print this page and cut along the line: that makes a card for your pocket, the size of a bank card.
card-print-a6 = Print this page and cut along the line: that makes a sheet of A6.
card-at-hand = Your own decision card
card-beside-scene = In this scene, what the text says applies. For comparison, what you may do yourself:

# For administration
card-admin = Decision cards
card-admin-link = Write cards
card-admin-lead = What somebody may promise without asking, depending on their job. Whoever has no card of their own reads the common one.
card-new = New card
card-lines =
    { $count ->
        [0] still empty
        [one] 1 line
       *[other] { $count } lines
    }
card-for-everybody-else = For everybody without a card of their own.
card-for-nobody = Nobody has it yet. You give it on the page of a team or a person.
card-give-later = Once it is saved, you give it on the page of a team or a person.
card-for = For { $names }
card-for-and-more = For { $names } and { $more } more
card-given = Which card applies here
card-given-hint = A person can have another one than their team.
card-as-team = the team’s
card-job-de = For which job, in German
card-job-en = For which job
card-job-hint = For example till, advice, reception or delivery.
card-lines-head = What may be promised
card-lines-hint = Eight lines at most. An empty line is dropped; what is missing in one language is shown in the other.
card-line = Line { $number }
card-what-de = Reason, in German
card-limit-de = What may be done at once, in German
card-tell-de = Then, in German
card-what-en = Reason
card-limit-en = What may be done at once, and up to how much
card-tell-en = Then: whom to tell
card-add-line = Another line
card-note = Beneath
card-note-de = Note in German
card-note-en = Note in English
card-remove = Delete this card
card-remove-text = Whoever had it will read the team’s card or the common one. What it says will be gone.
card-remove-confirm = Delete the card
card-job-missing = Please say which job the card is for.
card-job-too-long = Please use at most 60 characters.
card-job-taken = There is already a card for this job.
card-what-missing = What is the reason?
card-limit-missing = How far? Without a limit, careful people ask again after all.
card-part-too-long = That is too long for a card. Please shorten it.
card-too-many-lines = Nobody at a counter looks through more than eight lines. Please sum up.
card-note-too-long = That is more than 6000 characters. Please shorten it; the text is still there.
card-overtaken = Somebody has changed the card meanwhile. Here is what you wrote; if you save again, your version counts.
card-removed-meanwhile = Somebody has deleted the card meanwhile. Here is what you wrote; if you save again, it is back.
card-gone = This card no longer exists.
