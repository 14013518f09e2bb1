// The words of the login, on its page and in the dialog over others.
import { defineMessages } from './index';

defineMessages('login', {
  zhCN: {
    title: '登录', subtitle: '地铁投诉处理中心工作台', username: '用户名', password: '密码', code: '动态验证码', codeHint: '已启用两步验证的账号填写', submit: '登录', working: '正在登录…', show: '显示密码', hide: '隐藏密码',
    missingName: '请填写用户名', missingPassword: '请填写密码', change: '设置新密码', changeText: '首次登录请设置自己的密码，旧密码随即失效。', newPassword: '新密码', again: '再次输入新密码', newHint: '至少 10 个字符，不能与旧密码相同，不能含用户名', tooShort: '至少 10 个字符',
    different: '两次输入不一致', same: '新密码不能与旧密码相同', changeSubmit: '保存并登录', wait: '尝试次数太多，请在 {wait}后再试。', capsLock: '大写锁定已打开', forgot: '忘记密码请联系安全管理员。', passenger: '乘客投诉与查询', as: '账号：{name}', other: '换一个账号', wrong: '用户名或密码不对',
  },
  zhTW: {
    title: '登入', subtitle: '地鐵投訴處理中心工作台', username: '使用者名稱', password: '密碼', code: '動態驗證碼', codeHint: '已啟用兩步驗證的帳號填寫', submit: '登入', working: '正在登入…', show: '顯示密碼', hide: '隱藏密碼',
    missingName: '請填寫使用者名稱', missingPassword: '請填寫密碼', change: '設定新密碼', changeText: '首次登入請設定自己的密碼，舊密碼隨即失效。', newPassword: '新密碼', again: '再次輸入新密碼', newHint: '至少 10 個字元，不能與舊密碼相同，不能含使用者名稱', tooShort: '至少 10 個字元',
    different: '兩次輸入不一致', same: '新密碼不能與舊密碼相同', changeSubmit: '儲存並登入', wait: '嘗試次數太多，請在 {wait}後再試。', capsLock: '大寫鎖定已開啟', forgot: '忘記密碼請聯絡安全管理員。', passenger: '乘客投訴與查詢', as: '帳號：{name}', other: '換一個帳號', wrong: '使用者名稱或密碼不對',
  },
  en: {
    title: 'Log in', subtitle: 'Metro complaint centre', username: 'User name', password: 'Password', code: 'One-time code', codeHint: 'For accounts with a second factor', submit: 'Log in', working: 'Logging in…', show: 'Show password', hide: 'Hide password',
    missingName: 'Enter your user name', missingPassword: 'Enter your password', change: 'Choose a new password', changeText: 'At the first login choose a password of your own; the old one ends with it.', newPassword: 'New password', again: 'New password again', newHint: 'At least 10 characters, unlike the old one, without the user name in them', tooShort: 'At least 10 characters',
    different: 'The two are not the same', same: 'The new password must differ from the old one', changeSubmit: 'Save and log in', wait: 'Too many attempts. Try again in {wait}.', capsLock: 'Caps Lock is on', forgot: 'If you forgot your password, ask the security administrator.', passenger: 'For passengers', as: 'Account: {name}', other: 'Another account', wrong: 'The user name or the password is wrong',
  },
});
