using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Duplicates;

public sealed class FoundPayablesTests
{
    private static readonly FoundPayable First = new("300100", 4500.05m, "USD", new CalendarDate(2025, 10, 31), "HE|1");
    private static readonly FoundPayable Second = new("300101", 4500.05m, "", null, "");

    [Fact]
    public void They_are_read_as_they_were_written_whatever_the_number_contains()
    {
        Assert.Equal([First, Second], FoundPayables.Read(FoundPayables.Write([First, Second])));
        Assert.Equal("300100|4500.05|USD|2025-10-31|A B C", FoundPayables.Write([First with { Number = "A\nB\rC" }]));
        Assert.Null(FoundPayables.Write([]));
        Assert.Empty(FoundPayables.Read(null));
        Assert.Empty(FoundPayables.Read(""));
    }

    [Theory]
    [InlineData("300100|1.00|USD|2025-10-31")]
    [InlineData("300100|one|USD|2025-10-31|A")]
    [InlineData("300100|1.00|USD|yesterday|A")]
    public void What_was_not_written_here_is_not_guessed_at(string text) => Assert.Throws<InvariantBrokenException>(() => FoundPayables.Read(text));

    [Fact]
    public void New_is_what_was_neither_seen_before_nor_made_by_the_product()
    {
        Assert.Equal([First], FoundPayables.New([First, Second], [Second], []));
        Assert.Equal([Second], FoundPayables.New([First, Second], [], ["300100"]));
        Assert.Empty(FoundPayables.New([First], [First with { Number = "changed" }], []));
    }
}
