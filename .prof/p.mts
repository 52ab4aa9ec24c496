import { readFileSync } from 'node:fs'
import { getIncivilityModel } from '/work/main/lib/scoring/incivility/model'
import { isEnglish } from '/work/main/lib/scoring/language-gate'
import { readModelWords } from '/work/main/lib/scoring/model-words'
import { addTone } from '/work/main/lib/scoring/incivility/tone'
import { scoreComment } from '/work/main/lib/scoring/score-comment'
const m = getIncivilityModel() as any
const lines=readFileSync('/work/wt/models/training/cache/texts.ndjson','utf8').split('\n').filter(l=>l.includes('"source": "civil-spans"')).slice(0,6000).map(l=>JSON.parse(l).text as string)
console.log('mean chars', lines.reduce((s,l)=>s+l.length,0)/lines.length)
const time=(name:string,f:(t:any)=>unknown, xs:any[]=lines)=>{ for (const l of xs.slice(0,1000)) f(l); const c=process.cpuUsage(); for (const l of xs.slice(1000)) f(l); const d=process.cpuUsage(c); console.log(name,((d.user+d.system)/(xs.length-1000)).toFixed(1),'us') }
time('english',isEnglish); time('words',t=>readModelWords(t,m.vocabulary)); time('all',t=>m.read(t)); time('all',t=>m.read(t))
const forms=lines.map(t=>readModelWords(t,m.vocabulary).map(w=>w.form)).filter(f=>f.length>0)
time('net',(f)=>m.nets[0].read(f),forms); time('net again',(f)=>m.nets[0].read(f),forms); time('regression',f=>m.regression.read(f),forms); 
const zero=Object.fromEntries(['uncivil'].map(h=>[h,0])); const r=m.read('you idiot').trained
