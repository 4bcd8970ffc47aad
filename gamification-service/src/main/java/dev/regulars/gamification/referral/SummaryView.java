package dev.regulars.gamification.referral;

import dev.regulars.gamification.referral.ReferralDocument.Totals;
import dev.regulars.gamification.referral.program.ProgramDocument;
import dev.regulars.internal.people.Person;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom a member brought, and what came of it (contract §3.12). */
@Schema(examples = """
        {"user": {"id": "66b1f0e9a4d3e5f60718293c", "userId": "42", "email": "ana@example.com", "username": "ana"},
         "invite": {"code": "3f9a1c07be", "origin": "https://regulars.example.com",
           "url": "https://regulars.example.com/referrals/3f9a1c07be", "platformUrl": "https://regulars.example.com"},
         "activity": {"coinsEarned": 30, "xpEarned": 0, "totalReferrals": 1, "inProgress": 0, "completed": 1},
         "referees": [{"userId": "43", "username": "ben", "avatar": null, "joinedAt": "2026-03-10T16:15:50.123Z",
           "progressByProgram": [{"programId": "66b1f2a8a4d3e5f607182960", "programName": "Bring a friend", "completedStages": 1,
             "totalStages": 1, "percentage": 100, "stages": [{"name": "Joined", "event": "join", "completed": true}]}]}],
         "nextCursor": null}""")
public record SummaryView(
        User user,
        Invite invite,
        Activity activity,
        @Schema(description = "The newest first") List<Referee> referees,

        @Nullable @Schema(description = "To ask for more referees with; null at the end")
        String nextCursor) {

    /** The member. */
    record User(
            @Schema(description = "24 hex digits") String id,
            @Schema(description = "Decimal") String userId,
            String email,
            String username) {}

    /** What the member gives to others. */
    record Invite(
            @Schema(description = "Others claim it") String code,
            @Schema(description = "Of the installation") String origin,

            @Schema(description = "To share; ends in the code")
            String url,

            @Schema(description = "Where the community is") String platformUrl) {}

    /** What came of all whom the member brought. */
    record Activity(
            long coinsEarned,
            long xpEarned,
            long totalReferrals,

            @Schema(description = "Those who have stages left")
            long inProgress,

            @Schema(description = "Those who completed all stages of all programs")
            long completed) {

        static Activity of(Totals totals) {
            return new Activity(
                    totals.coins(),
                    totals.xp(),
                    totals.referrals(),
                    totals.referrals() - totals.completed(),
                    totals.completed());
        }
    }

    /** Somebody whom the member brought. */
    record Referee(
            @Schema(description = "Decimal") String userId,
            String username,

            @Nullable @Schema(description = "A URL, where it is known")
            String avatar,

            @Schema(description = "Since when it is known who brought them")
            Instant joinedAt,

            List<Progress> progressByProgram) {

        static Referee of(ReferralDocument referral, @Nullable Person person, List<ProgramDocument> programs) {
            return new Referee(
                    person == null ? referral.accountId : person.userId(),
                    person == null ? "" : person.username(),
                    person == null ? null : person.avatar(),
                    referral.attributedAt,
                    programs.stream()
                            .map(program -> Progress.of(referral, program))
                            .toList());
        }
    }

    /** How far they are in a program. */
    record Progress(
            String programId,
            String programName,
            long completedStages,
            long totalStages,
            @Schema(description = "0 to 100, rounded down") long percentage,
            List<StageProgress> stages) {

        private static final int WHOLE = 100;

        static Progress of(ReferralDocument referral, ProgramDocument program) {
            List<StageProgress> stages = program.stages.stream()
                    .map(stage -> new StageProgress(
                            stage.name(),
                            stage.event().wire(),
                            referral.stages.contains(program.id + "." + stage.id())))
                    .toList();
            long completed = stages.stream().filter(StageProgress::completed).count();
            return new Progress(
                    program.id, program.name, completed, stages.size(), WHOLE * completed / stages.size(), stages);
        }
    }

    /** A stage, and whether they completed it. */
    record StageProgress(String name, String event, boolean completed) {}
}
