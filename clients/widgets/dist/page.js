/*! with lit, Copyright Google LLC, BSD-3-Clause: lit-LICENSE.txt */
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
	loading: "\u062c\u0627\u0631\u064d \u0627\u0644\u062a\u062d\u0645\u064a\u0644\u2026",
	retry: "\u0625\u0639\u0627\u062f\u0629 \u0627\u0644\u0645\u062d\u0627\u0648\u0644\u0629",
	close: "\u0625\u063a\u0644\u0627\u0642",
	cancel: "\u0625\u0644\u063a\u0627\u0621",
	copy: "\u0646\u0633\u062e",
	copied: "\u062a\u0645 \u0627\u0644\u0646\u0633\u062e",
	copyYourself: "\u062a\u0645 \u0627\u0644\u062a\u062d\u062f\u064a\u062f. \u0627\u0646\u0633\u062e\u0647 \u0628\u0644\u0648\u062d\u0629 \u0627\u0644\u0645\u0641\u0627\u062a\u064a\u062d.",
	failed: "\u062d\u062f\u062b \u062e\u0637\u0623 \u0645\u0627. \u064a\u064f\u0631\u062c\u0649 \u0627\u0644\u0645\u062d\u0627\u0648\u0644\u0629 \u0645\u0631\u0629 \u0623\u062e\u0631\u0649.",
	unreachable: "\u0644\u0627 \u064a\u0648\u062c\u062f \u0627\u062a\u0635\u0627\u0644. \u062a\u062d\u0642\u0642 \u0645\u0646 \u0627\u0644\u0634\u0628\u0643\u0629 \u0648\u062d\u0627\u0648\u0644 \u0645\u0631\u0629 \u0623\u062e\u0631\u0649.",
	notAllowed: "\u0647\u0630\u0627 \u063a\u064a\u0631 \u0645\u062a\u0627\u062d \u0644\u0643.",
	notFound: "\u0644\u0645 \u064a\u0639\u062f \u0647\u0630\u0627 \u0645\u062a\u0627\u062d\u064b\u0627.",
	conflict: "\u062a\u0639\u0630\u0631 \u062a\u0646\u0641\u064a\u0630 \u0630\u0644\u0643. \u0623\u0639\u062f \u0627\u0644\u062a\u062d\u0645\u064a\u0644 \u0648\u062d\u0627\u0648\u0644 \u0645\u0631\u0629 \u0623\u062e\u0631\u0649.",
	tooMany: "\u0645\u062d\u0627\u0648\u0644\u0627\u062a \u0643\u062b\u064a\u0631\u0629. \u0627\u0646\u062a\u0638\u0631 \u0642\u0644\u064a\u0644\u064b\u0627 \u062b\u0645 \u062d\u0627\u0648\u0644 \u0645\u0631\u0629 \u0623\u062e\u0631\u0649.",
	signedOut: "\u0633\u062c\u0651\u0644 \u0627\u0644\u062f\u062e\u0648\u0644 \u0625\u0644\u0649 \u0647\u0630\u0627 \u0627\u0644\u0645\u0648\u0642\u0639 \u0644\u0639\u0631\u0636 \u0627\u0644\u0645\u062d\u062a\u0648\u0649.",
	loginOver: "\u0627\u0646\u062a\u0647\u062a \u0635\u0644\u0627\u062d\u064a\u0629 \u0647\u0630\u0627 \u0627\u0644\u0631\u0627\u0628\u0637 \u0623\u0648 \u0633\u0628\u0642 \u0627\u0633\u062a\u062e\u062f\u0627\u0645\u0647. \u0633\u062c\u0651\u0644 \u0627\u0644\u062f\u062e\u0648\u0644 \u0645\u062c\u062f\u062f\u064b\u0627.",
	personalOnly: "\u0633\u062c\u0651\u0644 \u0627\u0644\u062f\u062e\u0648\u0644 \u0625\u0644\u0649 \u0647\u0630\u0627 \u0627\u0644\u0645\u0648\u0642\u0639 \u0644\u0639\u0631\u0636 \u0628\u064a\u0627\u0646\u0627\u062a\u0643.",
	member: "\u0639\u0636\u0648 {id}",
	you: "\u0623\u0646\u062a",
	storeTitle: "\u0627\u0644\u0645\u062a\u062c\u0631",
	balance: "\u0627\u0644\u0631\u0635\u064a\u062f",
	allCategories: "\u0627\u0644\u0643\u0644",
	categories: "\u0627\u0644\u0641\u0626\u0627\u062a",
	products: "\u0627\u0644\u0645\u0646\u062a\u062c\u0627\u062a",
	orders: "\u0637\u0644\u0628\u0627\u062a\u064a",
	noProducts: "\u0644\u0627 \u064a\u0648\u062c\u062f \u0634\u064a\u0621 \u0645\u0639\u0631\u0648\u0636 \u0644\u0644\u0628\u064a\u0639 \u0628\u0639\u062f.",
	noOrders: "\u0644\u0645 \u062a\u0634\u062a\u0631\u0650 \u0623\u064a \u0634\u064a\u0621 \u0628\u0639\u062f.",
	storeClosed: "\u0627\u0644\u0645\u062a\u062c\u0631 \u0645\u063a\u0644\u0642.",
	buy: "\u0634\u0631\u0627\u0621",
	buyNamed: "\u0634\u0631\u0627\u0621 {name}",
	buyFor: "\u0634\u0631\u0627\u0621 \u0645\u0642\u0627\u0628\u0644 {price}",
	soldOut: "\u0646\u0641\u062f\u062a \u0627\u0644\u0643\u0645\u064a\u0629",
	stockLeft: "\u0627\u0644\u0645\u062a\u0628\u0642\u064a: {n}",
	quantity: "\u0627\u0644\u0643\u0645\u064a\u0629",
	total: "\u0627\u0644\u0625\u062c\u0645\u0627\u0644\u064a",
	fullName: "\u0627\u0644\u0627\u0633\u0645 \u0627\u0644\u0643\u0627\u0645\u0644",
	phone: "\u0627\u0644\u0647\u0627\u062a\u0641",
	address: "\u0627\u0644\u0639\u0646\u0648\u0627\u0646",
	bought: "\u0627\u0643\u062a\u0645\u0644\u062a \u0639\u0645\u0644\u064a\u0629 \u0627\u0644\u0634\u0631\u0627\u0621",
	buying: "\u062c\u0627\u0631\u064d \u0627\u0644\u0634\u0631\u0627\u0621\u2026",
	purchaseOpen: "\u062a\u062c\u0631\u064a \u0645\u0639\u0627\u0644\u062c\u0629 \u0637\u0644\u0628\u0643\u060c \u0648\u0633\u064a\u0638\u0647\u0631 \u0641\u064a \u00ab\u0637\u0644\u0628\u0627\u062a\u064a\u00bb.",
	orderNumber: "\u0627\u0644\u0637\u0644\u0628 {id}",
	yourCode: "\u0627\u0644\u0631\u0645\u0632 \u0627\u0644\u062e\u0627\u0635 \u0628\u0643",
	validUntil: "\u0635\u0627\u0644\u062d \u062d\u062a\u0649 {date}",
	priceChanged: "\u062a\u063a\u064a\u0651\u0631 \u0627\u0644\u0633\u0639\u0631. \u0623\u0639\u062f \u062a\u062d\u0645\u064a\u0644 \u0627\u0644\u0645\u062a\u062c\u0631 \u0644\u0631\u0624\u064a\u062a\u0647.",
	outOfStock: "\u0646\u0641\u062f\u062a \u0643\u0645\u064a\u0629 \u0647\u0630\u0627 \u0627\u0644\u0645\u0646\u062a\u062c.",
	coinsMissing: "\u0631\u0635\u064a\u062f\u0643 \u063a\u064a\u0631 \u0643\u0627\u0641\u064d.",
	memberLimit: "\u0628\u0644\u063a\u062a \u0627\u0644\u062d\u062f \u0627\u0644\u0645\u0633\u0645\u0648\u062d \u0644\u0647\u0630\u0627 \u0627\u0644\u0645\u0646\u062a\u062c.",
	purchaseUndone: "\u0644\u0645 \u062a\u0643\u062a\u0645\u0644 \u0639\u0645\u0644\u064a\u0629 \u0627\u0644\u0634\u0631\u0627\u0621\u060c \u0648\u0644\u0645 \u064a\u064f\u062e\u0635\u0645 \u0623\u064a \u0634\u064a\u0621.",
	signInToBuy: "\u0633\u062c\u0651\u0644 \u0627\u0644\u062f\u062e\u0648\u0644 \u0625\u0644\u0649 \u0647\u0630\u0627 \u0627\u0644\u0645\u0648\u0642\u0639 \u0644\u0644\u0634\u0631\u0627\u0621.",
	reducedFrom: "\u0645\u062e\u0641\u0651\u0636 \u0645\u0646 {price}",
	channelTitle: "\u0627\u0644\u0642\u0646\u0627\u0629",
	messages: "\u0627\u0644\u0631\u0633\u0627\u0626\u0644",
	noMessages: "\u0644\u0627 \u062a\u0648\u062c\u062f \u0631\u0633\u0627\u0626\u0644 \u0628\u0639\u062f.",
	writeMessage: "\u0627\u0643\u062a\u0628 \u0631\u0633\u0627\u0644\u0629",
	send: "\u0625\u0631\u0633\u0627\u0644",
	notSent: "\u0644\u0645 \u062a\u064f\u0631\u0633\u0644. {reason}",
	live: "\u0645\u0628\u0627\u0634\u0631",
	connecting: "\u062c\u0627\u0631\u064d \u0627\u0644\u0627\u062a\u0635\u0627\u0644\u2026",
	reconnecting: "\u062c\u0627\u0631\u064d \u0625\u0639\u0627\u062f\u0629 \u0627\u0644\u0627\u062a\u0635\u0627\u0644\u2026",
	streamRefused: "\u0627\u0644\u062a\u062d\u062f\u064a\u062b\u0627\u062a \u0627\u0644\u0645\u0628\u0627\u0634\u0631\u0629 \u0645\u062a\u0648\u0642\u0641\u0629.",
	edited: "\u0645\u0639\u062f\u0651\u0644\u0629",
	newMessage: "\u0631\u0633\u0627\u0644\u0629 \u062c\u062f\u064a\u062f\u0629 \u0645\u0646 {name}",
	react: "\u062a\u0641\u0627\u0639\u0644",
	reactWith: "\u062a\u0641\u0627\u0639\u0644 \u0628\u0640 {emoji}",
	image: "\u0635\u0648\u0631\u0629 {n}",
	leaderboardTitle: "\u0644\u0648\u062d\u0629 \u0627\u0644\u0635\u062f\u0627\u0631\u0629",
	rank: "\u0627\u0644\u062a\u0631\u062a\u064a\u0628",
	name: "\u0627\u0644\u0627\u0633\u0645",
	score: "\u0627\u0644\u0646\u0642\u0627\u0637",
	leaderboard: "\u0644\u0648\u062d\u0629 \u0627\u0644\u0635\u062f\u0627\u0631\u0629",
	period: "\u0627\u0644\u0641\u062a\u0631\u0629",
	allTime: "\u0643\u0644 \u0627\u0644\u0623\u0648\u0642\u0627\u062a",
	daily: "\u0627\u0644\u064a\u0648\u0645",
	weekly: "\u0647\u0630\u0627 \u0627\u0644\u0623\u0633\u0628\u0648\u0639",
	monthly: "\u0647\u0630\u0627 \u0627\u0644\u0634\u0647\u0631",
	yearly: "\u0647\u0630\u0627 \u0627\u0644\u0639\u0627\u0645",
	noLeaderboards: "\u0644\u0627 \u062a\u0648\u062c\u062f \u0644\u0648\u062d\u0629 \u0635\u062f\u0627\u0631\u0629 \u0628\u0639\u062f.",
	noRanks: "\u0644\u0627 \u064a\u0648\u062c\u062f \u0623\u062d\u062f \u0641\u064a \u0627\u0644\u062a\u0631\u062a\u064a\u0628 \u0628\u0639\u062f.",
	yourRank: "\u062a\u0631\u062a\u064a\u0628\u0643: {rank} \u0645\u0646 {total}",
	aroundYou: "\u062d\u0648\u0644 \u062a\u0631\u062a\u064a\u0628\u0643",
	streakTitle: "\u0633\u0644\u0633\u0644\u0629 \u0627\u0644\u0623\u064a\u0627\u0645",
	noStreaks: "\u0644\u0627 \u062a\u0648\u062c\u062f \u0633\u0644\u0633\u0644\u0629 \u0628\u0639\u062f.",
	days: "\u0623\u064a\u0627\u0645 \u0645\u062a\u062a\u0627\u0644\u064a\u0629: {n}",
	weeks: "\u0623\u0633\u0627\u0628\u064a\u0639 \u0645\u062a\u062a\u0627\u0644\u064a\u0629: {n}",
	months: "\u0623\u0634\u0647\u0631 \u0645\u062a\u062a\u0627\u0644\u064a\u0629: {n}",
	longest: "\u0627\u0644\u0623\u0637\u0648\u0644: {n}",
	freezes: "\u0645\u0631\u0627\u062a \u0627\u0644\u062a\u062c\u0645\u064a\u062f: {n}",
	useFreeze: "\u0627\u0633\u062a\u062e\u062f\u0627\u0645 \u0627\u0644\u062a\u062c\u0645\u064a\u062f",
	freezeUsed: "\u062a\u0645 \u0627\u0633\u062a\u062e\u062f\u0627\u0645 \u0627\u0644\u062a\u062c\u0645\u064a\u062f. \u0633\u0644\u0633\u0644\u062a\u0643 \u0641\u064a \u0623\u0645\u0627\u0646.",
	periodCounted: "\u0647\u0630\u0647 \u0627\u0644\u0641\u062a\u0631\u0629 \u0645\u062d\u0633\u0648\u0628\u0629 \u0628\u0627\u0644\u0641\u0639\u0644.",
	periodOpen: "\u0644\u0645 \u062a\u064f\u062d\u0633\u0628 \u0647\u0630\u0647 \u0627\u0644\u0641\u062a\u0631\u0629 \u0628\u0639\u062f.",
	wheelTitle: "\u0639\u062c\u0644\u0629 \u0627\u0644\u062d\u0638",
	spins: "\u0627\u0644\u0645\u062d\u0627\u0648\u0644\u0627\u062a \u0627\u0644\u0645\u062a\u0628\u0642\u064a\u0629: {n}",
	spin: "\u0623\u062f\u0631 \u0627\u0644\u0639\u062c\u0644\u0629",
	spinning: "\u0627\u0644\u0639\u062c\u0644\u0629 \u062a\u062f\u0648\u0631\u2026",
	youWon: "\u0631\u0628\u062d\u062a: {prize}",
	noSpins: "\u0644\u0645 \u062a\u062a\u0628\u0642\u064e\u0651 \u0644\u062f\u064a\u0643 \u0645\u062d\u0627\u0648\u0644\u0627\u062a.",
	wheelClosed: "\u0627\u0644\u0639\u062c\u0644\u0629 \u063a\u064a\u0631 \u0645\u062a\u0627\u062d\u0629.",
	prizes: "\u0627\u0644\u062c\u0648\u0627\u0626\u0632",
	fairness: "\u062a\u062d\u0642\u0642 \u0645\u0646 \u0646\u0632\u0627\u0647\u0629 \u0627\u0644\u0633\u062d\u0628",
	commitment: "\u0627\u0644\u0627\u0644\u062a\u0632\u0627\u0645",
	serverSeed: "\u0628\u0630\u0631\u0629 \u0627\u0644\u062e\u0627\u062f\u0645",
	clientSeed: "\u0628\u0630\u0631\u062a\u0643",
	draw: "\u0627\u0644\u0633\u062d\u0628",
	proofGood: "\u0628\u0630\u0631\u0629 \u0627\u0644\u062e\u0627\u062f\u0645 \u062a\u0637\u0627\u0628\u0642 \u0627\u0644\u0627\u0644\u062a\u0632\u0627\u0645 \u0627\u0644\u0630\u064a \u0639\u064f\u0631\u0636 \u0642\u0628\u0644 \u0627\u0644\u0633\u062d\u0628.",
	proofBad: "\u0628\u0630\u0631\u0629 \u0627\u0644\u062e\u0627\u062f\u0645 \u0644\u0627 \u062a\u0637\u0627\u0628\u0642 \u0627\u0644\u0627\u0644\u062a\u0632\u0627\u0645.",
	proofUnchecked: "\u064a\u0645\u0643\u0646 \u0644\u0647\u0630\u0627 \u0627\u0644\u0645\u062a\u0635\u0641\u062d \u0627\u0644\u062a\u062d\u0642\u0642 \u0645\u0646 \u0627\u0644\u0633\u062d\u0628 \u0641\u064a \u0627\u0644\u0635\u0641\u062d\u0627\u062a \u0627\u0644\u0622\u0645\u0646\u0629 \u0641\u0642\u0637.",
	currencyTitle: "\u0627\u0644\u0623\u0631\u0635\u062f\u0629",
	coins: "\u0627\u0644\u0639\u0645\u0644\u0627\u062a",
	premium: "\u0627\u0644\u0639\u0645\u0644\u0627\u062a \u0627\u0644\u0645\u0645\u064a\u0632\u0629",
	xp: "\u0646\u0642\u0627\u0637 \u0627\u0644\u062e\u0628\u0631\u0629",
	pending: "\u0642\u064a\u062f \u0627\u0644\u0627\u0646\u062a\u0638\u0627\u0631: {n}",
	expiring: "\u062a\u0646\u062a\u0647\u064a \u0642\u0631\u064a\u0628\u064b\u0627",
	expiresOn: "{amount} \u0641\u064a {date}",
	history: "\u0627\u0644\u0633\u062c\u0644",
	noHistory: "\u0644\u0627 \u064a\u0648\u062c\u062f \u0634\u064a\u0621 \u0647\u0646\u0627 \u0628\u0639\u062f.",
	more: "\u0639\u0631\u0636 \u0627\u0644\u0645\u0632\u064a\u062f",
	tier: "\u0627\u0644\u0645\u0633\u062a\u0648\u0649: {name}",
	toNextTier: "{xp} \u0646\u0642\u0637\u0629 \u062e\u0628\u0631\u0629 \u062d\u062a\u0649 {name}",
	milestoneTitle: "\u0627\u0644\u0625\u0646\u062c\u0627\u0632\u0627\u062a",
	noMilestones: "\u0644\u0627 \u062a\u0648\u062c\u062f \u0625\u0646\u062c\u0627\u0632\u0627\u062a \u0628\u0639\u062f.",
	progressOf: "{progress} \u0645\u0646 {target}",
	reachedOn: "\u062a\u062d\u0642\u0642 \u0641\u064a {date}",
	referralTitle: "\u0627\u062f\u0639\u064f \u0623\u0635\u062f\u0642\u0627\u0621\u0643",
	inviteLink: "\u0631\u0627\u0628\u0637 \u0627\u0644\u062f\u0639\u0648\u0629 \u0627\u0644\u062e\u0627\u0635 \u0628\u0643",
	inviteCode: "\u0631\u0645\u0632 \u0627\u0644\u062f\u0639\u0648\u0629 \u0627\u0644\u062e\u0627\u0635 \u0628\u0643",
	referred: "\u0627\u0644\u0645\u062f\u0639\u0648\u0648\u0646",
	inProgress: "\u0642\u064a\u062f \u0627\u0644\u062a\u0642\u062f\u0645",
	completed: "\u0645\u0643\u062a\u0645\u0644",
	coinsEarned: "\u0627\u0644\u0639\u0645\u0644\u0627\u062a \u0627\u0644\u0645\u0643\u062a\u0633\u0628\u0629",
	xpEarned: "\u0646\u0642\u0627\u0637 \u0627\u0644\u062e\u0628\u0631\u0629 \u0627\u0644\u0645\u0643\u062a\u0633\u0628\u0629",
	friends: "\u0623\u0635\u062f\u0642\u0627\u0624\u0643",
	noFriends: "\u0644\u0645 \u064a\u0646\u0636\u0645 \u0623\u062d\u062f \u0639\u0628\u0631 \u0631\u0627\u0628\u0637\u0643 \u0628\u0639\u062f.",
	joinedOn: "\u0627\u0646\u0636\u0645 \u0641\u064a {date}",
	noInvite: "\u0644\u064a\u0633 \u0644\u062f\u064a\u0643 \u0631\u0627\u0628\u0637 \u062f\u0639\u0648\u0629 \u0628\u0639\u062f.",
	socialTitle: "\u062a\u0627\u0628\u0639\u0646\u0627",
	noLinks: "\u0644\u0645 \u062a\u064f\u0636\u0628\u0637 \u0623\u064a \u0635\u0641\u062d\u0627\u062a \u0627\u062c\u062a\u0645\u0627\u0639\u064a\u0629.",
	opensNewTab: "\u064a\u064f\u0641\u062a\u062d \u0641\u064a \u0639\u0644\u0627\u0645\u0629 \u062a\u0628\u0648\u064a\u0628 \u062c\u062f\u064a\u062f\u0629",
	customTitle: "\u0627\u0644\u0645\u062d\u062a\u0648\u0649",
	noPage: "\u0644\u0645 \u062a\u064f\u0636\u0628\u0637 \u0623\u064a \u0635\u0641\u062d\u0629 \u0644\u0647\u0630\u0647 \u0627\u0644\u0623\u062f\u0627\u0629.",
	unit_coins: "\u0639\u0645\u0644\u0627\u062a",
	unit_premium: "\u0639\u0645\u0644\u0627\u062a \u0645\u0645\u064a\u0632\u0629",
	unit_xp: "\u0646\u0642\u0627\u0637 \u062e\u0628\u0631\u0629",
	unit_spins: "\u0645\u062d\u0627\u0648\u0644\u0627\u062a",
	unit_freezes: "\u0645\u0631\u0627\u062a \u062a\u062c\u0645\u064a\u062f",
	unit_messages: "\u0631\u0633\u0627\u0626\u0644",
	unit_replies: "\u0631\u062f\u0648\u062f",
	unit_reactions: "\u062a\u0641\u0627\u0639\u0644\u0627\u062a",
	unit_visits: "\u0632\u064a\u0627\u0631\u0627\u062a",
	unit_timeSpent: "\u062b\u0648\u0627\u0646\u064d",
	source_rewards: "\u0627\u0644\u0645\u062a\u062c\u0631",
	source_message: "\u0631\u0633\u0627\u0644\u0629",
	source_reply: "\u0631\u062f",
	source_reaction: "\u062a\u0641\u0627\u0639\u0644",
	source_visit: "\u0632\u064a\u0627\u0631\u0629",
	source_streak: "\u0633\u0644\u0633\u0644\u0629",
	source_milestone: "\u0625\u0646\u062c\u0627\u0632",
	source_referral: "\u062f\u0639\u0648\u0629",
	source_bulk: "\u0627\u0633\u062a\u064a\u0631\u0627\u062f",
	source_wheel: "\u0627\u0644\u0639\u062c\u0644\u0629",
	source_rule: "\u0645\u0643\u0627\u0641\u0623\u0629",
	source_badge: "\u0648\u0633\u0627\u0645",
	source_adjustment: "\u062a\u0639\u062f\u064a\u0644",
	source_expiry: "\u0627\u0646\u062a\u0647\u062a \u0627\u0644\u0635\u0644\u0627\u062d\u064a\u0629",
	source_other: "\u0642\u064a\u062f"
}, s = {
	loading: "Loading\u2026",
	retry: "Try again",
	close: "Close",
	cancel: "Cancel",
	copy: "Copy",
	copied: "Copied",
	copyYourself: "Selected. Copy it with your keyboard.",
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
	buying: "Buying\u2026",
	purchaseOpen: "Your purchase is being processed. It will appear in \u201cMy orders\u201d.",
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
	connecting: "Connecting\u2026",
	reconnecting: "Reconnecting\u2026",
	streamRefused: "Live updates are off.",
	edited: "edited",
	newMessage: "New message from {name}",
	react: "React",
	reactWith: "React with {emoji}",
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
	periodCounted: "This period counts already.",
	periodOpen: "Not counted yet in this period.",
	wheelTitle: "Wheel",
	spins: "Spins left: {n}",
	spin: "Spin",
	spinning: "Spinning\u2026",
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
	source_rewards: "Store",
	source_message: "Message",
	source_reply: "Reply",
	source_reaction: "Reaction",
	source_visit: "Visit",
	source_streak: "Streak",
	source_milestone: "Milestone",
	source_referral: "Invitation",
	source_bulk: "Import",
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
		body: JSON.stringify({
			...r,
			...n
		}),
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
var j = "\n  body { margin: 0 }\n  body:has([data-theme='dark']) { background: #17161f }\n  @media (prefers-color-scheme: dark) { body:has([data-theme='auto']) { background: #17161f } }\n  #regulars-widget { max-inline-size: 1120px; margin-inline: auto }\n", M = new URL(".", import.meta.url || `${i()}/widget/assets/`).href;
async function N(e, t) {
	if (t.type === "member") return F(e, t);
	await P(e, t);
}
async function P(e, t) {
	let n = new E(t.origins ?? [], [t.widgetId, t.communityId]), r = new URLSearchParams(location.search), i = O({
		...t.identity,
		...Object.fromEntries(r)
	}), a = await L(e, t, {
		requestToken: t.auth === "attribute" ? () => k(t.apiUrl ?? "", t.communityId ?? "", { widgetId: t.widgetId ?? "" }, i) : () => n.requestToken(),
		token: t.session ?? void 0,
		theme: R(r.get("theme") ?? t.theme),
		language: r.get("language") ?? t.language,
		channelId: r.get("channelId") ?? t.channelId
	});
	n.attach(a, e);
}
async function F(e, t) {
	let n = t.session ?? await I(t.login);
	if (!n) {
		let n = new f(t.language), r = document.createElement("p");
		r.setAttribute("role", "alert"), r.lang = n.language, r.dir = n.direction, r.textContent = n.of("loginOver"), e.append(r);
		return;
	}
	let r = {
		token: n,
		theme: R(t.theme ?? "auto"),
		language: t.language
	};
	await Promise.all((t.widgets ?? []).map((t) => L(e.appendChild(document.createElement("div")), t, r)));
}
async function I(e) {
	if (!e) return "";
	let t = await fetch(e.url, {
		method: e.method,
		headers: { Accept: "application/json" }
	});
	return t.ok ? A(await t.json().catch(() => null)) : "";
}
function L(e, t, r) {
	if (!(t.type in n)) throw Error(`rai: unknown type ${t.type}`);
	let i = t.type, { widgetId: a, communityId: o, channelId: s, leaderboardId: c, apiUrl: l, url: u, links: d, name: f } = z(t), p = {
		widgetId: a,
		communityId: o,
		channelId: s,
		leaderboardId: c,
		apiUrl: l,
		url: u,
		links: d,
		name: f
	};
	return h(i, `${M}${i}.js`, e, {
		...p,
		...z(r)
	});
}
function R(e) {
	return e === "dark" || e === "auto" ? e : "light";
}
function z(e) {
	return Object.fromEntries(Object.entries(e).filter(([, e]) => e != null));
}
var B = document.getElementById("regulars-widget"), V = JSON.parse(document.getElementById("regulars-config")?.textContent ?? "null");
if (B && t(V)) {
	let e = new CSSStyleSheet();
	e.replaceSync(j), document.adoptedStyleSheets = [...document.adoptedStyleSheets, e], await N(B, V);
}
export { N as showPage };
