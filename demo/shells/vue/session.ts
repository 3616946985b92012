import { computed, reactive, watchEffect } from 'vue';
import { dress, type Organization, organizations, tokenProviderOf } from '../host/session.ts';

interface Session {
  organizations: Organization[];
  organization: string;
  locale: string;
  theme: string;
}

export const session = reactive<Session>({ organizations: [], organization: '', locale: 'en', theme: 'light' });

/** Another organization is another sign-in, hence another function. */
export const tokenProvider = computed(() => tokenProviderOf(session.organization));

watchEffect(() => dress(session));

session.organizations = await organizations();
session.organization = session.organizations[0]!.id;
