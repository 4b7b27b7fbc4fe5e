confirmation = Confirmation
confirmation-title = Confirmation of completed learning
confirmation-for = for { $name }
confirmation-modules = Completed modules
confirmation-module = Module
confirmation-on = Completed on
confirmation-parts-head = Contents
confirmation-parts = { $lessons ->
    [one] { $lessons } lesson
   *[other] { $lessons } lessons
}, { $drills ->
    [one] { $drills } exercise
   *[other] { $drills } exercises
}
confirmation-no-modules = No whole module is completed yet.
confirmation-lessons = Completed lessons
confirmation-drills = Completed exercises
confirmation-learning-time = Learning time in total
confirmation-time = { $hours } h { $minutes } min
confirmation-day = { $place }, { $day }
confirmation-made-from = Made with Augenhöhe from what was recorded there. It confirms what was completed, not how well.
confirmation-print = “Print” in your browser makes a sheet of paper of it, or a PDF file.
