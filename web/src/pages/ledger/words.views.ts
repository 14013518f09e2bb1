// Names of the shipped views, and the words of saving one's own.
export const viewWords = {
  zhCN: {
    views: '视图', viewsShipped: '常用', viewsMine: '我的', viewsUnit: '本单位', view_all: '全部', view_my_tasks: '我的待办', view_due_today: '今日到期', view_overdue: '超时', view_to_dispatch: '待转办', view_to_review: '待审核', view_to_feed_back: '待反馈', view_to_follow_up: '待回访',
    view_to_opine: '待提意见', view_in_remedy: '处理中', view_led_by_us: '我单位主办', view_accepted_by_us: '我单位受理', view_urgent: '紧急', view_this_month: '本月受理', view_dissatisfied: '不满意', view_again: '再次办理',
    viewChanged: '已改动', viewDefault: '默认', chooseView: '选择视图', manageViews: '管理视图', foldViews: '收起视图', unfoldViews: '展开视图', manageText: '默认视图会在打开台账时显示。', saveTitle: '保存视图', viewName: '视图名称', viewNameHint: '例如：本周要审', viewFor: '谁能看到', viewForMe: '只有我', viewForUnit: '本单位所有人', saveNew: '存为新视图', saveOver: '更新“{name}”',
    viewSaved: '视图“{name}”已保存', viewRemoved: '视图“{name}”已删除', viewRenamed: '视图已改名为“{name}”', removeView: '删除视图“{name}”', removeViewText: '本单位的其他人也不能再使用它。', removeViewYes: '删除视图', renameView: '改名“{name}”', renameTo: '新名称', makeDefault: '设“{name}”为默认', noDefault: '不设默认', viewNameTaken: '已有同名视图', noOwnViews: '还没有保存过视图。筛选好之后按“保存视图”。', isDefault: '打开台账时显示',
  },
  zhTW: {
    views: '檢視', viewsShipped: '常用', viewsMine: '我的', viewsUnit: '本單位', view_all: '全部', view_my_tasks: '我的待辦', view_due_today: '今日到期', view_overdue: '逾時', view_to_dispatch: '待轉辦', view_to_review: '待審核', view_to_feed_back: '待回饋', view_to_follow_up: '待回訪',
    view_to_opine: '待提意見', view_in_remedy: '處理中', view_led_by_us: '我單位主辦', view_accepted_by_us: '我單位受理', view_urgent: '緊急', view_this_month: '本月受理', view_dissatisfied: '不滿意', view_again: '再次辦理',
    viewChanged: '已改動', viewDefault: '預設', chooseView: '選擇檢視', manageViews: '管理檢視', foldViews: '收合檢視', unfoldViews: '展開檢視', manageText: '預設檢視會在開啟台帳時顯示。', saveTitle: '儲存檢視', viewName: '檢視名稱', viewNameHint: '例如：本週要審', viewFor: '誰能看到', viewForMe: '只有我', viewForUnit: '本單位所有人', saveNew: '存為新檢視', saveOver: '更新「{name}」',
    viewSaved: '檢視「{name}」已儲存', viewRemoved: '檢視「{name}」已刪除', viewRenamed: '檢視已改名為「{name}」', removeView: '刪除檢視「{name}」', removeViewText: '本單位的其他人也不能再使用它。', removeViewYes: '刪除檢視', renameView: '改名「{name}」', renameTo: '新名稱', makeDefault: '設「{name}」為預設', noDefault: '不設預設', viewNameTaken: '已有同名檢視', noOwnViews: '還沒有儲存過檢視。篩選好之後按「儲存檢視」。', isDefault: '開啟台帳時顯示',
  },
  en: {
    views: 'Views', viewsShipped: 'Common', viewsMine: 'Mine', viewsUnit: 'My unit’s', view_all: 'All', view_my_tasks: 'My tasks', view_due_today: 'Due today', view_overdue: 'Overdue', view_to_dispatch: 'To dispatch', view_to_review: 'To review', view_to_feed_back: 'To feed back', view_to_follow_up: 'To follow up',
    view_to_opine: 'Opinion due', view_in_remedy: 'In progress', view_led_by_us: 'Led by us', view_accepted_by_us: 'Accepted by us', view_urgent: 'Urgent', view_this_month: 'This month', view_dissatisfied: 'Dissatisfied', view_again: 'Another round',
    viewChanged: 'changed', viewDefault: 'default', chooseView: 'Choose a view', manageViews: 'Manage views', foldViews: 'Fold the views', unfoldViews: 'Show all views', manageText: 'The default view is shown when the ledger is opened.', saveTitle: 'Save the view', viewName: 'Name of the view', viewNameHint: 'for example: to review this week', viewFor: 'Who can see it', viewForMe: 'Only me', viewForUnit: 'Everyone of my unit', saveNew: 'Save as a new view', saveOver: 'Update “{name}”',
    viewSaved: 'View “{name}” saved', viewRemoved: 'View “{name}” deleted', viewRenamed: 'The view is now called “{name}”', removeView: 'Delete the view “{name}”', removeViewText: 'Others of your unit cannot use it any more either.', removeViewYes: 'Delete the view', renameView: 'Rename “{name}”', renameTo: 'New name', makeDefault: 'Make “{name}” the default', noDefault: 'No default', viewNameTaken: 'There is a view of this name', noOwnViews: 'No view saved yet. Set filters, then press “Save view”.', isDefault: 'Shown when the ledger opens',
  },
} as const;
