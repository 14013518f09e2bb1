-- A store of schema 2, as a program before schema 3 wrote it (tests/earlier/README.md). Never edited by hand: its digests would not hold.
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (4194304, 199805010000001, 1, NULL, 'number=199805010000001
version=1
kind=complaint
stage=closed
round=1
channel=hotline
severity=ordinary
accepting=centre
received=893980800000
registered=893981400000
fed_back=894247200000
closed=894416400000
by=system
external=AA-1
satisfaction=satisfied
imported=1
', X'cc916f2830b00f0bee09316e09f0571c', 'content=检票机吞卡，客服不退
detail=人民广场站
result=已退卡
', 'name=陈一
', '已退卡', 'hotline:AA-1', NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (4194305, 199912310000001, 1, NULL, 'number=199912310000001
version=1
kind=complaint
stage=closed
round=1
channel=letter
severity=ordinary
accepting=centre
received=946654200000
registered=946654800000
fed_back=946864800000
closed=946947600000
by=system
external=AA-2
satisfaction=dissatisfied
imported=1
', X'f958524f41002fe915a8093018602f24', 'content=站台灯不亮
detail=火车站
result=已换灯
', 'name=陈二
', '已换灯', 'letter:AA-2', NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (2536355187916800000, 201903010000001, 1, NULL, 'number=201903010000001
version=1
kind=complaint
stage=closed
round=1
channel=hotline
severity=ordinary
accepting=centre
received=1551398400000
registered=1551399000000
fed_back=1552096800000
closed=1551747600000
by=system
external=AA-3
imported=1
', X'7fc25b464b5ca8f78e602ac28237eef6', 'content=电梯停运
detail=体育馆站
result=已修复
', 'name=陈三
', '已修复', 'hotline:AA-3', NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (2801260717670400000, 202103010000001, 1, 1796227200000, 'number=202103010000001
version=1
kind=complaint
stage=dispatch
round=1
channel=hotline
severity=ordinary
accepting=centre
received=1614556800000
registered=1614557400000
by=system
external=AA-4
imported=1
clock=dispatch 1 1796100224541 +126975459 - running - 1wd R4.1 1
clock=reply 1 1796100224541 +645375459 - running - 5wd R4.6a 1
', X'7a4d10f7753cedb94291aed7289e12bc', 'content=闸机夹人
detail=体育馆站
', 'name=陈四
', NULL, 'hotline:AA-4', NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706509915750400, 202612010000001, 3, NULL, 'number=202612010000001
version=3
kind=complaint
stage=closed
round=1
channel=hotline
severity=ordinary
accepting=centre
received=1796100223850
registered=1796100223850
closed=1796100224007
by=agent
lead=line1
clock=register 1 1796100223850 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100223850 +600000 +113 met - 10min R3.4 1
clock=dispatch 1 1796100223850 +126976150 +113 met - 1wd R4.1 1
clock=reply 1 1796100223850 +645376150 +157 cancelled - 5wd R4.6a 1
clock=opinion 1 1796100223963 +299776037 +44 cancelled - 3wd R4.1 1
', X'0c63e7a38ad3215da1b0f865ec8bec78', 'content=扶梯停运，请尽快检修。
', 'name=张三
phone=13812341234
', NULL, NULL, NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706510603616256, 202612010000002, 2, NULL, 'number=202612010000002
version=2
kind=complaint
stage=closed
round=1
channel=hotline
severity=ordinary
accepting=centre
received=1796100224014
registered=1796100224014
closed=1796100224019
by=agent
clock=register 1 1796100224014 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224014 +600000 +5 cancelled - 10min R3.4 1
clock=dispatch 1 1796100224014 +126975986 +5 cancelled - 1wd R4.1 1
clock=reply 1 1796100224014 +645375986 +5 cancelled - 5wd R4.6a 1
', X'c2c56c72cc159684c6f5e6182be5978d', 'content=扶梯停运，请尽快检修。
', NULL, NULL, NULL, NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706510653947904, 202612010000003, 2, NULL, 'number=202612010000003
version=2
kind=complaint
stage=closed
round=1
channel=hotline
severity=ordinary
accepting=centre
received=1796100224026
registered=1796100224026
closed=1796100224030
by=agent
clock=register 1 1796100224026 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224026 +600000 +4 cancelled - 10min R3.4 1
clock=dispatch 1 1796100224026 +126975974 +4 cancelled - 1wd R4.1 1
clock=reply 1 1796100224026 +645375974 +4 cancelled - 5wd R4.6a 1
', X'0f9e72a6a40bf0257e844a38313e6d5a', 'content=扶梯停运，请尽快检修。
', NULL, NULL, NULL, NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706510695890944, 202612010000004, 4, NULL, 'number=202612010000004
version=4
kind=complaint
stage=closed
round=1
channel=hotline
severity=ordinary
accepting=centre
received=1796100224036
registered=1796100224036
fed_back=1796100224050
closed=1796100224058
by=agent
resolution=solved
satisfaction=satisfied
solved=solved
clock=register 1 1796100224036 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224036 +600000 +5 cancelled - 10min R3.4 1
clock=dispatch 1 1796100224036 +126975964 +5 met - 1wd R4.1 1
clock=reply 1 1796100224036 +645375964 +14 met - 5wd R4.6a 1
clock=feedback 1 1796100224041 +126975959 +9 met - 1wd R4.6 1
clock=follow_up 1 1796100224050 +299775950 +8 met - 3wd R4.6 1
handled=1 agent
', X'd1973955f83b634d8ec5706bd81b731f', 'content=扶梯停运，请尽快检修。
', NULL, '已检修', NULL, NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706510821720064, 202612010000005, 7, NULL, 'number=202612010000005
version=7
kind=complaint
stage=closed
round=2
channel=hotline
severity=ordinary
accepting=centre
received=1796100224066
registered=1796100224066
fed_back=1796100224079
closed=1796100224082
by=agent
resolution=solved
satisfaction=satisfied
solved=not_solved
clock=register 1 1796100224066 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224066 +600000 +2 cancelled - 10min R3.4 1
clock=dispatch 1 1796100224066 +126975934 +2 met - 1wd R4.1 1
clock=reply 1 1796100224066 +645375934 +5 met - 5wd R4.6a 1
clock=feedback 1 1796100224068 +126975932 +3 met - 1wd R4.6 1
clock=follow_up 1 1796100224071 +299775929 +3 met - 3wd R4.6 1
clock=dispatch 2 1796100224074 +126975926 +3 met - 1wd R4.1 1
clock=reply 2 1796100224074 +645375926 +5 met - 5wd R4.6a 1
clock=feedback 2 1796100224077 +126975923 +2 met - 1wd R4.6 1
clock=follow_up 2 1796100224079 +299775921 +3 met - 3wd R4.6 1
handled=1 agent
handled=2 agent
', X'de1969fa7085e844c97cfaf01c205bd8', 'content=扶梯停运，请尽快检修。
', NULL, '已检修', NULL, NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706510901411840, 202612010000006, 9, NULL, 'number=202612010000006
version=9
kind=complaint
stage=closed
round=2
channel=hotline
severity=ordinary
accepting=centre
received=1796100224085
registered=1796100224085
fed_back=1796100224105
closed=1796100224116
by=agent
resolution=solved
satisfaction=unrated
solved=not_solved
unreachable=3
clock=register 1 1796100224085 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224085 +600000 +4 cancelled - 10min R3.4 1
clock=dispatch 1 1796100224085 +126975915 +4 met - 1wd R4.1 1
clock=reply 1 1796100224085 +645375915 +8 met - 5wd R4.6a 1
clock=feedback 1 1796100224089 +126975911 +4 met - 1wd R4.6 1
clock=follow_up 1 1796100224093 +299775907 +4 met - 3wd R4.6 1
clock=dispatch 2 1796100224097 +126975903 +4 met - 1wd R4.1 1
clock=reply 2 1796100224097 +645375903 +8 met - 5wd R4.6a 1
clock=feedback 2 1796100224101 +126975899 +4 met - 1wd R4.6 1
clock=follow_up 2 1796100224105 +299775895 +11 met - 3wd R4.6 1
handled=1 agent
handled=2 agent
', X'e97d60c676e142c3a7b44c1dc5eacc50', 'content=扶梯停运，请尽快检修。
', NULL, '已检修', NULL, NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706511077572608, 202612010000007, 4, NULL, 'number=202612010000007
version=4
kind=complaint
stage=closed
round=1
channel=website
severity=ordinary
accepting=centre
received=1796100224127
registered=1796100224127
fed_back=1796100224169
closed=1796100224175
resolution=solved
satisfaction=satisfied
solved=solved
clock=register 1 1796100224127 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224127 +600000 +38 cancelled - 10min R3.4 1
clock=dispatch 1 1796100224127 +126975873 +38 met - 1wd R4.1 1
clock=reply 1 1796100224127 +645375873 +42 met - 5wd R4.6a 1
clock=feedback 1 1796100224165 +126975835 +4 met - 1wd R4.6 1
clock=follow_up 1 1796100224169 +299775831 +6 met - 3wd R4.6 1
handled=1 agent
', X'185f5af65a05d37151732062d154087a', 'content=出入口雨天积水，鞋都湿了
', 'name=赵六
phone=13655556666
', '已检修', NULL, '6e11bf6c1b9c820e1ef006d20340a335cecf2d531e6abc1e5bdac6473372cd15');
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706511350202368, 202612010000008, 7, NULL, 'number=202612010000008
version=7
kind=complaint
stage=closed
round=1
channel=website
severity=ordinary
accepting=centre
received=1796100224192
registered=1796100224192
fed_back=1796100224200
closed=1796100224214
resolution=solved
satisfaction=dissatisfied
solved=not_solved
unreachable=3
clock=register 1 1796100224192 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224192 +600000 +5 cancelled - 10min R3.4 1
clock=dispatch 1 1796100224192 +126975808 +5 met - 1wd R4.1 1
clock=reply 1 1796100224192 +645375808 +8 met - 5wd R4.6a 1
clock=feedback 1 1796100224197 +126975803 +3 met - 1wd R4.6 1
clock=follow_up 1 1796100224200 +299775800 +14 met - 3wd R4.6 1
handled=1 agent
', X'9ac45ca6cd8dfc34429300b4c29062ea', 'content=出入口雨天积水，鞋都湿了
', 'name=赵六
phone=13655556666
', '已检修', NULL, 'a816b92911b2a5cc1886bc628f1a103b9419007617e7c9fb98078482180938b8');
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706511476031488, 202612010000009, 3, NULL, 'number=202612010000009
version=3
kind=complaint
stage=closed
round=1
channel=website
severity=ordinary
accepting=centre
received=1796100224222
registered=1796100224222
closed=1796100224249
clock=register 1 1796100224222 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224222 +600000 +27 cancelled - 10min R3.4 1
clock=dispatch 1 1796100224222 +126975778 +27 cancelled - 1wd R4.1 1
clock=reply 1 1796100224222 +645375778 +27 cancelled - 5wd R4.6a 1
', X'ddadc9a66d8ab6dab00e4d144bf555b6', 'content=出入口雨天积水，鞋都湿了
', 'name=赵六
phone=13655556666
', NULL, NULL, '79549cc0522dbf79dc27fb6ed23d39d72562711fcb2d6e9717e4ecdbffac9867');
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706511677358080, 202612010000010, 5, 1796227200000, 'number=202612010000010
version=5
kind=complaint
stage=dispatch
round=2
channel=website
severity=ordinary
accepting=centre
received=1796100224270
registered=1796100224270
fed_back=1796100224286
resolution=solved
satisfaction=satisfied
solved=solved
clock=register 1 1796100224270 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224270 +600000 +11 cancelled - 10min R3.4 1
clock=dispatch 1 1796100224270 +126975730 +11 met - 1wd R4.1 1
clock=reply 1 1796100224270 +645375730 +16 met - 5wd R4.6a 1
clock=feedback 1 1796100224281 +126975719 +5 met - 1wd R4.6 1
clock=follow_up 1 1796100224286 +299775714 +6 met - 3wd R4.6 1
clock=dispatch 2 1796100224295 +126975705 - running - 1wd R4.1 1
clock=reply 2 1796100224295 +645375705 - running - 5wd R4.6a 1
handled=1 agent
', X'05d40f0f7ab38aec5cb4e8b826034c3e', 'content=出入口雨天积水，鞋都湿了
', 'name=赵六
phone=13655556666
', '已检修', NULL, 'cb9e6e989a00f8c41f76923e03f063360aa1b1c1321c289de26c194707c7940e');
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706511861907456, 202612010000011, 3, 1796227200000, 'number=202612010000011
version=3
kind=complaint
stage=dispatch
round=2
channel=hotline
severity=ordinary
accepting=centre
received=1796100224314
registered=1796100224314
by=agent
clock=register 1 1796100224314 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224314 +600000 +5 cancelled - 10min R3.4 1
clock=dispatch 1 1796100224314 +126975686 +5 cancelled - 1wd R4.1 1
clock=reply 1 1796100224314 +645375686 +5 cancelled - 5wd R4.6a 1
clock=dispatch 2 1796100224328 +126975672 - running - 1wd R4.1 1
clock=reply 2 1796100224328 +645375672 - running - 5wd R4.6a 1
', X'841cc25fbce403e07238166cfbb40a74', 'content=扶梯停运，请尽快检修。
', NULL, NULL, NULL, NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706511954182144, 202612010000012, 3, NULL, 'number=202612010000012
version=3
kind=complaint
stage=opinion
round=1
channel=hotline
severity=ordinary
accepting=centre
received=1796100224336
registered=1796100224336
by=agent
suspended=1
lead=line1
clock=register 1 1796100224336 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224336 +600000 +3 met - 10min R3.4 1
clock=dispatch 1 1796100224336 +126975664 +3 met - 1wd R4.1 1
clock=reply 1 1796100224336 +645375664 - paused - 5wd R4.6a 1
pause=1796100224342 - 3 desk
clock=opinion 1 1796100224339 +299775661 - paused - 3wd R4.1 1
pause=1796100224342 - 3 desk
', X'46178810b79f68373c7058a9e453de87', 'content=扶梯停运，请尽快检修。
', NULL, NULL, NULL, NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706511996125184, 202612010000013, 4, 1796745600000, 'number=202612010000013
version=4
kind=complaint
stage=opinion
round=1
channel=hotline
severity=ordinary
accepting=centre
received=1796100224346
registered=1796100224346
by=agent
lead=line1
clock=register 1 1796100224346 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224346 +600000 +3 met - 10min R3.4 1
clock=dispatch 1 1796100224346 +126975654 +3 met - 1wd R4.1 1
clock=reply 1 1796100224346 +645375654 - running - 5wd R4.6a 1
clock=opinion 1 1796100224349 +1163775651 - running a 3wd R4.1 1
', X'd55d038fa4bf8ca7ecfe2720a5ccb688', 'content=扶梯停运，请尽快检修。
', NULL, NULL, NULL, NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706512075816960, 202612010000014, 3, 1796400000000, 'number=202612010000014
version=3
kind=complaint
stage=remedy
round=1
channel=hotline
severity=ordinary
accepting=centre
received=1796100224365
registered=1796100224365
by=agent
clock=register 1 1796100224365 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224365 +600000 +3 cancelled - 10min R3.4 1
clock=dispatch 1 1796100224365 +126975635 +3 met - 1wd R4.1 1
clock=reply 1 1796100224365 +645375635 - running - 5wd R4.6a 1
clock=feedback 1 1796100224368 +126975632 +3 met - 1wd R4.6 1
clock=remedy 1 1796100224371 +299775629 - running - 3wd R4.3 1
handled=1 agent
', X'eb6496840f4e3631cf324c1f5b8018f2', 'content=扶梯停运，请尽快检修。
', NULL, NULL, NULL, NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706512130342912, 202612010000015, 3, 1796227200000, 'number=202612010000015
version=3
kind=complaint
stage=dispatch
round=1
channel=hotline
severity=ordinary
accepting=centre
relayed=line1
received=1796100224378
registered=1796100224378
by=agent
detail_seq=2
detail=换乘通道
hold=1
clock=register 1 1796100224378 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224378 +600000 +0 met - 10min R3.4 1
clock=dispatch 1 1796100224378 +126975622 - running - 1wd R4.1 1
clock=reply 1 1796100224378 +645375622 - running - 5wd R4.6a 1
', X'5f62f94729fb7c46bc056efee56492e9', 'content=扶梯停运，请尽快检修。
', 'name=孙七
phone=010-62345678
', NULL, NULL, NULL);
INSERT INTO complaint (id, number, version, next_due, record, salt, text, personal, result, external, tracking) VALUES (3562706512231006208, 202612010000016, 2, 1796100824402, 'number=202612010000016
version=2
kind=complaint
stage=dispatch
round=1
channel=hotline
severity=ordinary
accepting=centre
received=1796100224402
registered=1796100224402
by=agent
clock=register 1 1796100224402 +600000 +0 met - 10min R3.4 1
clock=relay 1 1796100224402 +600000 - running - 10min R3.4 1
clock=dispatch 1 1796100224402 +126975598 - running - 1wd R4.1 1
clock=reply 1 1796100224402 +645375598 - running - 5wd R4.6a 1
', X'f0d2f3650059878853dfb15509446fb1', 'content=扶梯停运，请尽快检修。
', NULL, NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (1, 3562706509915750400, 1, 'seq=1
at=1796100223850
actor=agent agent centre
act=register
.number=202612010000001
.channel=hotline
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100223850 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100223850 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100223850 +126976150 - running - 1wd R4.1 1
clock.start=reply 1 1796100223850 +645376150 - running - 5wd R4.6a 1
text=5482d1e7b09338d5b580d926466461e93abc3aa004856ef0d8dcea700e11b4ca
personal=7a638551e98287ff9acbd817157978c4c7bd4a2969a01676d5677927b6d4a1f1
', X'cf61ee3537f609ecfacf62eb4d2e5a83ee990eaf0238b05d057ef4dcf2bb0c5f', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (2, 3562706509915750400, 2, 'seq=2
at=1796100223963
actor=agent agent centre
act=dispatch
.lead=line1
.stage=opinion
clock.end=dispatch 1 +1796100223963 met
clock.end=relay 1 +1796100223963 met
clock.start=opinion 1 1796100223963 +299776037 - running - 3wd R4.1 1
previous=cf61ee3537f609ecfacf62eb4d2e5a83ee990eaf0238b05d057ef4dcf2bb0c5f
', X'7a66427247e46208e1a73b8699410cac3e6f3299368748d6b96dd8db63292491', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (3, 3562706509915750400, 3, 'seq=3
at=1796100224007
actor=agent agent centre
act=withdraw
.stage=closed
clock.end=opinion 1 +1796100224007 cancelled
clock.end=reply 1 +1796100224007 cancelled
text=0edd224ed8bf173b34118a503a1ce3fba74e231251694e38371ed5afefa118b9
previous=7a66427247e46208e1a73b8699410cac3e6f3299368748d6b96dd8db63292491
', X'c10e2eb0e79aa2aa6d38e9f1971012042f20dd770e8b2d856d55a1dd614a0037', X'8316e3bc7d1b32506a08d61f4715b867', 'reason=来电撤回
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (4, 3562706510603616256, 1, 'seq=1
at=1796100224014
actor=agent agent centre
act=register
.number=202612010000002
.channel=hotline
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224014 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224014 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224014 +126975986 - running - 1wd R4.1 1
clock.start=reply 1 1796100224014 +645375986 - running - 5wd R4.6a 1
text=acd47744c0baa922a7a0e81ab22696b44fc0249f35fbcf70463efd7cde2b4453
', X'0e3e5ac50cfc362df1480e850a15a0119cab9aaf3b9abd3a1a1688b4150cd434', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (5, 3562706510603616256, 2, 'seq=2
at=1796100224019
actor=director director centre
act=end
.stage=closed
clock.end=dispatch 1 +1796100224019 cancelled
clock.end=reply 1 +1796100224019 cancelled
clock.end=relay 1 +1796100224019 cancelled
text=948db3ddf0a248ddf5f3f4041d0fa3403d581d2ff6d0632dd9c65fbcd10b4149
previous=0e3e5ac50cfc362df1480e850a15a0119cab9aaf3b9abd3a1a1688b4150cd434
', X'71724dc94f8c0d62accaa1475a74cae007c02d7bbc9571565fa34710dd9d789b', X'61f1c23d1466c0a6cc2f324c8e305002', 'reason=重复反映
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (6, 3562706510653947904, 1, 'seq=1
at=1796100224026
actor=agent agent centre
act=register
.number=202612010000003
.channel=hotline
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224026 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224026 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224026 +126975974 - running - 1wd R4.1 1
clock.start=reply 1 1796100224026 +645375974 - running - 5wd R4.6a 1
text=7639ecd66cc7605f76b77889242007081e4dcbae0473d2ce9e9bddb9ed5cea8a
', X'19258892c60377ad6e32f0b49f0d40222eae513a9eb14802178c470389adc9c7', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (7, 3562706510653947904, 2, 'seq=2
at=1796100224030
actor=agent agent centre
act=refuse
.stage=closed
clock.end=dispatch 1 +1796100224030 cancelled
clock.end=reply 1 +1796100224030 cancelled
clock.end=relay 1 +1796100224030 cancelled
text=4cf2250555e0f7f1642fb220d71a74d5bad9c6768f60a0b21df67092eac80031
previous=19258892c60377ad6e32f0b49f0d40222eae513a9eb14802178c470389adc9c7
', X'31d7128a1d0a11a766101c5b6325eb7d65fda3ebf364065894a098e92a5865e0', X'6b204c44479d65b04658bc2d6da33764', 'reason=属公交公司管理
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (8, 3562706510695890944, 1, 'seq=1
at=1796100224036
actor=agent agent centre
act=register
.number=202612010000004
.channel=hotline
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224036 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224036 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224036 +126975964 - running - 1wd R4.1 1
clock.start=reply 1 1796100224036 +645375964 - running - 5wd R4.6a 1
text=ebc28c2bb76e613bb89b1b148cecc9a72caf57b4e7214144e58f86acdaad1f0e
', X'631a5c5bc52d6bbb77226011bbc8ce3b0734912c3e7fa8ed3fcca5b62a41d576', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (9, 3562706510695890944, 2, 'seq=2
at=1796100224041
actor=agent agent centre
act=answer
.resolution=solved
.stage=feedback
clock.end=dispatch 1 +1796100224041 met
clock.end=relay 1 +1796100224041 cancelled
clock.start=feedback 1 1796100224041 +126975959 - running - 1wd R4.6 1
text=bdba2bc82c14c7daad4b2f4e4b004c993e5b0f505ba01bc543bd0a4c219f9afe
previous=631a5c5bc52d6bbb77226011bbc8ce3b0734912c3e7fa8ed3fcca5b62a41d576
', X'e79aafb27eaddc3bb24ad9aef9b47503b0f546c4d0f68b1d426eb378dad5056a', X'3c1cbad8ef5ebaee560aebc2bff9ca91', 'result=已检修
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (10, 3562706510695890944, 3, 'seq=3
at=1796100224050
actor=agent agent centre
act=give_feedback
.means=phone
.stage=follow_up
clock.end=feedback 1 +1796100224050 met
clock.end=reply 1 +1796100224050 met
clock.start=follow_up 1 1796100224050 +299775950 - running - 3wd R4.6 1
text=2b6a2c170ed3f3003f951eb047cf82e83b348d0c5594136269647afef633cd62
previous=e79aafb27eaddc3bb24ad9aef9b47503b0f546c4d0f68b1d426eb378dad5056a
', X'3708dfe02fe685f285d95974eece2f882065fb0e142f651b93ffd801cfa95743', X'3e4cbcc9a15f4ffc9953fb2fcb6790eb', 'text=已告知
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (11, 3562706510695890944, 4, 'seq=4
at=1796100224058
actor=agent agent2 centre
act=record_follow_up
.outcome=answered
.satisfaction=satisfied
.solved=solved
.stage=closed
clock.end=follow_up 1 +1796100224058 met
previous=3708dfe02fe685f285d95974eece2f882065fb0e142f651b93ffd801cfa95743
', X'c7e22700c6a54996a4b4a61c282499dd1bd866676fb9a7f599cd85879bffd1d2', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (12, 3562706510821720064, 1, 'seq=1
at=1796100224066
actor=agent agent centre
act=register
.number=202612010000005
.channel=hotline
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224066 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224066 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224066 +126975934 - running - 1wd R4.1 1
clock.start=reply 1 1796100224066 +645375934 - running - 5wd R4.6a 1
text=1e7fd9943fc72cc395c608265dcc4373a62f6e1e753e30e435d1e8455963928c
', X'0aca1640f61d7a6fe7af7dde7ad564e2efb26792750d211a86ce5f153aa0aaac', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (13, 3562706510821720064, 2, 'seq=2
at=1796100224068
actor=agent agent centre
act=answer
.resolution=solved
.stage=feedback
clock.end=dispatch 1 +1796100224068 met
clock.end=relay 1 +1796100224068 cancelled
clock.start=feedback 1 1796100224068 +126975932 - running - 1wd R4.6 1
text=bc1b794806795564be4d8cfd1ef0432e22f19eb7baac300809ffee523776ae60
previous=0aca1640f61d7a6fe7af7dde7ad564e2efb26792750d211a86ce5f153aa0aaac
', X'4545ac41ffa10e42da12fc1e4652fc4ac03a86898d27b14a6ec3887188bce0b8', X'04e097ee37422bfee0bf389353728580', 'result=已检修
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (14, 3562706510821720064, 3, 'seq=3
at=1796100224071
actor=agent agent centre
act=give_feedback
.means=phone
.stage=follow_up
clock.end=feedback 1 +1796100224071 met
clock.end=reply 1 +1796100224071 met
clock.start=follow_up 1 1796100224071 +299775929 - running - 3wd R4.6 1
text=a3bb381af47fac8ee1d4f74102dece5def8848579c0366f3841a961c49e6e5e5
previous=4545ac41ffa10e42da12fc1e4652fc4ac03a86898d27b14a6ec3887188bce0b8
', X'2cbe569b10b25d31a62c3aecf67d0e84fc5542237315fa106d1bbc76cecd37d2', X'243c7eefe197c08ecfc20190c950a82c', 'text=已告知
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (15, 3562706510821720064, 4, 'seq=4
at=1796100224074
actor=agent agent2 centre
act=record_follow_up
.outcome=answered
.satisfaction=dissatisfied
.solved=not_solved
.stage=dispatch
.round=2
clock.end=follow_up 1 +1796100224074 met
clock.start=dispatch 2 1796100224074 +126975926 - running - 1wd R4.1 1
clock.start=reply 2 1796100224074 +645375926 - running - 5wd R4.6a 1
previous=2cbe569b10b25d31a62c3aecf67d0e84fc5542237315fa106d1bbc76cecd37d2
', X'82d33d6933bd95ebf653eb654bc49dc27dc0c3d00412513f9d9b96148ad49bc0', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (16, 3562706510821720064, 5, 'seq=5
at=1796100224077
actor=agent agent centre
act=answer
.resolution=solved
.stage=feedback
clock.end=dispatch 2 +1796100224077 met
clock.start=feedback 2 1796100224077 +126975923 - running - 1wd R4.6 1
text=0f0473994d7d1e813570ae0dc24d10ff997936a028591a110beb97e21ccd3588
previous=82d33d6933bd95ebf653eb654bc49dc27dc0c3d00412513f9d9b96148ad49bc0
', X'ebbe7acddb97f44b67d3f02bfb1587d7a0b670ee648cad71e72928a87c47e06d', X'e07c0714bfa8acff3fa59be5c8e71ccc', 'result=已检修
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (17, 3562706510821720064, 6, 'seq=6
at=1796100224079
actor=agent agent centre
act=give_feedback
.means=phone
.stage=follow_up
clock.end=feedback 2 +1796100224079 met
clock.end=reply 2 +1796100224079 met
clock.start=follow_up 2 1796100224079 +299775921 - running - 3wd R4.6 1
text=e1edaea98906e01b77b830272a07fcf78503c1649e67a3bc80d34f42e1d0b58f
previous=ebbe7acddb97f44b67d3f02bfb1587d7a0b670ee648cad71e72928a87c47e06d
', X'8b4f4aa2d00049fbc8d22491884df296a2eb016b482b933aa7bdf11f85ef0b76', X'2cc2b0f6c6552ffffd3ccba2560ff1ba', 'text=已告知
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (18, 3562706510821720064, 7, 'seq=7
at=1796100224082
actor=agent agent2 centre
act=record_follow_up
.outcome=answered
.satisfaction=satisfied
.stage=closed
clock.end=follow_up 2 +1796100224082 met
previous=8b4f4aa2d00049fbc8d22491884df296a2eb016b482b933aa7bdf11f85ef0b76
', X'96f47f8c4918faa26a2962f926fff2900f2c71c8b3203ad1b31098d537711e9a', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (19, 3562706510901411840, 1, 'seq=1
at=1796100224085
actor=agent agent centre
act=register
.number=202612010000006
.channel=hotline
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224085 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224085 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224085 +126975915 - running - 1wd R4.1 1
clock.start=reply 1 1796100224085 +645375915 - running - 5wd R4.6a 1
text=472f4cb04cee124313d35d55f1a446b1a1c8f07a68940a024cccc844e5930eb5
', X'd5528dd8775760d8ff9da609e3ddfceef4ad25227f69910f0156b9806699356a', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (20, 3562706510901411840, 2, 'seq=2
at=1796100224089
actor=agent agent centre
act=answer
.resolution=solved
.stage=feedback
clock.end=dispatch 1 +1796100224089 met
clock.end=relay 1 +1796100224089 cancelled
clock.start=feedback 1 1796100224089 +126975911 - running - 1wd R4.6 1
text=72342e1a2b54ed9215d7a31a91e6fb8a5fa37e9a1aba2784aa0585ea0f87ad49
previous=d5528dd8775760d8ff9da609e3ddfceef4ad25227f69910f0156b9806699356a
', X'f2afaf87c4a14e16ea12ac9c6a7580c317e26b6967720772ef87fe33e5f3e0d8', X'fa088d8cedf0e11879c6c0fa7cd71158', 'result=已检修
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (21, 3562706510901411840, 3, 'seq=3
at=1796100224093
actor=agent agent centre
act=give_feedback
.means=phone
.stage=follow_up
clock.end=feedback 1 +1796100224093 met
clock.end=reply 1 +1796100224093 met
clock.start=follow_up 1 1796100224093 +299775907 - running - 3wd R4.6 1
text=24e6e542bce0931a7506a8c4f9ee2cbe2d00e4997d3cbbfd7b4b2a978e2c0ce8
previous=f2afaf87c4a14e16ea12ac9c6a7580c317e26b6967720772ef87fe33e5f3e0d8
', X'77f73349817cee4786b0dab8ca73eb680f77e5fc8d496c468047759a8455089e', X'1700a79f858adddec50104e6f1efbcd0', 'text=已告知
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (22, 3562706510901411840, 4, 'seq=4
at=1796100224097
actor=agent agent2 centre
act=record_follow_up
.outcome=answered
.satisfaction=dissatisfied
.solved=not_solved
.stage=dispatch
.round=2
clock.end=follow_up 1 +1796100224097 met
clock.start=dispatch 2 1796100224097 +126975903 - running - 1wd R4.1 1
clock.start=reply 2 1796100224097 +645375903 - running - 5wd R4.6a 1
previous=77f73349817cee4786b0dab8ca73eb680f77e5fc8d496c468047759a8455089e
', X'8514cf8fba65ab2ca52d052bd8ba6878bc83997aff33711a4dd499800d26d813', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (23, 3562706510901411840, 5, 'seq=5
at=1796100224101
actor=agent agent centre
act=answer
.resolution=solved
.stage=feedback
clock.end=dispatch 2 +1796100224101 met
clock.start=feedback 2 1796100224101 +126975899 - running - 1wd R4.6 1
text=651759489c50b374327fc5c8654ec89dfdc96e3aba3a007830c87800694985aa
previous=8514cf8fba65ab2ca52d052bd8ba6878bc83997aff33711a4dd499800d26d813
', X'0b96e8ba0c9a5d9882cca5c1addf9bda8db87a05b2d282df97d6cf38ea40620c', X'e8a856632b008cff43415b3a145b9b19', 'result=已检修
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (24, 3562706510901411840, 6, 'seq=6
at=1796100224105
actor=agent agent centre
act=give_feedback
.means=phone
.stage=follow_up
clock.end=feedback 2 +1796100224105 met
clock.end=reply 2 +1796100224105 met
clock.start=follow_up 2 1796100224105 +299775895 - running - 3wd R4.6 1
text=74c77b1cc32a6d509535df0147895b632124a76fead9d48ff75a49311bf34ba4
previous=0b96e8ba0c9a5d9882cca5c1addf9bda8db87a05b2d282df97d6cf38ea40620c
', X'bceb02c6be676f7690400610a36eae5c5c05a00c8a10e7ddcc22551371aa318c', X'9a5b63f1d0ecd96516a79946de77b0ac', 'text=已告知
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (25, 3562706510901411840, 7, 'seq=7
at=1796100224109
actor=agent agent2 centre
act=record_follow_up
.outcome=unreachable
.attempt=1
previous=bceb02c6be676f7690400610a36eae5c5c05a00c8a10e7ddcc22551371aa318c
', X'7ecb72d2a80621da42618a70ae91e0a04124d0c8a4b95fee5a41bcc66d220c88', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (26, 3562706510901411840, 8, 'seq=8
at=1796100224111
actor=agent agent2 centre
act=record_follow_up
.outcome=unreachable
.attempt=2
previous=7ecb72d2a80621da42618a70ae91e0a04124d0c8a4b95fee5a41bcc66d220c88
', X'e86d3c0f79d636b3f890cc5310a357d33b62ef5e169566515d9ab66b2d96830c', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (27, 3562706510901411840, 9, 'seq=9
at=1796100224116
actor=agent agent2 centre
act=record_follow_up
.outcome=unreachable
.attempt=3
.satisfaction=unrated
.stage=closed
clock.end=follow_up 2 +1796100224116 met
previous=e86d3c0f79d636b3f890cc5310a357d33b62ef5e169566515d9ab66b2d96830c
', X'90b263ca0fae39040e6f060ecfb39dc04ad97e1f1c9d5937560fbc46f1319bec', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (28, 3562706511077572608, 1, 'seq=1
at=1796100224127
actor=passenger - -
act=register
.number=202612010000007
.channel=website
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224127 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224127 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224127 +126975873 - running - 1wd R4.1 1
clock.start=reply 1 1796100224127 +645375873 - running - 5wd R4.6a 1
text=0fb127d27057cc3d611d20eddf3cc4ad3e0f2e6b71cbfc7e24ee75485a991afc
personal=b1182b6c8a98daaffccfb719b451954240378ac3562d647a57b294ba105db7c3
', X'c71e9ed6085d0b1b0f370930558ffc0cc3bd0277555645c891382e4b068ec166', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (29, 3562706511077572608, 2, 'seq=2
at=1796100224165
actor=agent agent centre
act=answer
.resolution=solved
.stage=feedback
clock.end=dispatch 1 +1796100224165 met
clock.end=relay 1 +1796100224165 cancelled
clock.start=feedback 1 1796100224165 +126975835 - running - 1wd R4.6 1
text=691ea9262e78d166bd35282af23eb8925e92ed5c6eda92359b04cb97340baac2
previous=c71e9ed6085d0b1b0f370930558ffc0cc3bd0277555645c891382e4b068ec166
', X'5d303bb3ea8e724697606d76c4aa28b7e256e0259f6f327bf5f3e11f4e852da6', X'e6cdb6bde1b433c7bedeaab965c8f2c7', 'result=已检修
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (30, 3562706511077572608, 3, 'seq=3
at=1796100224169
actor=agent agent centre
act=give_feedback
.means=phone
.stage=follow_up
clock.end=feedback 1 +1796100224169 met
clock.end=reply 1 +1796100224169 met
clock.start=follow_up 1 1796100224169 +299775831 - running - 3wd R4.6 1
text=52aa4a0b32bfc0803d57f01be51d2f23baa7379e8e260c40f0e90ff77ee9c93b
previous=5d303bb3ea8e724697606d76c4aa28b7e256e0259f6f327bf5f3e11f4e852da6
', X'61c13c98e7106219070cabfe4ed408e3446c83167dc9437051d243cd698888d6', X'24177498bb7b42c5a47a145e8d53d9e8', 'text=已告知
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (31, 3562706511077572608, 4, 'seq=4
at=1796100224175
actor=passenger - -
act=rate
.satisfaction=satisfied
.solved=solved
.stage=closed
clock.end=follow_up 1 +1796100224175 met
text=17843bce713ebe8c861689ddd8cd8257d892b83c1ce68e9f68f4ed6f602cf9aa
previous=61c13c98e7106219070cabfe4ed408e3446c83167dc9437051d243cd698888d6
', X'f17a5bf91fbc0fb6e15d73d13ddf909626d2ff152af5011c8ed32f23ddf20b6a', X'713ccdf61bf43a36dd5734ae01e8a4bc', 'comment=谢谢
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (32, 3562706511350202368, 1, 'seq=1
at=1796100224192
actor=passenger - -
act=register
.number=202612010000008
.channel=website
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224192 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224192 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224192 +126975808 - running - 1wd R4.1 1
clock.start=reply 1 1796100224192 +645375808 - running - 5wd R4.6a 1
text=9afd545ab737daac082e73efa56aca13f3a9c7595498d2635fd8fb8c6957e66a
personal=81a3a210490d51253ee152fc84bc76f1710e73064b770e37da01f146b72a3c7e
', X'38e405e7b21f495bc6982d0fa8ff037c4a25fe6abe0b39ef65321acae54e44c1', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (33, 3562706511350202368, 2, 'seq=2
at=1796100224197
actor=agent agent centre
act=answer
.resolution=solved
.stage=feedback
clock.end=dispatch 1 +1796100224197 met
clock.end=relay 1 +1796100224197 cancelled
clock.start=feedback 1 1796100224197 +126975803 - running - 1wd R4.6 1
text=506b40629ca3b1e28607d378b1ca809e86fe003d4937399c4e6f5e3184d0f4eb
previous=38e405e7b21f495bc6982d0fa8ff037c4a25fe6abe0b39ef65321acae54e44c1
', X'f14a71ea6114e6bcf462d4cc496621df809952bf758ef7ea6fa3c6aca77b84d2', X'dcaa60a8da662befbe4bc54e869750a5', 'result=已检修
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (34, 3562706511350202368, 3, 'seq=3
at=1796100224200
actor=agent agent centre
act=give_feedback
.means=phone
.stage=follow_up
clock.end=feedback 1 +1796100224200 met
clock.end=reply 1 +1796100224200 met
clock.start=follow_up 1 1796100224200 +299775800 - running - 3wd R4.6 1
text=3d76fe1fe649c46444755c40e0f3d85deaa0d35d0e493fd55b82567b160a5928
previous=f14a71ea6114e6bcf462d4cc496621df809952bf758ef7ea6fa3c6aca77b84d2
', X'd74d86a66bc18168623bc44129862690a9db358966c11e7a875bab9a76add9cb', X'7ac7dd1d10c0a8c0065cc728afff1aab', 'text=已告知
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (35, 3562706511350202368, 4, 'seq=4
at=1796100224202
actor=agent agent2 centre
act=record_follow_up
.outcome=unreachable
.attempt=1
previous=d74d86a66bc18168623bc44129862690a9db358966c11e7a875bab9a76add9cb
', X'41c42768a22770b678de587359f9f7144f24377200b0c7183da39a55d9aa552d', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (36, 3562706511350202368, 5, 'seq=5
at=1796100224205
actor=agent agent2 centre
act=record_follow_up
.outcome=unreachable
.attempt=2
previous=41c42768a22770b678de587359f9f7144f24377200b0c7183da39a55d9aa552d
', X'b33a1f099cbe79e0cafe0efbffdc8d8656d29de342c36dc76bea49b9b46bf388', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (37, 3562706511350202368, 6, 'seq=6
at=1796100224214
actor=agent agent2 centre
act=record_follow_up
.outcome=unreachable
.attempt=3
.satisfaction=unrated
.stage=closed
clock.end=follow_up 1 +1796100224214 met
previous=b33a1f099cbe79e0cafe0efbffdc8d8656d29de342c36dc76bea49b9b46bf388
', X'92f65f075ecc75348a2d8c90eb1e72acccc683a0f33e7b31b9eb9c328e1b1281', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (38, 3562706511350202368, 7, 'seq=7
at=1796100224218
actor=passenger - -
act=rate
.satisfaction=dissatisfied
.solved=not_solved
previous=92f65f075ecc75348a2d8c90eb1e72acccc683a0f33e7b31b9eb9c328e1b1281
', X'f676ae9faf3a1768464689a47f9ec7a9e15b30ef104e0edfdeb16d0eaa5ee6d6', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (39, 3562706511476031488, 1, 'seq=1
at=1796100224222
actor=passenger - -
act=register
.number=202612010000009
.channel=website
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224222 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224222 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224222 +126975778 - running - 1wd R4.1 1
clock.start=reply 1 1796100224222 +645375778 - running - 5wd R4.6a 1
text=19f82c776647c41572034ddecb0dcf94f6e8e16b9dbb213f806e455587b1c7b5
personal=efbe2ec32e16cc612266360bf4a39c8665daf58bcc462ac0a585efbcc378dd47
', X'11b4ec2df54ff469471797f6a58f7d2591e58c10eb17e341fe2088abdfbb9eab', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (40, 3562706511476031488, 2, 'seq=2
at=1796100224227
actor=passenger - -
act=supplement
text=c744f220d2b956cf1d63c09f7f375451aabcf8f7d300cdb5f7d54801be3e6f63
previous=11b4ec2df54ff469471797f6a58f7d2591e58c10eb17e341fe2088abdfbb9eab
', X'fdacf593476ce31a8100f27ce6d1ba1bb8e8995f8db6a4dd842bfa541a112c3d', X'fd8519ee4db762bdcd1fbf0fc87a5972', 'text=今天又积水了
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (41, 3562706511476031488, 3, 'seq=3
at=1796100224249
actor=passenger - -
act=withdraw
.stage=closed
clock.end=dispatch 1 +1796100224249 cancelled
clock.end=reply 1 +1796100224249 cancelled
clock.end=relay 1 +1796100224249 cancelled
text=0431b25eed59e410447ba62ad54fec84a2353d507782cd830f99d9486218c770
previous=fdacf593476ce31a8100f27ce6d1ba1bb8e8995f8db6a4dd842bfa541a112c3d
', X'ef70786d3606ba6c8066194177664013fc97ffc7e92cf78e02f4421056c1cf04', X'2ee878f550c967b71a83557a6ef57713', 'reason=已当面解决
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (42, 3562706511677358080, 1, 'seq=1
at=1796100224270
actor=passenger - -
act=register
.number=202612010000010
.channel=website
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224270 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224270 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224270 +126975730 - running - 1wd R4.1 1
clock.start=reply 1 1796100224270 +645375730 - running - 5wd R4.6a 1
text=430442364236613ae3edd7c7fb13455384d4dcc98e3dc89bed9ff70af39afaec
personal=6bcfd089e88beba5c8512c57b1f3aae1a4bc0ba612d74357da304ee9cafa7442
', X'a0faccf0f5f8f70f6d4068441349c5cc198f345d6ee8ed2cf5d231f076b0587e', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (43, 3562706511677358080, 2, 'seq=2
at=1796100224281
actor=agent agent centre
act=answer
.resolution=solved
.stage=feedback
clock.end=dispatch 1 +1796100224281 met
clock.end=relay 1 +1796100224281 cancelled
clock.start=feedback 1 1796100224281 +126975719 - running - 1wd R4.6 1
text=4ccc1628a8eb52f903319123313f6cc24bb9a64cd0082808c38bf8c7de3c8464
previous=a0faccf0f5f8f70f6d4068441349c5cc198f345d6ee8ed2cf5d231f076b0587e
', X'b2069d8457c79a78a71e154ed533effc5d04f90ecac397530b449dd8bdd29aaa', X'461716d62eab3ca794a181d308cca948', 'result=已检修
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (44, 3562706511677358080, 3, 'seq=3
at=1796100224286
actor=agent agent centre
act=give_feedback
.means=phone
.stage=follow_up
clock.end=feedback 1 +1796100224286 met
clock.end=reply 1 +1796100224286 met
clock.start=follow_up 1 1796100224286 +299775714 - running - 3wd R4.6 1
text=24e6993f05f2b1c745793bf92e5a6d1fe9535c79d004e1101b986d76d82c8202
previous=b2069d8457c79a78a71e154ed533effc5d04f90ecac397530b449dd8bdd29aaa
', X'fb3295b16f43810d4e310a750e72b1189b1a132a313cdc7218031b56b957ae0a', X'368b1272a433963d9979bff31c0996f2', 'text=已告知
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (45, 3562706511677358080, 4, 'seq=4
at=1796100224292
actor=agent agent2 centre
act=record_follow_up
.outcome=answered
.satisfaction=satisfied
.solved=solved
.stage=closed
clock.end=follow_up 1 +1796100224292 met
previous=fb3295b16f43810d4e310a750e72b1189b1a132a313cdc7218031b56b957ae0a
', X'de0a984257096d5f04b5b4d3bc5728e185389d61147fa7d3f7b612b5d499e9e8', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (46, 3562706511677358080, 5, 'seq=5
at=1796100224295
actor=passenger - -
act=again
.stage=dispatch
.round=2
clock.start=dispatch 2 1796100224295 +126975705 - running - 1wd R4.1 1
clock.start=reply 2 1796100224295 +645375705 - running - 5wd R4.6a 1
text=87c653892d40c2abaee80a2c13d49ac85c46675186483ff5e6201e2514081aa2
previous=de0a984257096d5f04b5b4d3bc5728e185389d61147fa7d3f7b612b5d499e9e8
', X'bf3dabe19b5f1d76ebbf98be7fa70241040cb85cd943bb6bd1aec56609fd08d7', X'41e578a20465750a9d9afe29716ecf91', 'text=问题又出现了
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (47, 3562706511861907456, 1, 'seq=1
at=1796100224314
actor=agent agent centre
act=register
.number=202612010000011
.channel=hotline
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224314 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224314 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224314 +126975686 - running - 1wd R4.1 1
clock.start=reply 1 1796100224314 +645375686 - running - 5wd R4.6a 1
text=4b2d2f99df8fb78ebd2ebcdfdd2f98c19eee89bf1792916993f4e4c40a814d02
', X'b34d9cc73f1a609fa0c35ce00f8e7be75d56589bb22f7061ce82d7993206dc30', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (48, 3562706511861907456, 2, 'seq=2
at=1796100224319
actor=agent agent centre
act=withdraw
.stage=closed
clock.end=dispatch 1 +1796100224319 cancelled
clock.end=reply 1 +1796100224319 cancelled
clock.end=relay 1 +1796100224319 cancelled
text=4427dcf5d0aa05e172417047e4f7d407a3ec327eaee77a33d64717ab5ca9de66
previous=b34d9cc73f1a609fa0c35ce00f8e7be75d56589bb22f7061ce82d7993206dc30
', X'456b84145c928753686913616b570feb73efb9d4727fab705a898dd9e48e8a72', X'12af972b9aabc4074b86c3a48feff49d', 'reason=来电撤回
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (49, 3562706511861907456, 3, 'seq=3
at=1796100224328
actor=agent agent centre
act=reopen
.stage=dispatch
.round=2
clock.start=dispatch 2 1796100224328 +126975672 - running - 1wd R4.1 1
clock.start=reply 2 1796100224328 +645375672 - running - 5wd R4.6a 1
text=63059634e679cbd131dd53a731a6fdc5ef5ff6df7c6ad5faf951e30c10839993
previous=456b84145c928753686913616b570feb73efb9d4727fab705a898dd9e48e8a72
', X'0a1d7aba836278358c65e6a7a8b72904a250f0e00cfb3bc36f6f7de33ecf2f35', X'bec944347890811ed5058c6e9defdfe3', 'reason=再次来电
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (50, 3562706511954182144, 1, 'seq=1
at=1796100224336
actor=agent agent centre
act=register
.number=202612010000012
.channel=hotline
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224336 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224336 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224336 +126975664 - running - 1wd R4.1 1
clock.start=reply 1 1796100224336 +645375664 - running - 5wd R4.6a 1
text=e5b6a81e22042bbe5724b402d43f69c558ddf2cb0d0321e5b7221eae9f0a7578
', X'3e821c12ec2a8acf09a462e8e273ba2001d9534e1a9e2c04c7916c4638a33d3b', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (51, 3562706511954182144, 2, 'seq=2
at=1796100224339
actor=agent agent centre
act=dispatch
.lead=line1
.stage=opinion
clock.end=dispatch 1 +1796100224339 met
clock.end=relay 1 +1796100224339 met
clock.start=opinion 1 1796100224339 +299775661 - running - 3wd R4.1 1
previous=3e821c12ec2a8acf09a462e8e273ba2001d9534e1a9e2c04c7916c4638a33d3b
', X'1d98a557889efdf3490da951536dbab102ccfaee6e031db78ef5d126c967798c', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (52, 3562706511954182144, 3, 'seq=3
at=1796100224342
actor=desk desk line1
act=suspend
clock.pause=reply 1
clock.pause=opinion 1
text=76b62986b75a1f5c9c33528789bd430b01012a568f73cd905f79df43d6956ea8
previous=1d98a557889efdf3490da951536dbab102ccfaee6e031db78ef5d126c967798c
', X'03bac0bccff500356c1928b65bed592dc5e1dfeff269e16698b019ae83a96571', X'0115faa28605c7a79c6ab3f5029a2be4', 'reason=等照片
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (53, 3562706511996125184, 1, 'seq=1
at=1796100224346
actor=agent agent centre
act=register
.number=202612010000013
.channel=hotline
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224346 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224346 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224346 +126975654 - running - 1wd R4.1 1
clock.start=reply 1 1796100224346 +645375654 - running - 5wd R4.6a 1
text=401a55c5049049aaf2bc8027fd907cdb5409fcde80b6f95457ff99c0b833a1a2
', X'0ff9a8152c19fba396aff2651277a6b8e4d3aa3ba87af89074facd65b74c014f', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (54, 3562706511996125184, 2, 'seq=2
at=1796100224349
actor=agent agent centre
act=dispatch
.lead=line1
.stage=opinion
clock.end=dispatch 1 +1796100224349 met
clock.end=relay 1 +1796100224349 met
clock.start=opinion 1 1796100224349 +299775651 - running - 3wd R4.1 1
previous=0ff9a8152c19fba396aff2651277a6b8e4d3aa3ba87af89074facd65b74c014f
', X'3bdd5423948d4ec8679077374ba3ffab9b4f8f25ccc0d98b7d649c73ed720efc', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (55, 3562706511996125184, 3, 'seq=3
at=1796100224353
actor=desk desk line1
act=request_extension
.clock=opinion
.until=1797264000000
text=e0c4f2380c240356333fbe6b7339feb34deb7590d6df8bc330d3cb5caf9b6487
previous=3bdd5423948d4ec8679077374ba3ffab9b4f8f25ccc0d98b7d649c73ed720efc
', X'c0fd558a7ca9a0508e2bef105c6b1376ad635fadd1e55ef99004eef0d7ebec91', X'b5b853e9449407bddfbe03c4b2546b82', 'reason=需厂家到场
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (56, 3562706511996125184, 4, 'seq=4
at=1796100224359
actor=director director centre
act=grant_extension
.clock=opinion
.until=1797264000000
.was=opinion 1796400000000
clock.move=opinion 1 +1797264000000 - a
text=1aabed3e7eb3c6993cd1af03937794ebfb346f86d29acf9d4fa25e6049109ba2
previous=c0fd558a7ca9a0508e2bef105c6b1376ad635fadd1e55ef99004eef0d7ebec91
', X'b81552351ea9b6fa072b6fab67e68b552f426caf2e735656285793b2b36be16e', X'108c76b8365dbb57afc412a105f45e46', 'reason=同意
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (57, 3562706512075816960, 1, 'seq=1
at=1796100224365
actor=agent agent centre
act=register
.number=202612010000014
.channel=hotline
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224365 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224365 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224365 +126975635 - running - 1wd R4.1 1
clock.start=reply 1 1796100224365 +645375635 - running - 5wd R4.6a 1
text=c144ddd3093bed1a7d04f23160121e848922cbd32418ed7808dae9108273d8b7
', X'2401c6371925c3f323553ec0525785c2ee42a5856adaa5abdc35c4112d691680', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (58, 3562706512075816960, 2, 'seq=2
at=1796100224368
actor=agent agent centre
act=answer
.resolution=solved
.stage=feedback
clock.end=dispatch 1 +1796100224368 met
clock.end=relay 1 +1796100224368 cancelled
clock.start=feedback 1 1796100224368 +126975632 - running - 1wd R4.6 1
text=3c72f0e1ecdc6262467998343f5b6568d9d093b707928583751cf96d29453a6f
previous=2401c6371925c3f323553ec0525785c2ee42a5856adaa5abdc35c4112d691680
', X'727a5bc8e93d4bcf5d31473b2cb6b0c8e74483a30e5727532d0c2b970a03e7b8', X'f523e3b6200ed1fba7162d9acf385013', 'result=已解释
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (59, 3562706512075816960, 3, 'seq=3
at=1796100224371
actor=agent agent centre
act=reject_result
.stage=remedy
clock.end=feedback 1 +1796100224371 met
clock.start=remedy 1 1796100224371 +299775629 - running - 3wd R4.3 1
text=7dfdb72a906efb5516aed163ab9abcda18a47f8ca259608f1646a5abf14dad1c
previous=727a5bc8e93d4bcf5d31473b2cb6b0c8e74483a30e5727532d0c2b970a03e7b8
', X'908fb2b7b7047006b0ffdc586df75f07784786991dde9d23cbfd304ddf80d967', X'06a703476a1ab1379a5721de1fddcd9e', 'reason=解释不清
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (60, 3562706512130342912, 1, 'seq=1
at=1796100224378
actor=agent agent centre
act=register
.number=202612010000015
.channel=hotline
.kind=complaint
.accepting_unit=centre
.unit=line1
clock.start=register 1 1796100224378 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224378 +600000 +0 met - 10min R3.4 1
clock.start=dispatch 1 1796100224378 +126975622 - running - 1wd R4.1 1
clock.start=reply 1 1796100224378 +645375622 - running - 5wd R4.6a 1
text=15787f1dc2989ac91691458f8547342c5ee5ddb2b955c7f30c14b56d5980603c
personal=47a2de2ad924dba70829f1a38caaf7e04e350243fa9f5bf56c1ff80bf25afa8e
', X'c97f07381434593fd3500f510a36dd4c2853b5c30ac0449e67f6ba48ff9c891b', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (61, 3562706512130342912, 2, 'seq=2
at=1796100224383
actor=agent agent centre
act=reclassify
.place=1
text=53434e0f9a51ba1171efce6d5cdd5f471e707801df53007294acec9ce9307c1e
previous=c97f07381434593fd3500f510a36dd4c2853b5c30ac0449e67f6ba48ff9c891b
', X'6549c6b7d96d06ae1ad2218dd43daf7cb5f2230d330752a91f5c30bf9e9e3629', X'1193501851692b5a05c4ff6f1ec52126', 'detail=换乘通道
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (62, 3562706512130342912, 3, 'seq=3
at=1796100224396
actor=director director centre
act=hold
text=5f721b80af18dda57cb3e066ed1b532f053f6957f3192f1dd39cf44e4ee861c2
previous=6549c6b7d96d06ae1ad2218dd43daf7cb5f2230d330752a91f5c30bf9e9e3629
', X'cb9535a60be28875957daf1cbe0b5deb8d672755d7cf2b07d10d4f44d6c5b53e', X'fca08750662b8791e182314eaa5e2b98', 'reason=诉讼
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (63, 3562706512231006208, 1, 'seq=1
at=1796100224402
actor=agent agent centre
act=register
.number=202612010000016
.channel=hotline
.kind=complaint
.accepting_unit=centre
clock.start=register 1 1796100224402 +600000 +0 met - 10min R3.4 1
clock.start=relay 1 1796100224402 +600000 - running - 10min R3.4 1
clock.start=dispatch 1 1796100224402 +126975598 - running - 1wd R4.1 1
clock.start=reply 1 1796100224402 +645375598 - running - 5wd R4.6a 1
text=e4e77fde61db09423085d1c0e8fc5920d35263d1be89ed3834452b9f1115b707
', X'f05c21f6262e9c393136e0e36240d8d051733450090333e178de442b1bc1290b', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (64, 3562706512231006208, 2, 'seq=2
at=1796100224449
actor=agent agent centre
act=attach
.attachment=6ccea1212b15c0e4c944784f7d80df55161ed4dd1ac0a65ec8a75cbe63f0dc51
.file_size=12
text=3727643b23e97b8f0de7174a889caa66ca7bf848851869f659d1855993cbcc84
previous=f05c21f6262e9c393136e0e36240d8d051733450090333e178de442b1bc1290b
', X'4c1b2fc8c6b54d0a7a37c11d47a78688f05aab7e5d64ab4f13cbf3460bcb0064', X'1d78fa8fe9fe36bff75e78521732f766', 'file_name=a.txt
', NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (65, 4194304, 1, 'seq=1
at=1796100224541
actor=system system -
act=import
.number=199805010000001
.channel=hotline
.kind=complaint
.accepting_unit=centre
.external_id=AA-1
.received_at=893980800000
.registered_at=893981400000
.stage=closed
.satisfaction=satisfied
.fed_back_at=894247200000
.closed_at=894416400000
text=db6be83d6de478cb3645d3001f00875e2b66e48e089be849f1fb5fc7369d8856
personal=84b4f24901d34ce44e1d0f786f9fe77b53544422ce6ee8c62ca39f158df5d1a2
', X'4ad4f3250cf4efeaf3f6a26042c96312cd6ce04b6de862d53a272734513996fc', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (66, 4194305, 1, 'seq=1
at=1796100224541
actor=system system -
act=import
.number=199912310000001
.channel=letter
.kind=complaint
.accepting_unit=centre
.external_id=AA-2
.received_at=946654200000
.registered_at=946654800000
.stage=closed
.satisfaction=dissatisfied
.fed_back_at=946864800000
.closed_at=946947600000
text=09f6e826d59aab54bc805066bec8fcc31a73d10e511c78142c9ba9a634538dfb
personal=0d0e0bfd164db2f024cb1b8bb9929931f7c450cfe1bd051d958eda3eb434d9b8
', X'cbfab537e1abf2a85fc30c96ba0a3e60682016ea485247447fc51d75af97f7c4', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (67, 2536355187916800000, 1, 'seq=1
at=1796100224541
actor=system system -
act=import
.number=201903010000001
.channel=hotline
.kind=complaint
.accepting_unit=centre
.external_id=AA-3
.received_at=1551398400000
.registered_at=1551399000000
.stage=closed
.fed_back_at=1552096800000
.closed_at=1551747600000
text=3f466e953fc0d16f4d52617c6358e5c7b83ae42c1d90121ff55722a2905eabfe
personal=15b42d9e939ea1ef4d74b3cd01929892cfad00bcbef889e3fe591073a01699c2
', X'42a26ff0de58af8cb9ff987b9e43fa13d9e4e41907de4d40239eb6aa2d039fed', NULL, NULL, NULL);
INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES (68, 2801260717670400000, 1, 'seq=1
at=1796100224541
actor=system system -
act=import
.number=202103010000001
.channel=hotline
.kind=complaint
.accepting_unit=centre
.external_id=AA-4
.received_at=1614556800000
.registered_at=1614557400000
clock.start=dispatch 1 1796100224541 +126975459 - running - 1wd R4.1 1
clock.start=reply 1 1796100224541 +645375459 - running - 5wd R4.6a 1
text=c773f76e96cca5de4496aa35e8c56ed3829672a93f2dfda77205da8ec593c245
personal=091a262926163af50ef0b69d50cf5336a2732019c000f1bd36bc8390c2b37418
', X'e3c26b4132c73023ad1c134e361b453fd616feef6afcac63838624407d1eefda', NULL, NULL, NULL);
INSERT INTO lane (id, position) VALUES (0, 68);
INSERT INTO anchor (upto, digest) VALUES (1, X'0734df588ee996ea24ae5b901224903d964402a485829046ae63ae484a62145d');
INSERT INTO anchor (upto, digest) VALUES (2, X'aebf05ffb8bfc6f1129635bfa0187e86003cd7491d7ec206e32f53f00a37a55c');
INSERT INTO anchor (upto, digest) VALUES (3, X'83f2aa424abaed377d08a19be7689993fd175eaa435901e0c64bb9f9eaade5b8');
INSERT INTO anchor (upto, digest) VALUES (4, X'0b94158f4018a8cc2f774c88cf22e343c53b5319cd77c82e65c62a63480a4475');
INSERT INTO anchor (upto, digest) VALUES (5, X'42d89b73f2720a5e13de08e62f8147d184acbc3681fa546787bc52f806f920de');
INSERT INTO anchor (upto, digest) VALUES (6, X'1a1dd6da46b0ca6ac81d091c395900dbef407bf3b46412e040f4fd01d270c205');
INSERT INTO anchor (upto, digest) VALUES (7, X'8180688f5aa6007579fdd336cec2656068f18913dcb098a2fc178f676bb33f29');
INSERT INTO anchor (upto, digest) VALUES (8, X'5505b527730cc37f4fd2bfaf9905186a29357eec2461208f9daa78d906bbd02f');
INSERT INTO anchor (upto, digest) VALUES (9, X'1c1567108bed45323efbaf8b6fced4f1b452e5d52313172d870b39098c3ddc6a');
INSERT INTO anchor (upto, digest) VALUES (10, X'ad642f4b360e6be0979f7c1376934e2374c7277c6dbadad9962a398abb72ed08');
INSERT INTO anchor (upto, digest) VALUES (11, X'0566907930ac9e335156b4e3684a31b6f51cc589774f7804f1693d10f5350e24');
INSERT INTO anchor (upto, digest) VALUES (12, X'06185aafb38a77735f857562f7225d336fac932fe4476e09e8bb179aa0521910');
INSERT INTO anchor (upto, digest) VALUES (13, X'6aad97f5553bc0b88007480616b85e9c32a11db1ce02a8b4eed61d773f874c0f');
INSERT INTO anchor (upto, digest) VALUES (14, X'7caef3bc557850866f1d6202814afd469f05ceeeffee9b2dcd56b34df4546fb0');
INSERT INTO anchor (upto, digest) VALUES (15, X'd89e86cfedf2247acc804e5c103c956cc87baf7e536fc81f51b3b24281faa396');
INSERT INTO anchor (upto, digest) VALUES (16, X'f52c93f8f2ab19c22a73e467662e370f28d1eb53db35154e5ee433187d770c0e');
INSERT INTO anchor (upto, digest) VALUES (17, X'8647232be326449fb32ff5d62e75c5b813a65d347303a03dfe2418a280aec428');
INSERT INTO anchor (upto, digest) VALUES (18, X'96793c88aa5bd3fc8c770d6e5f82c6e1fe060fdb24407d29cf152b725e68c082');
INSERT INTO anchor (upto, digest) VALUES (19, X'2590e134155ee06e486c6365e586b1a5f4482b589f3aad7c36a38c6a493a17aa');
INSERT INTO anchor (upto, digest) VALUES (20, X'7db6694326c44c3e29b9bb13809cfeb6a88da248d0485f8b2bf410d4597278e2');
INSERT INTO anchor (upto, digest) VALUES (21, X'31d32935ae661c3bc6bd17c4486afa1ccb1121be4285fcd8447ab26fcfae64eb');
INSERT INTO anchor (upto, digest) VALUES (22, X'68252b0fc4ef6747db391caa058e542c565a90deb8c854aff59f3366ecb2b4cf');
INSERT INTO anchor (upto, digest) VALUES (23, X'39cac3ed00ec4aa4243543f452a24f17026c3de9d53c6d709d870e3015a9c236');
INSERT INTO anchor (upto, digest) VALUES (24, X'6fefcf490a118d206298e3f4257a71af40d78ce7089b64f30ec70847a1162a16');
INSERT INTO anchor (upto, digest) VALUES (25, X'c4b6757313e459ff8aaecd56faef9c8be3af01224fdca3fb88c60343cb52259a');
INSERT INTO anchor (upto, digest) VALUES (26, X'd6682542e529bce41162495e74579862a6a3a3a6c7cf93e8b2f00304e64269b9');
INSERT INTO anchor (upto, digest) VALUES (27, X'7ad381c5901e596bbd93aa0ded4eefe88ad1315fb70644cec07153a38c9f043b');
INSERT INTO anchor (upto, digest) VALUES (28, X'280fdde78d3bea27c2da3568564d85241932f917e31e6e80a23629e81aa0fdd8');
INSERT INTO anchor (upto, digest) VALUES (29, X'd82a8d70e324875ea3e309eaea1070142c3a14b7ba57fb51604845673f1bd30f');
INSERT INTO anchor (upto, digest) VALUES (30, X'c3562a4883351183c44e2c8d81e8f8c741ef8ae88bd309eb750d620bf090fb0f');
INSERT INTO anchor (upto, digest) VALUES (31, X'c266c7c0f2561887946ee8af444e44748e10ace3b11b0316db7a9ea21bd667eb');
INSERT INTO anchor (upto, digest) VALUES (32, X'a6c548749c973c6e7a904f4e9ce2f71cf779b9afb73857ddf47fc2f768ca0a06');
INSERT INTO anchor (upto, digest) VALUES (33, X'3be2ec4fd97c92adfd257ae3876daff2b23f8f200280d274ce17264c614d0a1b');
INSERT INTO anchor (upto, digest) VALUES (34, X'310e538f72155a13be65184f1375cca1a9814e9046a00085face295f7f479990');
INSERT INTO anchor (upto, digest) VALUES (35, X'065de31cc5ce2b83fb2b544e5333fd20b852c78c681b74ff2b87dfa6d436e1bf');
INSERT INTO anchor (upto, digest) VALUES (36, X'429af99e7171cd69d4614032fb93674f8bef55d2b3fa87bd0da3212ebdc320a8');
INSERT INTO anchor (upto, digest) VALUES (37, X'13c9d22220177c422df21c2b0895af57bf5d9b76d7392bb3c2a8df25db2e60d7');
INSERT INTO anchor (upto, digest) VALUES (38, X'47e57ffd33602ff4bf959d7cfb66f60a3f23f7e013919bf433d1afb65e826343');
INSERT INTO anchor (upto, digest) VALUES (39, X'0a71872701a754ca6dccf9d7d48a806378af03c91d48c20434327a222de0ce20');
INSERT INTO anchor (upto, digest) VALUES (40, X'bce202ec6c4d5a18e3bfe470c3ab57322c49976460c4a67b1666fe12f11a3620');
INSERT INTO anchor (upto, digest) VALUES (41, X'86711e9cd6a12da17cc3548e4e839d7331f031ab03751e90c24c81faa4684777');
INSERT INTO anchor (upto, digest) VALUES (42, X'ab16e55dae4079112a3de7dd8ea10d9ac399a311559cdca8329684fd38092bf6');
INSERT INTO anchor (upto, digest) VALUES (43, X'b39aa53ba5fb0b64d6d199ddf4a509f1eb5c8cd1966c32aebe2fcf3ab5410244');
INSERT INTO anchor (upto, digest) VALUES (44, X'8766cda3e6fe850edc8606d2049a4d6f866353d6399a7ae2ad37285046878d10');
INSERT INTO anchor (upto, digest) VALUES (45, X'35faea5371a4eb2c331abab699feb5fa2992e1d952aaadd75aed72d5ad6d3ac9');
INSERT INTO anchor (upto, digest) VALUES (46, X'6d176a046ece6f206a5c1cb303a28394066379d6d45c5947603cd3273e03025b');
INSERT INTO anchor (upto, digest) VALUES (47, X'a0a6745eeb6fbfe7ab8fc30abb5ee84231493da09e2852fe4a1186cb18e18e01');
INSERT INTO anchor (upto, digest) VALUES (48, X'd6dc7c45cea26b928745700a5197d91805c7b9a4f8b87293288f032fa7fb787d');
INSERT INTO anchor (upto, digest) VALUES (49, X'c0b8362ce3fe35805460804b6f62bdbfb4e6105c9ffc3c78073fb18333b95c12');
INSERT INTO anchor (upto, digest) VALUES (50, X'e583a97cf8ce47230d984ec1494f9450e9de5244d8c9ba2e6e1f58315451bb4b');
INSERT INTO anchor (upto, digest) VALUES (51, X'fb06f5136df46deb4e21ccdf4916359a8ed8ccdc562b5c908f094cd1a0546050');
INSERT INTO anchor (upto, digest) VALUES (52, X'e9dca641fbffa24abcd3e8428e3240332db5de836bb990555f8d1a2b681d6c6d');
INSERT INTO anchor (upto, digest) VALUES (53, X'df0e90324f2c4679daaf04e54f6351b1245e10b454342e391b0275a4682f5a28');
INSERT INTO anchor (upto, digest) VALUES (54, X'75d548613414d06cc56e3a87ef5f07aeaca71a5b7614f6efbeb19798d7754b22');
INSERT INTO anchor (upto, digest) VALUES (55, X'339d56ab99ea303e355aaf1cad466b900daad5c87cb71be96299df377535d877');
INSERT INTO anchor (upto, digest) VALUES (56, X'89d9241203fc1bab0adb767c0516e1acb848b5cf9718c0f915a679d051e229d7');
INSERT INTO anchor (upto, digest) VALUES (57, X'5b3f7e65abfcf777e2c1589f761fdd86489b9de19dc15c4e940b782242eec89e');
INSERT INTO anchor (upto, digest) VALUES (58, X'de90695f3f87e81717aa2d1c857afdd2ed0ef2371f02961b25674e45498bc69d');
INSERT INTO anchor (upto, digest) VALUES (59, X'd568df09f69a1878b2d04b62cf09c8c714ca8c6a78ded379f049f40829ffbb0f');
INSERT INTO anchor (upto, digest) VALUES (60, X'148fe5a2e79e049a678f18c057ad59cc4aa6a56d6308b57760103495af753f1e');
INSERT INTO anchor (upto, digest) VALUES (61, X'0d2fcc0359db239532f277121ee20eaa6f6078dd2d2dc9bb937ac5f7430f4bbb');
INSERT INTO anchor (upto, digest) VALUES (62, X'9fd625554948b62e169c2b8c2e273338d1c062873938b0fce81a27759d15d9ab');
INSERT INTO anchor (upto, digest) VALUES (63, X'd8648a8b1035a2db9409f50aeaf1a2319c7e0c268795b46cc0b02b5bfb8d6e9a');
INSERT INTO anchor (upto, digest) VALUES (64, X'e864c69eb2a4fe44cd0276195dffb75f18edd4453aac2b12ff71528b2ea1291a');
INSERT INTO anchor (upto, digest) VALUES (68, X'197001546da709796c4cb369c80289df2576e76573b5c6cd173c4182ee85c120');
INSERT INTO day_counter (day, value) VALUES (10347, 1);
INSERT INTO day_counter (day, value) VALUES (10956, 1);
INSERT INTO day_counter (day, value) VALUES (17956, 1);
INSERT INTO day_counter (day, value) VALUES (18687, 1);
INSERT INTO day_counter (day, value) VALUES (20788, 16);
INSERT INTO attachment (id, complaint, event_seq, digest, name, media_type, size, at) VALUES ('EYFE4UW96EU62XX4', 3562706512231006208, 2, '6ccea1212b15c0e4c944784f7d80df55161ed4dd1ac0a65ec8a75cbe63f0dc51', 'a.txt', 'text/plain', 12, 1796100224449);
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('calendar', '2018', 1, 0, 'year=2018
source=http://www.gov.cn/zhengce/zhengceku/2017-11/30/content_5243579.htm
day=2018-01-01 off 元旦
day=2018-02-11 work 春节
day=2018-02-15 off 春节
day=2018-02-16 off 春节
day=2018-02-17 off 春节
day=2018-02-18 off 春节
day=2018-02-19 off 春节
day=2018-02-20 off 春节
day=2018-02-21 off 春节
day=2018-02-24 work 春节
day=2018-04-05 off 清明节
day=2018-04-06 off 清明节
day=2018-04-07 off 清明节
day=2018-04-08 work 清明节
day=2018-04-28 work 劳动节
day=2018-04-29 off 劳动节
day=2018-04-30 off 劳动节
day=2018-05-01 off 劳动节
day=2018-06-18 off 端午节
day=2018-09-24 off 中秋节
day=2018-09-29 work 国庆节
day=2018-09-30 work 国庆节
day=2018-10-01 off 国庆节
day=2018-10-02 off 国庆节
day=2018-10-03 off 国庆节
day=2018-10-04 off 国庆节
day=2018-10-05 off 国庆节
day=2018-10-06 off 国庆节
day=2018-10-07 off 国庆节
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('calendar', '2019', 1, 0, 'year=2019
source=http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm
source=http://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm
day=2018-12-29 work 元旦
day=2018-12-30 off 元旦
day=2018-12-31 off 元旦
day=2019-01-01 off 元旦
day=2019-02-02 work 春节
day=2019-02-03 work 春节
day=2019-02-04 off 春节
day=2019-02-05 off 春节
day=2019-02-06 off 春节
day=2019-02-07 off 春节
day=2019-02-08 off 春节
day=2019-02-09 off 春节
day=2019-02-10 off 春节
day=2019-04-05 off 清明节
day=2019-04-28 work 劳动节
day=2019-05-01 off 劳动节
day=2019-05-02 off 劳动节
day=2019-05-03 off 劳动节
day=2019-05-04 off 劳动节
day=2019-05-05 work 劳动节
day=2019-06-07 off 端午节
day=2019-09-13 off 中秋节
day=2019-09-29 work 国庆节
day=2019-10-01 off 国庆节
day=2019-10-02 off 国庆节
day=2019-10-03 off 国庆节
day=2019-10-04 off 国庆节
day=2019-10-05 off 国庆节
day=2019-10-06 off 国庆节
day=2019-10-07 off 国庆节
day=2019-10-12 work 国庆节
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('calendar', '2020', 1, 0, 'year=2020
source=http://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm
source=http://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm
day=2020-01-01 off 元旦
day=2020-01-19 work 春节
day=2020-01-24 off 春节
day=2020-01-25 off 春节
day=2020-01-26 off 春节
day=2020-01-27 off 春节
day=2020-01-28 off 春节
day=2020-01-29 off 春节
day=2020-01-30 off 春节
day=2020-01-31 off 春节
day=2020-02-01 off 春节
day=2020-02-02 off 春节
day=2020-02-03 work 春节
day=2020-04-04 off 清明节
day=2020-04-05 off 清明节
day=2020-04-06 off 清明节
day=2020-04-26 work 劳动节
day=2020-05-01 off 劳动节
day=2020-05-02 off 劳动节
day=2020-05-03 off 劳动节
day=2020-05-04 off 劳动节
day=2020-05-05 off 劳动节
day=2020-05-09 work 劳动节
day=2020-06-25 off 端午节
day=2020-06-26 off 端午节
day=2020-06-27 off 端午节
day=2020-06-28 work 端午节
day=2020-09-27 work 国庆节、中秋节
day=2020-10-01 off 国庆节、中秋节
day=2020-10-02 off 国庆节、中秋节
day=2020-10-03 off 国庆节、中秋节
day=2020-10-04 off 国庆节、中秋节
day=2020-10-05 off 国庆节、中秋节
day=2020-10-06 off 国庆节、中秋节
day=2020-10-07 off 国庆节、中秋节
day=2020-10-08 off 国庆节、中秋节
day=2020-10-10 work 国庆节、中秋节
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('calendar', '2021', 1, 0, 'year=2021
source=http://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm
day=2021-01-01 off 元旦
day=2021-01-02 off 元旦
day=2021-01-03 off 元旦
day=2021-02-07 work 春节
day=2021-02-11 off 春节
day=2021-02-12 off 春节
day=2021-02-13 off 春节
day=2021-02-14 off 春节
day=2021-02-15 off 春节
day=2021-02-16 off 春节
day=2021-02-17 off 春节
day=2021-02-20 work 春节
day=2021-04-03 off 清明节
day=2021-04-04 off 清明节
day=2021-04-05 off 清明节
day=2021-04-25 work 劳动节
day=2021-05-01 off 劳动节
day=2021-05-02 off 劳动节
day=2021-05-03 off 劳动节
day=2021-05-04 off 劳动节
day=2021-05-05 off 劳动节
day=2021-05-08 work 劳动节
day=2021-06-12 off 端午节
day=2021-06-13 off 端午节
day=2021-06-14 off 端午节
day=2021-09-18 work 中秋节
day=2021-09-19 off 中秋节
day=2021-09-20 off 中秋节
day=2021-09-21 off 中秋节
day=2021-09-26 work 国庆节
day=2021-10-01 off 国庆节
day=2021-10-02 off 国庆节
day=2021-10-03 off 国庆节
day=2021-10-04 off 国庆节
day=2021-10-05 off 国庆节
day=2021-10-06 off 国庆节
day=2021-10-07 off 国庆节
day=2021-10-09 work 国庆节
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('calendar', '2022', 1, 0, 'year=2022
source=http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm
day=2022-01-01 off 元旦
day=2022-01-02 off 元旦
day=2022-01-03 off 元旦
day=2022-01-29 work 春节
day=2022-01-30 work 春节
day=2022-01-31 off 春节
day=2022-02-01 off 春节
day=2022-02-02 off 春节
day=2022-02-03 off 春节
day=2022-02-04 off 春节
day=2022-02-05 off 春节
day=2022-02-06 off 春节
day=2022-04-02 work 清明节
day=2022-04-03 off 清明节
day=2022-04-04 off 清明节
day=2022-04-05 off 清明节
day=2022-04-24 work 劳动节
day=2022-04-30 off 劳动节
day=2022-05-01 off 劳动节
day=2022-05-02 off 劳动节
day=2022-05-03 off 劳动节
day=2022-05-04 off 劳动节
day=2022-05-07 work 劳动节
day=2022-06-03 off 端午节
day=2022-06-04 off 端午节
day=2022-06-05 off 端午节
day=2022-09-10 off 中秋节
day=2022-09-11 off 中秋节
day=2022-09-12 off 中秋节
day=2022-10-01 off 国庆节
day=2022-10-02 off 国庆节
day=2022-10-03 off 国庆节
day=2022-10-04 off 国庆节
day=2022-10-05 off 国庆节
day=2022-10-06 off 国庆节
day=2022-10-07 off 国庆节
day=2022-10-08 work 国庆节
day=2022-10-09 work 国庆节
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('calendar', '2023', 1, 0, 'year=2023
source=http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm
day=2022-12-31 off 元旦
day=2023-01-01 off 元旦
day=2023-01-02 off 元旦
day=2023-01-21 off 春节
day=2023-01-22 off 春节
day=2023-01-23 off 春节
day=2023-01-24 off 春节
day=2023-01-25 off 春节
day=2023-01-26 off 春节
day=2023-01-27 off 春节
day=2023-01-28 work 春节
day=2023-01-29 work 春节
day=2023-04-05 off 清明节
day=2023-04-23 work 劳动节
day=2023-04-29 off 劳动节
day=2023-04-30 off 劳动节
day=2023-05-01 off 劳动节
day=2023-05-02 off 劳动节
day=2023-05-03 off 劳动节
day=2023-05-06 work 劳动节
day=2023-06-22 off 端午节
day=2023-06-23 off 端午节
day=2023-06-24 off 端午节
day=2023-06-25 work 端午节
day=2023-09-29 off 中秋节、国庆节
day=2023-09-30 off 中秋节、国庆节
day=2023-10-01 off 中秋节、国庆节
day=2023-10-02 off 中秋节、国庆节
day=2023-10-03 off 中秋节、国庆节
day=2023-10-04 off 中秋节、国庆节
day=2023-10-05 off 中秋节、国庆节
day=2023-10-06 off 中秋节、国庆节
day=2023-10-07 work 中秋节、国庆节
day=2023-10-08 work 中秋节、国庆节
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('calendar', '2024', 1, 0, 'year=2024
source=https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm
day=2024-01-01 off 元旦
day=2024-02-04 work 春节
day=2024-02-10 off 春节
day=2024-02-11 off 春节
day=2024-02-12 off 春节
day=2024-02-13 off 春节
day=2024-02-14 off 春节
day=2024-02-15 off 春节
day=2024-02-16 off 春节
day=2024-02-17 off 春节
day=2024-02-18 work 春节
day=2024-04-04 off 清明节
day=2024-04-05 off 清明节
day=2024-04-06 off 清明节
day=2024-04-07 work 清明节
day=2024-04-28 work 劳动节
day=2024-05-01 off 劳动节
day=2024-05-02 off 劳动节
day=2024-05-03 off 劳动节
day=2024-05-04 off 劳动节
day=2024-05-05 off 劳动节
day=2024-05-11 work 劳动节
day=2024-06-10 off 端午节
day=2024-09-14 work 中秋节
day=2024-09-15 off 中秋节
day=2024-09-16 off 中秋节
day=2024-09-17 off 中秋节
day=2024-09-29 work 国庆节
day=2024-10-01 off 国庆节
day=2024-10-02 off 国庆节
day=2024-10-03 off 国庆节
day=2024-10-04 off 国庆节
day=2024-10-05 off 国庆节
day=2024-10-06 off 国庆节
day=2024-10-07 off 国庆节
day=2024-10-12 work 国庆节
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('calendar', '2025', 1, 0, 'year=2025
source=https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm
day=2025-01-01 off 元旦
day=2025-01-26 work 春节
day=2025-01-28 off 春节
day=2025-01-29 off 春节
day=2025-01-30 off 春节
day=2025-01-31 off 春节
day=2025-02-01 off 春节
day=2025-02-02 off 春节
day=2025-02-03 off 春节
day=2025-02-04 off 春节
day=2025-02-08 work 春节
day=2025-04-04 off 清明节
day=2025-04-05 off 清明节
day=2025-04-06 off 清明节
day=2025-04-27 work 劳动节
day=2025-05-01 off 劳动节
day=2025-05-02 off 劳动节
day=2025-05-03 off 劳动节
day=2025-05-04 off 劳动节
day=2025-05-05 off 劳动节
day=2025-05-31 off 端午节
day=2025-06-01 off 端午节
day=2025-06-02 off 端午节
day=2025-09-28 work 国庆节、中秋节
day=2025-10-01 off 国庆节、中秋节
day=2025-10-02 off 国庆节、中秋节
day=2025-10-03 off 国庆节、中秋节
day=2025-10-04 off 国庆节、中秋节
day=2025-10-05 off 国庆节、中秋节
day=2025-10-06 off 国庆节、中秋节
day=2025-10-07 off 国庆节、中秋节
day=2025-10-08 off 国庆节、中秋节
day=2025-10-11 work 国庆节、中秋节
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('calendar', '2026', 1, 0, 'year=2026
source=https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm
day=2026-01-01 off 元旦
day=2026-01-02 off 元旦
day=2026-01-03 off 元旦
day=2026-01-04 work 元旦
day=2026-02-14 work 春节
day=2026-02-15 off 春节
day=2026-02-16 off 春节
day=2026-02-17 off 春节
day=2026-02-18 off 春节
day=2026-02-19 off 春节
day=2026-02-20 off 春节
day=2026-02-21 off 春节
day=2026-02-22 off 春节
day=2026-02-23 off 春节
day=2026-02-28 work 春节
day=2026-04-04 off 清明节
day=2026-04-05 off 清明节
day=2026-04-06 off 清明节
day=2026-05-01 off 劳动节
day=2026-05-02 off 劳动节
day=2026-05-03 off 劳动节
day=2026-05-04 off 劳动节
day=2026-05-05 off 劳动节
day=2026-05-09 work 劳动节
day=2026-06-19 off 端午节
day=2026-06-20 off 端午节
day=2026-06-21 off 端午节
day=2026-09-20 work 国庆节
day=2026-09-25 off 中秋节
day=2026-09-26 off 中秋节
day=2026-09-27 off 中秋节
day=2026-10-01 off 国庆节
day=2026-10-02 off 国庆节
day=2026-10-03 off 国庆节
day=2026-10-04 off 国庆节
day=2026-10-05 off 国庆节
day=2026-10-06 off 国庆节
day=2026-10-07 off 国庆节
day=2026-10-10 work 国庆节
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'design', 1, 0, 'name=规划设计
name_en=Planning and design
order=14
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'design.capacity', 1, 0, 'name=运能不足
name_en=Too little capacity
parent=design
order=15
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'design.layout', 1, 0, 'name=布局与导向
name_en=Layout and signs
parent=design
order=16
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'equipment', 1, 0, 'name=设备原因
name_en=Equipment
order=5
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'equipment.ageing', 1, 0, 'name=设备老化
name_en=Ageing equipment
parent=equipment
order=7
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'equipment.fault', 1, 0, 'name=设备故障
name_en=Equipment fault
parent=equipment
order=6
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'equipment.missing', 1, 0, 'name=设施不足
name_en=Missing or too few facilities
parent=equipment
order=8
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'management', 1, 0, 'name=管理原因
name_en=Management
order=9
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'management.contractor', 1, 0, 'name=委外单位管理
name_en=Contractor
parent=management
order=12
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'management.information', 1, 0, 'name=信息发布不及时
name_en=Late or wrong information
parent=management
order=13
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'management.maintenance', 1, 0, 'name=维保不到位
name_en=Poor maintenance
parent=management
order=11
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'management.poor', 1, 0, 'name=管理不善
name_en=Poor management
parent=management
order=10
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'outside', 1, 0, 'name=外部原因
name_en=Outside causes
order=20
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'outside.misunderstanding', 1, 0, 'name=乘客误解
name_en=Misunderstanding
parent=outside
order=23
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'outside.passenger', 1, 0, 'name=其他乘客行为
name_en=Conduct of other passengers
parent=outside
order=21
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'outside.weather', 1, 0, 'name=天气
name_en=Weather
parent=outside
order=22
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'rules', 1, 0, 'name=制度规定
name_en=Rules and fares
order=17
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'rules.fare', 1, 0, 'name=票价与票务规则
name_en=Fare rules
parent=rules
order=18
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'rules.security', 1, 0, 'name=安检规定
name_en=Security rules
parent=rules
order=19
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'staff', 1, 0, 'name=员工原因
name_en=Staff
order=1
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'staff.attitude', 1, 0, 'name=服务态度
name_en=Staff attitude
parent=staff
order=2
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'staff.discipline', 1, 0, 'name=违反纪律
name_en=Breach of discipline
parent=staff
order=4
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('cause', 'staff.skill', 1, 0, 'name=业务不熟
name_en=Lack of skill
parent=staff
order=3
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('change', 'administration', 1, 0, 'seq=1
at=1796100222705
role=system
user=system
change=add_user
subject=agent
with.role=agent
with.unit=centre
before=
', 1796100222705, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('change', 'administration', 2, 0, 'seq=2
at=1796100222861
role=system
user=system
change=add_user
subject=agent2
with.role=agent
with.unit=centre
before=b58155a952c38bb7de659830297a0c721a9ed94ceb58405c66707192ab7d2eef
', 1796100222861, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('change', 'administration', 3, 0, 'seq=3
at=1796100223012
role=system
user=system
change=add_user
subject=director
with.role=director
with.unit=centre
before=80d678629c665292093037a4f003dc39586ac867ba8628bebceca522e4eeae28
', 1796100223012, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('change', 'administration', 4, 0, 'seq=4
at=1796100223151
role=system
user=system
change=add_user
subject=desk
with.role=desk
with.unit=line1
before=154cddbae51b0a9eac7ac96aafd621f39e1028305f1b73039f863d67c66cd4e2
', 1796100223151, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('change', 'administration', 5, 0, 'seq=5
at=1796100223294
role=system
user=system
change=add_user
subject=it
with.role=sysadmin
before=0e32ea2aaf7245691b885c4ec37701750e73da6f5c9357672d1951e2a3730a8e
', 1796100223294, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('change', 'administration', 6, 0, 'seq=6
at=1796100223446
role=system
user=system
change=add_user
subject=audit
with.role=auditor
before=4ddca9be1e97d1e1e16c4939ce88d8550904f738470fa617e52e3fb19530ff2f
', 1796100223446, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('change_head', 'administration', 1, 0, 'seq=6
digest=7abb513ee67968ff0c6e642766a82026a57e52ba49af6c0fb54482c7d812e2da
', 1796100223446, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('change_pen', 'administration', 1, 0, '', 0, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('rule_book', 'default', 1, 17532, 'version=version=1\nvalid_from=2018-01-01\ntitle=客户投诉管理制度\nclock.register.ordinary=10min R3.4\nclock.register.serious=10min R3.4\nclock.register.urgent=10min R3.4\nclock.relay.ordinary=10min R3.4\nclock.relay.serious=10min R3.4\nclock.relay.urgent=10min R3.4\nclock.dispatch.ordinary=1wd R4.1\nclock.dispatch.serious=240min R4.1\nclock.dispatch.urgent=60min R4.1\nclock.opinion.ordinary=3wd R4.1\nclock.opinion.serious=2wd R4.1\nclock.opinion.urgent=1wd R4.1\nclock.review.ordinary=1wd R4.3\nclock.review.serious=1wd R4.3\nclock.review.urgent=240min R4.3\nclock.remedy.ordinary=1wd R4.3\nclock.remedy.serious=1wd R4.3\nclock.remedy.urgent=1wd R4.3\nclock.result.ordinary=1wd R4.5\nclock.result.serious=1wd R4.5\nclock.result.urgent=240min R4.5\nclock.feedback.ordinary=1wd R4.6\nclock.feedback.serious=1wd R4.6\nclock.feedback.urgent=240min R4.6\nclock.follow_up.ordinary=3wd R4.6\nclock.follow_up.serious=2wd R4.6\nclock.follow_up.urgent=1wd R4.6\nclock.reply.ordinary=5wd R4.6a\nclock.reply.serious=4wd R4.6a\nclock.reply.urgent=3wd R4.6a\nclock.on_site=5min R3.5\nfollow_up_attempts=3 R4.6\nreopen_days=30 R5.2\nrecurrence_days=90 R4.8\nretention_years=3 R10.3\nresult_reserve_days=2 R4.3\noldest_received_years=10 R3.3\ncontent_max=20000 R3.3\ntext_max=20000 R4.7\nsubject_max=120 R3.3\nname_max=80 R3.3\n
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('secret', 'lookup', 1, 0, 'a7417d9409ed6f6f3215358b04a94059a3fb6d99fdb7322d45cafb095ac09f94', 1796100222583, '');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('setting', 'operator', 1, 0, 'operator_name=临江轨道交通集团
operator_name_en=Linjiang Metro
zone=Asia/Shanghai
closing_minutes=0
attachment_max=20971520
attachments_max=20
passenger_attachments_max=6
attachment_type=image/jpeg
attachment_type=image/png
attachment_type=image/webp
attachment_type=image/gif
attachment_type=application/pdf
attachment_type=audio/mpeg
attachment_type=audio/x-wav
attachment_type=audio/mp4
attachment_type=video/mp4
attachment_type=text/plain
attachment_type=application/zip
attachment_type=application/vnd.openxmlformats-officedocument.wordprocessingml.document
attachment_type=application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
session_idle_minutes=120
session_hours=12
idempotency_hours=48
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'environment', 1, 0, 'name=环境卫生
name_en=Environment and hygiene
order=13
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'environment.station', 1, 0, 'name=车站环境
name_en=Station
parent=environment
order=14
keywords=卫生 厕所 卫生间 异味 臭 垃圾 积水 漏水 地面 脏 清扫
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'environment.train', 1, 0, 'name=车厢环境
name_en=Carriage
parent=environment
order=15
keywords=车厢 异味 垃圾 吸烟 吃东西 外放 脏 蟑螂 座位脏
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'facilities', 1, 0, 'name=设施设备
name_en=Facilities
order=6
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'facilities.lift', 1, 0, 'name=电梯扶梯
name_en=Lift and escalator
parent=facilities
order=9
keywords=电梯 扶梯 直梯 升降 停运 无障碍 轮椅 楼梯
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'facilities.station', 1, 0, 'name=车站设备
name_en=Station equipment
parent=facilities
order=7
keywords=自动售票机 售票机 显示屏 广播 导向 指示牌 卫生间门 照明 灯 座椅 站台 洗手 充电 直饮
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'facilities.train', 1, 0, 'name=列车设备
name_en=Train
parent=facilities
order=8
keywords=空调 列车 车厢 车门 报站 拉手 太冷 太热 噪音 晚点 延误 故障
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'other', 1, 0, 'name=其他
name_en=Other
order=16
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'other.management', 1, 0, 'name=管理问题
name_en=Management
parent=other
order=17
keywords=管理 制度 规定 收费 停车 商铺 施工 扰民 末班车 首班车 运营时间 换乘通道
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'other.rules', 1, 0, 'name=违规行为
name_en=Non-compliance
parent=other
order=18
keywords=违规 私自 徇私 收钱 睡觉 玩手机 脱岗 吸烟 辱骂
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'safety', 1, 0, 'name=安全管理
name_en=Safety management
order=10
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'safety.security_check', 1, 0, 'name=安检管理
name_en=Security check
parent=safety
order=11
keywords=安检 安检机 安检员 搜包 违禁 排长队 液体 开包
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'safety.train_equipment', 1, 0, 'name=列车安全设备
name_en=On-train safety equipment
parent=safety
order=12
keywords=灭火器 紧急 报警 逃生 安全锤 疏散 应急 冒烟 异响
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'service', 1, 0, 'name=服务质量
name_en=Service quality
order=1
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'service.boarding', 1, 0, 'name=乘降引导
name_en=Boarding guidance
parent=service
order=4
keywords=上车 下车 乘降 排队 引导 屏蔽门 关门 夹 拥挤 抢座 站务
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'service.consultation', 1, 0, 'name=客服咨询
name_en=Customer-service consultation
parent=service
order=5
keywords=咨询 热线 客服 电话 态度 不耐烦 回复 解释 失物
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'service.gate', 1, 0, 'name=检票服务
name_en=Ticket checking
parent=service
order=3
keywords=闸机 检票 刷码 进站 出站 刷卡 进不了 出不去 超时 逃票 补票
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('type', 'service.ticketing', 1, 0, 'name=售票服务
name_en=Ticketing
parent=service
order=2
keywords=售票 购票 买票 退票 充值 找零 票卡 单程票 交通卡 客服中心 发票 多扣 扣费 乘车码
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'centre', 1, 0, 'kind=centre
name=投诉处理中心
name_en=Complaint Centre
parent=service
order=3
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'cleaning', 1, 0, 'kind=unit
name=保洁管理中心
name_en=Cleaning Centre
parent=stations
order=26
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'climate', 1, 0, 'kind=unit
name=机电环控中心
name_en=Building Services and Climate Centre
parent=maintenance
order=19
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'company', 1, 0, 'kind=company
name=临江轨道交通集团
name_en=Linjiang Metro
order=1
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'construction', 1, 0, 'kind=department
name=建设管理公司
name_en=Construction Company
parent=company
order=28
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'control', 1, 0, 'kind=unit
name=线网调度指挥中心
name_en=Network Control Centre
parent=operations
order=13
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'digital', 1, 0, 'kind=department
name=信息化中心
name_en=Digital Services Centre
parent=company
order=22
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'environment', 1, 0, 'kind=department
name=环境保护部
name_en=Environment Department
parent=company
order=33
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'legal', 1, 0, 'kind=department
name=法务合约部
name_en=Legal Department
parent=company
order=32
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'lift', 1, 0, 'kind=unit
name=电扶梯管理中心
name_en=Lifts and Escalators Centre
parent=maintenance
order=18
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'line1', 1, 0, 'kind=unit
name=一号线运营中心
name_en=Line 1 Operation
parent=operations
order=5
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'line2', 1, 0, 'kind=unit
name=二号线运营中心
name_en=Line 2 Operation
parent=operations
order=6
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'line3', 1, 0, 'kind=unit
name=三号线运营中心
name_en=Line 3 Operation
parent=operations
order=7
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'line4', 1, 0, 'kind=unit
name=四号线运营中心
name_en=Line 4 Operation
parent=operations
order=8
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'line5', 1, 0, 'kind=unit
name=五号线运营中心
name_en=Line 5 Operation
parent=operations
order=9
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'line6', 1, 0, 'kind=unit
name=六号线运营中心
name_en=Line 6 Operation
parent=operations
order=10
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'maintenance', 1, 0, 'kind=department
name=设备设施部
name_en=Maintenance Department
parent=company
order=14
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'operations', 1, 0, 'kind=department
name=运营管理部
name_en=Operations Department
parent=company
order=4
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'personnel', 1, 0, 'kind=department
name=人力资源部
name_en=Personnel Department
parent=company
order=31
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'planning', 1, 0, 'kind=department
name=线网规划部
name_en=Network Planning Department
parent=company
order=29
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'power', 1, 0, 'kind=unit
name=供电中心
name_en=Power Supply Centre
parent=maintenance
order=17
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'property', 1, 0, 'kind=department
name=资源经营公司
name_en=Property and Retail Company
parent=company
order=27
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'publicity', 1, 0, 'kind=department
name=党群宣传部
name_en=Publicity Department
parent=company
order=30
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'rolling_stock', 1, 0, 'kind=unit
name=车辆中心
name_en=Rolling Stock Centre
parent=maintenance
order=15
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'safety', 1, 0, 'kind=department
name=安全监察部
name_en=Safety Supervision Department
parent=company
order=25
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'security', 1, 0, 'kind=department
name=安全保卫部
name_en=Security Department
parent=company
order=23
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'security_check', 1, 0, 'kind=unit
name=安检管理中心
name_en=Security Check Centre
parent=security
order=24
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'service', 1, 0, 'kind=department
name=客户服务部
name_en=Customer Service Department
parent=company
order=2
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'signalling', 1, 0, 'kind=unit
name=通信信号中心
name_en=Signalling and Communication Centre
parent=maintenance
order=16
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'stations', 1, 0, 'kind=department
name=站务管理部
name_en=Stations Department
parent=company
order=11
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'ticketing', 1, 0, 'kind=department
name=票务中心
name_en=Ticketing and Fare Collection Centre
parent=company
order=21
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'track', 1, 0, 'kind=unit
name=工务中心
name_en=Track and Structures Centre
parent=maintenance
order=20
', 1796100222579, 'system');
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('unit', 'train', 1, 0, 'kind=unit
name=乘务中心
name_en=Train Crew Centre
parent=operations
order=12
', 1796100222579, 'system');
INSERT INTO reference_state (id, version) VALUES (1, 116);
INSERT INTO person (name, role, unit, display_name, password_hash, must_change, disabled, changed_at) VALUES ('agent', 'agent', 'centre', 'agent', '$argon2id$v=19$m=65536,t=2,p=1$DaSGJj3fbZ3W1C25WSOylw$UKM/r22DPB8h44dehSfE7R1lm4Hs8ZQkfYlgW8lklgs', 1, 0, 1796100222705);
INSERT INTO person (name, role, unit, display_name, password_hash, must_change, disabled, changed_at) VALUES ('agent2', 'agent', 'centre', 'agent2', '$argon2id$v=19$m=65536,t=2,p=1$Zlr8py9yBNAoaa9gHeVLtQ$ARv9ehXCApngMEW9IQuHmGX2hoOnkPbV9DloIlo1jPw', 1, 0, 1796100222861);
INSERT INTO person (name, role, unit, display_name, password_hash, must_change, disabled, changed_at) VALUES ('audit', 'auditor', '', 'audit', '$argon2id$v=19$m=65536,t=2,p=1$gtaybzVwAOK+bp3rWkWyyw$W0VQOagrkM/9S49H6iKf0eiI9fn7SmIl0RzkH57Wz0Q', 1, 0, 1796100223446);
INSERT INTO person (name, role, unit, display_name, password_hash, must_change, disabled, changed_at) VALUES ('desk', 'desk', 'line1', 'desk', '$argon2id$v=19$m=65536,t=2,p=1$3z2e10xAybIDKSP1BMrA0g$jAgJ3mq5K/cQN65iyM0HN3xt9dddfywi+uo36R4DAeM', 1, 0, 1796100223151);
INSERT INTO person (name, role, unit, display_name, password_hash, must_change, disabled, changed_at) VALUES ('director', 'director', 'centre', 'director', '$argon2id$v=19$m=65536,t=2,p=1$dFRcJGeYSCiWk9m4oGCA/A$tzKSEURe1jYsm+td90EsIwo9pvVIUCmhq2MHzKh2C9o', 1, 0, 1796100223012);
INSERT INTO person (name, role, unit, display_name, password_hash, must_change, disabled, changed_at) VALUES ('it', 'sysadmin', '', 'it', '$argon2id$v=19$m=65536,t=2,p=1$Q9ul470cNFJTFtzdF9waLw$GDShwJg6LO1fHC1lOgQnSzezWFvqs688+whztfkIXXY', 1, 0, 1796100223294);
INSERT INTO kept (kind, owner, key, body, updated_at) VALUES ('draft', 'agent', 'intake.1', '{"content":"草稿"}', 1796100224460);
