// src/core/api.ts
var e = class extends Error {
	status;
	code;
	detail;
	retryAfter;
	constructor(e, t, n, r = null) {
		super(n || `HTTP ${e}`), this.status = e, this.code = t, this.detail = n, this.retryAfter = r;
	}
};
function t(e) {
	return typeof e == "object" && !!e;
}
// src/core/types.ts
var n = {
	store: {
		tag: "rai-store-widget",
		global: "RaiStoreWidget"
	},
	channel: {
		tag: "rai-channel-widget",
		global: "RaiChannelWidget"
	},
	social: {
		tag: "rai-social-widget",
		global: "RaiSocialWidget"
	},
	milestone: {
		tag: "rai-milestone-widget",
		global: "RaiMilestoneWidget"
	},
	"currency-view": {
		tag: "rai-currency-widget",
		global: "RaiCurrencyWidget"
	},
	"referral-conditions": {
		tag: "rai-referral-widget",
		global: "RaiReferralWidget"
	},
	custom: {
		tag: "rai-custom-widget",
		global: "RaiCustomWidget"
	},
	leaderboard: {
		tag: "rai-leaderboard-widget",
		global: "RaiLeaderboardWidget"
	},
	streak: {
		tag: "rai-streak-widget",
		global: "RaiStreakWidget"
	},
	wheel: {
		tag: "rai-wheel-widget",
		global: "RaiWheelWidget"
	}
};
// src/core/url.ts
function r(e) {
	let t = a(e);
	return t && t.origin !== "null" ? t.origin : void 0;
}
function i() {
	let e = document.currentScript;
	return e instanceof HTMLScriptElement && r(e.src) || location.origin;
}
function a(e, t) {
	if (typeof e == "string" && e !== "") try {
		return new URL(e, t);
	} catch {
		return;
	}
}
// src/text/ar.ts
var o = {
	loading: "جارٍ التحميل…",
	retry: "إعادة المحاولة",
	close: "إغلاق",
	cancel: "إلغاء",
	copy: "نسخ",
	copied: "تم النسخ",
	failed: "حدث خطأ ما. يُرجى المحاولة مرة أخرى.",
	unreachable: "لا يوجد اتصال. تحقق من الشبكة وحاول مرة أخرى.",
	notAllowed: "هذا غير متاح لك.",
	notFound: "لم يعد هذا متاحًا.",
	conflict: "تعذر تنفيذ ذلك. أعد التحميل وحاول مرة أخرى.",
	tooMany: "محاولات كثيرة. انتظر قليلًا ثم حاول مرة أخرى.",
	signedOut: "سجّل الدخول إلى هذا الموقع لعرض المحتوى.",
	loginOver: "انتهت صلاحية هذا الرابط أو سبق استخدامه. سجّل الدخول مجددًا.",
	personalOnly: "سجّل الدخول إلى هذا الموقع لعرض بياناتك.",
	member: "عضو {id}",
	you: "أنت",
	storeTitle: "المتجر",
	balance: "الرصيد",
	allCategories: "الكل",
	categories: "الفئات",
	products: "المنتجات",
	orders: "طلباتي",
	noProducts: "لا يوجد شيء معروض للبيع بعد.",
	noOrders: "لم تشترِ أي شيء بعد.",
	storeClosed: "المتجر مغلق.",
	buy: "شراء",
	buyNamed: "شراء {name}",
	buyFor: "شراء مقابل {price}",
	soldOut: "نفدت الكمية",
	stockLeft: "المتبقي: {n}",
	quantity: "الكمية",
	total: "الإجمالي",
	fullName: "الاسم الكامل",
	phone: "الهاتف",
	address: "العنوان",
	bought: "اكتملت عملية الشراء",
	buying: "جارٍ الشراء…",
	purchaseOpen: "تجري معالجة طلبك، وسيظهر في «طلباتي».",
	orderNumber: "الطلب {id}",
	yourCode: "الرمز الخاص بك",
	validUntil: "صالح حتى {date}",
	priceChanged: "تغيّر السعر. أعد تحميل المتجر لرؤيته.",
	outOfStock: "نفدت كمية هذا المنتج.",
	coinsMissing: "رصيدك غير كافٍ.",
	memberLimit: "بلغت الحد المسموح لهذا المنتج.",
	purchaseUndone: "لم تكتمل عملية الشراء، ولم يُخصم أي شيء.",
	signInToBuy: "سجّل الدخول إلى هذا الموقع للشراء.",
	reducedFrom: "مخفّض من {price}",
	channelTitle: "القناة",
	messages: "الرسائل",
	noMessages: "لا توجد رسائل بعد.",
	writeMessage: "اكتب رسالة",
	send: "إرسال",
	notSent: "لم تُرسل. {reason}",
	live: "مباشر",
	connecting: "جارٍ الاتصال…",
	reconnecting: "جارٍ إعادة الاتصال…",
	streamRefused: "التحديثات المباشرة متوقفة.",
	edited: "معدّلة",
	newMessage: "رسالة جديدة من {name}",
	react: "تفاعل",
	reactWith: "تفاعل بـ {emoji}",
	reactions: "{emoji}: {n}",
	image: "صورة {n}",
	leaderboardTitle: "لوحة الصدارة",
	rank: "الترتيب",
	name: "الاسم",
	score: "النقاط",
	leaderboard: "لوحة الصدارة",
	period: "الفترة",
	allTime: "كل الأوقات",
	daily: "اليوم",
	weekly: "هذا الأسبوع",
	monthly: "هذا الشهر",
	yearly: "هذا العام",
	noLeaderboards: "لا توجد لوحة صدارة بعد.",
	noRanks: "لا يوجد أحد في الترتيب بعد.",
	yourRank: "ترتيبك: {rank} من {total}",
	aroundYou: "حول ترتيبك",
	streakTitle: "سلسلة الأيام",
	noStreaks: "لا توجد سلسلة بعد.",
	days: "أيام متتالية: {n}",
	weeks: "أسابيع متتالية: {n}",
	months: "أشهر متتالية: {n}",
	longest: "الأطول: {n}",
	freezes: "مرات التجميد: {n}",
	useFreeze: "استخدام التجميد",
	freezeUsed: "تم استخدام التجميد. سلسلتك في أمان.",
	todayCounted: "اليوم محسوب بالفعل.",
	todayOpen: "أنجزها اليوم للحفاظ على سلسلتك.",
	wheelTitle: "عجلة الحظ",
	spins: "المحاولات المتبقية: {n}",
	spin: "أدر العجلة",
	spinning: "العجلة تدور…",
	youWon: "ربحت: {prize}",
	noSpins: "لم تتبقَّ لديك محاولات.",
	wheelClosed: "العجلة غير متاحة.",
	prizes: "الجوائز",
	fairness: "تحقق من نزاهة السحب",
	commitment: "الالتزام",
	serverSeed: "بذرة الخادم",
	clientSeed: "بذرتك",
	draw: "السحب",
	proofGood: "بذرة الخادم تطابق الالتزام الذي عُرض قبل السحب.",
	proofBad: "بذرة الخادم لا تطابق الالتزام.",
	proofUnchecked: "يمكن لهذا المتصفح التحقق من السحب في الصفحات الآمنة فقط.",
	currencyTitle: "الأرصدة",
	coins: "العملات",
	premium: "العملات المميزة",
	xp: "نقاط الخبرة",
	pending: "قيد الانتظار: {n}",
	expiring: "تنتهي قريبًا",
	expiresOn: "{amount} في {date}",
	history: "السجل",
	noHistory: "لا يوجد شيء هنا بعد.",
	more: "عرض المزيد",
	tier: "المستوى: {name}",
	toNextTier: "{xp} نقطة خبرة حتى {name}",
	milestoneTitle: "الإنجازات",
	noMilestones: "لا توجد إنجازات بعد.",
	progressOf: "{progress} من {target}",
	reachedOn: "تحقق في {date}",
	referralTitle: "ادعُ أصدقاءك",
	inviteLink: "رابط الدعوة الخاص بك",
	inviteCode: "رمز الدعوة الخاص بك",
	referred: "المدعوون",
	inProgress: "قيد التقدم",
	completed: "مكتمل",
	coinsEarned: "العملات المكتسبة",
	xpEarned: "نقاط الخبرة المكتسبة",
	friends: "أصدقاؤك",
	noFriends: "لم ينضم أحد عبر رابطك بعد.",
	joinedOn: "انضم في {date}",
	noInvite: "ليس لديك رابط دعوة بعد.",
	socialTitle: "تابعنا",
	noLinks: "لم تُضبط أي صفحات اجتماعية.",
	opensNewTab: "يُفتح في علامة تبويب جديدة",
	customTitle: "المحتوى",
	noPage: "لم تُضبط أي صفحة لهذه الأداة.",
	unit_coins: "عملات",
	unit_premium: "عملات مميزة",
	unit_xp: "نقاط خبرة",
	unit_spins: "محاولات",
	unit_freezes: "مرات تجميد",
	unit_messages: "رسائل",
	unit_replies: "ردود",
	unit_reactions: "تفاعلات",
	unit_visits: "زيارات",
	unit_timeSpent: "ثوانٍ",
	source_store: "المتجر",
	source_wheel: "العجلة",
	source_rule: "مكافأة",
	source_badge: "وسام",
	source_adjustment: "تعديل",
	source_expiry: "انتهت الصلاحية",
	source_other: "قيد"
}, s = {
	loading: "Loading…",
	retry: "Try again",
	close: "Close",
	cancel: "Cancel",
	copy: "Copy",
	copied: "Copied",
	failed: "Something went wrong. Please try again.",
	unreachable: "No connection. Check your network and try again.",
	notAllowed: "This is not available to you.",
	notFound: "This is no longer available.",
	conflict: "This could not be done. Reload and try again.",
	tooMany: "Too many attempts. Wait a moment and try again.",
	signedOut: "Sign in on this site to see this.",
	loginOver: "This link has expired or was used already. Sign in again.",
	personalOnly: "Sign in on this site to see your own data.",
	member: "Member {id}",
	you: "You",
	storeTitle: "Store",
	balance: "Balance",
	allCategories: "All",
	categories: "Categories",
	products: "Products",
	orders: "My orders",
	noProducts: "There is nothing for sale yet.",
	noOrders: "You have not bought anything yet.",
	storeClosed: "The store is closed.",
	buy: "Buy",
	buyNamed: "Buy {name}",
	buyFor: "Buy for {price}",
	soldOut: "Sold out",
	stockLeft: "Left: {n}",
	quantity: "Quantity",
	total: "Total",
	fullName: "Full name",
	phone: "Phone",
	address: "Address",
	bought: "Purchase complete",
	buying: "Buying…",
	purchaseOpen: "Your purchase is being processed. It will appear in “My orders”.",
	orderNumber: "Order {id}",
	yourCode: "Your code",
	validUntil: "Valid until {date}",
	priceChanged: "The price has changed. Reload the store to see it.",
	outOfStock: "This product is sold out.",
	coinsMissing: "Your balance is too low.",
	memberLimit: "You have reached the limit for this product.",
	purchaseUndone: "The purchase was not completed. Nothing was charged.",
	signInToBuy: "Sign in on this site to buy.",
	reducedFrom: "Reduced from {price}",
	channelTitle: "Channel",
	messages: "Messages",
	noMessages: "No messages yet.",
	writeMessage: "Write a message",
	send: "Send",
	notSent: "Not sent. {reason}",
	live: "Live",
	connecting: "Connecting…",
	reconnecting: "Reconnecting…",
	streamRefused: "Live updates are off.",
	edited: "edited",
	newMessage: "New message from {name}",
	react: "React",
	reactWith: "React with {emoji}",
	reactions: "{emoji}: {n}",
	image: "Image {n}",
	leaderboardTitle: "Leaderboard",
	rank: "Rank",
	name: "Name",
	score: "Score",
	leaderboard: "Leaderboard",
	period: "Period",
	allTime: "All time",
	daily: "Today",
	weekly: "This week",
	monthly: "This month",
	yearly: "This year",
	noLeaderboards: "There is no leaderboard yet.",
	noRanks: "Nobody is ranked yet.",
	yourRank: "Your rank: {rank} of {total}",
	aroundYou: "Around you",
	streakTitle: "Streaks",
	noStreaks: "There is no streak yet.",
	days: "Days in a row: {n}",
	weeks: "Weeks in a row: {n}",
	months: "Months in a row: {n}",
	longest: "Longest: {n}",
	freezes: "Freezes: {n}",
	useFreeze: "Use a freeze",
	freezeUsed: "Freeze used. Your streak is safe.",
	todayCounted: "Today counts already.",
	todayOpen: "Do it today to keep your streak.",
	wheelTitle: "Wheel",
	spins: "Spins left: {n}",
	spin: "Spin",
	spinning: "Spinning…",
	youWon: "You won: {prize}",
	noSpins: "You have no spins left.",
	wheelClosed: "The wheel is not available.",
	prizes: "Prizes",
	fairness: "Check that the draw was fair",
	commitment: "Commitment",
	serverSeed: "Server seed",
	clientSeed: "Your seed",
	draw: "Draw",
	proofGood: "The server seed matches the commitment that was shown before the spin.",
	proofBad: "The server seed does not match the commitment.",
	proofUnchecked: "This browser can check the draw on secure pages only.",
	currencyTitle: "Balances",
	coins: "Coins",
	premium: "Premium",
	xp: "XP",
	pending: "Pending: {n}",
	expiring: "Expiring soon",
	expiresOn: "{amount} on {date}",
	history: "History",
	noHistory: "Nothing here yet.",
	more: "Show more",
	tier: "Tier: {name}",
	toNextTier: "{xp} XP to {name}",
	milestoneTitle: "Milestones",
	noMilestones: "There are no milestones yet.",
	progressOf: "{progress} of {target}",
	reachedOn: "Reached on {date}",
	referralTitle: "Invite friends",
	inviteLink: "Your invite link",
	inviteCode: "Your invite code",
	referred: "Invited",
	inProgress: "In progress",
	completed: "Completed",
	coinsEarned: "Coins earned",
	xpEarned: "XP earned",
	friends: "Your friends",
	noFriends: "Nobody has joined with your link yet.",
	joinedOn: "Joined on {date}",
	noInvite: "You have no invite link yet.",
	socialTitle: "Follow us",
	noLinks: "No social pages are configured.",
	opensNewTab: "opens in a new tab",
	customTitle: "Content",
	noPage: "No page is configured for this widget.",
	unit_coins: "coins",
	unit_premium: "premium",
	unit_xp: "XP",
	unit_spins: "spins",
	unit_freezes: "freezes",
	unit_messages: "messages",
	unit_replies: "replies",
	unit_reactions: "reactions",
	unit_visits: "visits",
	unit_timeSpent: "seconds",
	source_store: "Store",
	source_wheel: "Wheel",
	source_rule: "Reward",
	source_badge: "Badge",
	source_adjustment: "Adjustment",
	source_expiry: "Expired",
	source_other: "Booking"
}, c = {
	en: s,
	ar: o
}, l = /* @__PURE__ */ new Set(["ar"]), u = {
	price_changed: "priceChanged",
	out_of_stock: "outOfStock",
	coins_missing: "coinsMissing",
	member_limit: "memberLimit",
	store_closed: "storeClosed",
	product_archived: "notFound",
	purchase_undone: "purchaseUndone"
}, d = {
	0: "unreachable",
	401: "notAllowed",
	403: "notAllowed",
	404: "notFound",
	409: "conflict",
	429: "tooMany"
}, f = class {
	language;
	direction;
	texts;
	locale;
	constructor(e) {
		this.locale = p(e || document.documentElement.lang || navigator.language);
		let t = this.locale.split("-")[0]?.toLowerCase() ?? "en";
		this.language = t in c ? t : "en", this.texts = c[this.language] ?? s, this.direction = l.has(this.language) ? "rtl" : "ltr";
	}
	of(e, t = {}) {
		return this.texts[e].replace(/\{(\w+)\}/g, (e, n) => {
			let r = t[n];
			return r === void 0 ? e : typeof r == "number" ? this.number(r) : r;
		});
	}
	unit(e) {
		return this.texts[`unit_${e}`] ?? e;
	}
	source(e) {
		return this.texts[`source_${e}`] ?? this.texts.source_other;
	}
	signed(e) {
		return new Intl.NumberFormat(this.formats(), { signDisplay: "always" }).format(e);
	}
	number(e) {
		return new Intl.NumberFormat(this.formats()).format(e);
	}
	percent(e) {
		return new Intl.NumberFormat(this.formats(), {
			style: "percent",
			maximumFractionDigits: 1
		}).format(e);
	}
	date(e) {
		return this.time(e, { dateStyle: "medium" });
	}
	dateAndTime(e) {
		return this.time(e, {
			dateStyle: "medium",
			timeStyle: "short"
		});
	}
	failure(t) {
		if (!(t instanceof e)) return this.of("failed");
		let n = u[t.code] ?? d[t.status] ?? "failed";
		return this.of(n);
	}
	time(e, t) {
		let n = new Date(e);
		return Number.isNaN(n.getTime()) ? "" : new Intl.DateTimeFormat(this.formats(), t).format(n);
	}
	formats() {
		return this.locale.toLowerCase().startsWith(this.language) ? this.locale : this.language;
	}
};
function p(e) {
	try {
		return Intl.getCanonicalLocales(e)[0] ?? "en";
	} catch {
		return "en";
	}
}
// src/embed/bundles.ts
var m = /* @__PURE__ */ new Map();
async function h(e, t, r, i) {
	let a = n[e].global;
	if (!g(a)) {
		let e = m.get(t);
		e || m.set(t, e = _(t)), await e;
	}
	let o = g(a);
	if (!o) throw Error(`rai: ${t} does not define ${a}`);
	return o.mount(r, i);
}
function g(e) {
	return globalThis[e];
}
function _(e) {
	return new Promise((t, n) => {
		let r = document.createElement("script");
		r.src = e, r.onload = () => t(), r.onerror = () => {
			m.delete(e), r.remove(), n(/* @__PURE__ */ Error(`rai: ${e} cannot be loaded`));
		}, document.head.append(r);
	});
}
// src/embed/protocol.ts
var v = "RETURNINGAI_WIDGET_REQUEST_TOKEN", y = "REGULARS_WIDGET_READY", b = "REGULARS_WIDGET_HEIGHT", x = "REGULARS_WIDGET_ERROR", S = "REGULARS_WIDGET_EVENT";
function C(e, n, r) {
	return !n || e.source !== n || !r.includes(e.origin) ? null : t(e.data) && typeof e.data.type == "string" ? e.data : null;
}
function w(e, n) {
	if (e.type !== "RETURNINGAI_WIDGET_TOKEN" && e.type !== "RETURNINGAI_WIDGET_REFRESH") return null;
	let r = t(e.payload) ? e.payload : e, i = r.widgetId;
	if (i !== void 0 && !n.includes(String(i))) return null;
	let a = e.value, o = r.token ?? (t(a) ? a.token : a);
	return typeof o == "string" && o !== "" ? o : null;
}
// src/embed/frame.ts
var T = 1e4, E = class {
	origins;
	addressees;
	self;
	waiting = [];
	mounted = null;
	constructor(e, t, n = window) {
		this.origins = e, this.addressees = t, this.self = n, n.addEventListener("message", (e) => this.receive(e));
	}
	requestToken() {
		return this.self.parent === this.self ? Promise.reject(/* @__PURE__ */ Error("not embedded")) : new Promise((e, t) => {
			this.waiting.push(e), setTimeout(() => t(/* @__PURE__ */ Error("no token")), T), this.tell(v);
		});
	}
	attach(e, t) {
		this.mounted = e, t.addEventListener("rai-ready", () => this.tell(y)), t.addEventListener("rai-error", () => this.tell(x));
		for (let e of ["rai-purchase", "rai-spin"]) t.addEventListener(e, (t) => this.tell(S, {
			name: e,
			detail: t.detail
		}));
		new ResizeObserver(() => this.tell(b, { height: t.scrollHeight })).observe(t);
	}
	receive(e) {
		let t = C(e, this.self.parent, this.origins);
		if (!t || this.self.parent === this.self) return;
		let n = w(t, this.addressees);
		if (n) {
			let e = this.waiting;
			this.waiting = [], e.forEach((e) => e(n)), e.length === 0 && this.mounted?.setToken(n);
		} else t.type === "REGULARS_WIDGET_THEME" && (t.theme === "light" || t.theme === "dark") && this.mounted?.setTheme(t.theme);
	}
	tell(e, t = {}) {
		if (this.self.parent !== this.self) for (let n of this.parentOrigins()) this.self.parent.postMessage({
			type: e,
			widgetId: this.addressees[0],
			...t
		}, n);
	}
	parentOrigins() {
		let e = this.self.location.ancestorOrigins?.[0] ?? r(this.self.document.referrer);
		return e === void 0 ? this.origins : this.origins.filter((t) => t === e);
	}
}, D = /* @__PURE__ */ new Set([
	"theme",
	"language",
	"widget-id",
	"community-id",
	"channel-id",
	"widget-type"
]);
function O(e) {
	let t = {};
	for (let [n, r] of Object.entries(e)) {
		let e = n.replace(/^data-/, "").replace(/[A-Z]/g, (e) => `-${e.toLowerCase()}`);
		!D.has(e) && r != null && r !== "" && (t[`data-${e}`] = String(r));
	}
	return t;
}
async function k(e, t, n, r) {
	return A(await (await fetch(`${e}/widget/${encodeURIComponent(t)}/attributes`, {
		method: "POST",
		headers: {
			"Content-Type": "application/json",
			Accept: "application/json"
		},
		body: JSON.stringify(n ? {
			widgetId: n,
			...r
		} : r),
		credentials: "omit"
	})).json().catch(() => null));
}
function A(e) {
	let n = t(e) && t(e.data) ? e.data : e;
	if (!t(n)) return "";
	let r = n.token ?? n.embedToken ?? n.accessToken;
	return typeof r == "string" ? r : "";
}
// src/embed/page.ts
var j = new URL(".", import.meta.url || `${i()}/widget/assets/`).href;
async function M(e, t) {
	if (t.type === "member") return P(e, t);
	await N(e, t);
}
async function N(e, t) {
	let n = new E(t.origins ?? [], [t.widgetId, t.communityId]), r = new URLSearchParams(location.search), i = O({
		...t.identity,
		...Object.fromEntries(r)
	}), a = await I(e, t, {
		requestToken: t.auth === "attribute" ? () => k(t.apiUrl ?? "", t.communityId ?? "", t.widgetId, i) : () => n.requestToken(),
		token: t.session ?? void 0,
		theme: L(r.get("theme") ?? t.theme),
		language: r.get("language") ?? t.language,
		channelId: r.get("channelId") ?? t.channelId
	});
	n.attach(a, e);
}
async function P(e, t) {
	let n = t.session ?? await F(t.login);
	if (n) for (let r of t.widgets ?? []) {
		let i = e.appendChild(document.createElement("div")), a = {
			token: n,
			theme: L(t.theme ?? "auto"),
			language: t.language
		};
		await I(i, {
			...r,
			auth: void 0
		}, a);
	}
	else {
		let n = new f(t.language), r = document.createElement("p");
		r.setAttribute("role", "alert"), r.lang = n.language, r.dir = n.direction, r.textContent = n.of("loginOver"), e.append(r);
	}
}
async function F(e) {
	if (!e) return "";
	let t = await fetch(e.url, {
		method: e.method,
		headers: { Accept: "application/json" }
	});
	return t.ok ? A(await t.json().catch(() => null)) : "";
}
function I(e, t, r) {
	if (!(t.type in n)) throw Error(`rai: unknown type ${t.type}`);
	let i = t.type, { widgetId: a, communityId: o, channelId: s, leaderboardId: c, apiUrl: l, auth: u, url: d, links: f, name: p } = R(t), m = {
		widgetId: a,
		communityId: o,
		channelId: s,
		leaderboardId: c,
		apiUrl: l,
		auth: u,
		url: d,
		links: f,
		name: p
	};
	return h(i, `${j}${i}.js`, e, {
		...m,
		...R(r)
	});
}
function L(e) {
	return e === "dark" || e === "auto" ? e : "light";
}
function R(e) {
	return Object.fromEntries(Object.entries(e).filter(([, e]) => e != null));
}
var z = document.getElementById("regulars-widget"), B = JSON.parse(document.getElementById("regulars-config")?.textContent ?? "null");
if (z && t(B)) {
	let e = new CSSStyleSheet();
	e.replaceSync("body { margin: 0 } #regulars-widget { max-inline-size: 1120px; margin-inline: auto }"), document.adoptedStyleSheets = [...document.adoptedStyleSheets, e], await M(z, B);
}
export { M as showPage };
