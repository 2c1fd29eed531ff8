import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { merkleTree } from './merkle-tree.ts';

const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 9162 §2.1.1 as it is written: the left part is the largest power of two below the number of leaves. */
function referenceRoot(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), Buffer.from(leaves[0] ?? ''));
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return sha256(Buffer.of(1), referenceRoot(leaves.slice(0, left)), referenceRoot(leaves.slice(left)));
}

const treeOf = (leaves: readonly string[]) => {
  const tree = merkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree;
};

describe('a Merkle tree', () => {
  it('has the root that RFC 9162 gives to as many leaves', () => {
    for (let count = 0; count <= 70; count += 1) {
      const leaves = Array.from({ length: count }, (_, index) => `leaf ${index}`);
      expect(treeOf(leaves).root(), `${count} leaves`).toBe(referenceRoot(leaves).toString('base64url'));
      expect(treeOf(leaves).size).toBe(count);
    }
  });

  it('has another root when a leaf is changed, missing, or changes places', () => {
    const leaves = ['a', 'b', 'c', 'd', 'e'];
    const roots = [
      leaves,
      ['a', 'b', 'x', 'd', 'e'],
      ['a', 'b', 'd', 'e'],
      ['b', 'a', 'c', 'd', 'e'],
      [...leaves, 'e'],
    ].map((each) => treeOf(each).root());
    expect(new Set(roots).size).toBe(roots.length);
  });
});
