import { describe, expect, it } from 'vitest';
import { readProvider, registryOf } from '../../test/world/registry-file.ts';

const brandOf = (change: Record<string, unknown>) => registryOf(readProvider(change)).providers.get('1000');
const faultsOf = (change: Record<string, unknown>) => {
  const reading = readProvider(change);
  return reading.outcome === 'refused' ? reading.faults : [];
};

describe('the brand of a bank', () => {
  it('is whole without any of it', () => {
    expect(brandOf({})).toMatchObject({ timeZone: 'America/Toronto' });
    expect(brandOf({})?.font).toBeUndefined();
    expect(brandOf({})?.legal).toBeUndefined();
  });

  it('holds a font, an icon, a second colour, a paragraph in each language and a time zone', () => {
    const legal = { legal: 'A member of CDIC.', 'legal#fr': 'Membre de la SADC.' };
    const font = {
      family: 'Maple Sans',
      files: [{ uri: '/maple/regular.woff2' }, { uri: '/maple/bold.woff2', weight: 700 }],
    };
    const brand = brandOf({
      ...legal,
      font,
      icon_uri: '/maple/icon.svg',
      second_color: '#f2b705',
      time_zone: 'America/Halifax',
    });
    expect(brand).toMatchObject({
      legal: { en: 'A member of CDIC.', fr: 'Membre de la SADC.' },
      font: { family: 'Maple Sans', files: [{ weight: 400 }, { weight: 700 }] },
      iconUri: '/maple/icon.svg',
      secondColor: '#f2b705',
      timeZone: 'America/Halifax',
    });
  });

  it.each([
    [{ icon_uri: 'https://elsewhere.example/icon.svg' }, 'providers[0].icon_uri must be a path of our own origin'],
    [{ icon_uri: '//elsewhere.example/icon.svg' }, 'providers[0].icon_uri must be a path of our own origin'],
    [{ second_color: 'red' }, 'providers[0].second_color must be a colour like #0b5563'],
    [{ time_zone: 'Maple/Town' }, 'providers[0].time_zone must be a time zone such as America/Vancouver'],
    [
      { font: { family: '"}x{', files: [{ uri: '/a.woff2' }] } },
      'providers[0].font.family must be the name of a font family',
    ],
    [
      { font: { family: 'A', files: [{ uri: '/a.ttf' }] } },
      'providers[0].font.files[0].uri must be a path of our own origin',
    ],
    [{ font: { family: 'A', files: [{ uri: '/a")}*{}.woff2' }] } }, 'providers[0].font.files[0].uri must be a path'],
    [{ legal: 'x'.repeat(1501) }, 'providers[0].legal must be at most 1500 long'],
    [{ 'wording#de': 'x.json' }, 'providers[0].wording#de is not a field that is known here'],
  ])('%j is refused', (change, fault) => {
    expect(faultsOf(change)).toEqual([expect.stringContaining(fault)]);
  });
});

describe('where customers of a bank turn to', () => {
  it('is given in each language, the untagged standing in for a missing one', () => {
    const bank = brandOf({
      complaints_uri: 'https://maple.example/complaints',
      'complaints_uri#fr': 'https://maple.example/plaintes',
      complaints_body: { name: 'Ombudsman', uri: 'https://ombudsman.example/' },
      'terms_uri#fr': 'https://maple.example/conditions',
    });
    expect(bank?.complaintsUri).toEqual({
      en: 'https://maple.example/complaints',
      fr: 'https://maple.example/plaintes',
    });
    expect(bank?.complaintsBody?.uri).toEqual({ en: 'https://ombudsman.example/', fr: 'https://ombudsman.example/' });
    expect(bank?.termsUri).toEqual({ en: undefined, fr: 'https://maple.example/conditions' });
  });

  it('is a page on the web', () => {
    expect(faultsOf({ 'complaints_uri#fr': 'javascript:alert(1)' })).toEqual([
      'providers[0].complaints_uri#fr must be an http or https address',
    ]);
  });
});
