/** `bystander/testing`: re-exports only. For hosts' own tests and for those who write a detector or a store; loads no model. */
export { type FakeBystander, type FakeBystanderOptions, fakeBystander } from './fake-bystander.ts';
export { createFakeClock, type FakeClock } from './fake-clock.ts';
export { findLeaks, type Leak, type LeakSearch } from './find-leaks.ts';
export { storeContract } from './store-contract.ts';
export { textDetectorContract } from './text-detector-contract.ts';
