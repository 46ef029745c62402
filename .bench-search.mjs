import fs from 'node:fs'
const R='/tmp/g/search/pipelines/channels/delivery/'
const {openStore}=await import(R+'store.ts'); const {applyEntries}=await import(R+'apply.ts'); const {search}=await import(R+'search/search.ts')
const N=Number(process.argv[2]??10000), WORDS=Number(process.argv[3]??1000), TERMS=1000
const dir='/tmp/g/bsearch'; fs.rmSync(dir,{recursive:true,force:true})
const store=openStore(dir); store.startOver('e')
let seed=1;const rnd=()=>(seed=(seed*1103515245+12345)%2147483648)/2147483648
const L='etaoinshrdlcumwfgypbvk';const V=N>=100000?300000:60000
const voc=[];{const s=new Set();while(s.size<V){let w='';const l=3+Math.floor(rnd()*9);for(let i=0;i<l;i++)w+=L[Math.floor(rnd()**1.6*22)];s.add(w)}voc.push(...s)}
const word=()=>voc[Math.floor(V*rnd()**6)]
const caps=[...Array(TERMS)].map((_,i)=>'T'+i.toString(36).toUpperCase()+'X')
const base=(type,i,title,text,fields={})=>({id:`${type}:${i}`,type,slug:`s${i}`,formerSlugs:[],url:`https://e.com/${type}/s${i}`,title,summary:text.slice(0,200)||title,html:`<p>${text}</p>`,markdown:text,text,blocks:[{type:'paragraph',children:[{type:'text',text}]}],authors:[],topics:[],image:null,publishedAt:new Date(1.6e12+i*1e6).toISOString(),updatedAt:new Date(1.6e12).toISOString(),seo:{noIndex:false},relations:{faqs:[],caseStudies:[],glossaryTerms:[],roleProfiles:[]},fields,jsonLd:[],channels:{}})
let seq=0;const entry=(item)=>({seq:++seq,itemId:item.id,type:item.type,slug:item.slug,url:item.url,action:'published',cause:'save',hash:'',ownHash:'',publishedAt:item.publishedAt,item,dependsOn:[],by:'',recordedAt:item.publishedAt})
const cpu=(f,n=1)=>{const t=process.cpuUsage(),w=performance.now();const r=f();const u=process.cpuUsage(t);return [((u.user+u.system)/1e3/n).toFixed(3)+' ms cpu',((performance.now()-w)/n).toFixed(3)+' ms',r]}
const terms=[];for(let i=0;i<TERMS;i++)terms.push(entry(base('glossary-terms',i,`${word()} ${word()} ${word()} (${caps[i]})`,[...Array(60)].map(word).join(' '),{abbreviation:caps[i],aliases:[`${word()} ${word()}`]})))
console.log('terms',cpu(()=>{for(let i=0;i<TERMS;i+=200)applyEntries(store,terms.slice(i,i+200))},TERMS).slice(0,2))
const body=(k=10)=>{const w=[...Array(WORDS)].map(word);for(let i=0;i<k;i++)w[Math.floor(rnd()*WORDS)]=caps[Math.floor(rnd()*TERMS)];for(let i=15;i<WORDS;i+=15)w[i]+='.';return w.join(' ')}
console.log('articles',(()=>{let c=0,w=0;for(let i=0;i<N;i+=200){const es=[];for(let k=i;k<i+200;k++)es.push(entry(base('articles',k,`${word()} ${word()} ${word()}`,body(WORDS>=1000?10:2))));const r=cpu(()=>applyEntries(store,es));c+=parseFloat(r[0]);w+=parseFloat(r[1])}return [c/N+' ms cpu each',w/N]})())
console.log('size MB',fs.statSync(dir+'/delivery-1.db').size/1e6,'rss',process.memoryUsage().rss/1e6)
const M=200
for (const k of [0,10]) {
const es=[...Array(M)].map((_,i)=>entry(base('articles',i*7,`${word()} ${word()}`,body(k))))
console.log('single update of an article with terms:',k,cpu(()=>{for(const e of es)applyEntries(store,[e])},M).slice(0,2))}
const q1=(q,o={})=>{const t=performance.now();let r;for(let i=0;i<5;i++)r=search(store,{q,filterLists:[],limit:20,...o});console.log(JSON.stringify(q),o.filterLists?'filtered':'',((performance.now()-t)/5).toFixed(2)+' ms',r.hits.length,r.next)}
q1(voc[0]);q1(voc[0]+' '+voc[1]);q1(voc[0]+' '+voc[1]+' ',{filterLists:[['articles']]});q1(voc[5]);q1(voc[5000]+' ');q1(voc[2].slice(0,2));q1(voc[0].slice(0,3));q1('t0x');q1(voc.slice(0,12).join(' '));q1('zz qq xx jj')
for(const i of [3,100,5000,20000])if(voc[i].length>5){const w=voc[i];const t=w.slice(0,2)+w[3]+w[2]+w.slice(4);q1(t+' ');q1(w.slice(1)+' ')}
q1('etaonesti ');q1('tatein ')
console.log('term renamed',cpu(()=>applyEntries(store,[entry(base('glossary-terms',5,voc[0],'x',{abbreviation:'TAX',aliases:[]}))])).slice(0,2))
store.close()
