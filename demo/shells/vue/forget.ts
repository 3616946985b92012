// For every page that brings the package: what a sign-out has to empty.
import { signOut } from '@qontak/impact-report';
import { atSignOut } from '../host/session.ts';

atSignOut(signOut);
