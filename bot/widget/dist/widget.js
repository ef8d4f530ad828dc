var j=globalThis,B=j.ShadowRoot&&(j.ShadyCSS===void 0||j.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Se=Symbol(),We=new WeakMap,M=class{constructor(e,s,i){if(this._$cssResult$=!0,i!==Se)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=s}get styleSheet(){let e=this.o,s=this.t;if(B&&e===void 0){let i=s!==void 0&&s.length===1;i&&(e=We.get(s)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),i&&We.set(s,e))}return e}toString(){return this.cssText}},V=t=>new M(typeof t=="string"?t:t+"",void 0,Se),f=(t,...e)=>{let s=t.length===1?t[0]:e.reduce((i,n,o)=>i+(r=>{if(r._$cssResult$===!0)return r.cssText;if(typeof r=="number")return r;throw Error("Value passed to 'css' function must be a 'css' function result: "+r+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(n)+t[o+1],t[0]);return new M(s,t,Se)},Ge=(t,e)=>{if(B)t.adoptedStyleSheets=e.map(s=>s instanceof CSSStyleSheet?s:s.styleSheet);else for(let s of e){let i=document.createElement("style"),n=j.litNonce;n!==void 0&&i.setAttribute("nonce",n),i.textContent=s.cssText,t.appendChild(i)}},Ee=B?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let s="";for(let i of e.cssRules)s+=i.cssText;return V(s)})(t):t;var{is:gs,defineProperty:xs,getOwnPropertyDescriptor:vs,getOwnPropertyNames:bs,getOwnPropertySymbols:$s,getPrototypeOf:_s}=Object,F=globalThis,Ye=F.trustedTypes,ws=Ye?Ye.emptyScript:"",ys=F.reactiveElementPolyfillSupport,N=(t,e)=>t,Ce={toAttribute(t,e){switch(e){case Boolean:t=t?ws:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let s=t;switch(e){case Boolean:s=t!==null;break;case Number:s=t===null?null:Number(t);break;case Object:case Array:try{s=JSON.parse(t)}catch{s=null}}return s}},Je=(t,e)=>!gs(t,e),Ke={attribute:!0,type:String,converter:Ce,reflect:!1,useDefault:!1,hasChanged:Je};Symbol.metadata??=Symbol("metadata"),F.litPropertyMetadata??=new WeakMap;var _=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,s=Ke){if(s.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((s=Object.create(s)).wrapped=!0),this.elementProperties.set(e,s),!s.noAccessor){let i=Symbol(),n=this.getPropertyDescriptor(e,i,s);n!==void 0&&xs(this.prototype,e,n)}}static getPropertyDescriptor(e,s,i){let{get:n,set:o}=vs(this.prototype,e)??{get(){return this[s]},set(r){this[s]=r}};return{get:n,set(r){let l=n?.call(this);o?.call(this,r),this.requestUpdate(e,l,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Ke}static _$Ei(){if(this.hasOwnProperty(N("elementProperties")))return;let e=_s(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(N("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(N("properties"))){let s=this.properties,i=[...bs(s),...$s(s)];for(let n of i)this.createProperty(n,s[n])}let e=this[Symbol.metadata];if(e!==null){let s=litPropertyMetadata.get(e);if(s!==void 0)for(let[i,n]of s)this.elementProperties.set(i,n)}this._$Eh=new Map;for(let[s,i]of this.elementProperties){let n=this._$Eu(s,i);n!==void 0&&this._$Eh.set(n,s)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let s=[];if(Array.isArray(e)){let i=new Set(e.flat(1/0).reverse());for(let n of i)s.unshift(Ee(n))}else e!==void 0&&s.push(Ee(e));return s}static _$Eu(e,s){let i=s.attribute;return i===!1?void 0:typeof i=="string"?i:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,s=this.constructor.elementProperties;for(let i of s.keys())this.hasOwnProperty(i)&&(e.set(i,this[i]),delete this[i]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ge(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,s,i){this._$AK(e,i)}_$ET(e,s){let i=this.constructor.elementProperties.get(e),n=this.constructor._$Eu(e,i);if(n!==void 0&&i.reflect===!0){let o=(i.converter?.toAttribute!==void 0?i.converter:Ce).toAttribute(s,i.type);this._$Em=e,o==null?this.removeAttribute(n):this.setAttribute(n,o),this._$Em=null}}_$AK(e,s){let i=this.constructor,n=i._$Eh.get(e);if(n!==void 0&&this._$Em!==n){let o=i.getPropertyOptions(n),r=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:Ce;this._$Em=n;let l=r.fromAttribute(s,o.type);this[n]=l??this._$Ej?.get(n)??l,this._$Em=null}}requestUpdate(e,s,i,n=!1,o){if(e!==void 0){let r=this.constructor;if(n===!1&&(o=this[e]),i??=r.getPropertyOptions(e),!((i.hasChanged??Je)(o,s)||i.useDefault&&i.reflect&&o===this._$Ej?.get(e)&&!this.hasAttribute(r._$Eu(e,i))))return;this.C(e,s,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,s,{useDefault:i,reflect:n,wrapped:o},r){i&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,r??s??this[e]),o!==!0||r!==void 0)||(this._$AL.has(e)||(this.hasUpdated||i||(s=void 0),this._$AL.set(e,s)),n===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(s){Promise.reject(s)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[n,o]of this._$Ep)this[n]=o;this._$Ep=void 0}let i=this.constructor.elementProperties;if(i.size>0)for(let[n,o]of i){let{wrapped:r}=o,l=this[n];r!==!0||this._$AL.has(n)||l===void 0||this.C(n,void 0,o,l)}}let e=!1,s=this._$AL;try{e=this.shouldUpdate(s),e?(this.willUpdate(s),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(s)):this._$EM()}catch(i){throw e=!1,this._$EM(),i}e&&this._$AE(s)}willUpdate(e){}_$AE(e){this._$EO?.forEach(s=>s.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(s=>this._$ET(s,this[s])),this._$EM()}updated(e){}firstUpdated(e){}};_.elementStyles=[],_.shadowRootOptions={mode:"open"},_[N("elementProperties")]=new Map,_[N("finalized")]=new Map,ys?.({ReactiveElement:_}),(F.reactiveElementVersions??=[]).push("2.1.2");var Le=globalThis,Ze=t=>t,W=Le.trustedTypes,Qe=W?W.createPolicy("lit-html",{createHTML:t=>t}):void 0,Oe="$lit$",w=`lit$${Math.random().toFixed(9).slice(2)}$`,Pe="?"+w,As=`<${Pe}>`,T=document,q=()=>T.createComment(""),z=t=>t===null||typeof t!="object"&&typeof t!="function",Ue=Array.isArray,nt=t=>Ue(t)||typeof t?.[Symbol.iterator]=="function",Te=`[ 	
\f\r]`,H=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Xe=/-->/g,et=/>/g,E=RegExp(`>|${Te}(?:([^\\s"'>=/]+)(${Te}*=${Te}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),tt=/'/g,st=/"/g,ot=/^(?:script|style|textarea|title)$/i,De=t=>(e,...s)=>({_$litType$:t,strings:e,values:s}),a=De(1),v=De(2),Li=De(3),y=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),it=new WeakMap,C=T.createTreeWalker(T,129);function rt(t,e){if(!Ue(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Qe!==void 0?Qe.createHTML(e):e}var at=(t,e)=>{let s=t.length-1,i=[],n,o=e===2?"<svg>":e===3?"<math>":"",r=H;for(let l=0;l<s;l++){let d=t[l],u,g,p=-1,m=0;for(;m<d.length&&(r.lastIndex=m,g=r.exec(d),g!==null);)m=r.lastIndex,r===H?g[1]==="!--"?r=Xe:g[1]!==void 0?r=et:g[2]!==void 0?(ot.test(g[2])&&(n=RegExp("</"+g[2],"g")),r=E):g[3]!==void 0&&(r=E):r===E?g[0]===">"?(r=n??H,p=-1):g[1]===void 0?p=-2:(p=r.lastIndex-g[2].length,u=g[1],r=g[3]===void 0?E:g[3]==='"'?st:tt):r===st||r===tt?r=E:r===Xe||r===et?r=H:(r=E,n=void 0);let h=r===E&&t[l+1].startsWith("/>")?" ":"";o+=r===H?d+As:p>=0?(i.push(u),d.slice(0,p)+Oe+d.slice(p)+w+h):d+w+(p===-2?l:h)}return[rt(t,o+(t[s]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),i]},I=class t{constructor({strings:e,_$litType$:s},i){let n;this.parts=[];let o=0,r=0,l=e.length-1,d=this.parts,[u,g]=at(e,s);if(this.el=t.createElement(u,i),C.currentNode=this.el.content,s===2||s===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(n=C.nextNode())!==null&&d.length<l;){if(n.nodeType===1){if(n.hasAttributes())for(let p of n.getAttributeNames())if(p.endsWith(Oe)){let m=g[r++],h=n.getAttribute(p).split(w),x=/([.?@])?(.*)/.exec(m);d.push({type:1,index:o,name:x[2],strings:h,ctor:x[1]==="."?Y:x[1]==="?"?K:x[1]==="@"?J:O}),n.removeAttribute(p)}else p.startsWith(w)&&(d.push({type:6,index:o}),n.removeAttribute(p));if(ot.test(n.tagName)){let p=n.textContent.split(w),m=p.length-1;if(m>0){n.textContent=W?W.emptyScript:"";for(let h=0;h<m;h++)n.append(p[h],q()),C.nextNode(),d.push({type:2,index:++o});n.append(p[m],q())}}}else if(n.nodeType===8)if(n.data===Pe)d.push({type:2,index:o});else{let p=-1;for(;(p=n.data.indexOf(w,p+1))!==-1;)d.push({type:7,index:o}),p+=w.length-1}o++}}static createElement(e,s){let i=T.createElement("template");return i.innerHTML=e,i}};function L(t,e,s=t,i){if(e===y)return e;let n=i!==void 0?s._$Co?.[i]:s._$Cl,o=z(e)?void 0:e._$litDirective$;return n?.constructor!==o&&(n?._$AO?.(!1),o===void 0?n=void 0:(n=new o(t),n._$AT(t,s,i)),i!==void 0?(s._$Co??=[])[i]=n:s._$Cl=n),n!==void 0&&(e=L(t,n._$AS(t,e.values),n,i)),e}var G=class{constructor(e,s){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=s}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:s},parts:i}=this._$AD,n=(e?.creationScope??T).importNode(s,!0);C.currentNode=n;let o=C.nextNode(),r=0,l=0,d=i[0];for(;d!==void 0;){if(r===d.index){let u;d.type===2?u=new P(o,o.nextSibling,this,e):d.type===1?u=new d.ctor(o,d.name,d.strings,this,e):d.type===6&&(u=new Z(o,this,e)),this._$AV.push(u),d=i[++l]}r!==d?.index&&(o=C.nextNode(),r++)}return C.currentNode=T,n}p(e){let s=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(e,i,s),s+=i.strings.length-2):i._$AI(e[s])),s++}},P=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,s,i,n){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=e,this._$AB=s,this._$AM=i,this.options=n,this._$Cv=n?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,s=this._$AM;return s!==void 0&&e?.nodeType===11&&(e=s.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,s=this){e=L(this,e,s),z(e)?e===c||e==null||e===""?(this._$AH!==c&&this._$AR(),this._$AH=c):e!==this._$AH&&e!==y&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):nt(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==c&&z(this._$AH)?this._$AA.nextSibling.data=e:this.T(T.createTextNode(e)),this._$AH=e}$(e){let{values:s,_$litType$:i}=e,n=typeof i=="number"?this._$AC(e):(i.el===void 0&&(i.el=I.createElement(rt(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===n)this._$AH.p(s);else{let o=new G(n,this),r=o.u(this.options);o.p(s),this.T(r),this._$AH=o}}_$AC(e){let s=it.get(e.strings);return s===void 0&&it.set(e.strings,s=new I(e)),s}k(e){Ue(this._$AH)||(this._$AH=[],this._$AR());let s=this._$AH,i,n=0;for(let o of e)n===s.length?s.push(i=new t(this.O(q()),this.O(q()),this,this.options)):i=s[n],i._$AI(o),n++;n<s.length&&(this._$AR(i&&i._$AB.nextSibling,n),s.length=n)}_$AR(e=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);e!==this._$AB;){let i=Ze(e).nextSibling;Ze(e).remove(),e=i}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},O=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,s,i,n,o){this.type=1,this._$AH=c,this._$AN=void 0,this.element=e,this.name=s,this._$AM=n,this.options=o,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=c}_$AI(e,s=this,i,n){let o=this.strings,r=!1;if(o===void 0)e=L(this,e,s,0),r=!z(e)||e!==this._$AH&&e!==y,r&&(this._$AH=e);else{let l=e,d,u;for(e=o[0],d=0;d<o.length-1;d++)u=L(this,l[i+d],s,d),u===y&&(u=this._$AH[d]),r||=!z(u)||u!==this._$AH[d],u===c?e=c:e!==c&&(e+=(u??"")+o[d+1]),this._$AH[d]=u}r&&!n&&this.j(e)}j(e){e===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},Y=class extends O{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===c?void 0:e}},K=class extends O{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==c)}},J=class extends O{constructor(e,s,i,n,o){super(e,s,i,n,o),this.type=5}_$AI(e,s=this){if((e=L(this,e,s,0)??c)===y)return;let i=this._$AH,n=e===c&&i!==c||e.capture!==i.capture||e.once!==i.once||e.passive!==i.passive,o=e!==c&&(i===c||n);n&&this.element.removeEventListener(this.name,this,i),o&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Z=class{constructor(e,s,i){this.element=e,this.type=6,this._$AN=void 0,this._$AM=s,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(e){L(this,e)}},lt={M:Oe,P:w,A:Pe,C:1,L:at,R:G,D:nt,V:L,I:P,H:O,N:K,U:J,B:Y,F:Z},ks=Le.litHtmlPolyfillSupport;ks?.(I,P),(Le.litHtmlVersions??=[]).push("3.3.3");var ct=(t,e,s)=>{let i=s?.renderBefore??e,n=i._$litPart$;if(n===void 0){let o=s?.renderBefore??null;i._$litPart$=n=new P(e.insertBefore(q(),o),o,void 0,s??{})}return n._$AI(t),n};var Re=globalThis,k=class extends _{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let s=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=ct(s,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return y}};k._$litElement$=!0,k.finalized=!0,Re.litElementHydrateSupport?.({LitElement:k});var Ss=Re.litElementPolyfillSupport;Ss?.({LitElement:k});(Re.litElementVersions??=[]).push("4.2.2");function Me(t,e){let s={},i=null;return{read(){try{let n=t().getItem(e);if(n===i)return s;let o=JSON.parse((i=n)??"{}");s=o&&typeof o=="object"?o:{}}catch{}return s},write(n){s={...this.read(),...n};try{t().setItem(e,JSON.stringify(s))}catch{}}}}var Q=class{constructor(e){let s=`prorata-chat ${e}`;this.browser=Me(()=>localStorage,s),this.tab=Me(()=>sessionStorage,s)}get conversation(){return this.browser.read().conversation??{}}remember(e){this.browser.write({conversation:{...this.conversation,...e}})}begin(e){this.browser.write({conversation:{token:e}})}};async function dt(t){for(let e=0;;e+=1)try{return await import(Es(e))}catch{t(),await Cs(Math.min(1e3*2**e,5e3))}}function Es(t){let e=new URL("transport-HQL7F6BP.js",import.meta.url);return t&&e.searchParams.set("again",t),e.href}function Cs(t){return new Promise(e=>{let s=setTimeout(i,t);function i(){clearTimeout(s),removeEventListener("online",i),e()}addEventListener("online",i)})}var Ts=1e4,Ls=3e3,X=class{#e=null;#t=null;#s=()=>this.#e?.connect();constructor(e,s,i){Object.assign(this,{server:e,end:s,events:i})}async start(){if(this.#e){this.#e.connect();return}let e=this.#t={},{connect:s}=await dt(()=>this.end.lost());e===this.#t&&(this.#e=s(this.server),this.#i())}stop(){this.#t=null,removeEventListener("online",this.#s);let e=this.#e;this.#e=null,e?.disconnect()}send(e,s={}){this.#e?.emit(e,s)}request(e,s){return this.#e.timeout(Ts).emitWithAck(e,s)}#i(){for(let[e,s]of Object.entries(this.events))this.#e.on(e,s);this.#e.on("connect_error",()=>this.#n()),this.#e.on("disconnect",e=>e==="io server disconnect"?this.end.hungUp():this.#n()),addEventListener("online",this.#s)}#n(){this.#e&&(this.end.lost(),this.#e.active||setTimeout(this.#s,Ls))}};var ee=class{entries=[];seen=0;clear(){this.entries=[],this.seen=0}receive(e){this.seen=Math.max(this.seen,e.seq);let s=this.#e(e);return!s||s.isOurs===!0}acknowledge(e){this.entries.some(({seq:s})=>s===e.seq)||this.#e({...e,isOurs:!0})}#e(e){let s=this.entries.filter(({seq:o})=>o<e.seq),i=this.entries.filter(({seq:o})=>o>e.seq),n=this.entries.find(({seq:o})=>o===e.seq);return this.entries=[...s,e,...i],n}get answers(){return this.entries.filter(U).length}get isWithPeople(){let e=this.entries.findLast(s=>s.holder)?.holder;return e==="waiting"||e==="held"}unread(e=0){return this.entries.filter(s=>U(s)&&s.seq>e).length}};function U(t){return t.author==="bot"||t.author==="agent"}var te=class{#e=null;#t;constructor(e,s){Object.assign(this,{renew:e,now:s})}set source(e){this.#e=e}async token(){if(typeof this.#e!="function")return this.#e;try{return await this.#e()??null}catch{return null}}async fresh(){return typeof this.#e=="function"?this.token():null}expiresAt(e){if(clearTimeout(this.#t),!e||typeof this.#e!="function")return;let s=Math.max(e*1e3-this.now()-6e4,3e4);this.#t=setTimeout(()=>this.refresh(),Math.min(s,2147483647))}async refresh(){let e=await this.token();e&&this.renew(e)}stop(){clearTimeout(this.#t)}};var se=class{constructor(e){this.tab=e,this.items=e.read().outbox??[];for(let s of this.items)s.state==="sending"&&(s.state="waiting")}add(e,s=e){let i=new Date().toISOString();this.#e([...this.items,{id:Os(),text:e,message:s,at:i,tries:0,state:"waiting"}])}get messages(){return this.items.map(e=>({...e,author:"customer"}))}next(){return this.items.find(e=>e.state==="waiting")}change(e,s){this.#e(this.items.map(i=>i.id===e?{...i,...s}:i))}remove(e){this.items.some(s=>s.id===e)&&this.#e(this.items.filter(s=>s.id!==e))}clear(){this.#e([])}#e(e){this.items=e,this.tab.write({outbox:e})}};function Os(){let t=crypto.getRandomValues(new Uint8Array(16));return Array.from(t,e=>e.toString(16).padStart(2,"0")).join("")}var ie=class{#e=!1;constructor(e){this.session=e}async flush(){let{outbox:e}=this.session;if(!this.#e){this.#e=!0;for(let s;this.session.status==="online"&&(s=e.next());)await this.#t(s),this.session.listener.changed();this.#e=!1}}retry(e){this.session.outbox.change(e,{state:"waiting",tries:0,why:void 0}),this.session.listener.changed(),this.flush()}async#t({id:e,text:s,message:i,at:n,tries:o}){let{session:r}=this;r.outbox.change(e,{state:"sending",tries:o+1}),r.listener.changed();let l;try{l=await r.connection.request("user_uttered",{message:i,id:e})}catch{l={refused:"unanswered"}}if(!l?.refused){r.outbox.remove(e),l?.seq&&r.conversation.acknowledge({seq:l.seq,author:"customer",id:e,text:s,at:n});return}this.#s(e,o+1,l)}#s(e,s,{refused:i,text:n}){let{session:o}=this,r=o.status==="online";(i==="unanswered"||i==="no_session")&&(!r||s<3)?(o.outbox.change(e,{state:"waiting",tries:r?s:0}),r&&i==="no_session"&&o.renew()):o.outbox.change(e,{state:"failed",why:n})}};var ne=class{#e=0;#t;constructor(e){this.session=e}go(e){if(clearTimeout(this.#t),!e||!this.session.conversation.isWithPeople){this.#s();return}this.#t=setTimeout(()=>this.#s(),6e3),!(Date.now()-this.#e<4e3)&&(this.#e=Date.now(),this.#i(!0))}#s(){this.#e&&this.#i(!1),this.#e=0}#i(e){this.session.status==="online"&&this.session.connection.send("typing",{on:e})}};var Ps=500,oe=class{status="idle";typing=!1;signedIn=!1;name=null;isOpen=!1;skew=0;#e;#t=[];#s;constructor(e,s,i,n){Object.assign(this,{server:e,memory:s,locale:i,listener:n}),this.conversation=new ee,this.outbox=new se(s.tab),this.sender=new ie(this),this.writing=new ne(this),this.identity=new te(r=>this.identify(r),()=>this.now);let o={lost:()=>this.#n(),hungUp:()=>this.#o("idle")};this.connection=new X(e,o,{connect:()=>this.#i(),session_confirm:r=>this.#a(r),history:({entries:r})=>this.#p(r),entry:r=>this.#u(r),typing:({on:r})=>this.#r(r),notice:({text:r})=>this.listener.noticed({text:r}),signed_out:()=>this.#h(),ended:()=>this.#m()})}get now(){return Date.now()+this.skew}get isBegun(){return!!this.memory.conversation.token||this.outbox.items.length>0}connect(){this.status==="idle"&&(this.#o("connecting"),this.connection.start())}disconnect(){this.identity.stop(),this.connection.stop(),this.#o("idle")}say(e,s=e){this.outbox.add(e,s),this.listener.changed(),this.connect(),this.sender.flush()}open(){this.isOpen=!0,this.connect(),this.status==="online"&&this.connection.send("open")}chooseLanguage(e){this.locale=e,this.status==="online"&&this.connection.send("choose_language",{locale:e})}feedback(e,s){this.memory.remember({feedback:{...this.memory.conversation.feedback,[e]:s}}),this.#d("feedback",{seq:e,helpful:s})}rate(e,s){this.memory.remember({rated:!0}),this.#d("rate",s?{stars:e,comment:s}:{stars:e})}startOver(){this.#c(),this.status==="online"?this.connection.send("start_over"):this.memory.begin(void 0)}async identify(e){if(this.status==="online"){let s=this.connection.request("identify",{identity:e});this.#l(await s.catch(()=>({})))}else e||(this.#c(),this.memory.begin(void 0))}async#i(){let e=await this.identity.token(),{token:s}=this.memory.conversation;s!==this.#e&&this.conversation.clear(),this.connection.send("session_request",{session_id:s,seen:this.conversation.seen||void 0,widget:1,locale:this.locale,identity:e??void 0})}renew(){this.#o("connecting"),this.#i()}#n(){this.#r(!1),this.#o("offline")}#a(e){e.resumed||(this.conversation.clear(),this.memory.begin(e.session_id)),this.memory.remember({token:e.session_id}),this.#e=e.session_id,this.#l(e),this.#o("online"),this.isOpen&&this.connection.send("open");for(let[s,i]of this.#t.splice(0))this.connection.send(s,i);this.sender.flush()}#l({signed_in:e=!1,name:s,expires:i}){this.signedIn=e,this.name=e?s??null:null,this.identity.expiresAt(e?i:void 0),this.listener.changed()}#p(e){for(let s of e)this.conversation.receive(s),s.id&&this.outbox.remove(s.id);this.listener.replayed(e)}#u(e){e.id&&this.outbox.remove(e.id);let s=this.conversation.receive(e);U(e)&&(this.#r(!1),this.skew=Date.parse(e.at)-Date.now()||0),s&&this.listener.arrived(e),this.listener.changed()}#r(e){clearTimeout(this.#s),this.typing=e,e&&(this.#s=setTimeout(()=>this.#r(!1),3e4)),this.listener.changed()}async#h(){this.#l({signed_in:!1});let e=await this.identity.fresh();e&&await this.identify(e),this.signedIn||this.listener.noticed({name:"signed_out"})}#m(){let e=this.#e;this.#c(),this.#o("connecting"),this.listener.noticed({name:"ended"}),setTimeout(()=>{this.memory.conversation.token===e&&this.memory.begin(void 0),this.#i()},Ps)}#c(){this.conversation.clear(),this.outbox.clear(),this.listener.changed()}#d(e,s){this.status==="online"?this.connection.send(e,s):this.#t.push([e,s]),this.listener.changed()}#o(e){this.status!==e&&(this.status=e,this.listener.changed())}};var re=class{#e=matchMedia("(prefers-color-scheme: dark)");#t=()=>this.host.requestUpdate();constructor(e){this.host=e,e.addController(this)}hostConnected(){this.#e.addEventListener("change",this.#t)}hostDisconnected(){this.#e.removeEventListener("change",this.#t)}get isDark(){let{theme:e}=this.host;return e==="dark"||e!=="light"&&this.#e.matches}};var ae=class{#e;constructor(e){this.host=e,e.addController(this)}hostUpdated(){clearTimeout(this.#e),this.host.opened&&(this.#e=setTimeout(()=>this.host.requestUpdate(),this.#t()))}hostDisconnected(){clearTimeout(this.#e)}#t(){let e=this.host.session.conversation.entries.map(s=>Date.parse(s.quote?.expires_at)-this.host.session.now).filter(s=>s>0).map(s=>s%6e4);return Math.min(6e4,...e)+50}};var le=class{behind=!1;live="polite";#e=!0;#t=null;#s=null;#i;constructor(e){this.host=e,e.addController(this)}follow(){this.#e=!0}replay(e){e.length&&this.#n(),this.#e=!0,this.host.requestUpdate()}arrived(e){this.#e?this.#t??=e.seq:this.behind=!0}#n(){clearTimeout(this.#i),this.live="off",this.#i=setTimeout(()=>{this.live="polite",this.host.requestUpdate()},700)}moved({target:e}){let s=e.scrollTop===this.#s;this.#s=null,s||(this.#e=e.scrollHeight-e.scrollTop-e.clientHeight<120),!(!this.#e||!this.behind)&&(this.behind=!1,this.host.requestUpdate())}toEnd(){let e=this.host.inside(".scroller");e.scrollTo({top:e.scrollHeight}),e.focus({preventScroll:!0})}hostUpdated(){let e=this.host.inside(".scroller");if(!e||!this.#e)return;let s=this.#t&&e.querySelector(`[data-seq="${this.#t}"]`);this.#t=null;let i=e.scrollHeight-e.clientHeight,n=s?Math.min(i,s.offsetTop-16):i;this.#e=n===i,!(!s&&e.scrollTop>=n)&&(e.scrollTo({top:n}),this.#s=e.scrollTop)}};var Ne="(max-width: 480px), (max-height: 460px)",ce=class{#e=matchMedia(Ne);#t=()=>this.host.requestUpdate();#s=()=>this.#i();constructor(e){this.host=e,e.addController(this)}get matches(){return this.#e.matches}hostConnected(){this.#e.addEventListener("change",this.#t),visualViewport?.addEventListener("resize",this.#s),visualViewport?.addEventListener("scroll",this.#s)}hostDisconnected(){this.#e.removeEventListener("change",this.#t),visualViewport?.removeEventListener("resize",this.#s),visualViewport?.removeEventListener("scroll",this.#s)}hostUpdated(){this.#i()}#i(){let e=this.host.inside(".panel");if(!e)return;let{height:s,offsetTop:i,scale:n}=visualViewport??{},o=this.matches&&n===1&&innerHeight-s>80;e.style.setProperty("height",o?`${s}px`:null),e.style.setProperty("top",o?`${i}px`:null),e.style.setProperty("bottom",o?"auto":null)}keepFocus(e){if(!this.matches||e.key!=="Tab")return;let s=[...this.host.inside(".panel").querySelectorAll(Us)].filter(o=>!o.disabled&&!o.closest("[inert]")&&o.getClientRects().length),i=s.indexOf(this.host.renderRoot.activeElement);(e.shiftKey?i<=0:i===s.length-1)&&(e.preventDefault(),s.at(e.shiftKey?-1:0).focus())}},Us='button, a[href], textarea, summary, input, [tabindex="0"]';var Ds=["en-CA","en-US","en-GB","fr-CA","fr-FR"],de={CA:{en:"en-CA",fr:"fr-CA"},US:{en:"en-US",fr:"fr-CA"},GB:{en:"en-GB",fr:"fr-FR"},FR:{en:"en-GB",fr:"fr-FR"}};function ut(t){let e=t.filter(Boolean).map(n=>n.replaceAll("_","-").split("-")),s=e.map(([n])=>n.toLowerCase()).find(pt)??"en",i=e.flatMap(([n,...o])=>pt(n.toLowerCase())?o:[]).find(n=>n.toUpperCase()in de);return i?de[i.toUpperCase()][s]:s}function ht(t){return Ds.includes(t)?t:de.CA[t]}function mt(t,e){let s=t.split("-")[1];return s?de[s][e]:e}function ft(t){return t.slice(0,2)}function pt(t){return t==="en"||t==="fr"}var He={en:{agent:"Our team",card_again:"Get a new price",card_answer:"The answer in full",card_buy:"To buy",card_demo:"Demo: made-up prices, not a real offer",card_due_now:"Due now",card_estimate:"Estimate",card_expired:"This price has expired",card_left:"{left} of {total}",card_path:"Autodesk Account > Billing and Orders > Subscriptions > {product} > Add seats",card_quote:"Quote",card_renewal:"Renewal on {date}",card_renewal_amount:"about {amount} for {seats}",card_seats:"Seats added",card_sign_in:"Sign in to get a quote for your own subscription.",card_time:"Time left in the term",card_unit_price:"Price of a seat for a full term",card_valid:"Valid until {time}",choices:"Suggested answers",close:"Close the chat",connecting:"Connecting",copied:"The conversation is copied.",copy:"Copy the conversation",discard:"Delete",dismiss:"Hide this message",download:"Download the conversation",ended:"That conversation was ended in another tab. A new one begins here.",greeting:"Need more seats? I can tell you what they’d cost today.",helpful:"Was this helpful?",helpful_no:"No, not helpful",helpful_thanks:"Thanks for telling us.",helpful_yes:"Yes, helpful",hint:"Ask about seats or prices",input:"Your message",keep:"Keep this one",keys:"Enter sends the message, Shift+Enter begins a new line.",launcher:"Chat with Prorata",log:"Conversation",menu:"More options",new_messages:"New messages",not_copied:"Your browser didn’t allow it. You can download the conversation instead.",not_sent:"Not sent",notice_renews_soon:"Your subscription renews on {renewal_date}, so waiting until then may be simpler: all your seats will be billed at the full price that day.",offline:"The connection is lost; I keep trying. What you write will be sent when it’s back.",online:"The connection is back.",rate:"Rate the conversation",rating:"How was this conversation?",rating_comment:"Anything to add? (optional)",rating_send:"Send the rating",rating_skip:"Not now",rating_thanks:"Thank you for the rating.",retry:"Send again",send:"Send",sending:"Sending",signed_in:"Signed in: {name}",signed_out:"You’re no longer signed in. Sign in again for prices of your own subscription.",start_over:"Start over",start_over_detail:"This one will disappear from here. Copy it first if you’d like to keep it.",start_over_question:"Start a new conversation?",subtitle:"The seats bot",tax_excluded:"before taxes",tax_included:"taxes included",tax_not_applicable:"no tax to add",tax_unknown:"taxes not stated",title:"Prorata",too_long:"I read up to {limit} characters. Shorten your message a little, then send it.",transcript:"Conversation with Prorata, {date}",typing:"Prorata is writing",unit_day:["{n} day","{n} days"],unit_left:["{n} character left","{n} characters left"],unit_over:["{n} character too many","{n} characters too many"],unit_seat:["{n} seat","{n} seats"],unit_star:["{n} star out of 5","{n} stars out of 5"],unit_unread:["{n} unread message","{n} unread messages"],unit_valid_minute:["{n} minute left","{n} minutes left"],waiting:"Waiting for the connection",you:"You"},"en-CA":{},"en-GB":{tax_excluded:"before tax",tax_included:"tax included",tax_unknown:"tax not stated"},fr:{agent:"Notre équipe",card_again:"Obtenir un nouveau prix",card_answer:"La réponse complète",card_buy:"Pour acheter",card_demo:"Démo : prix inventés, pas une offre réelle",card_due_now:"À payer maintenant",card_estimate:"Estimation",card_expired:"Ce prix n’est plus valable",card_left:"{left} sur {total}",card_path:"Autodesk Account > Facturation et commandes > Abonnements > {product} > Ajouter des postes",card_quote:"Devis",card_renewal:"Renouvellement, le {date}",card_renewal_amount:"environ {amount} pour {seats}",card_seats:"Postes ajoutés",card_sign_in:"Connectez-vous pour obtenir un devis pour votre abonnement.",card_time:"Temps qui reste",card_unit_price:"Prix d’un poste pour une période complète",card_valid:"Valable jusqu’à {time}",choices:"Réponses suggérées",close:"Fermer la discussion",connecting:"Connexion en cours",copied:"La conversation est copiée.",copy:"Copier la conversation",discard:"Supprimer",dismiss:"Masquer ce message",download:"Télécharger la conversation",ended:"Cette conversation a pris fin dans un autre onglet. En voici une nouvelle.",greeting:"Il vous faut plus de postes ? Je peux vous dire combien ils coûteraient aujourd’hui.",helpful:"Cette réponse vous est-elle utile ?",helpful_no:"Non, pas utile",helpful_thanks:"Merci de votre avis.",helpful_yes:"Oui, utile",hint:"Votre question sur les postes",input:"Votre message",keep:"Garder celle-ci",keys:"Entrée envoie le message, Maj+Entrée commence une nouvelle ligne.",launcher:"Discuter avec Prorata",log:"Conversation",menu:"Autres options",new_messages:"Nouveaux messages",not_copied:"Votre navigateur ne l’a pas permis. Vous pouvez plutôt télécharger la conversation.",not_sent:"Non envoyé",notice_renews_soon:"Votre abonnement se renouvelle le {renewal_date} : il est peut-être plus simple d’attendre, car tous vos postes seront alors facturés au plein tarif.",offline:"La connexion est coupée ; j’essaie de la rétablir. Vos messages partiront dès son retour.",online:"La connexion est rétablie.",rate:"Évaluer la conversation",rating:"Comment s’est passée cette conversation ?",rating_comment:"Autre chose à ajouter ? (facultatif)",rating_send:"Envoyer l’évaluation",rating_skip:"Pas maintenant",rating_thanks:"Merci de votre évaluation.",retry:"Renvoyer",send:"Envoyer",sending:"Envoi en cours",signed_in:"Connexion : {name}",signed_out:"Vous n’êtes plus en session. Reconnectez-vous pour obtenir les prix de votre abonnement.",start_over:"Recommencer",start_over_detail:"Celle-ci disparaîtra d’ici. Copiez-la d’abord si vous voulez la garder.",start_over_question:"Commencer une nouvelle conversation ?",subtitle:"Le robot des postes",tax_excluded:"hors taxes",tax_included:"toutes taxes comprises",tax_not_applicable:"aucune taxe à ajouter",tax_unknown:"taxes non précisées",title:"Prorata",too_long:"Je lis jusqu’à {limit} caractères. Raccourcissez un peu votre message, puis envoyez-le.",transcript:"Conversation avec Prorata, {date}",typing:"Prorata écrit",unit_day:["{n} jour","{n} jours"],unit_left:["{n} caractère restant","{n} caractères restants"],unit_over:["{n} caractère de trop","{n} caractères de trop"],unit_seat:["{n} poste","{n} postes"],unit_star:["{n} étoile sur 5","{n} étoiles sur 5"],unit_unread:["{n} message non lu","{n} messages non lus"],unit_valid_minute:["encore {n} minute","encore {n} minutes"],waiting:"En attente de la connexion",you:"Vous"},"fr-CA":{card_quote:"Soumission",card_sign_in:"Connectez-vous pour obtenir une soumission pour votre abonnement.",close:"Fermer le clavardage",greeting:"Il vous faut plus de postes? Je peux vous dire combien ils coûteraient aujourd’hui.",helpful:"Cette réponse vous est-elle utile?",launcher:"Clavarder avec Prorata",offline:"La connexion est coupée; j’essaie de la rétablir. Vos messages partiront dès son retour.",rating:"Comment s’est passée cette conversation?",rating_comment:"Autre chose à ajouter? (facultatif)",start_over_question:"Commencer une nouvelle conversation?",tax_excluded:"avant taxes",tax_included:"taxes incluses"}};function gt(t){let e={...He[t.slice(0,2)],...He[t]},s=new Intl.PluralRules(t),i=new Intl.NumberFormat(t);return(n,o={})=>{let r=e[n];return(Array.isArray(r)?r[s.select(o.n)==="one"?0:1]:r).replace(/\{(\w+)\}/g,(d,u)=>typeof o[u]=="number"?i.format(o[u]):o[u])}}var pe=class{t;constructor(e){this.host=e}get code(){return ft(this.frame)}get other(){return this.code==="en"?"fr":"en"}remember(){let{locale:e}=this.host.memory.browser.read(),s=this.#e;this.#s(e?.page===s?e.chosen:s)}followPage(){this.#t(this.#e)}switchTo(e){this.#t(mt(this.spoken,e))}get#e(){return ut([this.host.locale,document.documentElement.lang,...navigator.languages])}#t(e){this.host.memory.browser.write({locale:{page:this.#e,chosen:e}}),this.#s(e)}#s(e){this.spoken=e,this.frame=ht(e),this.t=gt(this.frame),this.host.requestUpdate()}};var ue=class{shown=null;#e;constructor(e){this.host=e,e.addController(this)}start(){let{host:e}=this;e.greeting==="off"||e.opened||e.session.isBegun||e.memory.tab.read().greeted||(this.#e=setTimeout(()=>{e.memory.tab.write({greeted:!0}),this.#t("greeting")},e.greetingDelay*1e3))}afterClosing(){let{conversation:e}=this.host.session;!this.host.memory.conversation.rated&&e.answers>=2&&this.#t("rating")}dismiss(){clearTimeout(this.#e),this.shown==="rating"&&this.host.memory.remember({rated:!0}),this.#t(null)}hostDisconnected(){clearTimeout(this.#e)}#t(e){this.shown=e,this.host.requestUpdate()}};var b=t=>a`<svg
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="1.8"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  ${t}
</svg>`,he=b(v`
  <path d="M12 3a9 9 0 1 1-4.2 17l-4.3 1 1-4.3A9 9 0 0 1 12 3Z" />
  <path d="M12.2 7.6v4.5l3.3 3A4.5 4.5 0 0 0 12.2 7.6Z" fill="currentColor" />`),me=b(v`<path d="m6 6 12 12M18 6 6 18" />`),xt=b(v`
  <path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3" />`),vt=b(v`<path d="M12 19V5m-6 6 6-6 6 6" stroke-width="2.2" />`),bt=b(v`<path d="m6 9 6 6 6-6" />`),$t=b(v`
  <rect x="8" y="8" width="12" height="12" rx="2.5" />
  <path d="M16 8V6.5A2.5 2.5 0 0 0 13.5 4h-7A2.5 2.5 0 0 0 4 6.5v7A2.5 2.5 0 0 0 6.5 16H8" />`),_t=b(v`<path d="M12 4v11m-4-4 4 4 4-4M5 20h14" />`),wt=b(v`<path d="M4 4v5h5M4.6 14A8 8 0 1 0 6 6.7L4 9" />`),fe=b(v`
  <path d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9-4.3-4.1 5.9-.8Z" />`),yt=b(v`
  <path d="M7 11v9H4v-9h3Zm0 0 4-7.5c1.6 0 2.6 1 2.6 2.6V9.5h4.6a2 2 0 0 1 2 2.4l-1.3 6.5a2 2 0 0 1-2 1.6H7" />`),At=b(v`
  <path d="M17 13V4h3v9h-3Zm0 0-4 7.5c-1.6 0-2.6-1-2.6-2.6V14.5H5.8a2 2 0 0 1-2-2.4l1.3-6.5a2 2 0 0 1 2-1.6H17" />`),_n=b(v`<path d="m5 12.5 4.5 4.5L19 7.5" />`),kt=b(v`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5V12l3 2" />`),ge=b(v`<path d="M12 8v5m0 3.5h.01M12 3.5 21 19.5H3Z" />`);function xe(t,e,s){let{t:i}=t,n=()=>{t.stars=0,e()},o=l=>{l.preventDefault();let{stars:d,comment:u}=Object.fromEntries(new FormData(l.target));t.session.rate(Number(d),u.trim()),n(),t.tell(i("rating_thanks"))},r=l=>t.stars=Number(l.target.value);return a`<form class="rating" @submit=${o}>
<fieldset>
<legend class="title" id=${s??c}>${i("rating")}</legend>
<div class="stars">
${[1,2,3,4,5].map(l=>a`<label class=${l<=t.stars?"filled":""}>
<input type="radio" name="stars" value=${l} .checked=${l===t.stars} required @change=${r} />
<span class="sr">${i("unit_star",{n:l})}</span>${fe}
</label>`)}
</div>
</fieldset>
<label class="comment" ?hidden=${!t.stars}>
${i("rating_comment")}
<textarea name="comment" rows="2" maxlength="1000"></textarea>
</label>
<div class="actions">
<button class="quiet" type="button" @click=${n}>${i("rating_skip")}</button>
<button class="strong" type="submit" ?hidden=${!t.stars}>${i("rating_send")}</button>
</div>
</form>`}function St(t){let{session:e,memory:s,prompts:i,t:n}=t,o=e.conversation.unread(s.conversation.read),r=o?`${n("launcher")}, ${n("unit_unread",{n:o})}`:n("launcher");return a`
<button
class="launcher"
part="launcher"
type="button"
aria-label=${r}
aria-expanded="false"
aria-haspopup="dialog"
@click=${()=>t.open()}
>
${he}
${o?a`<span class="badge" part="badge" aria-hidden="true">${o}</span>`:c}
</button>
<div class="beside" role="status" @keydown=${l=>Rs(t,l)}>
${{greeting:Ms,rating:Ns}[i.shown]?.(t)??c}
</div>
`}function Rs(t,{key:e}){e==="Escape"&&(t.prompts.dismiss(),t.inside(".launcher").focus())}function Ms(t){return a`<div class="prompt" part="greeting">
<button class="plain" type="button" @click=${()=>t.open()}>${t.t("greeting")}</button>
<button
class="icon"
type="button"
aria-label=${t.t("dismiss")}
@click=${()=>t.prompts.dismiss()}
>
${me}
</button>
</div>`}function Ns(t){return a`<div class="prompt" part="rating">
${xe(t,()=>{t.prompts.dismiss(),t.inside(".launcher").focus()})}
</div>`}var ve=1e3,Hs=150;function Et(t){let{t:e,draft:s}=t,i=ve-[...s].length;return a`<form class="composer" part="composer" @submit=${n=>Tt(t,n)}>
<div class="field">
<textarea
part="input"
rows="1"
dir="auto"
enterkeyhint="send"
autocomplete="off"
aria-label=${e("input")}
aria-describedby="keys${t.refusal?" refusal":""}"
aria-invalid=${t.refusal?"true":c}
placeholder=${e("hint")}
.value=${s}
@input=${n=>Ct(t,n.target.value)}
@keydown=${n=>zs(t,n)}
></textarea>
<button
class="send"
part="send"
type="submit"
aria-label=${e("send")}
aria-disabled=${s.trim()?"false":"true"}
>
${vt}
</button>
</div>
<p class="sr" id="keys">${e("keys")}</p>
<p class="refusal" id="refusal" role="alert" ?hidden=${!t.refusal}>
${t.refusal?e("too_long",{limit:ve}):c}
</p>
${i<Hs?qs(t,i):c}
</form>`}function qs({t},e){return a`<p class="counter ${e<0?"over":""}">
${e<0?t("unit_over",{n:-e}):t("unit_left",{n:e})}
</p>`}function Ct(t,e){t.draft=e,t.memory.tab.write({draft:e}),t.session.writing.go(!!e.trim()),[...e].length<=ve&&(t.refusal=!1),Is(t.inside("textarea"))}function zs(t,e){e.key!=="Enter"||e.shiftKey||e.isComposing||e.keyCode===229||Tt(t,e)}function Tt(t,e){e.preventDefault();let s=t.draft.trim();[...s].length>ve?t.refusal=!0:s&&(Ct(t,""),t.say(s)),t.inside("textarea").focus()}function Is(t){CSS.supports("field-sizing","content")||(t.style.height="auto",t.style.height=`${t.scrollHeight}px`)}var js=/^-?\d+(\.\d+)?$/,Bs=["CAD","USD"];function qe(t,e,s){if(!js.test(t))return`${t} ${e}`;if(s.startsWith("en")&&Bs.includes(e)){let n=new Intl.NumberFormat(s,{minimumFractionDigits:2,maximumFractionDigits:2}).format(t.replace("-",""));return`${t.startsWith("-")?"-":""}$${n} ${e}`}let i=new Intl.NumberFormat(s,{style:"currency",currency:e}).format(t);return i.endsWith("$")?`${i} ${e.slice(0,2)}`:i}function ze(t,e){return je(new Date(`${t}T00:00:00Z`),e,"UTC")}function Ie(t,e){return je(t,e)}function D(t,e){return new Intl.DateTimeFormat(e,{timeStyle:"short"}).format(t)}function Ot(t,e,s){let i=Math.round((Lt(t)-Lt(e))/864e5);if(i!==0&&i!==-1)return je(t,s);let n=new Intl.RelativeTimeFormat(s,{numeric:"auto"}).format(i,"day");return n[0].toUpperCase()+n.slice(1)}function Lt(t){return Date.UTC(t.getFullYear(),t.getMonth(),t.getDate())}function je(t,e,s){let i=new Intl.DateTimeFormat(e,{dateStyle:"long",timeZone:s}).format(t);return e.startsWith("fr")?i.replace(/^1(?= )/,"1er"):i}function Pt(t,e,s){let i=[e("transcript",{date:Ie(new Date,s)})],n;for(let o of t){let r=new Date(o.at),l=Ie(r,s);l!==n&&i.push(`— ${n=l} —`),i.push(`[${D(r,s)}] ${be(o,e)}
${o.text}`)}return`${i.join(`

`)}
`}function be({author:t,agent:e},s){return e??s({customer:"you",agent:"agent"}[t]??"title")}function Ut(t){let e=URL.createObjectURL(new Blob([t],{type:"text/plain;charset=utf-8"})),s=new Date().toISOString().slice(0,10);Object.assign(document.createElement("a"),{href:e,download:`prorata-${s}.txt`}).click(),setTimeout(()=>URL.revokeObjectURL(e),1e4)}function Dt(t){return a`<div class="menu-anchor" @focusout=${e=>Fs(t,e)}>
<button
class="icon menu-button"
type="button"
aria-label=${t.t("menu")}
aria-expanded=${t.menu?"true":"false"}
aria-controls="menu"
@click=${()=>t.menu=!t.menu}
>
${xt}
</button>
<ul id="menu" class="menu" part="menu" ?hidden=${!t.menu}>
${t.menu?Vs(t):c}
</ul>
</div>`}function Vs(t){let e=t.session.conversation.entries.length>0;return[$e(t,"copy",$t,()=>Ws(t),!e),$e(t,"download",_t,()=>Ut(Rt(t)),!e),$e(t,"rate",fe,()=>t.sheet="rating",!e),$e(t,"start_over",wt,()=>t.sheet="start_over",!e)]}function $e(t,e,s,i,n){return a`<li>
<button type="button" ?disabled=${n} @click=${()=>{t.menu=!1,t.inside(".menu-button").focus(),i()}}>${s} ${t.t(e)}</button>
</li>`}function Fs(t,{currentTarget:e,relatedTarget:s}){e.contains(s)||(t.menu=!1)}async function Ws(t){try{await navigator.clipboard.writeText(Rt(t)),t.tell(t.t("copied"))}catch{t.tell(t.t("not_copied"))}}function Rt(t){return Pt(t.session.conversation.entries,t.t,t.frameLocale)}var Gs={en:["fr","Français"],fr:["en","English"]};function Mt(t){let{t:e,session:s}=t,[i,n]=Gs[t.language.code];return a`<header part="header" ?inert=${!!t.sheet}>
<span class="mark">${he}</span>
<div class="titles">
<p class="title" part="title" dir="auto">${t.heading||e("title")}</p>
${s.name?Ys(e("signed_in",{name:s.name})):a`<p>${Ks(t)}</p>`}
</div>
<button class="language" type="button" lang=${i} @click=${()=>t.switchLanguage()}>
${n}
</button>
${Dt(t)}
<button class="icon" type="button" aria-label=${e("close")} @click=${()=>t.close()}>
${me}
</button>
</header>`}function Ys(t){return a`<p class="who" title=${t}><bdi>${t}</bdi></p>`}function Ks({t,session:e}){return e.status==="connecting"?a`${t("connecting")}…`:t("subtitle")||c}var Nt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ht=t=>(...e)=>({_$litDirective$:t,values:e}),_e=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,s,i){this._$Ct=e,this._$AM=s,this._$Ci=i}_$AS(e,s){return this.update(e,s)}update(e,s){return this.render(...s)}};var{I:Js}=lt,qt=t=>t;var zt=()=>document.createComment(""),R=(t,e,s)=>{let i=t._$AA.parentNode,n=e===void 0?t._$AB:e._$AA;if(s===void 0){let o=i.insertBefore(zt(),n),r=i.insertBefore(zt(),n);s=new Js(o,r,t,t.options)}else{let o=s._$AB.nextSibling,r=s._$AM,l=r!==t;if(l){let d;s._$AQ?.(t),s._$AM=t,s._$AP!==void 0&&(d=t._$AU)!==r._$AU&&s._$AP(d)}if(o!==n||l){let d=s._$AA;for(;d!==o;){let u=qt(d).nextSibling;qt(i).insertBefore(d,n),d=u}}}return s},S=(t,e,s=t)=>(t._$AI(e,s),t),Zs={},It=(t,e=Zs)=>t._$AH=e,jt=t=>t._$AH,we=t=>{t._$AR(),t._$AA.remove()};var Bt=(t,e,s)=>{let i=new Map;for(let n=e;n<=s;n++)i.set(t[n],n);return i},Vt=Ht(class extends _e{constructor(t){if(super(t),t.type!==Nt.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,e,s){let i;s===void 0?s=e:e!==void 0&&(i=e);let n=[],o=[],r=0;for(let l of t)n[r]=i?i(l,r):r,o[r]=s(l,r),r++;return{values:o,keys:n}}render(t,e,s){return this.dt(t,e,s).values}update(t,[e,s,i]){let n=jt(t),{values:o,keys:r}=this.dt(e,s,i);if(!Array.isArray(n))return this.ut=r,o;let l=this.ut??=[],d=[],u,g,p=0,m=n.length-1,h=0,x=o.length-1;for(;p<=m&&h<=x;)if(n[p]===null)p++;else if(n[m]===null)m--;else if(l[p]===r[h])d[h]=S(n[p],o[h]),p++,h++;else if(l[m]===r[x])d[x]=S(n[m],o[x]),m--,x--;else if(l[p]===r[x])d[x]=S(n[p],o[x]),R(t,d[x+1],n[p]),p++,x--;else if(l[m]===r[h])d[h]=S(n[m],o[h]),R(t,n[p],n[m]),m--,h++;else if(u===void 0&&(u=Bt(r,h,x),g=Bt(l,p,m)),u.has(l[p]))if(u.has(l[m])){let $=g.get(r[h]),ke=$!==void 0?n[$]:null;if(ke===null){let Fe=R(t,n[p]);S(Fe,o[h]),d[h]=Fe}else d[h]=S(ke,o[h]),R(t,n[p],ke),n[$]=null;h++}else we(n[m]),m--;else we(n[p]),p++;for(;h<=x;){let $=R(t,d[x+1]);S($,o[h]),d[h++]=$}for(;p<=m;){let $=n[p++];$!==null&&we($)}return this.ut=r,It(t,d),y}});function Ft(t,e){let s=e>0?Math.min(Math.max(100*t/e,0),100):0;return a`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
<rect class="whole" width="100" height="6"></rect>
<rect class="part" width=${s} height="6"></rect>
</svg>`}var Qs=["http:","https:","tel:","mailto:"];function Xs(t){try{return Qs.includes(new URL(t).protocol)?t:null}catch{return null}}function Wt(t,e=[]){let s=[],i=0;for(let{start:n,end:o,url:r}of ei(t,e))n<i||(s.push({text:t.slice(i,n)},{text:t.slice(n,o),url:r}),i=o);return s.push({text:t.slice(i)}),s.filter(n=>n.text)}function ei(t,e){let s=new Map;return e.filter(i=>i?.text&&Xs(i.url)).map(({text:i,url:n})=>{let o=t.indexOf(i,s.get(i)??0);return s.set(i,o+i.length),{start:o,end:o+i.length,url:n}}).filter(({start:i})=>i>=0).sort((i,n)=>i.start-n.start)}function ye({text:t,links:e}){return Wt(t,e??[]).map(s=>s.url?ti(s):s.text)}function ti({text:t,url:e}){return e.startsWith("http")?a`<a href=${e} target="_blank" rel="noopener noreferrer">${t}</a>`:a`<a href=${e}>${t}</a>`}function Gt(t,e){let{quote:s}=e,i=Date.parse(s.expires_at)-t.session.now,n=i<=0;return a`<article class="card ${n?"expired":""}" part="card">
<div class="card-top">
<p class="kind">${t.t(s.estimate?"card_estimate":"card_quote")}</p>
${s.demo?a`<p class="demo">${t.t("card_demo")}</p>`:c}
</div>
${si(t,s)} ${oi(t,s,i)} ${ii(t,s)}
${ri(t,s)} ${ai(t,s,n)} ${li(t,e)}
</article>`}function si({t,frameLocale:e},s){let i=s.due_now&&qe(s.due_now,s.currency,e);return a`<div class="due">
<p class="label">${t("card_due_now")} · ${t(`tax_${s.tax_status??"unknown"}`)}</p>
<p class="amount">${i}</p>
<p class="for"><bdi>${s.product}</bdi>${s.subscription?a` <bdi class="subscription">${s.subscription}</bdi>`:c}</p>
</div>`}function ii({t,frameLocale:e},s){let{proration:i,renewal:n,unit_price:o,currency:r}=s,l=d=>qe(d,r,e);return a`<dl>
${Be(t("card_seats"),s.seats&&`+ ${t("unit_seat",{n:s.seats})}`)}
${Be(t("card_unit_price"),o&&l(o))}
${i?.unit==="day"?ni(t,i):c}
${n?Be(t("card_renewal",{date:ze(n.date,e)}),n.amount&&t("card_renewal_amount",{amount:l(n.amount),seats:t("unit_seat",{n:s.estimate?s.seats:s.seats_after})}),"wide"):c}
</dl>`}function Be(t,e,s=""){return!e&&s!=="wide"?c:a`<div class="fact ${s}"><dt>${t}</dt><dd>${e||c}</dd></div>`}function ni(t,{remaining:e,total:s}){let i=t("card_left",{left:t("unit_day",{n:e}),total:s});return a`<div class="fact">
<dt>${t("card_time")}</dt>
<dd>${i}</dd>
<dd class="bar" aria-hidden="true">${Ft(e,s)}</dd>
</div>`}function oi({t,frameLocale:e},{expires_at:s},i){if(!s)return c;if(i<=0)return a`<p class="validity over">${ge} ${t("card_expired")}</p>`;let n=t("card_valid",{time:D(new Date(s),e)}),o=t("unit_valid_minute",{n:Math.ceil(i/6e4)});return a`<p class="validity">${kt} ${n} · ${o}</p>`}function ri({t,frameLocale:e},{renews_soon:s,renewal:i}){if(!s)return c;let n=ze(i.date,e);return a`<p class="next">${t("notice_renews_soon",{renewal_date:n})}</p>`}function ai(t,e,s){let{t:i}=t;return s?a`<button class="strong" type="button" @click=${()=>t.say(i("card_again"))}>
${i("card_again")}
</button>`:e.estimate?a`<p class="next">${i("card_sign_in")}</p>`:a`<p class="next">
<b>${i("card_buy")}</b> ${i("card_path",{product:e.product})}
</p>`}function li(t,e){return a`<details>
<summary>${t.t("card_answer")}</summary>
<div class="in-full" lang=${e.language??c} dir="auto">${ye(e)}</div>
</details>`}function Ve(t,{buttons:e,seq:s,language:i}){if(!e?.length)return c;let{entries:n}=t.session.conversation,o=n.some(r=>r.seq>s&&r.author==="customer");return a`<div
class="choices ${o?"past":""}"
role="group"
aria-label=${t.t("choices")}
>
${e.map(({title:r,payload:l})=>a`<button
type="button"
part="button"
lang=${i??c}
dir="auto"
@click=${()=>ci(t,r,l)}
>
${r}
</button>`)}
</div>`}function ci(t,e,s){t.say(e,s),t.fullScreen.matches||t.inside("textarea").focus()}var di=["utter_faq_","utter_quote","utter_estimate"];function Yt({author:t,response:e}){return t==="bot"&&di.some(s=>e?.startsWith(s))}function Kt(t,{seq:e}){let s=t.session.memory.conversation.feedback?.[e],i=o=>{s!==o&&(t.session.feedback(e,o),t.tell(t.t("helpful_thanks")))},n=(o,r,l)=>a`<button
class="icon"
type="button"
aria-label=${t.t(o)}
title=${t.t(o)}
aria-pressed=${s===l?"true":"false"}
@click=${()=>i(l)}
>
${r}
</button>`;return a`<div class="feedback" role="group" aria-label=${t.t("helpful")}>
${n("helpful_yes",yt,!0)} ${n("helpful_no",At,!1)}
</div>`}function Jt(t,e){if(e.state==="failed")return pi(t,e);let s=t.session.status==="offline";return a`<p class="meta">${s?t.t("waiting"):a`${t.t("sending")}…`}</p>`}function pi(t,{id:e,why:s}){return a`<div class="failed-line" role="alert">
<p>${ge} ${t.t("not_sent")}${s?a` – <bdi>${s}</bdi>`:c}</p>
<button class="text" type="button" @click=${()=>ui(t,e)}>${t.t("retry")}</button>
<button class="text" type="button" @click=${()=>hi(t,e)}>
${t.t("discard")}
</button>
</div>`}function ui(t,e){t.session.sender.retry(e),t.inside("textarea").focus()}function hi(t,e){t.session.outbox.remove(e),t.requestUpdate(),t.inside("textarea").focus()}function Zt(t,e,s,i){let{author:n,seq:o,state:r=""}=e;if(n==="notice")return mi(t,e);let l=i?.author!==n||i.state;return a`<div
class="message ${n} ${r} ${s?.author===n?"goes-on":""}"
part="message message-${n}"
data-seq=${o??c}
>
<span class="sr">${be(e,t.t)}: </span>
${e.quote?Gt(t,e):fi(e)} ${Ve(t,e)}
${Yt(e)?Kt(t,e):c}
${r?Jt(t,e):a`<p class="meta ${l?"":"sr"}">${gi(t,e)}</p>`}
</div>`}function mi(t,e){let{seq:s,text:i,language:n}=e;return a`<p class="notice" data-seq=${s} lang=${n??c} dir="auto">${i}</p>
${Ve(t,e)}`}function fi(t){return a`<div class="bubble" lang=${t.language??c} dir="auto">${ye(t)}</div>`}function gi(t,e){let s=a`<time datetime=${e.at}>${D(new Date(e.at),t.frameLocale)}</time>`;return e.author==="agent"?a`<bdi>${be(e,t.t)}</bdi> · ${s}`:s}function Qt(t){let e=[...t.session.conversation.entries,...t.session.outbox.messages];return a`<div class="scroll-anchor">
<div class="scroller" tabindex="0" role="group" aria-label=${t.t("log")}
@scroll=${s=>t.scrolling.moved(s)}>
<div
class="log"
part="log"
role="log"
aria-label=${t.t("log")}
aria-live=${t.scrolling.live}
aria-relevant="additions"
>
${Vt(e,xi,(s,i)=>[vi(t,s,e[i-1]),Zt(t,s,e[i-1],e[i+1])])}
${t.notices.map(({name:s,text:i})=>bi(i??t.t(s)))}
</div>
${$i(t)}
</div>
${t.scrolling.behind?_i(t):c}
</div>`}function xi({id:t,seq:e}){return t??e}function vi(t,{at:e},s){let i=new Date(e);return s&&new Date(s.at).toDateString()===i.toDateString()?c:a`<p class="day">${Ot(i,new Date,t.frameLocale)}</p>`}function bi(t){return a`<p class="notice" dir="auto">${t}</p>`}function $i(t){return a`<div role="status">
${t.session.typing?a`<p class="typing"><span class="sr">${t.t("typing")}</span><i></i><i></i><i></i></p>`:c}
</div>`}function _i(t){return a`<button class="to-end" type="button" @click=${()=>t.scrolling.toEnd()}>
${bt} ${t.t("new_messages")}
</button>`}function Xt(t){return t.sheet?a`<div class="veil">
<div class="sheet" role="dialog" aria-modal="true" aria-labelledby="sheet-title">
${t.sheet==="rating"?xe(t,()=>es(t),"sheet-title"):wi(t)}
</div>
</div>`:c}function wi(t){let e=()=>{t.startOver(),t.updateComplete.then(()=>t.inside("textarea").focus())};return a`
<p class="title" id="sheet-title">${t.t("start_over_question")}</p>
<p class="detail">${t.t("start_over_detail")}</p>
<div class="actions">
<button class="quiet" type="button" @click=${()=>es(t)}>${t.t("keep")}</button>
<button class="strong" type="button" @click=${e}>${t.t("start_over")}</button>
</div>
`}function es(t){t.sheet=void 0,t.updateComplete.then(()=>t.inside(".menu-button").focus())}function ts(t){return a`<div
class="panel"
part="panel"
role="dialog"
aria-label=${t.heading||t.t("title")}
aria-modal=${t.fullScreen.matches?"true":c}
@keydown=${e=>Ai(t,e)}
>
${Mt(t)}
<div class="body" ?inert=${!!t.sheet}>
${yi(t)} ${Qt(t)} ${Et(t)}
</div>
${t.status?a`<p class="toast" aria-hidden="true">${t.status}</p>`:c}
${Xt(t)}
</div>`}function yi(t){let e=t.session.status==="offline";return a`<div role="status">
${e?a`<p class="connection">${t.t("offline")}</p>`:c}
</div>`}function Ai(t,e){t.fullScreen.keepFocus(e),!(e.key!=="Escape"||e.isComposing)&&(e.stopPropagation(),t.menu||t.sheet?(t.menu=!1,t.sheet=void 0,t.updateComplete.then(()=>t.inside(".menu-button")?.focus())):t.close())}function ss(t){return a`<div class="apart">
<section
class="frame ${t.scheme.isDark?"dark":"light"}"
lang=${t.frameLocale}
aria-label=${t.t("launcher")}
>
${t.opened?ts(t):St(t)}
<p class="sr" role="status" lang=${t.frameLocale}>${t.status||c}</p>
</section>
</div>`}var is=f`
:host,
.apart {
all: initial;
display: block;
}
.apart {
visibility: inherit;
}
:host([hidden]) {
display: none;
}
.frame {
--accent: var(--prorata-accent, #0b6b5f);
--on-accent: var(--prorata-on-accent, #fff);
--accent-soft: #e2f1ee;
--surface: var(--prorata-surface, #fff);
--soft: #f3f6f5;
--text: var(--prorata-text, #16211f);
--muted: #54625f;
--line: #e1e8e6;
--edge: #7b8a87;
--bad: #ae2012;
--warn: #fdf1d3;
--on-warn: #654500;
--shadow: 0 1px 2px rgb(16 33 30 / 6%), 0 12px 40px rgb(16 33 30 / 16%);
--radius: var(--prorata-radius, 18px);
--ease: 180ms cubic-bezier(0.2, 0.8, 0.3, 1);
color: var(--text);
color-scheme: light;
font-family: var(
--prorata-font,
system-ui,
-apple-system,
'Segoe UI',
Roboto,
'Helvetica Neue',
'Noto Sans',
sans-serif
);
font-size: 0.94em;
line-height: 1.5;
-webkit-text-size-adjust: 100%;
}
.dark {
--accent: var(--prorata-accent, #62d0bd);
--on-accent: var(--prorata-on-accent, #05231d);
--accent-soft: #14352f;
--surface: var(--prorata-surface, #141a19);
--soft: #1f2826;
--text: var(--prorata-text, #ecf2f0);
--muted: #a4b3b0;
--line: #2c3735;
--edge: #74847f;
--bad: #ffb3a8;
--warn: #3a2f10;
--on-warn: #ffdf94;
--shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 16px 48px rgb(0 0 0 / 50%);
color-scheme: dark;
}
`;var ns=f`
*,
::before,
::after {
box-sizing: border-box;
}
p,
ul,
dl,
dd,
fieldset,
legend {
margin: 0;
padding: 0;
border: 0;
list-style: none;
}
[hidden] {
display: none !important;
}
svg {
width: 1.35em;
height: 1.35em;
flex: none;
}
a {
color: inherit;
text-decoration-thickness: 1px;
text-underline-offset: 3px;
unicode-bidi: isolate;
}
a[href^='tel:'] {
white-space: nowrap;
}
bdi {
overflow-wrap: anywhere;
}
button,
textarea {
font: inherit;
color: inherit;
margin: 0;
}
button,
summary,
.stars label {
cursor: pointer;
touch-action: manipulation;
-webkit-tap-highlight-color: transparent;
}
button {
border: 1px solid transparent;
background: none;
border-radius: 12px;
min-height: 44px;
padding: 8px 14px;
transition: background-color var(--ease), border-color var(--ease), transform var(--ease);
}
:focus-visible {
outline: 2px solid var(--accent);
outline-offset: 2px;
}
.icon {
display: grid;
place-items: center;
width: 44px;
height: 44px;
padding: 0;
flex: none;
color: var(--muted);
}
.icon:hover,
.quiet:hover,
.language:hover {
background: var(--soft);
color: var(--text);
}
.strong {
background: var(--accent);
color: var(--on-accent);
font-weight: 600;
}
.strong:hover {
background: color-mix(in srgb, var(--accent) 88%, var(--text));
}
.quiet {
border-color: var(--edge);
}
.text {
min-height: 28px;
padding: 2px 6px;
font-weight: 600;
text-decoration: underline;
text-underline-offset: 3px;
}
.sr {
position: absolute;
width: 1px;
height: 1px;
overflow: hidden;
clip-path: inset(50%);
white-space: nowrap;
}
.actions {
display: flex;
flex-wrap: wrap;
justify-content: flex-end;
gap: 10px;
}
@media (prefers-reduced-motion: reduce) {
*,
::before,
::after {
animation: none !important;
transition: none !important;
}
}
`;var os=f`
.launcher,
.beside {
position: fixed;
right: calc(var(--prorata-inset-x, 24px) + env(safe-area-inset-right, 0px));
z-index: var(--prorata-z-index, 2147483000);
}
.launcher {
bottom: calc(var(--prorata-inset-y, 24px) + env(safe-area-inset-bottom, 0px));
display: grid;
place-items: center;
width: 60px;
height: 60px;
padding: 0;
border-radius: 50%;
background: var(--accent);
color: var(--on-accent);
box-shadow: var(--shadow);
animation: rise var(--ease);
}
.launcher svg {
width: 34px;
height: 34px;
}
.launcher:hover {
transform: translateY(-2px);
}
.launcher:focus-visible {
outline-width: 3px;
outline-offset: 3px;
}
.badge {
position: absolute;
top: -4px;
right: -4px;
min-width: 24px;
padding: 0 6px;
border: 2px solid var(--surface);
border-radius: 14px;
background: #b3261e;
color: #fff;
font-size: 0.8em;
font-weight: 700;
line-height: 22px;
text-align: center;
}
.beside {
bottom: calc(var(--prorata-inset-y, 24px) + 74px + env(safe-area-inset-bottom, 0px));
max-width: min(320px, calc(100vw - 2 * var(--prorata-inset-x, 24px)));
}
.prompt {
display: flex;
align-items: start;
gap: 2px;
padding: 6px 6px 6px 4px;
border: 1px solid var(--line);
border-radius: var(--radius) var(--radius) 6px var(--radius);
background: var(--surface);
box-shadow: var(--shadow);
animation: rise var(--ease);
}
.plain {
padding: 10px 4px 10px 14px;
text-align: start;
}
.prompt .rating {
padding: 12px;
}
@keyframes rise {
from {
opacity: 0;
transform: translateY(10px);
}
}
`;var rs=f`
.panel {
position: fixed;
right: calc(var(--prorata-inset-x, 24px) + env(safe-area-inset-right, 0px));
bottom: calc(var(--prorata-inset-y, 24px) + env(safe-area-inset-bottom, 0px));
z-index: var(--prorata-z-index, 2147483000);
display: flex;
flex-direction: column;
width: min(var(--prorata-width, 408px), calc(100vw - 2 * var(--prorata-inset-x, 24px)));
height: min(var(--prorata-height, 680px), calc(100dvh - 2 * var(--prorata-inset-y, 24px)));
overflow: hidden;
border: 1px solid var(--line);
border-radius: var(--radius);
background: var(--surface);
box-shadow: var(--shadow);
animation: rise var(--ease);
overscroll-behavior: contain;
}
header {
display: flex;
align-items: center;
gap: 2px;
flex: none;
padding: 10px 8px 10px 16px;
border-bottom: 1px solid var(--line);
}
.mark {
display: grid;
place-items: center;
width: 40px;
height: 40px;
margin-inline-end: 10px;
flex: none;
border-radius: 14px;
background: var(--accent-soft);
color: var(--accent);
}
.titles {
flex: 1;
min-width: 0;
line-height: 1.3;
}
.title {
font-size: 1.05em;
font-weight: 650;
letter-spacing: -0.01em;
}
.titles p {
overflow: hidden;
text-overflow: ellipsis;
white-space: nowrap;
}
.titles p + p {
color: var(--muted);
font-size: 0.86em;
}
.titles .who {
display: -webkit-box;
-webkit-box-orient: vertical;
-webkit-line-clamp: 2;
white-space: normal;
}
.language {
padding: 8px 10px;
color: var(--muted);
font-size: 0.9em;
font-weight: 600;
}
.body {
display: flex;
flex: 1;
flex-direction: column;
min-height: 0;
}
.connection {
flex: none;
padding: 10px 16px;
background: var(--warn);
color: var(--on-warn);
font-size: 0.9em;
}
.toast {
position: absolute;
right: 16px;
top: 78px;
left: 16px;
width: fit-content;
margin: 0 auto;
padding: 8px 16px;
border-radius: 20px;
background: var(--text);
color: var(--surface);
font-size: 0.9em;
text-align: center;
animation: rise var(--ease);
pointer-events: none;
}
.veil {
position: absolute;
inset: 0;
display: flex;
align-items: flex-end;
padding: 12px;
background: rgb(8 16 15 / 45%);
}
.sheet {
width: 100%;
max-height: 100%;
overflow: auto;
padding: 20px;
border-radius: var(--radius);
background: var(--surface);
box-shadow: var(--shadow);
animation: rise var(--ease);
}
.sheet .detail {
margin: 6px 0 18px;
color: var(--muted);
}
@media ${V(Ne)} {
.panel {
inset: 0;
width: auto;
height: 100dvh;
border: 0;
border-radius: 0;
padding: env(safe-area-inset-top, 0px) env(safe-area-inset-right, 0px)
env(safe-area-inset-bottom, 0px) env(safe-area-inset-left, 0px);
}
}
@media (max-height: 460px) {
header {
padding-block: 4px;
}
}
@media (max-width: 350px) {
header {
padding-inline-start: 10px;
}
.mark {
display: none;
}
}
`;var as=f`
.menu-anchor {
position: relative;
}
.menu {
position: absolute;
top: calc(100% + 6px);
right: -46px;
z-index: 2;
width: max-content;
max-width: min(300px, calc(100vw - 24px));
padding: 6px;
border: 1px solid var(--line);
border-radius: 16px;
background: var(--surface);
box-shadow: var(--shadow);
animation: rise var(--ease);
}
.menu button {
display: flex;
align-items: center;
gap: 12px;
width: 100%;
text-align: start;
}
.menu svg {
color: var(--muted);
}
.menu button:hover {
background: var(--soft);
}
.menu button:disabled {
cursor: default;
opacity: 0.5;
}
`;var ls=f`
.scroll-anchor {
position: relative;
flex: 1;
min-height: 0;
}
.scroller {
position: relative;
height: 100%;
overflow: hidden auto;
padding: 16px;
overscroll-behavior: contain;
scrollbar-width: thin;
scrollbar-color: var(--edge) transparent;
}
.scroller:focus-visible {
outline-offset: -3px;
}
.log {
display: flex;
flex-direction: column;
}
.day,
.notice {
align-self: center;
max-width: 90%;
margin: 10px 0 14px;
color: var(--muted);
font-size: 0.84em;
text-align: center;
overflow-wrap: anywhere;
}
.message {
position: relative;
display: flex;
flex-direction: column;
align-items: flex-start;
margin-top: 14px;
animation: rise var(--ease);
}
.message:first-child,
.day + .message {
margin-top: 0;
}
.message.goes-on {
margin-top: 6px;
}
.customer {
align-items: flex-end;
}
.bubble {
max-width: 88%;
min-width: 0;
padding: 10px 14px;
border: 1px solid transparent;
border-radius: 18px 18px 18px 6px;
background: var(--soft);
overflow-wrap: anywhere;
text-align: start;
unicode-bidi: isolate;
white-space: pre-wrap;
}
.customer .bubble {
border-radius: 18px 18px 6px 18px;
background: var(--accent);
color: var(--on-accent);
}
.agent .bubble {
background: var(--accent-soft);
}
.waiting .bubble,
.sending .bubble,
.failed .bubble {
border: 1px dashed var(--accent);
background: var(--accent-soft);
color: var(--text);
}
.meta {
margin: 4px 6px 0;
color: var(--muted);
font-size: 0.78em;
}
.failed-line {
display: flex;
flex-wrap: wrap;
align-items: center;
justify-content: flex-end;
gap: 2px;
margin-top: 4px;
color: var(--bad);
font-size: 0.86em;
}
.failed-line svg {
width: 1.2em;
height: 1.2em;
vertical-align: -0.25em;
}
.typing {
display: flex;
gap: 5px;
width: fit-content;
margin-top: 14px;
padding: 15px 16px;
border-radius: 18px 18px 18px 6px;
background: var(--soft);
}
.typing i {
width: 7px;
height: 7px;
border-radius: 50%;
background: var(--muted);
animation: breathe 1.2s infinite ease-in-out;
}
.typing i:nth-of-type(2) {
animation-delay: 0.15s;
}
.typing i:nth-of-type(3) {
animation-delay: 0.3s;
}
.to-end {
position: absolute;
bottom: 10px;
left: 50%;
display: flex;
align-items: center;
gap: 6px;
border-color: var(--line);
border-radius: 22px;
background: var(--surface);
box-shadow: var(--shadow);
font-size: 0.9em;
font-weight: 600;
transform: translateX(-50%);
white-space: nowrap;
}
@keyframes breathe {
50% {
opacity: 0.35;
transform: translateY(-3px);
}
}
`;var cs=f`
.choices {
display: flex;
flex-wrap: wrap;
gap: 8px;
max-width: 100%;
margin-top: 8px;
}
.choices button {
max-width: 100%;
padding: 8px 16px;
border-color: var(--accent);
border-radius: 22px;
color: var(--accent);
font-weight: 500;
overflow-wrap: anywhere;
text-align: start;
unicode-bidi: isolate;
}
.choices button:hover {
background: var(--accent-soft);
}
.choices.past button {
min-height: 32px;
padding: 3px 12px;
border-color: var(--line);
color: var(--muted);
font-size: 0.9em;
}
.choices.past button:hover {
color: var(--text);
}
.feedback {
display: flex;
gap: 2px;
margin: 2px 0 -2px -4px;
}
.feedback .icon {
width: 36px;
height: 36px;
min-height: 0;
border-radius: 50%;
}
.feedback svg {
width: 18px;
height: 18px;
}
.feedback [aria-pressed='true'] {
background: var(--accent-soft);
color: var(--accent);
}
`;var ds=f`
.card {
width: 100%;
max-width: 460px;
container-type: inline-size;
padding: 18px;
border: 1px solid var(--line);
border-radius: 18px 18px 18px 6px;
background: var(--surface);
box-shadow: 0 1px 2px rgb(16 33 30 / 5%), 0 6px 20px rgb(16 33 30 / 7%);
overflow-wrap: anywhere;
font-variant-numeric: tabular-nums;
}
.card-top {
display: flex;
flex-wrap: wrap;
align-items: center;
gap: 6px;
}
.kind,
.demo {
padding: 2px 8px;
border: 1px solid transparent;
border-radius: 12px;
font-size: 0.76em;
font-weight: 600;
}
.kind {
background: var(--accent-soft);
color: var(--accent);
}
.demo {
background: var(--warn);
color: var(--on-warn);
}
.due {
margin: 12px 0 14px;
}
.label {
color: var(--muted);
font-size: 0.88em;
}
.amount {
font-size: clamp(1.4em, 10.5cqw, 2.05em);
font-weight: 700;
letter-spacing: -0.025em;
line-height: 1.2;
}
.for {
margin-top: 2px;
font-weight: 500;
}
.subscription {
color: var(--muted);
font-size: 0.86em;
font-weight: 400;
}
.expired .amount {
color: var(--muted);
text-decoration: line-through;
text-decoration-thickness: 2px;
}
.fact {
display: grid;
grid-template-columns: 1fr auto;
gap: 2px 16px;
align-items: baseline;
padding: 9px 0;
border-top: 1px solid var(--line);
}
.fact.wide {
grid-template-columns: 1fr;
}
dt {
color: var(--muted);
font-size: 0.9em;
}
dd {
font-weight: 500;
}
.bar {
grid-column: 1 / -1;
padding-top: 4px;
line-height: 0;
}
.bar svg {
width: 100%;
height: 6px;
border-radius: 3px;
}
.whole {
fill: var(--line);
}
.part {
fill: var(--accent);
}
.validity {
display: flex;
align-items: center;
gap: 8px;
margin: -8px 0 14px;
color: var(--muted);
font-size: 0.9em;
}
.validity svg {
width: 18px;
height: 18px;
}
.validity.over {
color: var(--bad);
font-weight: 600;
}
.next {
padding: 11px 14px;
border-radius: 12px;
background: var(--soft);
font-size: 0.9em;
}
.next b {
display: block;
font-weight: 650;
}
details {
margin: 8px 0 -8px;
font-size: 0.92em;
}
summary {
width: fit-content;
padding: 8px 0;
border-radius: 8px;
color: var(--muted);
}
summary:hover {
color: var(--text);
}
.in-full {
padding-bottom: 8px;
unicode-bidi: isolate;
white-space: pre-wrap;
}
`;var ps=f`
.composer {
flex: none;
padding: 10px 14px 14px;
border-top: 1px solid var(--line);
}
@media (max-height: 460px) {
.composer {
padding-block: 5px;
}
}
.field {
display: flex;
align-items: flex-end;
gap: 6px;
padding: 4px 4px 4px 16px;
border: 1px solid var(--edge);
border-radius: 27px;
background: var(--surface);
transition: border-color var(--ease), box-shadow var(--ease);
}
.field:focus-within {
border-color: var(--accent);
box-shadow: 0 0 0 1px var(--accent);
}
.field textarea {
flex: 1;
min-width: 0;
min-height: 44px;
max-height: 148px;
padding: 10px 0;
border: 0;
outline: 0;
background: none;
font-size: max(16px, 1em);
line-height: 24px;
overflow-wrap: anywhere;
resize: none;
scrollbar-width: thin;
unicode-bidi: plaintext;
field-sizing: content;
}
::placeholder {
color: var(--muted);
opacity: 1;
}
.send {
display: grid;
place-items: center;
width: 44px;
height: 44px;
padding: 0;
flex: none;
border-radius: 50%;
background: var(--accent);
color: var(--on-accent);
}
.send[aria-disabled='true'] {
background: var(--soft);
color: var(--muted);
cursor: default;
}
.refusal,
.counter {
margin: 6px 16px 0;
font-size: 0.86em;
}
.counter {
color: var(--muted);
font-variant-numeric: tabular-nums;
text-align: end;
}
.refusal,
.counter.over {
color: var(--bad);
}
`;var us=f`
.rating {
display: grid;
gap: 14px;
}
.stars {
display: flex;
justify-content: center;
margin-top: 8px;
}
.stars label {
position: relative;
display: grid;
place-items: center;
width: 48px;
height: 48px;
border-radius: 12px;
color: var(--edge);
}
.stars input {
position: absolute;
inset: 0;
width: 100%;
height: 100%;
margin: 0;
cursor: pointer;
opacity: 0;
}
.stars label:focus-within {
outline: 2px solid var(--accent);
outline-offset: -2px;
}
.stars svg {
width: 30px;
height: 30px;
transition: transform var(--ease);
}
.stars label:hover svg {
transform: scale(1.12);
}
.stars .filled {
color: var(--accent);
}
.stars .filled svg {
fill: currentColor;
}
.comment {
display: grid;
gap: 6px;
color: var(--muted);
font-size: 0.92em;
}
.comment textarea {
padding: 10px 12px;
border: 1px solid var(--edge);
border-radius: 12px;
background: var(--surface);
color: var(--text);
font-size: max(16px, 1em);
resize: vertical;
}
`;var hs=f`
@media (prefers-contrast: more) {
.frame {
--muted: var(--text);
--line: var(--edge);
--edge: var(--text);
}
.bubble {
border-color: var(--edge);
}
}
@media (forced-colors: active) {
.launcher,
.bubble,
.typing,
.strong,
.send,
.kind,
.demo,
.badge,
.toast,
.connection,
.sheet,
.prompt {
border: 1px solid CanvasText;
}
:focus-visible {
outline-color: Highlight;
}
.field:focus-within {
outline: 2px solid Highlight;
outline-offset: 2px;
}
.part,
.stars .filled svg {
fill: Highlight;
}
.feedback [aria-pressed='true'] {
background: Highlight;
color: HighlightText;
forced-color-adjust: none;
}
.typing i {
background: CanvasText;
}
}
`;var ms=[is,ns,os,rs,as,ls,cs,ds,ps,us,hs];var fs="open",ki="utter_agent_closed",Ae=class extends k{static styles=ms;static properties={server:{},locale:{},theme:{},heading:{},greeting:{},greetingDelay:{attribute:"greeting-delay",type:Number},opened:{attribute:"open",type:Boolean,reflect:!0},identity:{attribute:!1},menu:{state:!0},sheet:{state:!0},status:{state:!0},notices:{state:!0},draft:{state:!0},refusal:{state:!0},stars:{state:!0}};constructor(){super(),this.opened=!1,this.greetingDelay=8,this.menu=!1,this.notices=[],this.draft="",this.stars=0,this.scheme=new re(this),this.minutes=new ae(this),this.scrolling=new le(this),this.fullScreen=new ce(this),this.prompts=new ue(this),this.language=new pe(this);for(let e of["focusin","pointerdown"])this.addEventListener(e,this.#e)}connectedCallback(){super.connectedCallback(),this.address=new URL(this.server??new URL(import.meta.url).origin,location.href).href,this.memory=new Q(this.address),this.language.remember(),this.session=new oe(this.address,this.memory,this.language.spoken,{changed:()=>this.#t(),replayed:e=>this.scrolling.replay(e),arrived:e=>this.#s(e),noticed:e=>this.#i(e)}),this.draft=this.memory.tab.read().draft??"",this.memory.tab.read()[fs]&&!this.fullScreen.matches&&(this.opened=!0),this.session.isOpen=this.opened,(this.session.isBegun||this.opened)&&this.session.connect(),this.prompts.start(),document.addEventListener("visibilitychange",this.#e)}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("visibilitychange",this.#e),this.session.disconnect()}open(){this.opened=!0,this.updateComplete.then(()=>this.inside("textarea")?.focus())}close(){this.opened&&(this.opened=!1,this.menu=!1,this.sheet=void 0,this.prompts.afterClosing(),this.updateComplete.then(()=>this.inside(".launcher")?.focus()))}toggle(){this.opened?this.close():this.open()}startOver(){this.sheet=void 0,this.notices=[],this.session.startOver()}signIn(e){this.identity=e}signOut(){this.identity=null}inside(e){return this.renderRoot.querySelector(e)}t=(e,s)=>this.language.t(e,s);get frameLocale(){return this.language.frame}say(e,s){this.notices=[],this.scrolling.follow(),this.session.say(e,s)}switchLanguage(){this.language.switchTo(this.language.other),this.session.chooseLanguage(this.language.spoken)}tell(e){this.status=e,clearTimeout(this.statusTimer),this.statusTimer=setTimeout(()=>this.status="",6e3)}emit(e,s){this.dispatchEvent(new CustomEvent(`prorata:${e}`,{detail:s,bubbles:!0,composed:!0}))}willUpdate(e){e.has("locale")&&this.hasUpdated&&(this.language.followPage(),this.session.chooseLanguage(this.language.spoken)),e.has("identity")&&this.#n(),e.has("opened")&&this.opened&&this.prompts.dismiss(),this.opened&&this.#a()}render(){return ss(this)}updated(e){e.has("sheet")&&this.inside(".sheet :is(input, button)")?.focus(),!(!e.has("opened")||!this.opened&&e.get("opened")===void 0)&&(this.memory.tab.write({[fs]:this.opened}),this.session.isOpen=this.opened,this.opened&&this.session.open(),this.emit(this.opened?"open":"close"))}#e=()=>{document.hidden||!(this.opened||this.session.isBegun)||this.session.connect()};#t(){let{status:e}=this.session;e==="online"&&this.before==="offline"&&this.tell(this.t("online")),e!=="connecting"&&(this.before=e),this.session.signedIn&&(this.notices=this.notices.filter(({name:s})=>s!=="signed_out")),this.requestUpdate()}#s(e){this.scrolling.arrived(e),U(e)&&e.language===this.language.other&&(this.language.switchTo(e.language),this.session.locale=this.language.spoken),this.emit("message",{author:e.author,seq:e.seq,text:e.text}),e.quote&&this.emit("quote",e.quote),e.handoff&&this.emit("handoff",{seq:e.seq}),e.response===ki&&this.opened&&(this.sheet="rating")}#i(e){e.name==="ended"&&(this.notices=[]),this.notices=[...this.notices,e]}#n(){this.session.identity.source=this.identity,this.hasUpdated&&(this.identity?this.session.identity.refresh():this.session.identify(null))}#a(){let e=this.session.conversation.entries.at(-1)?.seq;e>(this.memory.conversation.read??0)&&this.memory.remember({read:e})}};customElements.get("prorata-chat")||customElements.define("prorata-chat",Ae);export{Ae as ProrataChat};
/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
lit-html/directive.js:
lit-html/directives/repeat.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directive-helpers.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
