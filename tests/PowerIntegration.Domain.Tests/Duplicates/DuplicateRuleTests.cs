using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Duplicates;
using Xunit;

namespace PowerIntegration.Domain.Tests.Duplicates;

public sealed class DuplicateRuleTests
{
    private static readonly PayableRecord First = new(
        "1",
        "Procore",
        "3000101",
        "INV-1187",
        1_000m,
        "USD",
        CalendarDate.Parse("2026-08-31"),
        "SC-1",
        "4"
    );

    private static readonly PayableRecord Second = First with { Key = "2", Number = "INV-1188" };

    [Fact]
    public void The_same_number_of_a_supplier_is_one_bill_whatever_else_differs()
    {
        var other = First with
        {
            Key = "2",
            Number = "inv 1187",
            Amount = -7m,
            Currency = "CAD",
            Date = CalendarDate.Parse("2020-01-01"),
            Contract = "SC-9",
            Application = null,
        };
        Assert.Equal(DuplicateReason.SameNumber, DuplicateRule.Of(First, other));
        Assert.Null(DuplicateRule.Of(First, other with { Supplier = "3000102" }));
    }

    [Fact]
    public void The_next_application_of_a_contract_may_have_the_same_amount() =>
        Assert.Null(DuplicateRule.Of(First, Second with { Application = "5" }));

    [Fact]
    public void The_same_amount_from_elsewhere_may_be_one_bill()
    {
        Assert.Equal(DuplicateReason.SameAmountOtherSource, DuplicateRule.Of(First, Second with { Source = "Email" }));
        Assert.Equal(DuplicateReason.SameAmountOtherContract, DuplicateRule.Of(First, Second with { Contract = "SC-2" }));
        Assert.Equal(DuplicateReason.SameAmountOtherContract, DuplicateRule.Of(First, Second with { Contract = null }));
        Assert.Equal(DuplicateReason.SameAmountNoApplication, DuplicateRule.Of(First, Second with { Application = " " }));
        Assert.Equal(DuplicateReason.SameAmountNoApplication, DuplicateRule.Of(First with { Application = null }, Second));
    }

    [Theory]
    [InlineData("2026-10-15", true)]
    [InlineData("2026-10-16", false)]
    [InlineData("2026-07-17", true)]
    [InlineData("2026-07-16", false)]
    public void Day_45_counts(string date, bool isFound) =>
        Assert.Equal(isFound, DuplicateRule.Of(First, Second with { Source = "Email", Date = CalendarDate.Parse(date) }) is not null);

    [Fact]
    public void Another_amount_sign_or_currency_is_another_bill_and_so_is_one_without_a_date()
    {
        var email = Second with { Source = "Email" };
        PayableRecord[] others =
        [
            email with
            {
                Amount = 1_000.01m,
            },
            email with
            {
                Amount = -1_000m,
            },
            email with
            {
                Currency = "CAD",
            },
            email with
            {
                Date = null,
            },
        ];
        Assert.All(others, other => Assert.Null(DuplicateRule.Of(First, other)));
        Assert.Null(DuplicateRule.Of(First with { Amount = 0m }, email with { Amount = 0m }));
    }

    [Fact]
    public void A_search_finds_what_the_rule_finds_each_once_and_never_the_invoice_itself()
    {
        var search = new DuplicateSearch();
        PayableRecord[] records =
        [
            First,
            Second with
            {
                Source = "Email",
            },
            First with
            {
                Key = "3",
                Source = "Email",
            },
            First with
            {
                Key = "4",
                Supplier = "3000102",
            },
        ];
        Array.ForEach(records, search.Add);
        Assert.Equal(["3 SameNumber", "2 SameAmountOtherSource"], search.Find(First).Select(match => $"{match.Other.Key} {match.Reason}"));
    }
}
