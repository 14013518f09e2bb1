// The user's manual, by chapters and by the sections that a page points at where its question arises. The headings stand in docs/manual; a test compares.
export const chapters = ['README', 'agent', 'centre', 'desk', 'unit', 'director', 'leader', 'administrator', 'passenger'] as const;
export type ChapterName = (typeof chapters)[number];

/** What is asked in the first week, and where it is answered. */
export const answers = {
  severity: ['centre', '改分类、定级'],
  undo: ['centre', '转办'],
  wrongUnit: ['unit', '不是本单位的'],
  absence: ['unit', '不在岗的时候'],
  extension: ['unit', '需要更多时间'],
  suspend: ['unit', '等投诉人补充'],
  waiting: ['agent', '一天从工作台开始'],
  waitingUnit: ['unit', '工作台'],
  review: ['centre', '审核意见'],
  feedback: ['centre', '反馈'],
  opinion: ['unit', '提出处理意见'],
  assist: ['unit', '协办'],
  result: ['unit', '处理和报送结果'],
  followUp: ['agent', '回访'],
  reopen: ['centre', '办结之后又有新情况'],
  reveal: ['agent', '查看联系方式'],
  offline: ['desk', '断网时登记'],
} as const satisfies Record<string, readonly [ChapterName, string]>;
export type Question = keyof typeof answers;

/** The act whose form raises the question. */
export const questionOf: Partial<Record<string, Question>> = {
  dispatch: 'undo', return: 'wrongUnit', suspend: 'suspend', request_extension: 'extension', grade: 'severity', reclassify: 'severity', submit_opinion: 'opinion', assist_opinion: 'assist', complete: 'result', report_result: 'result',
  approve: 'review', reject: 'review', give_feedback: 'feedback', record_follow_up: 'followUp', reopen: 'reopen', reveal: 'reveal',
};

/** Below /staff. */
export const helpPath = '/help';
export const toManual = (question: Question): string => `${helpPath}/${answers[question][0]}#${encodeURIComponent(answers[question][1])}`;
