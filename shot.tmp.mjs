import { chromium } from '@playwright/test';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']});
const [,, lang='en', width='768', scheme='light', what='consent', scope='ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS STATEMENTS CUSTOMER_CONTACT', client='budget-buddy']=process.argv;
const p=await b.newPage({viewport:{width:+width,height:900},colorScheme:scheme});
p.on('console',m=>console.log('console',m.type(),m.text()));p.on('pageerror',e=>console.log('pageerror',e.message));
const q=new URLSearchParams({client_id:client,redirect_uri:client==='budget-buddy'?'http://127.0.0.1:9999/callback':'http://127.0.0.1/callback',response_type:'code',scope,state:'xyz',provider_id:'1000',language:lang,code_challenge:'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',code_challenge_method:'S256'});
await p.goto(what==='problem'?'http://localhost:3100/authorize?client_id=x&language='+lang:'http://localhost:3100/authorize?'+q);
if(what!=='problem'&&what!=='signin'){
 await p.locator('input[name=username]').fill('camille');await p.locator('input[name=password]').fill('erable-rouge');await p.keyboard.press('Enter');await p.waitForURL(/\/authorize/);
 if(what==='error'){await p.getByRole('button',{name:/^(Allow|Autoriser)$/}).click();await p.waitForSelector('[role=alert]');console.log(await p.evaluate(()=>document.activeElement?.getAttribute('role')+' '+location.href.slice(0,60)));}
 if(what==='tick'){await p.locator('input[value=acc-sav-1]').check();}
}
await p.waitForTimeout(300);
console.log('scrollW',await p.evaluate(()=>document.documentElement.scrollWidth));
await p.screenshot({path:`/tmp/${what}-${lang}-${width}-${scheme}.png`,fullPage:true});
await b.close();
