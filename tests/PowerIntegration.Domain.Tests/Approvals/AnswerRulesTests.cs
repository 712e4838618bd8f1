using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Dates;
using Xunit;
using static PowerIntegration.Domain.Tests.Approvals.AnAuthority;

namespace PowerIntegration.Domain.Tests.Approvals;

public sealed class AnswerRulesTests
{
    private static readonly Guid Service = new("11111111-0000-4000-8000-000000000001");
    private static readonly DateTime Asked = new(2026, 7, 9, 12, 0, 0, DateTimeKind.Utc);

    private static AskedApproval Request =>
        new()
        {
            Name = "SC-002 application 3: 90,000.00 USD [1a2b3c4d]",
            State = ApprovalState.Asked,
            Assignee = Hana.User,
            AuthorityKey = "AUTHORITY|Hana Lindqvist",
            AskedOn = Asked,
            ContentHash = "h1",
            AwaitedHash = "h1",
        };

    private static ApprovalAnswer Answer =>
        new()
        {
            Id = "r1",
            Responder = Hana,
            Writers = [Hana.User.Id],
            WriterApplications = [],
            IsBackDated = false,
            IsCommitted = true,
            Response = "Approve",
            AnsweredOn = Asked.AddHours(3),
        };

    [Fact]
    public void The_person_who_was_asked_approves_and_rejects()
    {
        Assert.Equal(AnswerEffect.Approved, Effect(Request, Answer));
        Assert.Equal(AnswerEffect.Rejected, Effect(Request, Answer with { Response = "Reject" }));
        Assert.Equal(
            "Hana Lindqvist rejected SC-002 application 3: 90,000.00 USD [1a2b3c4d]: \"Wrong line 4\".",
            Judge(Request, Answer with { Response = "Reject", Comments = " Wrong line 4 " }).Sentence
        );
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("Approve, Approve")]
    [InlineData("Yes")]
    [InlineData("")]
    [InlineData(null)]
    public void No_other_word_counts(string? response) => Assert.Equal(AnswerEffect.None, Effect(Request, Answer with { Response = response }));

    [Fact]
    public void An_answer_that_is_not_final_or_already_recorded_changes_nothing()
    {
        Assert.Equal(AnswerEffect.Known, Effect(Request, Answer with { IsCommitted = false }));
        Assert.Equal(AnswerEffect.Known, Effect(Request with { ResponseId = "r1", State = ApprovalState.Approved }, Answer));
    }

    [Theory]
    [InlineData(ApprovalState.Approved)]
    [InlineData(ApprovalState.Rejected)]
    [InlineData(ApprovalState.Void)]
    [InlineData(ApprovalState.ToAsk)]
    public void A_late_or_early_answer_is_recorded_without_effect(ApprovalState state) =>
        Assert.Equal(AnswerEffect.None, Effect(Request with { State = state, Reason = "It changed." }, Answer));

    [Fact]
    public void An_answer_about_content_that_is_not_frozen_any_more_has_no_effect()
    {
        Assert.Equal(AnswerEffect.None, Effect(Request with { AwaitedHash = "h2" }, Answer));
        Assert.Equal(AnswerEffect.None, Effect(Request with { AwaitedHash = null }, Answer));
    }

    [Fact]
    public void Whoever_was_not_asked_changes_nothing_and_the_request_is_still_open()
    {
        var verdict = Judge(Request, Answer with { Responder = Samuel, Writers = [Samuel.User.Id] });

        Assert.Equal(AnswerEffect.None, verdict.Effect);
        Assert.Contains("but Hana Lindqvist is asked", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_written_by_someone_else_in_the_persons_name_is_forged()
    {
        Assert.Equal(AnswerEffect.Forged, Effect(Request, Answer with { Writers = [Samuel.User.Id] }));
        Assert.Equal(AnswerEffect.Forged, Effect(Request, Answer with { Writers = [Hana.User.Id, Samuel.User.Id] }));
        Assert.Equal(AnswerEffect.Forged, Effect(Request, Answer with { Writers = [] }));
    }

    [Fact]
    public void The_service_that_the_environment_names_may_write_answers_and_no_other_application()
    {
        var written = Answer with { Writers = [Noor.User.Id], WriterApplications = [Service] };

        Assert.Equal(AnswerEffect.Approved, Effect(Request, written));
        Assert.Equal(AnswerEffect.Forged, Effect(Request, written with { WriterApplications = [new Guid("22222222-0000-4000-8000-000000000002")] }));
        Assert.Equal(AnswerEffect.Forged, AnswerRules.Judge(Request, written, Subject(), [Of(Hana, 100_000m)], null, null).Effect);
        Assert.Equal(AnswerEffect.Forged, Effect(Request, written with { Writers = [Noor.User.Id, Samuel.User.Id] }));
        Assert.Equal(AnswerEffect.Approved, Effect(Request, written with { Writers = [Noor.User.Id, Hana.User.Id] }));
    }

    [Fact]
    public void An_answer_that_says_another_time_than_its_own_or_one_before_it_was_asked_is_forged()
    {
        Assert.Equal(AnswerEffect.Forged, Effect(Request, Answer with { IsBackDated = true }));
        Assert.Equal(AnswerEffect.Forged, Effect(Request, Answer with { AnsweredOn = Asked.AddSeconds(-1) }));
        Assert.Equal(AnswerEffect.Approved, Effect(Request, Answer with { AnsweredOn = Asked }));
    }

    [Fact]
    public void An_answer_to_other_text_than_was_composed_is_forged() =>
        Assert.Contains(
            "title, details differ",
            Judge(Request with { Differences = ["title", "details"] }, Answer).Sentence,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_delegate_may_answer_to_the_last_day_where_the_project_is_and_not_a_moment_longer()
    {
        var authority = Of(Hana, 100_000m) with
        {
            Delegate = Samuel,
            DelegateFrom = new CalendarDate(2026, 7, 1),
            DelegateTo = new CalendarDate(2026, 7, 14),
        };
        var asked = Request with { Assignee = Samuel.User };

        // Chicago is five hours behind in July: midnight of the 15th there is 05:00 UTC.
        Assert.Equal(AnswerEffect.Approved, At(new DateTime(2026, 7, 15, 4, 59, 59, DateTimeKind.Utc)));
        Assert.Equal(AnswerEffect.AskedOther, At(new DateTime(2026, 7, 15, 5, 0, 0, DateTimeKind.Utc)));

        AnswerEffect At(DateTime instant) =>
            AnswerRules
                .Judge(
                    asked,
                    Answer with
                    {
                        Responder = Samuel,
                        Writers = [Samuel.User.Id],
                        AnsweredOn = instant,
                    },
                    Subject(),
                    [authority],
                    Service,
                    "Central Standard Time"
                )
                .Effect;
    }

    [Fact]
    public void Who_may_not_approve_any_more_is_not_heard_and_someone_else_is_asked()
    {
        Assert.Equal(AnswerEffect.AskedOther, Effect(Request, Answer, Subject(100_000.01m)));
        Assert.Equal(AnswerEffect.AskedOther, Effect(Request, Answer, Subject() with { Contributors = [Hana.User] }));
        Assert.Equal(AnswerEffect.AskedOther, Effect(Request, Answer, Subject() with { Requesters = [new SourcePerson("1", "Hana Lindqvist")] }));
        Assert.Equal(AnswerEffect.AskedOther, AnswerRules.Judge(Request, Answer, Subject(), [], Service, null).Effect);
        var ended = Of(Hana, 100_000m) with { ValidTo = new CalendarDate(2026, 7, 8) };
        Assert.Equal(AnswerEffect.AskedOther, AnswerRules.Judge(Request, Answer, Subject(), [ended], Service, null).Effect);
        var gone = Of(Hana with { IsEnabled = false }, 100_000m);
        Assert.Equal(AnswerEffect.AskedOther, AnswerRules.Judge(Request, Answer, Subject(), [gone], Service, null).Effect);
    }

    private static AnswerVerdict Judge(AskedApproval asked, ApprovalAnswer answer, ApprovalSubject? subject = null) =>
        AnswerRules.Judge(asked, answer, subject ?? Subject(), [Of(Hana, 100_000m)], Service, null);

    private static AnswerEffect Effect(AskedApproval asked, ApprovalAnswer answer, ApprovalSubject? subject = null) =>
        Judge(asked, answer, subject).Effect;
}
