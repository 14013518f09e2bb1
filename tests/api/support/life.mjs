// Ways to bring a complaint to a stage.
export const stages = ['dispatch', 'opinion', 'review', 'remedy', 'result', 'feedback', 'follow_up', 'closed'];

export const opinion = (cause) => ({ claim: 'true', findings: '现场核查：制冷机组压缩机故障。', cause, measures: '更换压缩机并加强巡检。', public_text: '我们已更换压缩机。' });

/** The people of a world who take part: two agents, the director, the desk of unit A (leads) and of unit B (assists), a cause. */
export async function cast(world) {
  const [a, b, c] = world.units;
  const agent = world.as('agent');
  const { body } = await agent.get('/api/v1/causes');
  const leaf = (entries) => (entries[0].children.length > 0 ? leaf(entries[0].children) : entries[0].code);
  return {
    a, b, c, agent, cause: leaf(body.items),
    agent2: world.as('agent2'), director: world.as('director'),
    deskA: world.as(`desk-${a}`), deskB: world.as(`desk-${b}`), deskC: world.as(`desk-${c}`),
  };
}

/** One step from the stage it is in. */
export const steps = {
  dispatch: (people, complaint) => people.agent.act(complaint, 'dispatch', { units: [{ unit: people.a, lead: true }, { unit: people.b, lead: false }] }),
  opinion: (people, complaint) => people.deskA.act(complaint, 'submit_opinion', opinion(people.cause)),
  review: (people, complaint) => people.agent.act(complaint, 'approve', {}),
  remedy: (people, complaint) => people.deskA.act(complaint, 'complete', { done: '压缩机已更换。' }),
  result: (people, complaint) => people.deskA.act(complaint, 'report_result', { result: '设备已恢复正常。', resolution: 'solved' }),
  feedback: (people, complaint) => people.agent.act(complaint, 'give_feedback', { means: 'phone', text: '已电话告知处理结果。' }),
  follow_up: (people, complaint) => people.agent2.act(complaint, 'record_follow_up', { outcome: 'answered', satisfaction: 'satisfied', solved: 'solved' }),
};

/** Registers a complaint and brings it to `stage`. */
export async function bringTo(stage, people, registration) {
  let complaint = await people.agent.register(registration);
  while (complaint.stage !== stage) complaint = await steps[complaint.stage](people, complaint);
  return complaint;
}
