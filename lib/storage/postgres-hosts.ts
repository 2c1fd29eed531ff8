import pg from 'pg';

const severalHosts = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*,[^/?#]*)(.*)$/;
const sessionAttributes = /(?<=[?&])target_session_attrs=[^&#]*&?/;

/** A URL for each host of a URL that names several, as `postgres://one,other:5433/accord`; the driver knows one host alone. */
export function urlsOfHosts(url: string): string[] {
  const [, before = '', hosts = '', after = ''] = severalHosts.exec(url) ?? [];
  const rest = after.replace(sessionAttributes, '').replace(/[?&]$/, '');
  return hosts ? hosts.split(',').map((host) => before + host + rest) : [url.replace(sessionAttributes, '')];
}

type Connect = () => Promise<pg.PoolClient>;

/**
 * A pool whose connections go to the first of these servers that is there and writes, whatever `target_session_attrs`
 * says: nothing here could be done on a standby. With one server alone it is the driver's own pool.
 */
export function poolOf(urls: readonly string[], options: pg.PoolConfig): { pool: pg.Pool; connect: Connect } {
  if (urls.length === 1) {
    const pool = new pg.Pool({ ...options, connectionString: urls[0] });
    return { pool, connect: () => pool.connect() };
  }
  let turn = 0;
  class ClientOfHost extends pg.Client {
    constructor(given: pg.ClientConfig) {
      super({ ...given, connectionString: urls[turn % urls.length] });
    }
  }
  const pool = new pg.Pool({ ...options, Client: ClientOfHost as never, verify: refuseStandby });
  const connect = async (attemptsLeft = urls.length - 1): Promise<pg.PoolClient> => {
    const tried = turn;
    try {
      return await pool.connect();
    } catch (fault) {
      // Nobody was asked: all connections are in use.
      const isFull = (fault as Error).message === 'timeout exceeded when trying to connect';
      if (isFull || attemptsLeft === 0) throw fault;
      // Of many at once, one goes on for all.
      if (turn === tried) turn += 1;
      return connect(attemptsLeft - 1);
    }
  };
  return { pool, connect };
}

function refuseStandby(client: pg.PoolClient, done: (fault?: Error) => void): void {
  client
    .query('show transaction_read_only')
    .then(
      ({ rows }) => done(rows[0]?.transaction_read_only === 'on' ? new ReadOnly('the server only reads') : undefined),
      done,
    );
}

class ReadOnly extends Error {
  // PostgreSQL, appendix A: read_only_sql_transaction.
  readonly code = '25006';
}
