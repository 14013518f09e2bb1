// What stands on a station's sign: read by passengers, the same whatever language the staff uses.
export const signWords = { ask: '投诉与建议', askEnglish: 'Complaints & suggestions', exit: '出入口', exitEnglish: 'Exit', equipment: '设备', equipmentEnglish: 'Equipment', how: '微信或相机扫一扫，告诉我们哪里没做好', howEnglish: 'Scan to tell us what went wrong' } as const;
