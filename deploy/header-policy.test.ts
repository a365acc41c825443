import { describe, expect, it } from 'vitest';
import { headerPolicy, nginxPolicies, pagePolicies, policyInPage, policyOf } from './header-policy.ts';
import { pageWithPolicy } from './policy.ts';

const page = (head = '') =>
  `<!doctype html>\n<html><head>\n<meta charset="utf-8" />\n${head}</head></html>\n`;
const built = pageWithPolicy(page('<style>a{}</style>'), { basemaps: [] });
const own = policyInPage(built) ?? '';

describe('the policy as a header', () => {
  it('is what the build wrote into the page', () => {
    expect(own).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-/u);
    expect(policyInPage(page())).toBeNull();
  });

  it.each([
    ['listed', [], `${own}; frame-ancestors 'self'`],
    [
      'listed',
      ['https://news.example.org', 'https://b.example.org'],
      `${own}; frame-ancestors 'self' https://news.example.org https://b.example.org`,
    ],
    ['nobody', ['https://news.example.org'], `${own}; frame-ancestors 'none'`],
    ['anyone', ['https://news.example.org'], own],
  ] as const)('says who may frame the site: %s of %j', (framedBy, origins, expected) => {
    expect(headerPolicy(own, framedBy, origins)).toBe(expected);
  });
});

describe('the policies of a site', () => {
  const pages = {
    'index.html': built,
    'one.file.html': pageWithPolicy(page(), { basemaps: [] }, 'single-file'),
  };
  const policies = pagePolicies(pages, 'listed', []);

  it('are each page’s own, and that of index.html for all else', () => {
    expect(policyOf('one.file.html', policies)).toContain('script-src;');
    expect(policyOf('assets/worker-abcdefgh.mjs', policies)).toBe(policyOf('index.html', policies));
  });

  it('cannot be had of a page without one, nor of a site without index.html', () => {
    expect(() => pagePolicies({ ...pages, 'a.html': page() }, 'listed', [])).toThrow(/^a\.html has no/u);
    expect(() => pagePolicies({ 'a.html': built }, 'listed', [])).toThrow(/no index\.html/u);
  });

  it('are written for nginx by the end of the path, whatever path the site lies on', () => {
    const lines = nginxPolicies(policies).split('\n');
    expect(lines).toContain(`    default "${policies['index.html']}";`);
    expect(lines).toContain(`    "~/one\\.file\\.html$" "${policies['one.file.html']}";`);
  });

  it.each([
    ['"', /misread/u],
    ['$host', /misread/u],
    ['a'.repeat(4000), /nginx takes/u],
  ])('are not written where nginx would misread them', (part, message) => {
    expect(() => nginxPolicies({ 'index.html': `default-src ${part}` })).toThrow(message);
  });
});
