"""Reckons review histories with the reference implementation of FSRS-6.

Reads lines of JSON from standard input: [[days since the review before, rating from 1 to 4], ...], the first one with 0 days. Writes for each
line [[stability, difficulty, days until due, the same days before rounding], ...]. A history goes on from a stability of 36,500 days at most,
as in the crate; the reference knows no such bound.
"""

import json
import sys
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

from fsrs import Card, Rating, Scheduler

LONGEST_STABILITY = 36500.0

longest_interval = int(sys.argv[1])
scheduler = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=longest_interval, enable_fuzzing=False)
assert version("fsrs").startswith("6.") and len(scheduler.parameters) == 21
decay = -scheduler.parameters[20]
factor = 0.9 ** (1 / decay) - 1

for line in sys.stdin:
    card, now, reckoned = Card(), datetime(2026, 1, 1, tzinfo=timezone.utc), []
    for days, rating in json.loads(line):
        now += timedelta(days=days)
        card, _ = scheduler.review_card(card, Rating(rating), now)
        card.stability = min(card.stability, LONGEST_STABILITY)
        exact = card.stability / factor * (scheduler.desired_retention ** (1 / decay) - 1)
        reckoned.append([card.stability, card.difficulty, (card.due - now).days, exact])
    print(json.dumps(reckoned))
