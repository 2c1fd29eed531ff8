import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkOn } from './accent.ts';

// WCAG 2.2, relative luminance and contrast ratio, written out anew.
function luminanceOf(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  const [red = 0, green = 0, blue = 0] = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('the ink on an accent colour', () => {
  it('C19 reads at 4.5 to 1 or better, whatever the colour of the bank', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const color = `#${value.toString(16).padStart(6, '0')}`;
        expect(contrast(inkOn(color), color)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 5000 },
    );
  });

  it('C19 reads at 4.5 to 1 on every grey', () => {
    for (let level = 0; level < 256; level += 1) {
      const color = `#${level.toString(16).padStart(2, '0').repeat(3)}`;
      expect(contrast(inkOn(color), color), color).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([
    ['#000000', '#ffffff'],
    ['#ffffff', '#000000'],
    ['#8a1538', '#ffffff'],
    ['#FFCC00', '#000000'],
  ])('C19 on %s is %s', (color, ink) => {
    expect(inkOn(color)).toBe(ink);
  });
});
