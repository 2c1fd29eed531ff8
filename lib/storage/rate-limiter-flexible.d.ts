// The class that the library's own stores are made of; its declarations leave out what a store must give.
declare module 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js' {
  import { type IRateLimiterOptions, RateLimiterAbstract, type RateLimiterRes } from 'rate-limiter-flexible';

  interface Stored {
    points: number;
    expiresAt: number;
  }

  export default abstract class RateLimiterStoreAbstract extends RateLimiterAbstract {
    constructor(options: IRateLimiterOptions);
    protected abstract _upsert(key: string, points: number, milliseconds: number, isForced?: boolean): Promise<Stored>;
    protected abstract _get(key: string): Promise<Stored | undefined>;
    protected abstract _delete(key: string): Promise<boolean>;
    protected abstract _getRateLimiterRes(key: string, changed: number, stored: Stored): RateLimiterRes;
  }
}
