import { methodsOf } from '../door/check-request.ts';
import { paths } from '../openapi/paths.ts';
import { isMachinePath } from './machine-path.ts';

/** The methods that are answered at an address; undefined where there is nothing. */
export const answeredMethods = (path: string): readonly string[] | undefined =>
  isMachinePath(path) ? ofMachines.find(([address]) => address.test(path))?.[1] : methodsOf(path);

// What the document says of each address.
const ofMachines = Object.entries(paths).map(([path, operations]): [RegExp, string[]] => {
  const methods = Object.keys(operations).map((method) => method.toUpperCase());
  const address = path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+');
  return [new RegExp(`^${address}/?$`), methods.includes('GET') ? [...methods, 'HEAD'] : methods];
});
