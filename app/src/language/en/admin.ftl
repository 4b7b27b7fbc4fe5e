# What all pages of the administration share
admin-people = People
admin-sites = Teams and sites
admin-import = Import
admin-audit-log = Audit log
admin-name = Name
admin-team = Team
admin-site = Site
admin-roles = Roles
admin-state = State
admin-save = Save
admin-create = Create
admin-change = Change
admin-cancel = Cancel
admin-done-saved = Saved.
admin-done-created = The person has been created.
admin-done-deactivated = The person has been deactivated and signed out everywhere.
admin-done-reactivated = The person can sign in again.
admin-done-code = The sign-in has been reset. The old password no longer works.
admin-done-granted = The role has been given.
admin-done-grant-ended = The role has been taken away.
admin-done-absence-added = The absence has been added.
admin-done-absence-removed = The absence has been removed.
admin-done-card-removed = The card is deleted.
admin-everything-only = This applies to the whole company. Whoever manages everything can change it.
admin-stands-now = What stands there now
admin-name-missing = Please enter a name.
admin-name-too-long = The name may have at most 120 characters.
admin-text-control = There are invisible control characters here. Please type the text again.
admin-day-unclear = Please choose a day.
admin-day-far = This day is too far in the future.

# People
admin-search = Name or sign-in name
admin-search-go = Search
admin-any = All
admin-state-active = Active
admin-state-inactive = Deactivated
admin-state-all = All
admin-is-inactive = deactivated
admin-away-until = away until { $day }
admin-nobody-found = Nobody like that is on record.
admin-people-count =
    { $count ->
        [one] One person
       *[other] { $number } people, here { $first } to { $last }
    }
admin-new-person = New person
admin-new-person-hint = The next page shows, once, a code for the person’s first sign-in. They may learn from the start; you give them further roles afterwards.
admin-no-team-yet = First there must be a team for the person to belong to:
admin-sign-in-name-hint = Capital or small letters make no difference.
admin-sign-in-name-missing = Please enter a sign-in name.
admin-sign-in-name-too-long = The sign-in name may have at most 80 characters.
admin-sign-in-name-taken = Somebody has this sign-in name already.
admin-team-closed = This team is closed. Please choose another one.
admin-entry = Details
admin-created-at = Created on { $moment }
admin-signed-in-at = last signed in on { $moment }

# Sign-in and deactivation
admin-sign-in = Sign-in
admin-reset = Issue a one-time code
admin-reset-text = A one-time code asks for a new password. The old one stops working at once, and all devices are signed out. { $name } will be told.
admin-reset-oneself = Somebody else resets your own sign-in. You change your password in your account.
admin-reset-inactive = The person is deactivated and cannot sign in.
admin-person-beyond = This person’s roles reach further than yours. Only somebody whose role reaches at least as far can change their sign-in.
admin-code-shown = One-time code, valid until { $moment }. It is shown only now.
admin-code-waits = A one-time code waits to be used, valid until { $moment }.
admin-deactivate = Deactivate
admin-deactivate-text = The person cannot sign in any more. What they have practised stays theirs, in case they come back.
admin-deactivate-oneself = You cannot deactivate yourself.
admin-reactivate = Reactivate
admin-reactivate-text = The person can then sign in again, with the password and the roles they had.
admin-reactivate-team-closed = The person’s team is closed. First choose another team above and save.
admin-last-admin = This is the last person who manages everything without an end date. Give that role to somebody else first.

# Roles
admin-role = Role
admin-bound = Area
admin-until = Until
admin-until-optional = Until (optional)
admin-until-past = This day has passed already.
admin-endless = no end
admin-does-learner = learns
admin-does-coach = coaches
admin-does-leader = leads
admin-does-admin = manages
admin-bound-own = their own
admin-bound-everything = Everything
admin-bound-site = Site { $name }
admin-bound-team = Team { $name }
admin-sites-whole = Whole sites
admin-no-roles = This person has no role at the moment.
admin-grant-give = Give
admin-grant-end = Take away
admin-grant-end-label = Role { $role }, { $bound }: Take away
admin-grant-oneself = You cannot give a role to yourself. Another admin does that.
admin-grant-beyond = That lies outside the area that you manage.
admin-grant-exists = The person has this role already.

# Absences
admin-absences = Absences
admin-absences-text = No reason given. Due dates move, reports leave the person out. Absences that overlap become one.
admin-from = From
admin-remove = Remove
admin-absence-add = Add
admin-absence-remove-label = Absence from { $day }: Remove
admin-absence-backwards = The last day is before the first.
admin-absence-too-long = An absence may last three years at most.

# Teams and sites
admin-site-about = Time zone { $zone } · { $region }
admin-site-change-label = Site { $name }: Change
admin-coached-by = Coached by
admin-coached-by-nobody = nobody
admin-no-teams = There is no team here yet.
admin-is-closed = closed
admin-new-team = New team
admin-new-site = New site
admin-team-name = Name of the team
admin-site-name = Name of the site
admin-team-name-taken = There is a team with this name at this site already.
admin-site-name-taken = There is a site with this name already.
admin-time-zone = Time zone
admin-time-zone-hint = Days and weeks begin by it here.
admin-time-zone-unknown = There is no such time zone.
admin-region = Region
admin-region-hint = In Switzerland, German texts are shown in Swiss spelling.
admin-region-unknown = Please choose a region.
admin-region-DE = Germany
admin-region-AT = Austria
admin-region-CH = Switzerland
admin-region-other = elsewhere
admin-team-people =
    { $count ->
        [one] One active person
       *[other] { $number } active people
    }
admin-team-close = Close the team
admin-team-close-text = Possible once nobody active is in the team any more. What the team has done stays in the reports.
admin-team-open = Open the team again
admin-team-open-text = People can then be put into this team again.
admin-team-has-people = There are still active people in this team. First give them another team, or deactivate them.
admin-site-close = Close the site
admin-site-close-text = Possible once all teams of the site are closed.
admin-site-open = Open the site again
admin-site-open-text = Teams can then be created here again.
admin-site-has-teams = There are still teams at this site. First close them, or give them another site.
admin-site-closed = This site is closed.

# Import: the file
admin-import-title = Import people
admin-import-lead = A dry run first shows what would happen to every row. It changes nothing.
import-file = File (CSV, UTF-8)
import-file-hint = At most 1 MB and 10,000 rows. In Excel: Save as, “CSV UTF-8”.
import-check = Dry run
import-no-file = Please choose a file. It must not be empty.
import-too-large = The file is larger than 1 MB. Split it into several.
import-not-utf8 = The file is not saved in UTF-8; umlauts would be lost. In Excel: Save as, “CSV UTF-8”.
import-has-nul = The file has characters that occur in no text. Is it really a CSV file?
import-changed-meanwhile = Something has changed since the dry run, so nothing has been imported. This is how it looks now:
import-file-fault = The file cannot be read like this
import-fault-empty = There is no person in the file. The first row names the columns, each further row a person.
import-fault-unreadable = The file is not built like a CSV file.
import-fault-missing = The first row lacks these columns: { $columns }
import-fault-unknown = The first row has unknown columns: { $columns }
import-fault-twice = The first row has columns twice: { $columns }
import-fault-lines = The file has more than { $lines } rows. Split it into several.
import-columns = What the file looks like
import-columns-text = The first row names the columns, in any order, separated by comma, semicolon or tab:
import-column-sign_in_name = the sign-in name, at most 80 characters; a person is recognised by it
import-column-name = the name, at most 120 characters
import-column-site = the site, as it is called here
import-column-team = the team at this site, as it is called here
import-column-role = may be left out: learner (learns), coach (coaches the team), leader (leads the site) or admin (manages the site)
import-example = For example:
import-rules = Whoever is new may always learn. Roles are only added, none is taken away. Whoever is not in the file stays as they are. Importing a file twice does no harm.
import-done =
    Imported: { $new } new, { $changed } changed.
import-done-nothing = Everything was already as the file has it. There was nothing to change.
import-codes = New people have no password yet. Issue a one-time code on each person’s page when you can hand it to them; it is valid for three days.

# Import: the dry run
import-dry-run = Dry run
import-would-happen = What would happen
import-lines =
    { $count ->
        [one] One row. Nothing has been changed yet.
       *[other] { $number } rows. Nothing has been changed yet.
    }
import-rows = Rows
import-count-refused = refused { $number }
import-count-new = new { $number }
import-count-changed = changed { $number }
import-count-same = same { $number }
import-head-refused = Refused
import-head-new = New
import-head-changed = Changed
import-head-same = Same
import-mend =
    { $count ->
        [one] One row is refused. It is all or nothing: change the row in the file and run the dry run again.
       *[other] { $number } rows are refused. It is all or nothing: change the rows in the file and run the dry run again.
    }
import-nothing-to-do = Everything is already as the file has it. There is nothing to import.
import-go =
    { $count ->
        [one] Import one row
       *[other] Import { $number } rows
    }
import-go-hint = All or nothing. Nobody is deactivated because a row is missing.
import-line = Row
import-fate = What happens
import-blank = (blank)
import-is-new = is created
import-is-changed = is changed
import-is-same = stays the same
import-is-refused = refused
import-change-name = Name: { $from } becomes { $to }.
import-change-sign-in-name = Sign-in name: { $from } becomes { $to }.
import-change-team = Team: { $from } becomes { $to }.
import-change-role = New role: { $role }.
import-fault-fields = The row does not have as many fields as the first.
import-fault-name-missing = The name is missing.
import-fault-name-too-long = The name has more than 120 characters.
import-fault-sign-in-name-missing = The sign-in name is missing.
import-fault-sign-in-name-too-long = The sign-in name has more than 80 characters.
import-fault-control = The row has invisible control characters.
import-fault-twice-in-file = The same sign-in name stands in row { $line } already.
import-fault-site-missing = The site is missing.
import-fault-site-unknown = There is no site “{ $text }”, or it is closed.
import-fault-team-missing = The team is missing.
import-fault-team-unknown = There is no team “{ $text }” at this site, or it is closed.
import-fault-role-unknown = There is no role “{ $text }”.
import-fault-role-beyond = You may not give this role here.
import-fault-role-oneself = You cannot give a role to yourself.
import-fault-inactive = The person is deactivated. Reactivate them on their page first.
import-fault-taken = Somebody whom you do not manage has this sign-in name.

# Audit log
audit-lead = Who changed roles, sign-ins and details. How somebody practises is not here.
audit-count =
    { $count ->
        [one] One entry
       *[other] { $number } entries, the newest first
    }
audit-empty = Nothing has happened yet.
audit-what = What
audit-whom = Whom or what
audit-detail = Details
audit-who = Who
audit-when = When
audit-operator = Operator (command line)
audit-unknown = unknown
audit-import-counts = { $created } new, { $changed } changed
audit-grant-given = Role given
audit-grant-ended = Role taken away
audit-sign-in-reset = Sign-in reset
audit-admin-created = Administration set up
audit-person-created = Person created
audit-person-changed = Person changed
audit-person-moved = Team changed
audit-person-deactivated = Person deactivated
audit-person-reactivated = Person reactivated
audit-people-imported = People imported
audit-team-created = Team created
audit-team-changed = Team renamed
audit-team-moved = Team moved to another site
audit-team-closed = Team closed
audit-team-opened = Team opened again
audit-site-created = Site created
audit-site-changed = Site changed
audit-site-closed = Site closed
audit-site-opened = Site opened again
audit-card-written = Decision card written
audit-card-removed = Decision card deleted
audit-card-given = Decision card given
audit-card-taken = Decision card taken away
audit-values-written = Values written
audit-help-written = Page “Help” written
