import { type AnchoredHead, leafOf } from './anchor.ts';
import { type MerkleTree, merkleTree } from './merkle-tree.ts';

interface Tally {
  tree: MerkleTree;
  events: number;
  chains: number;
}

/** What is stored of each anchor, gathered in one walk over all chains in the order of their consents. */
export interface AnchorTally {
  /** The next event of a chain, and the anchor that took it in; `events` when one head stands for several. */
  add(head: AnchoredHead, anchor: number, events?: number): void;
  /** The chain is done: the last event that each anchor took of it was its head. */
  endChain(): void;
  /** Gives what is stored of an anchor, and forgets it. */
  take(anchor: number): { root: string; heads: number; events: number; chains: number };
  /** Anchors that events name and nobody has taken. */
  rest(): number[];
}

export function anchorTally(): AnchorTally {
  const tallies = new Map<number, Tally>();
  const tallyOf = (anchor: number): Tally => {
    const tally = tallies.get(anchor) ?? { tree: merkleTree(), events: 0, chains: 0 };
    tallies.set(anchor, tally);
    return tally;
  };
  let last: { head: AnchoredHead; anchor: number } | undefined;
  const settle = () => {
    if (last) tallyOf(last.anchor).tree.add(leafOf(last.head));
    last = undefined;
  };
  let isFirst = true;
  return {
    add(head, anchor, events = 1) {
      if (last?.anchor !== anchor) settle();
      last = { head, anchor };
      const tally = tallyOf(anchor);
      tally.events += events;
      if (isFirst) tally.chains += 1;
      isFirst = false;
    },
    endChain() {
      settle();
      isFirst = true;
    },
    take(anchor) {
      const { tree, events, chains } = tallyOf(anchor);
      tallies.delete(anchor);
      return { root: tree.root(), heads: tree.size, events, chains };
    },
    rest: () => [...tallies.keys()],
  };
}
