using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders.Policies;

public sealed class PolicyChoiceTests
{
    private static readonly CalendarDate Change = new(2026, 6, 1);

    private static readonly PolicyVersion[] Versions =
    [
        An.Policy(ChangeOrderPolicy.Append) with
        {
            Key = "A",
            ValidTo = Change.AddDays(-1),
        },
        An.Policy(ChangeOrderPolicy.Amend) with
        {
            Key = "B",
            ValidFrom = Change,
        },
    ];

    [Theory]
    [InlineData(-1, ChangeOrderPolicy.Append)]
    [InlineData(0, ChangeOrderPolicy.Amend)]
    public void The_day_of_the_first_approval_chooses_the_policy(int days, ChangeOrderPolicy policy) =>
        Assert.Equal(policy, PolicyChoice.On("PO-033", Versions, Change.AddDays(days)).Version!.Policy);

    [Fact]
    public void No_policy_is_refused_with_the_commitment_and_the_day()
    {
        var refusal = PolicyChoice.On("PO-033", Versions, new CalendarDate(2025, 12, 31)).Refusal!;
        Assert.Equal("change-order-policy-missing", refusal.WireCode);
        SentenceFacts.In(refusal.Sentence, "PO-033", "2025-12-31", "controller");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Dana")]
    public void A_policy_that_no_second_person_signed_is_none(string? signedBy) =>
        Assert.NotNull(PolicyChoice.On("PO-033", [An.Policy(ChangeOrderPolicy.Amend) with { SignedBy = signedBy }], Change).Refusal);

    [Fact]
    public void Two_policies_on_one_day_are_both_named()
    {
        var refusal = PolicyChoice.On("PO-033", [Versions[1], Versions[1] with { Key = "C" }], Change).Refusal!;
        SentenceFacts.In(refusal.Sentence, "B, C", "2026-06-01");
    }

    [Fact]
    public void The_links_of_procore_suggest_the_policy()
    {
        Assert.Equal(ChangeOrderPolicy.Append, PolicyChoice.Suggested([An.ChangeOrder(An.Added("a", 1m))]));
        Assert.Equal(ChangeOrderPolicy.Amend, PolicyChoice.Suggested([An.ChangeOrder(An.Added("a", 1m), An.Changing("b", "L1", 1m))]));
    }
}
