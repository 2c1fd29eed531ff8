// A form of this page is sent once, however often a button is pressed, so that a recipient sees one answer.
document.addEventListener('submit', (event) => {
  if (event.submitter?.formMethod === 'dialog') return;
  const { dataset } = event.target;
  if (dataset.sent) event.preventDefault();
  dataset.sent = 'yes';
  setTimeout(() => delete dataset.sent, 9000);
});

// A page that comes back from the browser's memory can be answered again.
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// A page that answered a form can be gone back to, in the language it was in.
const address = new URL(location);
const { lang } = document.documentElement;
if (address.searchParams.get('language') !== lang) address.searchParams.set('language', lang);
history.replaceState(history.state, '', address);
