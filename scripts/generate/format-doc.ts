export function formatDocText(): string { return ''; }
