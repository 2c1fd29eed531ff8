import type { Language } from '../../i18n/locale.ts';

/**
 * The headings, labels and buttons that customers go by, written out: when a message changes, this page must be changed
 * on purpose. `{name}` is filled in.
 */
const written = {
  allow: ['Allow', 'Autoriser'],
  deny: ['Deny', 'Refuser'],
  switchLanguage: ['Français', 'English'],
  skip: ['Skip to the content', 'Aller au contenu'],
  notYou: ['Not you?', 'Ce n’est pas vous?'],
  signedInAs: ['Signed in as {name}', 'Session de {name}'],
  consentTitle: ['Share data with {recipient}', 'Partage de données avec {recipient}'],
  reference: ['Reference number: {id}', 'Numéro de référence : {id}'],
  consentHeading: [
    '{recipient} asks to see your {provider} data',
    '{recipient} demande à voir vos données {of_provider}',
  ],
  accounts: ['Accounts', 'Comptes'],
  chooseAccounts: ['Tick the accounts to share.', 'Cochez les comptes à partager.'],
  chooseAll: ['Choose all {count} accounts', 'Choisir les {count} comptes'],
  account: ['{name} …{digits}', '{name} …{digits}'],
  notRecorded: ['Your answer was not recorded', 'Votre réponse n’a pas été enregistrée'],
  error: ['Error: {title}', 'Erreur : {title}'],
  late: [
    'This page was open for a long time. Read it once more, then decide.',
    'Cette page est restée ouverte longtemps. Relisez-la, puis décidez.',
  ],
  noAccount: ['Choose at least one account to share', 'Choisissez au moins un compte à partager'],
  period: ['Until when', 'Jusqu’à quand'],
  asAsked: ['{date}, as asked', '{date}, comme demandé'],
  data: ['What you would share', 'Ce que vous partageriez'],
  requester: ['Who is asking: {entity}, {id}', 'Qui demande : {entity}, {id}'],
  limits: ['Not shared: your password, other data', 'Non partagé : mot de passe, autres données'],
  rights: ['Your rights: free, stop any time, complain', 'Vos droits : gratuité, arrêt, plainte'],
  never: ['Can never pay or move money', 'Ne peut ni payer ni virer d’argent'],
  refusing: ['Denying changes nothing. Stop at any time here:', 'Refuser ne change rien. Arrêtez en tout temps ici :'],
  shares: ['What you share', 'Vos partages de données'],
  allowedAlready: ['You have already allowed this request', 'Vous avez déjà autorisé cette demande'],
  renewal: ['What is new in this request', 'Ce qui est nouveau dans cette demande'],
  signInHeading: ['Sign in to {provider}', 'Se connecter {to_provider}'],
  username: ['Username', 'Nom d’utilisateur'],
  password: ['Password', 'Mot de passe'],
  signIn: ['Sign in', 'Se connecter'],
  cancel: ['Cancel and go back to {recipient}', 'Annuler et revenir {to_recipient}'],
  wrongCredentials: [
    'That username and password do not match. Check both and try again.',
    'Nom d’utilisateur ou mot de passe incorrect. Vérifiez les deux, puis réessayez.',
  ],
  signOut: ['Sign out', 'Se déconnecter'],
  signedOut: ['You are signed out of {provider}', 'Vous êtes déconnecté de la {provider}'],
  signInAgain: ['Sign in again', 'Se connecter de nouveau'],
  signOutOf: ['Sign out of {provider}', 'Se déconnecter de la {provider}'],
  dashboardHeading: ['What you share from {provider}', 'Vos partages de données chez la {provider}'],
  mayAll: [
    'These services may see your data, because you allowed it. You can stop any of them, at any time.',
    'Ces services peuvent voir vos données, parce que vous l’avez autorisé. Vous pouvez mettre fin à chaque partage, en tout temps.',
  ],
  lastUsed: ['Last request for data', 'Dernière demande de données'],
  neverUsed: ['None yet', 'Aucune pour le moment'],
  onceOnly: ['Once only, until', 'Une seule fois, jusqu’au'],
  pausedTitle: ['Paused by your bank', 'Mis en pause par votre institution'],
  noneNow: ['You share nothing now.', 'Vous ne partagez rien en ce moment.'],
  chooseBank: ['What you share', 'Vos partages de données'],
  chooseProvider: ['Choose your bank', 'Choisissez votre institution'],
  chooseProviderLead: [
    '{recipient} asks to see your data. Choose your bank, then sign in there to read what the app asks for. Nothing is shared until you allow it.',
    '{recipient} demande à voir vos données. Choisissez votre institution, puis connectez-vous pour lire la demande. Rien n’est partagé sans votre autorisation.',
  ],
  renewSoon: [
    'This ends soon. To continue, {recipient} must ask you again.',
    'Ce partage se termine bientôt. Pour continuer, {recipient} doit vous refaire une demande.',
  ],
  stop: ['Stop sharing with {recipient}', 'Mettre fin au partage avec {recipient}'],
  stopHeading: ['Stop sharing with {recipient}?', 'Mettre fin au partage avec {recipient}?'],
  confirmStop: ['Stop sharing', 'Mettre fin au partage'],
  stopAllHeading: ['Stop all sharing?', 'Mettre fin à tous les partages?'],
  stopped: ['You no longer share data with {recipient}.', 'Vous ne partagez plus de données avec {recipient}.'],
  detailHeading: ['Sharing with {recipient}', 'Partage avec {recipient}'],
  receipt: ['Receipt to print or keep', 'Reçu à imprimer ou à garder'],
  receiptHeading: ['Receipt for your consent', 'Reçu de votre consentement'],
  changeHeading: [
    'What do you want to keep sharing with {recipient}?',
    'Que voulez-vous continuer à partager avec {recipient}?',
  ],
  changeAccounts: ['Accounts', 'Comptes'],
  confirmChange: ['Keep only what is ticked', 'Ne garder que ce qui est coché'],
  changed: ['Done. Only what you kept is still shared.', 'C’est fait. Seul ce que vous avez gardé est encore partagé.'],
  retry: ['Start this request again', 'Recommencer cette demande'],
  giveUp: ['Go back to {recipient}', 'Revenir {to_recipient}'],
  seeShares: ['See what you share', 'Voir vos partages de données'],
  tryAgain: ['Try again', 'Réessayer'],
  forDeveloper: ['For the developer of the app', 'Pour le développeur de l’application'],
  'not-found': ['There is no such page', 'Cette page n’existe pas'],
  'client-id-missing': ['We cannot tell which app sent you', 'Nous ne savons pas quelle application vous envoie'],
  'client-id-unknown': ['We do not know this app', 'Nous ne connaissons pas cette application'],
  'client-suspended': [
    'This app may not ask for data now',
    'Cette application ne peut pas demander de données en ce moment',
  ],
  'redirect-uri-missing': ['We cannot tell where to send you back', 'Nous ne savons pas où vous renvoyer'],
  'redirect-uri-not-registered': [
    'We do not trust this return address',
    'Nous ne faisons pas confiance à cette adresse de retour',
  ],
  'request-uri-unknown': ['This link no longer works', 'Ce lien n’est plus valable'],
  'foreign-origin': ['This answer did not come from our page', 'Cette réponse ne vient pas de notre page'],
  'ticket-invalid': ['We cannot read this answer', 'Nous ne pouvons pas lire cette réponse'],
  'none-shareable': ['None of your accounts can be shared', 'Aucun de vos comptes ne peut être partagé'],
  'answer-unavailable': ['Your answer was not recorded', 'Votre réponse n’a pas été enregistrée'],
  'stop-unavailable': ['Sharing has not stopped', 'Le partage n’a pas pris fin'],
  'stop-all-unavailable': [
    'Some of your sharing may not have stopped',
    'Certains partages n’ont peut-être pas pris fin',
  ],
  'change-unavailable': ['What you share has not changed', 'Vos partages n’ont pas changé'],
  'sign-out-unavailable': ['You are still signed in', 'Votre session est toujours ouverte'],
  'already-answered': ['You have already answered', 'Vous avez déjà répondu'],
  'wrong-type': ['We cannot read this answer', 'Nous ne pouvons pas lire cette réponse'],
  'too-large': ['This answer is too long', 'Cette réponse est trop longue'],
  'length-required': ['This answer did not say how long it is', 'Cette réponse n’indique pas sa longueur'],
  'method-not-allowed': ['This page cannot be used like that', 'Cette page ne s’utilise pas ainsi'],
  'sign-in-refused': ['Your bank’s answer could not be trusted', 'La réponse de votre banque n’est pas fiable'],
  'accounts-unavailable': [
    'We could not get the list of your accounts',
    'Nous n’avons pas pu obtenir la liste de vos comptes',
  ],
  unavailable: ['We are not able to answer right now', 'Nous ne pouvons pas répondre pour le moment'],
} as const satisfies Record<string, readonly [en: string, fr: string]>;

export type Say = (words: keyof typeof written, values?: Record<string, string>) => string;

export const wordsIn =
  (language: Language): Say =>
  (words, values = {}) =>
    written[words][language === 'en' ? 0 : 1].replaceAll(/\{(\w+)\}/g, (_, name) => {
      const value = values[name];
      if (value === undefined) throw new Error(`"${words}" needs a ${name}`);
      return value;
    });
