# Was alle Seiten der Verwaltung teilen
admin-people = Personen
admin-sites = Teams und Standorte
admin-import = Einlesen
admin-audit-log = Protokoll
admin-name = Name
admin-team = Team
admin-site = Standort
admin-roles = Rollen
admin-state = Zustand
admin-save = Speichern
admin-create = Anlegen
admin-change = Ändern
admin-cancel = Abbrechen
admin-done-saved = Gespeichert.
admin-done-created = Die Person ist angelegt.
admin-done-deactivated = Die Person ist stillgelegt und überall abgemeldet.
admin-done-reactivated = Die Person kann sich wieder anmelden.
admin-done-code = Der Zugang ist zurückgesetzt. Das alte Passwort gilt nicht mehr.
admin-done-granted = Die Rolle ist gegeben.
admin-done-grant-ended = Die Rolle ist entzogen.
admin-done-absence-added = Die Abwesenheit ist eingetragen.
admin-done-absence-removed = Die Abwesenheit ist gelöscht.
admin-done-card-removed = Die Karte ist gelöscht.
admin-everything-only = Das gilt für den ganzen Betrieb. Ändern kann es, wer alles verwaltet.
admin-stands-now = Was jetzt dasteht
admin-name-missing = Bitte gib einen Namen ein.
admin-name-too-long = Der Name darf höchstens 120 Zeichen haben.
admin-text-control = Hier stehen unsichtbare Steuerzeichen. Bitte tippe den Text neu ein.
admin-day-unclear = Bitte wähle einen Tag.
admin-day-far = Dieser Tag liegt zu weit in der Zukunft.

# Personen
admin-search = Name oder Anmeldename
admin-search-go = Suchen
admin-any = Alle
admin-state-active = Aktive
admin-state-inactive = Stillgelegte
admin-state-all = Alle
admin-is-inactive = stillgelegt
admin-away-until = abwesend bis { $day }
admin-nobody-found = Dazu ist niemand eingetragen.
admin-people-count =
    { $count ->
        [one] Eine Person
       *[other] { $number } Personen, hier { $first } bis { $last }
    }
admin-new-person = Person anlegen
admin-new-person-hint = Die nächste Seite zeigt einmal einen Code, mit dem sich die Person zum ersten Mal anmeldet. Lernen darf sie von Anfang an, weitere Rollen gibst du ihr danach.
admin-no-team-yet = Zuerst braucht es ein Team, zu dem die Person gehört:
admin-sign-in-name-hint = Groß oder klein ist egal.
admin-sign-in-name-missing = Bitte gib einen Anmeldenamen ein.
admin-sign-in-name-too-long = Der Anmeldename darf höchstens 80 Zeichen haben.
admin-sign-in-name-taken = Diesen Anmeldenamen hat schon jemand.
admin-team-closed = Dieses Team ist stillgelegt. Bitte wähle ein anderes.
admin-entry = Angaben
admin-created-at = Angelegt am { $moment }
admin-signed-in-at = zuletzt angemeldet am { $moment }

# Anmeldung und Stilllegen
admin-sign-in = Anmeldung
admin-reset = Einmalcode ausstellen
admin-reset-text = Ein Einmalcode verlangt ein neues Passwort. Das alte gilt sofort nicht mehr, und alle Geräte werden abgemeldet. { $name } erfährt davon.
admin-reset-oneself = Deinen eigenen Zugang setzt jemand anderes zurück. Dein Passwort änderst du in deinem Konto.
admin-reset-inactive = Die Person ist stillgelegt und kann sich nicht anmelden.
admin-person-beyond = Die Rollen dieser Person reichen weiter als deine. Ihren Zugang kann nur jemand ändern, dessen Rolle mindestens so weit reicht.
admin-code-shown = Einmalcode, gültig bis { $moment }. Er wird nur jetzt gezeigt.
admin-code-waits = Ein Einmalcode wartet auf die erste Anmeldung, gültig bis { $moment }.
admin-deactivate = Stilllegen
admin-deactivate-text = Die Person kann sich nicht mehr anmelden. Was sie geübt hat, bleibt ihr erhalten, falls sie wiederkommt.
admin-deactivate-oneself = Dich selbst kannst du nicht stilllegen.
admin-reactivate = Wieder aktivieren
admin-reactivate-text = Die Person kann sich dann wieder anmelden, mit ihrem Passwort und ihren Rollen von früher.
admin-reactivate-team-closed = Das Team der Person ist stillgelegt. Wähle zuerst oben ein anderes Team und speichere.
admin-last-admin = Das ist die letzte Person, die ohne Ende alles verwaltet. Gib diese Rolle zuerst jemand anderem.

# Rollen
admin-role = Rolle
admin-bound = Bereich
admin-until = Bis
admin-until-optional = Bis (freiwillig)
admin-until-past = Dieser Tag ist schon vorbei.
admin-endless = ohne Ende
admin-does-learner = lernt
admin-does-coach = coacht
admin-does-leader = leitet
admin-does-admin = verwaltet
admin-bound-own = eigenes
admin-bound-everything = Alles
admin-bound-site = Standort { $name }
admin-bound-team = Team { $name }
admin-sites-whole = Ganze Standorte
admin-no-roles = Diese Person hat zurzeit keine Rolle.
admin-grant-give = Geben
admin-grant-end = Entziehen
admin-grant-end-label = Rolle { $role }, { $bound }: Entziehen
admin-grant-oneself = Dir selbst kannst du keine Rolle geben. Das macht jemand anderes, der verwaltet.
admin-grant-beyond = Das liegt außerhalb des Bereichs, den du verwaltest.
admin-grant-exists = Diese Rolle hat die Person schon.

# Abwesenheiten
admin-absences = Abwesenheiten
admin-absences-text = Ohne Grund. Fristen verschieben sich, Auswertungen lassen die Person aus. Was sich überschneidet, wird eins.
admin-from = Von
admin-remove = Löschen
admin-absence-add = Eintragen
admin-absence-remove-label = Abwesenheit ab { $day }: Löschen
admin-absence-backwards = Der letzte Tag liegt vor dem ersten.
admin-absence-too-long = Eine Abwesenheit darf höchstens drei Jahre dauern.

# Teams und Standorte
admin-site-about = Zeitzone { $zone } · { $region }
admin-site-change-label = Standort { $name }: Ändern
admin-coached-by = Coacht
admin-coached-by-nobody = niemand
admin-no-teams = Hier gibt es noch kein Team.
admin-is-closed = stillgelegt
admin-new-team = Neues Team
admin-new-site = Neuer Standort
admin-team-name = Name des Teams
admin-site-name = Name des Standorts
admin-team-name-taken = An diesem Standort gibt es schon ein Team mit diesem Namen.
admin-site-name-taken = Es gibt schon einen Standort mit diesem Namen.
admin-time-zone = Zeitzone
admin-time-zone-hint = Nach ihr beginnen hier Tage und Wochen.
admin-time-zone-unknown = Diese Zeitzone gibt es nicht.
admin-region = Region
admin-region-hint = In der Schweiz werden Texte in Schweizer Rechtschreibung gezeigt.
admin-region-unknown = Bitte wähle eine Region.
admin-region-DE = Deutschland
admin-region-AT = Österreich
admin-region-CH = Schweiz
admin-region-other = anderswo
admin-team-people =
    { $count ->
        [one] Eine aktive Person
       *[other] { $number } aktive Personen
    }
admin-team-close = Team stilllegen
admin-team-close-text = Das geht, sobald niemand Aktives mehr im Team ist. Was das Team gemacht hat, bleibt in den Auswertungen.
admin-team-open = Team wieder öffnen
admin-team-open-text = Danach können wieder Personen in dieses Team kommen.
admin-team-has-people = In diesem Team sind noch aktive Personen. Gib ihnen zuerst ein anderes Team oder lege sie still.
admin-site-close = Standort stilllegen
admin-site-close-text = Das geht, sobald alle Teams des Standorts stillgelegt sind.
admin-site-open = Standort wieder öffnen
admin-site-open-text = Danach können hier wieder Teams angelegt werden.
admin-site-has-teams = An diesem Standort gibt es noch Teams. Lege sie zuerst still oder gib ihnen einen anderen Standort.
admin-site-closed = Dieser Standort ist stillgelegt.

# Einlesen: die Datei
admin-import-title = Personen einlesen
admin-import-lead = Ein Probelauf zeigt zuerst, was mit jeder Zeile geschähe. Geändert wird dabei nichts.
import-file = Datei (CSV, UTF-8)
import-file-hint = Höchstens 1 MB und 10 000 Zeilen. In Excel: Speichern unter, „CSV UTF-8“.
import-check = Probelauf
import-no-file = Bitte wähle eine Datei. Sie darf nicht leer sein.
import-too-large = Die Datei ist größer als 1 MB. Teile sie in mehrere.
import-not-utf8 = Die Datei ist nicht in UTF-8 gespeichert, Umlaute wären verloren. In Excel: Speichern unter, „CSV UTF-8“.
import-has-nul = Die Datei enthält Zeichen, die in keinem Text vorkommen. Ist sie wirklich eine CSV-Datei?
import-changed-meanwhile = Seit dem Probelauf hat sich etwas geändert, deshalb ist nichts übernommen. So sieht es jetzt aus:
import-file-fault = So lässt sich die Datei nicht lesen
import-fault-empty = In der Datei steht keine Person. Die erste Zeile nennt die Spalten, jede weitere eine Person.
import-fault-unreadable = Die Datei hat nicht den Aufbau einer CSV-Datei.
import-fault-missing = In der ersten Zeile fehlen diese Spalten: { $columns }
import-fault-unknown = In der ersten Zeile stehen unbekannte Spalten: { $columns }
import-fault-twice = In der ersten Zeile stehen Spalten doppelt: { $columns }
import-fault-lines = Die Datei hat mehr als { $lines } Zeilen. Teile sie in mehrere.
import-columns = Wie die Datei aussieht
import-columns-text = Die erste Zeile nennt die Spalten, in beliebiger Reihenfolge, getrennt mit Komma, Semikolon oder Tabulator:
import-column-sign_in_name = der Anmeldename, höchstens 80 Zeichen; daran wird eine Person wiedererkannt
import-column-name = der Name, höchstens 120 Zeichen
import-column-site = der Standort, wie er hier heißt
import-column-team = das Team an diesem Standort, wie es hier heißt
import-column-role = darf fehlen: learner (lernt), coach (coacht das Team), leader (leitet den Standort) oder admin (verwaltet den Standort)
import-example = Zum Beispiel:
import-rules = Lernen darf, wer neu ist, immer. Rollen kommen nur dazu, entzogen wird keine. Wer in der Datei fehlt, bleibt unverändert. Eine Datei zweimal einzulesen schadet nicht.
import-done =
    Übernommen: { $new } neu, { $changed } geändert.
import-done-nothing = Alles war schon so, wie es in der Datei steht. Es gab nichts zu ändern.
import-codes = Wer neu ist, hat noch kein Passwort. Stelle jeder Person auf ihrer Seite einen Einmalcode aus, wenn du ihn ihr geben kannst; er gilt drei Tage.

# Einlesen: der Probelauf
import-dry-run = Probelauf
import-would-happen = Was geschehen würde
import-lines =
    { $count ->
        [one] Eine Zeile. Noch ist nichts geändert.
       *[other] { $number } Zeilen. Noch ist nichts geändert.
    }
import-rows = Zeilen
import-count-refused = abgelehnt { $number }
import-count-new = neu { $number }
import-count-changed = geändert { $number }
import-count-same = gleich { $number }
import-head-refused = Abgelehnt
import-head-new = Neu
import-head-changed = Geändert
import-head-same = Gleich
import-mend =
    { $count ->
        [one] Eine Zeile wird abgelehnt. Übernommen wird alles oder nichts: Ändere die Zeile in der Datei und mach den Probelauf noch einmal.
       *[other] { $number } Zeilen werden abgelehnt. Übernommen wird alles oder nichts: Ändere die Zeilen in der Datei und mach den Probelauf noch einmal.
    }
import-nothing-to-do = Alles ist schon so, wie es in der Datei steht. Es gibt nichts zu übernehmen.
import-go =
    { $count ->
        [one] Eine Zeile übernehmen
       *[other] { $number } Zeilen übernehmen
    }
import-go-hint = Alles oder nichts. Niemand wird stillgelegt, weil eine Zeile fehlt.
import-line = Zeile
import-fate = Was geschieht
import-blank = (leer)
import-is-new = wird angelegt
import-is-changed = wird geändert
import-is-same = bleibt gleich
import-is-refused = abgelehnt
import-change-name = Name: { $from } wird { $to }.
import-change-sign-in-name = Anmeldename: { $from } wird { $to }.
import-change-team = Team: { $from } wird { $to }.
import-change-role = Neue Rolle: { $role }.
import-fault-fields = Die Zeile hat nicht so viele Felder wie die erste.
import-fault-name-missing = Der Name fehlt.
import-fault-name-too-long = Der Name hat mehr als 120 Zeichen.
import-fault-sign-in-name-missing = Der Anmeldename fehlt.
import-fault-sign-in-name-too-long = Der Anmeldename hat mehr als 80 Zeichen.
import-fault-control = Die Zeile enthält unsichtbare Steuerzeichen.
import-fault-twice-in-file = Derselbe Anmeldename steht schon in Zeile { $line }.
import-fault-site-missing = Der Standort fehlt.
import-fault-site-unknown = Den Standort „{ $text }“ gibt es nicht, oder er ist stillgelegt.
import-fault-team-missing = Das Team fehlt.
import-fault-team-unknown = Das Team „{ $text }“ gibt es an diesem Standort nicht, oder es ist stillgelegt.
import-fault-role-unknown = Die Rolle „{ $text }“ gibt es nicht.
import-fault-role-beyond = Diese Rolle darfst du hier nicht geben.
import-fault-role-oneself = Dir selbst kannst du keine Rolle geben.
import-fault-inactive = Die Person ist stillgelegt. Aktiviere sie zuerst auf ihrer Seite.
import-fault-taken = Diesen Anmeldenamen hat jemand, den du nicht verwaltest.

# Protokoll
audit-lead = Wer Rollen, Zugänge und Angaben geändert hat. Wie jemand übt, steht hier nicht.
audit-count =
    { $count ->
        [one] Ein Eintrag
       *[other] { $number } Einträge, die neuesten zuerst
    }
audit-empty = Noch ist nichts geschehen.
audit-what = Was
audit-whom = Wen oder was
audit-detail = Genauer
audit-who = Wer
audit-when = Wann
audit-operator = Betrieb (Kommandozeile)
audit-unknown = unbekannt
audit-import-counts = { $created } neu, { $changed } geändert
audit-grant-given = Rolle gegeben
audit-grant-ended = Rolle entzogen
audit-sign-in-reset = Zugang zurückgesetzt
audit-admin-created = Verwaltung eingerichtet
audit-person-created = Person angelegt
audit-person-changed = Person geändert
audit-person-moved = Team gewechselt
audit-person-deactivated = Person stillgelegt
audit-person-reactivated = Person wieder aktiviert
audit-people-imported = Personen eingelesen
audit-team-created = Team angelegt
audit-team-changed = Team umbenannt
audit-team-moved = Team an anderen Standort
audit-team-closed = Team stillgelegt
audit-team-opened = Team wieder geöffnet
audit-site-created = Standort angelegt
audit-site-changed = Standort geändert
audit-site-closed = Standort stillgelegt
audit-site-opened = Standort wieder geöffnet
audit-card-written = Entscheidungskarte geschrieben
audit-card-removed = Entscheidungskarte gelöscht
audit-card-given = Entscheidungskarte gegeben
audit-card-taken = Entscheidungskarte entzogen
audit-values-written = Werte geschrieben
audit-help-written = Seite „Hilfe“ geschrieben
