phrase-description = Saying one sentence better
phrase-write = How do you say it?
phrase-write-hint = One to three sentences, { $longest } characters at most. You see two examples afterwards.
phrase-empty = Write your sentence first.
phrase-too-long = That is too long: 300 characters at most. Please shorten it; the text is still there.
phrase-compare = Compare
phrase-mark-hint = Tick what you find in your sentence. It may be nothing.
phrase-rewrite = Once more
phrase-rewrite-field = How do you say it now?
phrase-rewrite-hint = { $longest } characters at most. Leave it as it is if it fits already.
phrase-first = What you wrote first
phrase-better = How you say it now
phrase-has = There
phrase-lacks = Still missing
phrase-models = The two examples
phrase-next = Go on
phrase-finish = Done
phrase-done = Your sentence
phrase-change = Change it once more
phrase-keep = Keep it in “My sentences”
phrase-kept = Kept. You find the sentence in
phrases-title = My sentences
phrases-private = Only you see them.
phrases-search = Words of a sentence or its exercise
phrases-search-go = Search
phrases-found = { $count ->
    [0] No sentence with “{ $words }”.
    [one] One sentence with “{ $words }”.
   *[other] { $count } sentences with “{ $words }”.
 }
phrases-all = Show all
phrases-nothing = None yet. After an exercise with a sentence you can keep yours here, and you can add your own at any time.
phrases-to-modules = To the modules
phrases-change = Change: { $text }
phrases-change-short = Change
phrases-new = Write down a sentence of your own
phrases-add = Keep
phrases-one = Change a sentence
phrases-text = Your sentence
phrases-save = Save
phrases-remove = Delete this sentence
phrases-added = Kept. The sentence now stands at the top.
phrases-changed = Changed.
phrases-removed = Deleted.
