search = Suche
search-label = Ein Wort, ein Satz, eine Situation
search-go = Suchen
search-lead = Such nach einem Wort, einem Satz oder danach, was gerade los ist. In Anführungszeichen bleibt zusammen, was zusammengehört.
search-by-situation = Nach Situationen stöbern
search-to-modules = Alle Module zeigen
search-nothing = Zu „{ $words }“ steht hier nichts. Versuch es mit einem anderen oder mit weniger Wörtern.
search-found = { $count ->
    [0] Nichts in Modulen, Lektionen und Übungen mit „{ $words }“.
    [one] Ein Treffer für „{ $words }“.
   *[other] { $count } Treffer für „{ $words }“.
}
search-found-some = Alles zusammen steht nirgends. { $count ->
    [one] Ein Treffer, in dem etwas von „{ $words }“ steht:
   *[other] { $count } Treffer, in denen etwas von „{ $words }“ steht:
}
search-kinds = Was gezeigt wird
search-kind-all = Alles
search-kind-module = Module
search-kind-lesson = Lektionen
search-kind-phrase = Sätze
search-kind-drill = Übungen
search-is-module = Modul
search-is-lesson = Lektion
search-own = In „Meine Sätze“
search-own-open = Meine Sätze öffnen
search-own-more = { $count } weitere zeigen
