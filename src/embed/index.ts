// The door for host pages: what a shell calls and the types that it needs. Importing it registers the report and the provider; the other
// widgets come when they are wanted.
import '#report';

export type { ImpactReport } from '@qontak/impact-contract';
export type { Messages } from '#lang';
export { configure, type Features, type PageWide, type Settings, signOut } from '#state';
export { ReportError } from '#data';
export type { ErrorCode, Fetcher, TokenAnswer, TokenProvider, TokenRequest } from '#data';
export type {
  ErrorDetail,
  ExportKind,
  ImpactElement,
  ImpactAssumptionChangeEvent,
  ImpactAuthRequiredEvent,
  ImpactErrorEvent,
  ImpactExportEvent,
  ImpactNavigateEvent,
  ImpactOpenChatsEvent,
  ImpactPeriodChangeEvent,
  ImpactReadyEvent,
  ImpactViewEvent,
} from '#kit';
export { VERSION } from '#kit';
export type { ElementName } from './elements.ts';
export { mount, type Mounted, type MountOptions } from './mount.ts';
export { type Lifecycles, mountParcel, type ParcelProps } from './mount-parcel.ts';
export { register, type Registration } from './register.ts';
