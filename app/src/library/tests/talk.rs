//! The dialogue of the valid content folder.

pub const DRILL_TEXT: &str = "\
+++
kind = \"dialogue\"
title = \"Die Suppe\"
setting = \"restaurant\"
customer = { name = \"Herr Weiß\", reason = \"Sie ist kalt.\", mood = \"müde\" }
minutes = 4
trust = 2
tension = 4
competencies = [\"appreciation\"]
+++

Ein Abend im Mai.

## Eins {#one}

Er schaut auf.

> Sie ist kalt.

- [Ich sehe nach.](#two) `trust+1 tension-1 appreciation`

  Das hilft ihm.

- [Das kann nicht sein.](#two) `trust-1 tension+1`

  Das hilft nicht.

## Zwei {#two}

> Und jetzt?

- [Ich bringe eine neue.](#three) `trust+1`

  Gut.

- [Moment.](#three) `trust+0`

  Er wartet.

## Drei {#three}

> So?

- [Ja.](#four) `trust+1 speed`

  Gut.

- [Nein.](#four) `trust-1`

  Schade.

## Vier {#four}

> Wie lange?

- [Kurz.](#fifth) `trust+0`

  Er überlegt.

- [Nicht lange.](#fifth) `trust+0`

  Er überlegt.

## Fünf {#fifth}

> Und die Rechnung?

- [Kommt.](#sixth) `trust+0`

  Er wartet.

- [Gleich.](#sixth) `trust+0`

  Er wartet.

## Sechs {#sixth}

> Wirklich?

- [Ja.](#outcome) `trust+1`

  Gut.

- [Nein.](#outcome) `trust-2`

  Schade.

## Wie es ausgeht {#outcome}

- `trust>=4 tension<=3` [weiter](#regular)
- `trust>=2` [weiter](#polite)
- `otherwise` [weiter](#gone)

## Stammgast {#regular .ending .good}

> Bis bald.

Er kommt wieder.

> Die kümmern sich.

## Höflich {#polite .ending .mixed}

> Danke.

Er geht.

> War in Ordnung.

## Weg {#gone .ending .poor}

> Nein.

Er kommt nicht wieder.

> Kalte Suppe.
";
