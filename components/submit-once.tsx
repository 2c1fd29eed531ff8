const script = `document.addEventListener('submit',function(e){var f=e.target;if(f.dataset.sent)e.preventDefault();f.dataset.sent=1;setTimeout(function(){delete f.dataset.sent},9000)});addEventListener('pageshow',function(){for(var f of document.forms)delete f.dataset.sent});var u=new URL(location);u.searchParams.set('language',document.documentElement.lang);history.replaceState(history.state,'',u)`;

/**
 * A form of this page is sent once, however often a button is pressed, so that a recipient sees one answer; and a page
 * that answered a form can be gone back to, in the language it was in. Works before the framework is there, and the page works without it.
 */
export function SubmitOnce({ nonce }: { nonce: string }) {
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}
