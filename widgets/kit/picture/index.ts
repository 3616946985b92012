// A card as a picture: what stands on it is said here, how it is drawn is fetched when somebody asks for one.
export * from './areas.ts';
export * from './download.ts';
export * from './paints.ts';
export * from './picture.ts';
export * from './picture-controller.ts';
export * from './picture-of.ts';
export * from './picture-file-strings.ts';
export * from './picture-strings.ts';
export * from './picture-styles.ts';
