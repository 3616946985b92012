/** The version that events and registrations carry; equal to package.json, which a test compares. */
export const VERSION = '0.1.0';
