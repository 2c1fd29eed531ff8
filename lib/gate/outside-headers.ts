/** Of what Next believes whoever sends it: where it stands, that its own client asks, what its own proxy has decided. */
const ofNext = /^(forwarded|x-forwarded-(?!for$).+|rsc|next-.+|x-(next|middleware|invoke|matched|prerender|action).*)$/;

/** Of what our proxy tells our pages. */
const ofOurs = /^x-(accord-.+|nonce)$/;

/** Of parts of a file, or of a file that has not changed: Next answers 500 when it cannot. */
const ofParts = /^(range|if-range|if-match|if-unmodified-since)$/;

/** True for a request header that nothing here needs from outside. `X-Forwarded-For` is read of trusted proxies. */
export const isOutsideHeader = (name: string): boolean => [ofNext, ofOurs, ofParts].some((some) => some.test(name));
