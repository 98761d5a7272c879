/** The page's only style; its hash is what the content security policy lets through. */
export const verificationStyle = `
:root{--paper:#f3f6f5;--card:#fff;--ink:#1b2b2a;--quiet:#586865;--line:#d8e1df;--good:#0f6b52;--bad:#a3282d;--warn:#8a5a00}
@media (prefers-color-scheme:dark){:root{--paper:#101917;--card:#182422;--ink:#e8efed;--quiet:#9db0ac;--line:#2c3c39;--good:#5fd0a8;--bad:#ff8f8c;--warn:#e9b95c}}
*{box-sizing:border-box}
body{margin:0;padding:16px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{max-width:560px;margin:0 auto;padding:20px;background:var(--card);border:1px solid var(--line);border-top:6px solid var(--warn);border-radius:12px;overflow-wrap:anywhere}
.valid{border-top-color:var(--good)}.revoked{border-top-color:var(--bad)}
header{display:flex;gap:12px;justify-content:space-between;align-items:center;font-size:14px}
header p{margin:0}.what,.quiet,dt{color:var(--quiet)}
header a{color:inherit;padding:12px 0 12px 12px;white-space:nowrap}
h1{display:flex;gap:10px;align-items:flex-start;margin:8px 0 4px;font-size:22px;line-height:1.25}
h1 span{flex:none;width:28px;height:28px;border-radius:50%;background:var(--warn);color:var(--card);font-size:17px;line-height:28px;text-align:center}
.valid h1 span{background:var(--good)}.revoked h1 span{background:var(--bad)}
main>p{margin:8px 0 0}
dl{margin:16px 0 0;border-top:1px solid var(--line)}
dt{padding-top:10px;font-size:13px}
dd{margin:0;padding-bottom:10px;border-bottom:1px solid var(--line);font-weight:600}
.quiet{font-size:13px}
`
