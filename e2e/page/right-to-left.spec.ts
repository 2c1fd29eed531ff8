import { discardServer, type Server, startServer } from '../servers/server.ts';
import { Customer } from '../support/customer.ts';
import { expect, test } from '../support/fixtures.ts';
import { providerOf, recipientOf, writeRegistry } from '../support/registry.ts';

const recipientName = 'תקציב חבר';
const bankName = 'بنك القيقب';
const customerName = 'נועה לוי';
const accountName = 'חיסכון 2024';

let server: Server;
test.beforeAll(async () => {
  const registry = writeRegistry((file) => {
    Object.assign(recipientOf(file, 'budget-buddy'), { client_name: recipientName, 'client_name#fr': recipientName });
    const bank = providerOf(file, '1000');
    Object.assign(bank, { name: bankName, 'name#fr': bankName });
    for (const customer of bank.customers ?? []) {
      customer.name = customerName;
      for (const account of customer.accounts as Record<string, unknown>[]) account.nickname = accountName;
    }
  });
  server = await startServer({ registry });
});
test.afterAll(() => discardServer(server));

test('a name from right to left stands alone in <bdi> on every page, and does not reorder the sentence', async ({
  page,
  recipient,
  inspect,
  language,
}) => {
  const customer = new Customer({ page, origin: server.origin, recipient, language, inspect });
  // Each text with such a letter is inside the element, which an option of a list cannot hold.
  const isolated = async (...names: string[]) => {
    const loose = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode as Text;
        if (/[\u0590-\u08ff]/.test(data) && !parentElement?.closest('bdi, option')) found.push(data);
      }
      return found;
    });
    expect(loose).toEqual([]);
    for (const name of names) await expect(page.locator('bdi', { hasText: name }).first()).toBeVisible();
  };
  await customer.isSent({ provider_id: undefined });
  await isolated(recipientName, bankName);
  await page.getByRole('link', { name: bankName }).click();
  await isolated(recipientName, bankName);
  await customer.signsIn('camille');
  await isolated(recipientName, bankName, customerName, 'חיסכון');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `${recipientName} asks to see your ${bankName} data`,
  );
  // The number of the account goes on to the right of its name, as in the sentence.
  const [word, number] = await page.evaluate(() => {
    const bdi = [...document.querySelectorAll('label bdi')][0];
    const after = bdi?.nextSibling as Text;
    const range = document.createRange();
    range.setStart(after, 0);
    range.setEnd(after, after.data.indexOf('2024') + 4);
    return [bdi?.getBoundingClientRect().right ?? 0, range.getBoundingClientRect().left];
  });
  expect(number).toBeGreaterThanOrEqual((word ?? 0) - 1);
  await page.getByRole('checkbox').first().check();
  await customer.allow.click();
  await customer.isBack();
  await page.goto(`${server.origin}/consents?provider_id=1000&language=en`);
  await isolated(recipientName, bankName);
});
