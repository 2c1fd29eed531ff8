// Written by `npm run messages`.

declare const messages: {
  "LanguageSwitch": {
    "name": "English"
  },
  "Document": {
    "skip": "Skip to the content",
    "error": "Error: {title}",
    "newWindow": "new window",
    "dateTime": "{date} at {time}"
  },
  "ProviderHelp": {
    "label": "Help from {provider}"
  },
  "ProviderFooter": {
    "terms": "Terms of use",
    "privacy": "Privacy"
  },
  "ProviderBanner": {
    "at": "You are at"
  },
  "Customer": {
    "signedIn": "Signed in as {name}",
    "notYou": "Not you?",
    "signedInUntil": "Signed in as {name} until {time}"
  },
  "ProviderQuestion": {
    "heading": "Choose your bank",
    "lead": "{recipient} asks to see your data. Choose your bank, then sign in there to read what the app asks for. Nothing is shared until you allow it.",
    "title": "At which bank?"
  },
  "SignIn": {
    "title": "Sign in to {provider}",
    "lead": "{recipient} asks to see your data at {provider}. Sign in to read what it asks for. Nothing is shared until you allow it.",
    "leadDashboard": "Sign in to see which services you share your {provider} data with, and to stop it.",
    "username": "Username",
    "password": "Password",
    "submit": "Sign in",
    "cancel": "Cancel and go back to {recipient}",
    "safety": "{recipient} never sees your username or password.",
    "problem": {
      "wrong-credentials": "That username and password do not match. Check both and try again.",
      "too-many-failures": "There were too many attempts with this username. Wait {minutes, plural, one {one minute} other {# minutes}} and try again.",
      "unavailable": "We cannot sign you in right now. Try again in a moment.",
      "title": "You are not signed in"
    }
  },
  "SignOut": {
    "title": "Sign out",
    "signedIn": "You are signed in to {provider} as {name}.",
    "submit": "Sign out of {provider}",
    "nowhere": "You are not signed in here.",
    "done": "You are signed out of {provider}",
    "doneLead": "To see what you share or stop it, sign in again. What you share goes on as before.",
    "again": "Sign in again"
  },
  "Consent": {
    "title": "Share data with {recipient}",
    "heading": "{recipient} asks to see your {provider} data",
    "purpose": "{recipient} says: “{purpose}”",
    "problem": {
      "title": "Your answer was not recorded",
      "no-account": "Choose at least one account to share",
      "not-understood": "We could not read your answer. Choose Allow or Deny.",
      "other-session": "You have signed in again since this page was opened. Read it once more, then decide.",
      "changed": "This page has changed since you opened it. Read it once more, then decide.",
      "unavailable": "We could not save your answer. Try again in a moment.",
      "late": "This page was open for a long time. Read it once more, then decide."
    },
    "requester": {
      "title": "Who is asking: {entity}",
      "entity": "{recipient} is a service of {entity}.",
      "registration": "It is registered here to ask for data.",
      "resembles": "Do not confuse {recipient} with {others}, another service with nearly the same name.",
      "intermediary": "The data passes through {name}, on behalf of {recipient}.",
      "intermediaryWithRole": "The data passes through {name} ({role}).",
      "website": "Website of {recipient}",
      "policy": "How {recipient} protects your data",
      "returnTo": "After your answer, you go back to {host}.",
      "titleWithId": "Who is asking: {entity}, {id}"
    },
    "data": {
      "title": "What you would share",
      "sensitive": "Sensitive",
      "history": "Since {date}.",
      "historyUnknown": "As far back as {provider} keeps them."
    },
    "accounts": {
      "title": "Accounts",
      "choose": "Tick the accounts to share.",
      "single": "You have one account that can be shared:",
      "unavailable": "Not shareable:",
      "joint": "Joint account: the other holder’s data is shared too.",
      "jointWith": "Joint account with {holders}: the data of every holder is shared.",
      "coHoldersTold": "{provider} will tell the other holders.",
      "category": {
        "DEPOSIT_ACCOUNT": "Bank account",
        "INVESTMENT_ACCOUNT": "Investment account",
        "LOAN_ACCOUNT": "Loan",
        "LOC_ACCOUNT": "Credit card or line of credit",
        "INSURANCE_ACCOUNT": "Insurance",
        "ANNUITY_ACCOUNT": "Annuity",
        "COMMERCIAL_ACCOUNT": "Business account",
        "DIGITAL_WALLET": "Digital wallet"
      },
      "reason": {
        "CLOSED": "closed",
        "DELETED": "closed",
        "PAID": "paid off",
        "PENDINGOPEN": "not open yet",
        "RESTRICTED": "restricted by {provider}"
      },
      "chooseAll": "Choose all {count} accounts",
      "shared": "You share it now."
    },
    "period": {
      "title": "Until when",
      "once": "Once, within 15 minutes of your answer. After that, {recipient} gets nothing more.",
      "until": "Until {date}. Access then ends by itself. Only you can renew it.",
      "full": "{date}, as asked",
      "before": "{date}, as last time"
    },
    "limits": {
      "title": "Not shared: your password, other data",
      "credentials": "Your username and password.",
      "money": "Control of your money. {recipient} cannot pay, transfer or change anything.",
      "accounts": "Any account that you do not tick.",
      "notAsked": "What {recipient} has not asked for: {clusters}."
    },
    "rights": {
      "title": "Your rights: free, stop any time, complain",
      "free": "Sharing is free. So is saying no.",
      "refuse": "If you deny, nothing is shared and nothing changes at {provider}. {recipient} may not be able to serve you without this data.",
      "stop": "You can stop at any time, under “What you share” at {provider}, or by telling {recipient}. It then gets nothing new. Ask it to erase what it already has. Access ends by itself on the end date; only you can renew it.",
      "stopOnce": "The data is sent once, so there is nothing to stop later. Ask {recipient} to erase what it received.",
      "complain": "To complain, write to {recipient} or {provider}. {provider} must answer you.",
      "reference": "Reference number: {id}",
      "titleOnce": "Your rights: free, complain"
    },
    "decision": {
      "deny": "Deny",
      "allow": "Allow"
    },
    "renewal": {
      "title": "What is new in this request",
      "since": "You already share data with {recipient}, since {date}. If you allow this request, it takes the place of that one.",
      "more": "New: {clusters}.",
      "fewer": "No longer asked for: {clusters}.",
      "same": "It asks for the same data as before.",
      "before": "The one there is ends on {date}.",
      "allowedTitle": "You have already allowed this request",
      "allowed": "You allowed it on {date}. {recipient} has access.",
      "undo": "To end it, choose Deny. To change a part of it, open “What you share”, below."
    },
    "glance": {
      "what": "Data: {clusters}",
      "sensitive": "{cluster} (sensitive)",
      "accounts": "From the accounts you choose",
      "account": "From {account}",
      "until": "Until {date}",
      "untilOrSooner": "Until {date}, or sooner",
      "once": "Once, within 15 minutes",
      "never": "Can never pay or move money"
    },
    "recap": {
      "what": "You would share {clusters}, from the accounts you tick.",
      "one": "You would share {clusters}, from this account.",
      "chosen": "Until the date you chose.",
      "until": "Until {date}.",
      "once": "Once only."
    },
    "assurance": {
      "text": "Denying changes nothing. Stop at any time here:",
      "once": "Denying changes nothing. What you shared is listed here:",
      "link": "What you share"
    }
  },
  "Cluster": {
    "ACCOUNT_BASIC": {
      "short": "account names",
      "title": "Account names",
      "fields": "Name or nickname, product, type, last digits, open or closed, currency. No balance."
    },
    "ACCOUNT_DETAILED": {
      "short": "balances",
      "title": "Accounts and balances",
      "fields": "Name or nickname, product, type, last digits, open or closed, currency. Balances, credit limit and available credit, interest rates, amount owing, due date, minimum payment, length and end of a loan."
    },
    "TRANSACTIONS": {
      "short": "transactions",
      "title": "Transactions",
      "fields": "Date, amount, money in or out, who paid or was paid, description, pending or posted, category, amount in another currency."
    },
    "INVESTMENTS": {
      "short": "investments",
      "title": "Investments",
      "fields": "What you hold, units, price, market value, cost and date of purchase, open orders, contributions, pension, cash and margin."
    },
    "STATEMENTS": {
      "short": "PDF statements",
      "title": "PDF statements",
      "fields": "Whole statements as PDF files, not filtered.",
      "note": "They usually show your name, address, account number, balances and transactions."
    },
    "ACCOUNT_PAYMENTS": {
      "short": "payment details",
      "title": "Payment details",
      "fields": "Full account number, institution number (3 digits), transit number (5 digits), US routing number, and whether the account can send or receive transfers.",
      "note": "These numbers tell others where to send or take a payment. Share them only if you trust the service."
    },
    "CUSTOMER_CONTACT": {
      "short": "contact details",
      "title": "Contact details",
      "fields": "Name, address, e-mail and phone, yours and those of every other holder. For a business, the contact details of the business.",
      "note": "The other holders of your accounts are included."
    },
    "CUSTOMER_PERSONAL": {
      "short": "personal details",
      "title": "Personal and contact details",
      "fields": "Name, address, e-mail and phone, yours and those of every other holder. Your date of birth, government ID number and tax number.",
      "note": "Your social insurance number (SIN) is included if {provider} sends it as your tax number."
    }
  },
  "Problem": {
    "developer": "For the developer of the app",
    "parameter": "Parameter",
    "received": "Value received",
    "rule": "Rule",
    "absent": "(none)",
    "retry": "Start this request again",
    "return": "Go back to {recipient}",
    "not-found": {
      "title": "There is no such page",
      "text": "The address may be mistyped, or the page may have moved. What you share has not changed."
    },
    "client-id-repeated": {
      "title": "We cannot tell which app sent you",
      "text": "The app that sent you here named itself more than once. Close this page, then go back to the app. This link has shared nothing.",
      "rule": "client_id is given exactly once."
    },
    "client-id-missing": {
      "title": "We cannot tell which app sent you",
      "text": "The link that brought you here does not say which app asks for your data. Close this page, then go back to the app. This link has shared nothing.",
      "rule": "client_id is required, and is the id of a registered recipient."
    },
    "client-id-unknown": {
      "title": "We do not know this app",
      "text": "The app that sent you here is not registered to ask for your data. Close this page. If you trust the app, tell its support. This link has shared nothing.",
      "rule": "client_id is the id of a registered recipient, letter for letter."
    },
    "client-suspended": {
      "title": "This app may not ask for data now",
      "text": "The access of the app that sent you here is suspended. You have done nothing wrong. Its support can tell you more. This link has shared nothing.",
      "rule": "The registration of this client_id is suspended. Ask the operator of this server why."
    },
    "redirect-uri-repeated": {
      "title": "We cannot tell where to send you back",
      "text": "The app that sent you here gave more than one return address. To keep you safe, we stopped. Close this page, then go back to the app. This link has shared nothing.",
      "rule": "redirect_uri is given exactly once."
    },
    "redirect-uri-missing": {
      "title": "We cannot tell where to send you back",
      "text": "The app that sent you here gave no return address. Close this page, then go back to the app. This link has shared nothing.",
      "rule": "redirect_uri is required, also when only one is registered."
    },
    "redirect-uri-not-registered": {
      "title": "We do not trust this return address",
      "text": "The app asked us to send you to an address that it has not registered. It can be a mistake or an attack, so we stopped. Close this page, then go back to the app. This link has shared nothing.",
      "rule": "redirect_uri equals a registered one, character for character. Only the port of http://127.0.0.1 and http://[::1] may differ."
    },
    "foreign-origin": {
      "title": "This answer did not come from our page",
      "text": "Another site tried to answer for you, or your browser did not say where the answer came from. We ignored it, so it changed nothing. Go back to the app and start again."
    },
    "ticket-invalid": {
      "title": "We cannot read this answer",
      "text": "The form that was sent is not one of ours, or it was damaged on the way. It changed nothing. Go back to the app and start again."
    },
    "request-uri-unknown": {
      "title": "This link no longer works",
      "text": "A link from an app can be opened for a minute and a half, and answered once. If you have answered it, your answer stands. If not, it has shared nothing: go back to the app and start again."
    },
    "already-answered": {
      "title": "You have already answered",
      "text": "Your first answer stands, and the app was told. You can see it, change it or stop it in what you share."
    },
    "wrong-type": {
      "title": "We cannot read this answer",
      "text": "The form was sent in a way we do not know. It changed nothing. Go back to the app and start again."
    },
    "too-large": {
      "title": "This answer is too long",
      "text": "The form that was sent is larger than ours can be. It changed nothing. Go back to the app and start again."
    },
    "length-required": {
      "title": "This answer did not say how long it is",
      "text": "The form came without its length, as no browser sends it. It changed nothing. Go back to the app and start again."
    },
    "uri-too-long": {
      "title": "This link is too long",
      "text": "The link that brought you here is longer than we can read. It has shared nothing. Go back to the app and start again."
    },
    "method-not-allowed": {
      "title": "This page cannot be used like that",
      "text": "It can only be opened or answered in a browser. Nothing has changed. Go back to the app and start again."
    },
    "sign-in-lost": {
      "title": "We cannot tell which request this sign-in belongs to",
      "text": "Your sign-in was started in another browser, or it is already over. You are not signed in here by it. Go back to the app and start again."
    },
    "old-callback": {
      "title": "Your bank sent you to an old address",
      "text": "You are not signed in here. Your bank has yet to learn our new address. Tell its support, then go back to the app."
    },
    "sign-in-expired": {
      "title": "Signing in took too long",
      "text": "You are not signed in here. To keep you safe, a sign-in must be done within ten minutes. You can start again."
    },
    "sign-in-refused": {
      "title": "Your bank’s answer could not be trusted",
      "text": "You are not signed in here. What your bank’s site sent us was not right, so we stopped. You can try again."
    },
    "sign-in-too-weak": {
      "title": "Your bank asks for one more step",
      "text": "You are not signed in here. Your bank let you in, but without the second proof that sharing data needs, such as a code on your phone. Try again and choose it, or ask your bank how to set it up."
    },
    "bank-unavailable": {
      "title": "Your bank’s sign-in page does not answer",
      "text": "You are not signed in here. The page may be overloaded or under maintenance. You can try again."
    },
    "accounts-unavailable": {
      "title": "We could not get the list of your accounts",
      "text": "Your bank knows you, but its list of accounts does not answer as it should. You are not signed in here. You can try again."
    },
    "accounts-too-many": {
      "title": "Your bank’s list of accounts is too long",
      "text": "It has more accounts than we can show on one page. You are not signed in here. Ask your bank whether you can sign in with a profile that holds fewer."
    },
    "no-accounts": {
      "title": "Your bank shows us no accounts",
      "text": "There is nothing that could be shared. If you have accounts at this bank, sign in with the profile that holds them."
    },
    "unavailable": {
      "title": "We are not able to answer right now",
      "text": "Nothing has changed by what you just did. Please try again in a moment."
    },
    "again": "Try again",
    "shares": "See what you share",
    "none-shareable": {
      "title": "None of your accounts can be shared",
      "text": "The app asks to see your accounts, but you have none that it could be shown. This request shares nothing."
    },
    "answer-unavailable": {
      "title": "Your answer was not recorded",
      "text": "We could not save it. Start the request again in a moment."
    },
    "stop-unavailable": {
      "title": "Sharing has not stopped",
      "text": "We could not save it. Try again in a moment."
    },
    "stop-all-unavailable": {
      "title": "Some of your sharing may not have stopped",
      "text": "We could not save all of it. Look at what you share, and try again in a moment."
    },
    "change-unavailable": {
      "title": "What you share has not changed",
      "text": "We could not save your choice. Try again in a moment."
    },
    "sign-out-unavailable": {
      "title": "You are still signed in",
      "text": "We could not sign you out. Try again in a moment."
    }
  },
  "Dashboard": {
    "title": "What you share",
    "heading": "What you share from {provider}",
    "lead": "These services may see your data, because you allowed it. You can stop any of them, at any time.",
    "choose": {
      "title": "At which bank?",
      "heading": "What you share",
      "lead": "Choose your bank, then sign in to see which services you share your data with."
    },
    "active": "Shared now",
    "pausedTitle": "Paused by your bank",
    "paused": "{provider} has paused this. {recipient} gets nothing in the meantime. You need not do anything; you can still stop it for good.",
    "ended": "No longer shared",
    "none": "You share nothing now.",
    "noneEver": "You have shared nothing from {provider} yet.",
    "older": "Older consents",
    "signOut": "Sign out",
    "see": "See {recipient} in detail",
    "stop": "Stop sharing with {recipient}",
    "stopAll": "Stop all sharing",
    "renewSoon": "This ends soon. To continue, {recipient} must ask you again.",
    "reason": {
      "stopped": "You stopped it.",
      "denied-afterwards": "You then denied the request.",
      "changed": "You kept part of it. That part is a consent of its own in this list.",
      "renewed": "You gave {recipient} a new consent in its place.",
      "revoked-by-recipient": "{recipient} ended it.",
      "revoked-by-provider": "{provider} ended it.",
      "token-revoked": "{recipient} gave up its access.",
      "code-replayed": "We ended it to keep you safe: a one-time key of {recipient} was used twice. {recipient} must ask you again.",
      "refresh-token-reused": "We ended it to keep you safe: an old key of {recipient} was used again. {recipient} must ask you again.",
      "expired": "It reached its end date."
    },
    "detail": {
      "title": "Sharing with {recipient}",
      "state": "Status",
      "words": "What you were told",
      "wordsLead": "This is the text you saw when you allowed it, on {date}.",
      "history": "What happened",
      "back": "All that you share",
      "change": "Change what you share",
      "receipt": "Receipt to print or keep",
      "reference": "Reference number: {id}"
    },
    "event": {
      "shown": "The request was shown to you.",
      "allowed": "You allowed it.",
      "code-redeemed": "{recipient} got access.",
      "token-refreshed": "{recipient} renewed its access.",
      "token-revoked": "{recipient} gave up an access key.",
      "used": "{recipient} asked {provider} for data.",
      "changed": "A newer consent took its place.",
      "withdrawn": "Sharing was stopped.",
      "expired": "It reached its end date.",
      "restored": "Sharing went on: a clock was wrong and had ended it too early.",
      "denied": "You denied it."
    },
    "stopping": {
      "title": "Stop sharing with {recipient}?",
      "follows": "What happens then",
      "now": "{recipient} gets nothing new, from this moment on.",
      "kept": "It may keep what it already has. Ask {recipient} to erase it.",
      "service": "It may no longer be able to serve you.",
      "again": "It is final. To share again, start again in {recipient}.",
      "free": "It costs nothing, and nothing changes at {provider}.",
      "confirm": "Stop sharing",
      "keep": "Keep sharing"
    },
    "changing": {
      "title": "Change what you share",
      "heading": "What do you want to keep sharing with {recipient}?",
      "lead": "Untick what you want to stop. What stays ticked is shared until {date}.",
      "accounts": "Accounts",
      "data": "Data",
      "basic": "Account names are always included. To stop them too, stop all of this sharing.",
      "confirm": "Keep only what is ticked",
      "cancel": "Change nothing",
      "problem": {
        "title": "Nothing has been changed",
        "no-account": "Keep at least one account, or stop all of this sharing.",
        "not-understood": "We could not read your choice. Choose again.",
        "unchanged": "Nothing was unticked. Untick what you want to stop."
      }
    },
    "notice": {
      "stopped": "You no longer share data with {recipient}.",
      "stopped-all": "You share nothing now.",
      "changed": "Done. Only what you kept is still shared.",
      "already-ended": "That had already ended. Nothing was changed."
    },
    "receipt": {
      "title": "Receipt: sharing with {recipient}",
      "heading": "Receipt for your consent",
      "lead": "Keep it. It says what you allowed, and repeats the text you saw.",
      "who": "Customer",
      "recipient": "Recipient",
      "provider": "Bank",
      "given": "Given on",
      "until": "Ends on",
      "state": "Status",
      "language": "Language of the text",
      "version": "Version of the text",
      "hash": "Fingerprint of the text (SHA-256)",
      "id": "Number of the consent",
      "accounts": "Accounts",
      "active": "in force",
      "ended": "ended on {date}",
      "proofLead": "Anyone can check the signed copy of it with the keys published at {address}.",
      "download": "Save the signed copy",
      "print": "To print this page, use your browser’s print command.",
      "data": "Data",
      "words": "What you were told",
      "wordsLead": "This is the text you saw when you allowed it.",
      "entity": "Legal name",
      "register": "Public register",
      "reference": "Reference number",
      "check": "How to check this receipt",
      "checkLead": "Sign in at {address} to see this receipt as it stands now."
    },
    "fact": {
      "accounts": "Accounts",
      "data": "Data",
      "since": "Shared since",
      "until": "Ends",
      "once": "Once only, until {time}",
      "endedOn": "Ended",
      "reason": "Why it ended",
      "lastUsed": "Last request for data",
      "neverUsed": "None yet"
    },
    "stoppingAll": {
      "title": "Stop all sharing?",
      "lead": "You stop sharing with {count, plural, one {this service:} other {these # services:}}",
      "now": "{count, plural, one {It gets} other {They get}} nothing new, from this moment on.",
      "kept": "{count, plural, one {It may keep what it already has. Ask for it to be erased.} other {They may keep what they already have. Ask each of them to erase it.}}",
      "service": "{count, plural, one {It} other {They}} may no longer be able to serve you.",
      "again": "It is final. To share again, start again in {count, plural, one {the service} other {each service}}.",
      "free": "It costs nothing, and nothing changes at {provider}.",
      "confirm": "Stop all"
    },
    "stopShort": "Stop",
    "status": {
      "active": "Sharing",
      "soon": "Ends soon",
      "ended": "Ended",
      "paused": "Paused"
    }
  },
  "Complaints": {
    "title": "To complain",
    "recipient": "First, write to {recipient}",
    "provider": "Then to {provider}, which must answer you",
    "body": "If its answer does not settle it, you can turn to an outside body, {body}",
    "at": "{text}:"
  }
};
export default messages;
