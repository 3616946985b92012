import { computed, nextTick, reactive, watchEffect } from 'vue';
import { dress, endSession, type Organization, organizations, tokenProviderOf } from '../host/session.ts';

interface Session {
  organizations: Organization[];
  organization: string;
  signedIn: boolean;
  locale: string;
  theme: string;
}

export const session = reactive<Session>({ organizations: [], organization: '', signedIn: true, locale: 'en', theme: 'light' });

/** Another organization is another sign-in, hence another function. */
export const tokenProvider = computed(() => tokenProviderOf(session.organization));

/** Once `v-if` has taken the pages away, those that are kept alive too. */
export async function signOut(): Promise<void> {
  session.signedIn = false;
  await nextTick();
  endSession();
}

watchEffect(() => dress(session));

session.organizations = await organizations();
session.organization = session.organizations[0]!.id;
