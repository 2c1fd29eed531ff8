import { describe, expect, it } from 'vitest';
import { isolateNames } from './isolate-names.ts';

describe('a name from right to left', () => {
  it.each([
    ['<h1>בנק מזרחי asks to see</h1>', '<h1><bdi>בנק מזרחי</bdi> asks to see</h1>'],
    ['<p>by חברה בע&quot;מ, at البنك</p>', '<p>by <bdi>חברה בע&quot;מ</bdi>, at <bdi>البنك</bdi></p>'],
    ['<b>שכר, חיסכון</b>', '<b><bdi>שכר</bdi>, <bdi>חיסכון</bdi></b>'],
    ['<b>חיסכון 2024, ending in 12</b>', '<b><bdi>חיסכון</bdi> 2024, ending in 12</b>'],
    ['<p>𞤀𞤣𞤤𞤢𞤥 is</p>', '<p><bdi>𞤀𞤣𞤤𞤢𞤥</bdi> is</p>'],
  ])('is isolated in %s', (html, isolated) => expect(isolateNames(html)).toBe(isolated));

  it.each([
    '<p>Maple Bank, Caisse du Nord – « é »</p>',
    '<title>בנק</title>',
    '<option value="1">בנק</option>',
    '<img alt="בנק">',
    '<p><bdi>בנק</bdi></p>',
  ])('leaves %s as it is', (html) => expect(isolateNames(html)).toBe(html));
});
