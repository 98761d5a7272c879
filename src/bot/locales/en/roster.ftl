button-roster = See the people
button-help-roster = People
