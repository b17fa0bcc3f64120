/** `bystander/express`: re-exports only. */
export { createBystander } from './create-bystander.ts';
export type { Bystander, BystanderOptions } from './create-bystander-with.ts';
export type { HeldBody, HeldItemBody } from './held-body.ts';
export type { MulterFile } from './multer-files.ts';
export type { ReleasedFile, ReleasedUpload } from './released-upload.ts';
export type { Consumption, ReportedChange, ReportedItem, RequestReport } from './request-report.ts';
export type { SubmitResult, SubmittedFile, SubmittedItem, SubmittedUpload } from './submit.ts';
export type { UploadOptions } from './upload-options.ts';
