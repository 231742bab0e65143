/**
 * An address that a report may link to.
 * @param url what was typed between the parentheses of a link
 * @returns the address when it is http, https or an anchor of the page; null for all else (`javascript:`, `data:`, `mailto:`, files)
 */
export function safeUrl(url: string): string | null {
  if (url.startsWith('#')) return url.length > 1 ? url : null;
  return /^https?:\/\/[^\s/]/i.test(url) ? url : null;
}

/**
 * The path of a picture of the dossier.
 * @param url what was typed between the parentheses of an image
 * @returns the path, decoded, when it stays below the file's folder; null when it is remote, absolute or climbs out
 */
export function localPath(url: string): string | null {
  const path = decoded(url);
  if (path === null || path === '' || path.includes('\\') || path.includes('\0')) return null;
  if (path.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(path)) return null;
  return path.split('/').includes('..') ? null : path;
}

function decoded(url: string): string | null {
  try {
    return decodeURIComponent(url);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
