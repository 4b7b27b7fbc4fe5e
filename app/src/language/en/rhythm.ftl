# The rhythm
rhythm-title = Your rhythm
rhythm-lead = How often a week suits you? Nobody but you sees it, and nobody reminds you.
rhythm-how-often = On how many days
rhythm-hint = You can change it at any time.
rhythm-missing = Choose how often, or no fixed rhythm.
rhythm-none = No fixed rhythm
rhythm-times = { $times ->
    [one] Once a week
    [2] Twice a week
    [3] Three times a week
    [4] Four times a week
    [5] Five times a week
   *[other] { $times } times a week
}
rhythm-keep = Save
rhythm-kept = Saved.
rhythm-open = Your rhythm: { $practised } of { $times } days this week.
rhythm-met = Your rhythm for this week is there.
rhythm-change = Change
rhythm-choose = Choose a rhythm

# The receipt
receipt-title = Receipt of your learning time
receipt-of-year = Learning time { $year }
receipt-made = { $name }, as of { $day }
receipt-lead = Learning time is working time. Only you see this receipt; show it to whom you like.
receipt-years = Years
receipt-nothing = No learning time is stored for this year yet.
receipt-by-month = By month
receipt-by-week = By week
receipt-month = Month
receipt-week = Week
receipt-time = Time
receipt-total = In all
receipt-days = { $first } to { $last }
receipt-minutes = { $minutes } min
receipt-hours = { $hours } h { $minutes } min
receipt-how = What counts is the time between two submissions, three minutes at a time at most, and half a minute for the first one after a break. Each week is rounded to whole minutes and counts for the month in which its Thursday lies.
receipt-as-csv = As a table (CSV)
