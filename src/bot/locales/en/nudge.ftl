nudge-first = { $you }, today's lesson is still waiting. Three minutes, and then one question.
nudge-waiting =
    { $you }, one lesson has been waiting since { $since }: { $lesson }. Nothing piles up, it is just this one. Start there whenever you can.
nudge-last = { $you }, I have kept the lesson from { $since }: { $lesson }. I will not remind you again. Type /today whenever you want to go on.
nudge-over = This reminder is over.
button-send-again = Send me the lesson
