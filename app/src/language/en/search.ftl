search = Search
search-label = A word, a sentence, a situation
search-go = Search
search-lead = Search for a word, a sentence, or what is happening right now. Words in quotation marks stay together.
search-by-situation = Browse by situation
search-to-modules = Show all modules
search-nothing = There is nothing here on “{ $words }”. Try another word, or fewer.
search-found = { $count ->
    [0] Nothing in modules, lessons and exercises with “{ $words }”.
    [one] One result for “{ $words }”.
   *[other] { $count } results for “{ $words }”.
}
search-found-some = No text holds all of it. { $count ->
    [one] One result with part of “{ $words }”:
   *[other] { $count } results with part of “{ $words }”:
}
search-kinds = What is shown
search-kind-all = Everything
search-kind-module = Modules
search-kind-lesson = Lessons
search-kind-phrase = Sentences
search-kind-drill = Exercises
search-is-module = Module
search-is-lesson = Lesson
search-own = In “My sentences”
search-own-open = Open my sentences
search-own-more = Show { $count } more
