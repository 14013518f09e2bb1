import { describe, expect, it } from 'vitest';
import { newPasswordFault } from './login';

describe('a new password', () => {
  it('is long enough, new, and twice the same', () => {
    expect(newPasswordFault('old-password', 'short', 'short')).toEqual({ field: 'new_password', key: 'login.tooShort' });
    expect(newPasswordFault('old-password', 'old-password', 'old-password')).toEqual({ field: 'new_password', key: 'login.same' });
    expect(newPasswordFault('old-password', 'new-password', 'new-passwort')).toEqual({ field: 'again', key: 'login.different' });
    expect(newPasswordFault('old-password', '新的口令新的口令新的', '新的口令新的口令新的')).toBeNull();
  });
});
