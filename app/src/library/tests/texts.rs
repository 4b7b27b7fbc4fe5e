//! The texts of the valid content folder.

pub fn ideas() -> String {
    let ids = [13, 11, 11, 16, 13].into_iter().zip(1..).flat_map(|(count, source)| {
        (1..=count).map(move |idea| format!("[[idea]]\nid = \"S{source}.{idea}\"\nde = \"Gedanke\"\nen = \"Idea\"\n"))
    });
    let places = ["taught_in = [\"listening/first\", \"listening/soup\", \"listening/cards\"]\n", "to_come = true\n"];
    ids.enumerate().map(|(at, idea)| idea + places[usize::from(at > 0)]).collect()
}

pub const COMPETENCIES_TOML: &str = "\
[[competency]]
id = \"appreciation\"
de = \"Wertschätzung\"
en = \"Appreciation\"

[[competency]]
id = \"speed\"
de = \"Mit Maß\"
en = \"Speed\"
";

pub const PATHS_TOML: &str = "\
[[path]]
id = \"start\"
title = { de = \"Anfang\", en = \"Start\" }
summary = { de = \"Womit man anfängt.\", en = \"Where one starts.\" }
modules = [\"listening\"]
to_come = [\"thanking\"]
";

pub const MODULE_TOML: &str = "\
order = 1
audience = \"everyone\"
minutes = 20
competencies = [\"appreciation\"]
title = { de = \"Zuhören\", en = \"Listening\" }
summary = { de = \"Erst hören.\", en = \"Listen first.\" }
situations = { de = [\"Jemand klagt.\"], en = [\"Somebody complains.\"] }
";

pub const LESSON_TEXT: &str = "\
+++
title = \"Großes Hören\"
minutes = 4
competencies = [\"appreciation\"]
names = [\"Frau Weiß\"]
+++

Frau Weiß grüßt: „Straße.“ Siehe [mehr](/modules/listening).

---

## Was du sagst

Der Preis: {de: das Angebot | ch: die Offerte}.

```check first-sentence
Was sagst du
zuerst?

- [ ] „Nein.“

  Das weist ab.

- [x] „Ja.“

  Das hört zu.
```

Danach:

```reflection last-time
Wann zuletzt?
```
";

pub const CARDS_TEXT: &str = "\
+++
names = []
+++

## Was heißt „hören“? {#hearing}

Erst hören, **dann** handeln.

`appreciation`

## Was hilft? {#helping}

Eine Zeit nennen.

`speed`
";

pub const PHRASE_TEXT: &str = "\
+++
kind = \"phrase\"
title = \"Statt „Nein“\"
setting = \"hotline\"
minutes = 3
competencies = [\"appreciation\", \"speed\"]
names = [\"Herr Groß\"]
+++

Herr Groß fragt nach seinem großen Paket.

Du weißt, wo es ist.

> Das geht **nicht**.

## Worauf es ankommt {#criteria}

- Sagt, was geht.
- Nennt eine Zeit
  oder einen Ort.
- Klingt *nach dir*.

## Eher nicht {#poor}

> Leider nein.

Er erfährt nichts.

## Besser {#good}

> Morgen um zehn ist es da.

Er kann planen.
";

pub const OPEN_TEXT: &str = "\
+++
kind = \"open\"
title = \"Am Abend\"
setting = \"hotel\"
minutes = 4
competencies = [\"appreciation\"]
+++

Es ist spät.

Eine Frau kommt herein.

> Guten Abend.

## Worauf es ankommt {#criteria}

- Grüßt.
- Fragt.
- Hört zu.
- Nennt eine Zeit.

## Eher nicht {#poor}

> Ja?

Das ist knapp.

## Besser {#good}

> Guten Abend.
>
> Wie kann ich helfen?

Das fragt.
";

pub const FIELD_TEXT: &str = "\
+++
kind = \"field\"
title = \"Diese Woche\"
minutes = 2
competencies = [\"appreciation\"]
+++

Hör erst zu.

## Wenn …, dann … {#intentions}

- Wenn jemand klagt, dann höre ich zu.
- Wenn es laut wird, dann atme ich aus.
";
