# A coach's teams
coach-teams = Your teams
coach-no-teams = You are not coaching a team at the moment.
coach-people =
    { $people ->
        [one] 1 person
       *[other] { $people } people
    }
coach-site = site { $site }
coach-open =
    { $open ->
        [one] 1 assignment open, by { $day }
       *[other] { $open } assignments open, the next by { $day }
    }
coach-nothing-open = Nothing open

# One team
coach-assigned = Assigned
coach-nothing-assigned = Nothing is assigned at the moment.
coach-show-older = Show earlier ones too
coach-done = Done
coach-done-of = { $done } of { $asked }
coach-who-did-what = Who has done what
coach-who-did-what-text = You see whether something is done, and when. You do not see how somebody practises.
coach-person = Person
coach-nobody = Nobody in this team is practising at the moment.
coach-absent-until = away until { $last }
coach-absent-from = away from { $first } to { $last }
coach-not-asked = not assigned
coach-done-on = done on { $day }
coach-done-already = done already
coach-not-yet = not yet
coach-not-yet-until = not yet, has until { $day }
coach-not-yet-late = not yet, was meant for { $day }

# Assigning
assign = Assign something
assign-whom = For whom
assign-whom-hint = People who join the team later get it too, as long as the date has not passed.
assign-whom-missing = Choose whom it is for.
assign-whole-team = The whole team
assign-what = What
assign-choose = Please choose
assign-what-missing = Choose what to practise.
assign-paths = Paths
assign-modules = Modules
assign-drills = Exercises
assign-kind-path = path
assign-kind-module = module
assign-kind-drill = exercise
assign-due = By when
assign-due-hint = Anyone away in that time gets a later date.
assign-due-missing = Choose a date.
assign-due-past = The date is in the past.
assign-due-far = The date is more than a year ahead.
assign-until = by { $day }
assign-was-until = was meant for { $day }
assign-note = Note (optional)
assign-note-hint = Everyone it is assigned to can read it. At most 500 characters.
assign-note-long = The note is longer than 500 characters.
assign-cancel = Cancel
assign-done-assigned = It is assigned.
assign-done-changed = The change is saved.
assign-done-withdrawn = It is withdrawn.

# Changing and withdrawing
assign-change = Change
assign-change-label = Change: { $title }
assign-lead = { $whom }: { $done } of { $asked } done.
assign-by = { $kind }, assigned on { $day } by { $coach }
assign-save = Save
assign-withdraw = Withdraw
assign-withdraw-text = It disappears for everyone who is not done yet. What is done stays done.
assign-withdrawn-on = It was withdrawn on { $day }.
