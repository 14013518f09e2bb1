// What the contract (api/openapi.yaml) says of the passenger's calls; types only, they cost nothing.
import type { components } from '@/shared/api/schema.gen';

type Schemas = components['schemas'];
export type Reference = Schemas['PublicReference'];
export type Submission = Schemas['Submission'];
export type Submitted = Schemas['Submitted'];
export type Tracking = Schemas['Tracking'];
export type Kind = Schemas['Kind'];
export type Rate = Schemas['Rate'];
export type PassengerAct = Tracking['possible_acts'][number];

export const complaints = '/api/v1/public/complaints';
