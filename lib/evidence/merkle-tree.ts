import { createHash } from 'node:crypto';

/** A Merkle tree (RFC 9162 §2.1.1) that is given its leaves one by one and keeps no more than one hash a level. */
export interface MerkleTree {
  add(leaf: string): void;
  /** The root of the leaves so far, base64url. */
  root(): string;
  size: number;
}

export function merkleTree(): MerkleTree {
  // Roots of full subtrees, the largest first; their sizes are the binary digits of `size`.
  const peaks: Buffer[] = [];
  return {
    size: 0,
    add(leaf) {
      let peak = hash(leafPrefix, Buffer.from(leaf));
      for (let level = this.size; level % 2 === 1; level = (level - 1) / 2) peak = joined(peaks.pop(), peak);
      peaks.push(peak);
      this.size += 1;
    },
    root() {
      const [last, ...larger] = peaks.toReversed();
      return larger.reduce((right, left) => joined(left, right), last ?? hash()).toString('base64url');
    },
  };
}

// Told apart, so that an inner node can never pass for a leaf.
const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

const joined = (left: Buffer | undefined, right: Buffer) => hash(nodePrefix, left ?? Buffer.of(), right);
const hash = (...parts: Buffer[]) => parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest();
