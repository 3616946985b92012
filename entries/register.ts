// The package's `./register`: the interface, and every element under its own tag at once.
import '#embed/all';

export * from '#embed';
