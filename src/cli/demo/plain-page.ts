import type { Route } from '../../simulator/index.ts'

/** A plain page: every chat can be read, and its buttons, polls and commands used. */
export const plainPage: Route = (_request, response, url) => {
  if (url.pathname !== '/') return false
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(PAGE)
  return true
}

const PAGE = `<!doctype html><html lang="id"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Sedikit</title>
<style>
body{font:15px/1.4 system-ui;margin:0;display:grid;grid-template-columns:16rem 1fr;height:100vh}
header{grid-column:1/3;padding:.5rem 1rem;background:#17212b;color:#fff}
ul{overflow:auto;margin:0;padding:0;list-style:none}li{padding:.4rem 1rem;cursor:pointer}
li[aria-current]{background:#d8eefe}main{overflow:auto;padding:1rem;background:#e6ebee}
article{background:#fff;border-radius:.7rem;padding:.6rem;margin:.4rem 0;max-width:38rem;white-space:pre-wrap}
article.own{background:#e3fdd0;margin-left:auto}article button{display:block;margin:.3rem 0;width:100%}
</style><body><header><b id="org"></b> · <span id="now"></span>
<button data-to="hour">+1 jam</button> <button data-to="morning">pagi kerja berikutnya</button>
<button data-to="week">+1 minggu</button> <button id="play">▶</button>
<br><small>Semua orang di sini rekaan. Everyone here is fictional.</small></header>
<ul></ul><main></main><script type="module">
const $=(q)=>document.querySelector(q),el=(t,p)=>Object.assign(document.createElement(t),p)
const get=(u)=>fetch(u).then((r)=>r.json())
const post=(u,b)=>fetch(u,{method:'POST',body:JSON.stringify(b)}).then((r)=>r.json())
let state=await get('/demo/state'),open=state.gallery[0].id
const act=async(b)=>{const r=await post('/sim/people/'+open+'/actions',b);if(r.error)alert(r.error);await chat()}
const clock=(c)=>{state={...state,...c};$('#org').textContent=state.organisation.name.id
$('#now').textContent=new Date(state.now).toLocaleString('id',{timeZone:state.timezone,dateStyle:'full',timeStyle:'short'})+(state.moving?' …':'')
$('#play').textContent=state.playing?'⏸':'▶'}
async function list(){const known=new Map(state.gallery.map((g)=>[g.id,g.title.id]))
const people=(await get('/sim/people')).sort((a,b)=>(known.has(b.id)-known.has(a.id))||a.id-b.id)
$('ul').replaceChildren(...people.map((p)=>{const li=el('li',{textContent:p.firstName+(known.has(p.id)?' — '+known.get(p.id):'')+(p.blocked?' (memblokir)':'')})
if(p.id===open)li.setAttribute('aria-current','true');li.onclick=()=>{open=p.id;list();chat()};return li}))}
async function chat(){const ms=await get('/sim/people/'+open+'/messages');const main=$('main')
main.replaceChildren(...ms.map((m)=>{const a=el('article',{className:m.fromBot?'':'own',textContent:m.poll?m.poll.question:m.text})
for(const o of m.poll?.options??[])a.append(el('button',{textContent:o.text+(o.chosen?' ●':'')+(o.correct?' ✓':''),disabled:m.poll.answered,onclick:()=>act({action:'vote',messageId:m.id,options:o.text})}))
if(m.poll?.explanation)a.append(el('small',{textContent:m.poll.explanation}))
for(const b of (m.buttons??[]).flat())a.append(el('button',{textContent:b.text,onclick:()=>act({action:'press',messageId:m.id,button:b.text})}))
return a}))
const f=el('form'),i=el('input',{placeholder:ms.length?'/materi, /progres, /bantuan …':'/start '+state.invite.code,size:40})
f.append(i);f.onsubmit=(e)=>{e.preventDefault();const t=i.value||i.placeholder
act(t.startsWith('/start ')?{action:'start',payload:t.slice(7)}:{action:'text',text:t})};main.append(f);main.scrollTop=main.scrollHeight}
for(const b of document.querySelectorAll('[data-to]'))b.onclick=()=>post('/demo/clock',{to:b.dataset.to})
$('#play').onclick=()=>post('/demo/play',{playing:!state.playing})
new EventSource('/demo/events').addEventListener('clock',(e)=>clock(JSON.parse(e.data)))
let due
const sim=new EventSource('/sim/events');for(const t of ['message','edited','deleted'])sim.addEventListener(t,(e)=>{
if(JSON.parse(e.data).chatId===open){clearTimeout(due);due=setTimeout(chat,150)}})
clock({});await list();await chat()
</script>`
