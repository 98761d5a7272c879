dashboard =
    <b>Dashboard</b>
    The figures of your units on one page: overview, units, lessons, announcements and people. What it shows follows your role.
dashboard-app = The button below opens it within Telegram, which knows you already.
dashboard-link =
    In a browser, for example on a computer at the office:
    { $url }

    This link holds for five minutes and works once. From then on the dashboard can be looked at for an hour. Do not pass it on to anybody.
dashboard-local = That link opens only on the computer on which the bot runs, since its public address (PUBLIC_URL) is not set. Whoever runs the server can set it to an https address that leads to this bot, and start it anew: the link then opens anywhere, and the dashboard opens within Telegram too.
dashboard-no-app = Telegram opens pages by https alone. If whoever runs the server changes PUBLIC_URL to an https address, a button appears here that opens the dashboard within Telegram.
button-dashboard = Open the dashboard
button-help-dashboard = Dashboard
