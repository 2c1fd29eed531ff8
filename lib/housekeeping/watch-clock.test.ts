import { describe, expect, it } from 'vitest';
import { patience, tolerance, watchClock } from './watch-clock.ts';

/** A process whose time passes, and whose clock is set, as a test says. */
function processAt(wall: number) {
  let [monotonic, ahead] = [1000, 0];
  const isRight = watchClock({ wall: () => wall + monotonic - 1000 + ahead, monotonic: () => monotonic });
  return {
    isRight,
    pass(seconds: number) {
      monotonic += seconds;
    },
    set(seconds: number) {
      ahead += seconds;
    },
  };
}

const year = 365 * 86_400;

describe('a clock', () => {
  it('O18 that goes on as the process does is right', () => {
    const { isRight, pass, set } = processAt(1_773_327_600);
    for (let minute = 0; minute < 500; minute += 1) {
      pass(60);
      // A little drift, minute by minute, is what clocks do.
      set(1);
      expect(isRight()).toBe(true);
    }
  });

  it.each([year, -year, tolerance + 1])('O18 that is set by %i seconds is wrong until it is set right', (seconds) => {
    const { isRight, pass, set } = processAt(1_773_327_600);
    set(seconds);
    for (let minute = 0; minute < 30; minute += 1) {
      pass(60);
      expect(isRight()).toBe(false);
    }
    set(-seconds);
    expect(isRight()).toBe(true);
  });

  it('O18 that was set and stays so is believed after an hour, and not before', () => {
    const { isRight, pass, set } = processAt(1_773_327_600);
    set(-year);
    expect(isRight()).toBe(false);
    pass(patience - 1);
    expect(isRight()).toBe(false);
    pass(1);
    expect(isRight()).toBe(true);
  });

  it('O18 that is set again is doubted anew', () => {
    const { isRight, pass, set } = processAt(1_773_327_600);
    set(year);
    isRight();
    pass(patience - 1);
    set(year);
    expect(isRight()).toBe(false);
    pass(60);
    expect(isRight()).toBe(false);
  });
});
