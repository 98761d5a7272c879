# Somebody who sends far too much.
slow-down = One thing at a time, please. What comes too fast I do not read; try again in a minute. Answers to quizzes are kept all the same.
