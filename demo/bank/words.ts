export type BankLanguage = 'en' | 'fr';

const en = {
  bank: 'Harbour Trust',
  other: 'Français',
  signIn: 'Sign in to Harbour Trust',
  lead: 'Accord sent you here so that we can make sure it is you.',
  username: 'Username',
  password: 'Password',
  next: 'Continue',
  cancel: 'Cancel',
  wrongPassword: 'That username and password do not match. Check both and try again.',
  code: 'Enter the code we sent you',
  codeLead: 'We sent a code of six digits to your phone.',
  codeDemo: 'This is a sample bank, so no phone rings. The code is',
  codeField: 'Code of six digits',
  confirm: 'Sign in',
  wrongCode: 'That is not the code. Check it and try again.',
  tooManyCodes: 'That was not the code three times. Sign in again to get a new one.',
  trouble: 'Something is not right',
  leave: 'Sign out of Harbour Trust?',
  leaveLead: 'You can stay signed in here, or sign out.',
  leaveYes: 'Sign out',
  leaveNo: 'Stay signed in',
  left: 'You are signed out of Harbour Trust',
  lost: 'This sign-in is over, or it was started in another browser. Go back to the app and start again.',
};

const fr: typeof en = {
  bank: 'Fiducie du Havre',
  other: 'English',
  signIn: 'Connexion à la Fiducie du Havre',
  lead: 'Accord vous a dirigé ici pour que nous vérifiions que c’est bien vous.',
  username: 'Nom d’utilisateur',
  password: 'Mot de passe',
  next: 'Continuer',
  cancel: 'Annuler',
  wrongPassword: 'Ce nom d’utilisateur et ce mot de passe ne vont pas ensemble. Vérifiez-les et réessayez.',
  code: 'Entrez le code que nous vous avons envoyé',
  codeLead: 'Nous avons envoyé un code de six chiffres à votre téléphone.',
  codeDemo: 'Cette institution est fictive\u00a0: aucun téléphone ne sonnera. Le code est',
  codeField: 'Code de six chiffres',
  confirm: 'Se connecter',
  wrongCode: 'Ce n’est pas le bon code. Vérifiez-le et réessayez.',
  tooManyCodes: 'Le code était erroné trois fois. Connectez-vous de nouveau pour en recevoir un autre.',
  trouble: 'Quelque chose ne va pas',
  leave: 'Vous déconnecter de la Fiducie du Havre?',
  leaveLead: 'Vous pouvez rester connecté ici, ou vous déconnecter.',
  leaveYes: 'Me déconnecter',
  leaveNo: 'Rester connecté',
  left: 'Vous êtes déconnecté de la Fiducie du Havre',
  lost: 'Cette connexion est terminée, ou elle a commencé dans un autre navigateur. Retournez à l’application et recommencez.',
};

export const words = { en, fr };

/** The first language of `ui_locales` that the bank speaks; English when there is none. */
export function readBankLanguage(locales: unknown): BankLanguage {
  const asked = String(locales ?? '').split(' ');
  const known = asked.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'en' || tag === 'fr');
  return known === 'fr' ? 'fr' : 'en';
}
