import type { SomeSaid } from './words.ts'

/** Of the way to Telegram, and what it says. */
export const enThere = {
  'proxy/none': { what: 'None (HTTPS_PROXY is not set).' },
  'proxy/fine': { what: '{proxy} leads on to {host}.' },
  'proxy/passedBy': { what: '{host} is reached without {proxy} (NO_PROXY, or an http address).' },
  'proxy/malformed': {
    what: 'HTTPS_PROXY cannot be read.',
    how: 'Write it like http://proxy.example.go.id:3128',
  },
  'proxy/scheme': {
    what: 'HTTPS_PROXY begins with {scheme}, which is not supported.',
    how: 'Use an HTTP proxy: http://proxy.example.go.id:3128',
  },
  'proxy/unknownHost': {
    what: 'The name of the proxy in {proxy} is not known.',
    how: 'Correct HTTPS_PROXY, or ask whoever runs the network for its name.',
  },
  'proxy/refused': {
    what: 'No proxy listens at {proxy} ({code}).',
    how: 'Correct the port in HTTPS_PROXY, or have the proxy started.',
  },
  'proxy/silent': {
    what: 'The proxy {proxy} does not answer.',
    how: 'Open the way from this machine to the proxy, or correct HTTPS_PROXY.',
  },
  'proxy/unauthorised': {
    what: 'The proxy {proxy} wants a name and a password (407).',
    how: 'Name both in HTTPS_PROXY: http://name:password@host:port',
  },
  'proxy/forbids': {
    what: 'The proxy {proxy} does not lead on to {host} ({code}).',
    how: 'Ask whoever runs the network to allow {host} there.',
  },
  'proxy/noProxy': {
    what: 'What answers at {proxy} is no HTTP proxy ({code}).',
    how: 'Correct HTTPS_PROXY: that address belongs to something else.',
  },
  'network/fine': { what: '{host} answers within {ms} ms.' },
  'network/malformed': { what: 'Skipped: TELEGRAM_API_ROOT cannot be read.' },
  'network/behindProxy': {
    what: 'Skipped: {host} is reached through the proxy, which has to be mended first.',
  },
  'network/unknownHost': {
    what: 'DNS does not know {host} ({code}).',
    how: 'Try `getent hosts {host}`; correct /etc/resolv.conf or TELEGRAM_API_ROOT.',
  },
  'network/noResolver': {
    what: 'No DNS server answers when asked for {host} ({code}).',
    how: 'Correct the nameserver in /etc/resolv.conf, or open port 53 from this machine.',
  },
  'network/refused': {
    what: 'The connection to {host} is refused.',
    how: 'A firewall closes it, or no server is there: allow {host}, or correct TELEGRAM_API_ROOT.',
  },
  'network/silent': {
    what: '{host} does not answer: connections vanish on the way.',
    how: 'Ask whoever runs the network to allow {host} at port 443, or name a proxy in HTTPS_PROXY.',
  },
  'network/unreachable': {
    what: 'This machine has no way to {host} ({code}).',
    how: 'Check the cable, the gateway (`ip route`), and whether this machine is on the internet at all.',
  },
  'network/cut': {
    what: 'The connection to {host} is cut in the middle.',
    how: 'Mostly a filter of the network: have {host} allowed, or name a proxy in HTTPS_PROXY.',
  },
  'network/intercepted': {
    what: 'Somebody opens TLS on the way: the certificate of {host} was issued by {issuer} ({code}).',
    how: 'Get the root certificate of your organisation and start with NODE_EXTRA_CA_CERTS=/path/root.pem, or have {host} left out.',
  },
  'network/otherName': {
    what: 'What answers as {host} has a certificate for another name (from {issuer}).',
    how: 'Mostly a blocking page or a DNS that was turned away: use another DNS, or have {host} allowed.',
  },
  'network/certificateTime': {
    what: 'The certificate of {host} is not valid yet or any more, by the clock of this machine ({code}).',
    how: 'Look at the clock first (`date`; timedatectl set-ntp true). If it is right, somebody opens TLS on the way.',
  },
  'network/notTls': {
    what: '{host} does not speak TLS as it should ({code}).',
    how: 'Mostly a filter of the network, or a wrong port: check TELEGRAM_API_ROOT.',
  },
  'network/noBotApi': {
    what: 'What answers at {host} is no Bot API server ({code}).',
    how: 'Mostly the login page of a Wi-Fi, or a wrong address: correct TELEGRAM_API_ROOT.',
  },
  'network/broken': {
    what: 'Talking to {host} failed ({code}).',
    how: 'Try again; if it stays so, take that code to whoever runs the network.',
  },
  'token/fine': { what: 'Telegram knows it: @{username}.' },
  'token/missing': { what: 'Skipped: BOT_TOKEN is not set.' },
  'token/malformed': { what: 'Skipped: BOT_TOKEN cannot be read.' },
  'token/unreached': { what: 'Skipped: Telegram is not reached yet.' },
  'token/refused': {
    what: 'Telegram refuses BOT_TOKEN ({code} {said}).',
    how: 'Copy it again from @BotFather (/mybots, API Token). If it was ever seen by others, /revoke first.',
  },
  'token/busy': {
    what: 'Telegram asks for {seconds} s of rest (429).',
    how: 'Wait that long. If it happens often, lower SEND_RATE.',
  },
  'token/unavailable': {
    what: 'Telegram itself is troubled ({code}).',
    how: 'Wait, then look again; nothing is lost.',
  },
  'webhook/fine': { what: 'Set to {url}; {pending} update(s) waiting.' },
  'webhook/none': { what: 'None, as it should be: this bot polls; {pending} update(s) waiting.' },
  'webhook/unreached': { what: 'Skipped: Telegram cannot be asked with this token yet.' },
  'webhook/notSet': {
    what: 'Not set to {url} yet.',
    how: '`npm start` sets it. If the bot runs already, restart the process that serves the web.',
  },
  'webhook/elsewhere': {
    what: 'Telegram pushes to {theirs}, not to {url}.',
    how: 'Another program has the same token, or PUBLIC_URL has changed: stop the other; `npm start` sets it again.',
  },
  'webhook/foreign': {
    what: 'A webhook to {theirs} is set, and this bot polls.',
    how: '`npm start` takes it away. If it comes back, another program uses this token: change it (/revoke at @BotFather).',
  },
  'webhook/plain': {
    what: '{url} is no https address: Telegram does not push there.',
    how: 'Put a certificate before it and write https:// in PUBLIC_URL, or leave WEBHOOK_SECRET empty to poll.',
  },
  'webhook/certificate': {
    what: 'Telegram does not believe the certificate at {url}: {said} ({minutes} min ago; {pending} update(s) waiting).',
    how: 'Renew the certificate, with those between it and its root.',
  },
  'webhook/failing': {
    what: 'Telegram fails to push to {url}: {said} ({minutes} min ago; {pending} update(s) waiting).',
    how: 'Open {url} from outside: does the bot run, does the reverse proxy lead on, is the firewall open?',
  },
  'webhook/failedOnce': {
    what: 'The last push that failed was {minutes} min ago: {said}.',
    how: 'If it does not happen again, nothing is to be done; if it does, see the log of the reverse proxy.',
  },
  'webhook/backlog': {
    what: '{pending} updates wait at Telegram.',
    how: 'See whether the bot runs and answers fast enough; Telegram drops what is older than a day.',
  },
  'polling/fine': { what: 'No other program fetches the updates of this bot.' },
  'polling/waiting': {
    what: 'Updates wait and nobody fetches them: the bot does not run just now.',
  },
  'polling/own': {
    what: 'Skipped, so that the bot that runs is not disturbed; its log says 409 if it has a rival.',
  },
  'polling/byWebhook': { what: 'Skipped: updates come by webhook.' },
  'polling/unreached': { what: 'Skipped: Telegram cannot be asked with this token yet.' },
  'polling/other': {
    what: 'Two bots on one token: another program fetches the updates of this bot (409).',
    how: 'Stop one of the two. If you do not know which, change the token (/revoke at @BotFather) and set the new one here.',
  },
  'clock.telegram/right': { what: 'The same ({distance}).' },
  'clock.telegram/off': {
    what: 'The clock of this machine differs from that of Telegram by {distance}.',
    how: 'Let it be set over the network: timedatectl set-ntp true',
  },
  'clock.telegram/wrong': {
    what: 'The clock of this machine is wrong: it differs from that of Telegram by {distance}.',
    how: 'Set it (timedatectl set-ntp true) before you start the bot: lessons would come at night.',
  },
  'clock.telegram/untold': { what: 'Skipped: Telegram has not told its time.' },
  'clock.database/right': { what: 'The same ({distance}).' },
  'clock.database/off': {
    what: 'The clock of this machine differs from that of the database server by {distance}.',
    how: 'Let both be set over the network: timedatectl set-ntp true',
  },
  'clock.database/wrong': {
    what: 'The clocks of this machine and of the database server are {distance} apart.',
    how: 'See which is wrong (`date` on both), then timedatectl set-ntp true.',
  },
  'clock.database/untold': { what: 'Skipped: the database is not reached yet.' },
  'doctor/stumbled': {
    what: 'The examination of {check} stumbled itself: {said}',
    how: 'That is a mistake of the program: report it with the line above. The rest was examined.',
  },
} as const satisfies SomeSaid
