values-title = Our values
values-lead = What we are here for, in our own words.
values-empty = Your company has not written anything here yet. Ask your manager what you are all here for. If everybody answers something else, that is worth a conversation.
values-vision = Vision
values-vision-what = Where do we want to get?
values-mission = Mission
values-mission-what = What do we do for it, every day?
values-value = Values
values-value-what = What matters to us while we do it?
values-print = This page prints well, for a team meeting for example.

# Writing
values-write = Write the values
values-write-lead = In words that somebody at the counter would say too. They are best written together with those who are to act on them.
values-as-read = How everybody reads it
values-number = Value { $number }
values-value-hint = Six at most: a name and a sentence. An empty one is dropped, together with its worksheet; what is missing in one language is shown in the other.
values-name-de = Name, in German
values-name-en = Name
values-words-de = Sentence, in German
values-words-en = Sentence
values-add = Another value
values-sentence-missing = The sentence is missing. A name alone tells nobody what to do.
values-name-missing = What is this value called? One word will do.
values-too-long = That is too long to keep in mind. Please shorten it.
values-too-many = Nobody remembers more than six values. Please choose.
values-overtaken = Somebody has changed the sentences meanwhile. Here is what you wrote; if you save again, your version counts.

# Worksheet
worksheet-title = Worksheet on our values
worksheet-lead = Seven questions to every sentence: does it help with service, or does it only hang on the wall?
worksheet-now = What comes next
worksheet-step-1 = Check the words
worksheet-step-2 = Plan measures from them
worksheet-step-3 = Make the change last
worksheet-write = First there have to be sentences. Where do you want to get, what do you do for it every day, what matters to you while you do?
worksheet-check-open =
    { $count ->
        [one] One sentence is still to be checked. Talk about measures afterwards.
       *[other] { $count } sentences are still to be checked. Talk about measures afterwards.
    }
worksheet-mend =
    { $count ->
        [one] One sentence is weak. Mend it first: a measure made from a weak sentence will be weak too.
       *[other] { $count } sentences are weak. Mend them first: a measure made from a weak sentence will be weak too.
    }
worksheet-act = The words hold. Now, for each sentence, ask two people who act on it: “What would you need for that?” That is your first measure. And put a date in the calendar to look where the sentence held and where it did not.
worksheet-lesson = Why in this order:
worksheet-checked = Checked and saved.
worksheet-print = This page prints well, to take into a meeting.
worksheet-print-empty = Printed, this is a sheet to tick. Let two people fill it in separately; where they differ, it is worth talking.
worksheet-unchecked = Not checked yet.
worksheet-changed-since = Last checked on { $day }. The sentence has been changed since, so the answers no longer hold.
worksheet-begin = Check this sentence
worksheet-again = Check again
worksheet-carries = This sentence holds.
worksheet-nearly = This sentence nearly holds.
worksheet-weak = This sentence is weak.
worksheet-sums = Yes { $yes }, partly { $partly }, no { $no }. Checked on { $day }.
worksheet-answer-yes = Yes
worksheet-answer-partly = Partly
worksheet-answer-no = No
worksheet-customers = Does it say something about customers?
worksheet-customers-hint = Does it say what somebody who comes to us gets out of it? Or only how we would like to be?
worksheet-customers-next = Write the sentence from the other side of the counter: what should somebody meet with who comes to us today?
worksheet-tuesday = Could somebody act on it on a Tuesday at eleven?
worksheet-tuesday-hint = Without asking, in the middle of work. How would you see it?
worksheet-tuesday-next = Ask two people who serve customers how you can see the sentence on a Tuesday at eleven. Their answer is the better sentence.
worksheet-limits = Does it also say what we do not do?
worksheet-limits-hint = What do we give up for it: a sale, speed, money?
worksheet-limits-next = Add half a sentence with “even if” or “never”: nobody leaves without an answer, even if the queue is long.
worksheet-opposite = Could a competitor seriously say the opposite?
worksheet-opposite-hint = “We are friendly” is what everybody says. “We advise people, even if it takes longer” is not.
worksheet-opposite-next = Look for what you do differently from the company next door. If everybody says the same, strike the sentence out.
worksheet-example = Can somebody give an example from last month?
worksheet-example-hint = A case with people in it, not “that’s just the way we are”.
worksheet-example-next = Ask at the next meeting: “Where did you last see this sentence?” If nothing comes, it is not true yet.
worksheet-authors = Did those who are to act on it help to write it?
worksheet-authors-hint = People who helped to write it know it, stand behind it and can explain it.
worksheet-authors-next = Give the sentence to two or three people who serve customers, with a pencil. What they strike out was for the wall.
worksheet-asked = Have we asked customers whether it matters to them?
worksheet-asked-hint = And how they would like to work with us. Five conversations are enough to begin with.
worksheet-asked-next = By the end of the month, ask five people who come to you: “How should you notice that we mean it?”
worksheet-note = Note
worksheet-note-hint = What you discussed, and what happens by when, without names. Leaders and administration read it.
worksheet-save = Save the check
worksheet-unanswered = Please choose yes, partly or no.
worksheet-note-too-long = That is more than 1000 characters. Please shorten it; the text is still there.
worksheet-overtaken = The sentence has been changed meanwhile. Read it again above; your answers are still there.
worksheet-checked-meanwhile = Somebody has checked the sentence meanwhile. Read it again above; your answers are still there. If you save again, yours count.
