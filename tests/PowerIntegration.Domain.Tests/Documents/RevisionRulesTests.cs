using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents;

public sealed class RevisionRulesTests
{
    private static readonly DateTime Noon = new(2025, 11, 4, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("a", 0, DocumentState.Prepared, RevisionStatus.Same)]
    [InlineData("a", 1, DocumentState.Posted, RevisionStatus.Same)]
    [InlineData("b", 1, DocumentState.Posted, RevisionStatus.New)]
    [InlineData("b", 0, DocumentState.Held, RevisionStatus.New)]
    [InlineData("a", 0, DocumentState.Reversed, RevisionStatus.New)]
    [InlineData("b", -1, DocumentState.Held, RevisionStatus.Older)]
    [InlineData("a", -1, DocumentState.Reversed, RevisionStatus.Older)]
    public void What_was_read_is_stored_once_and_never_over_a_later_change(
        string hash,
        int secondsAfter,
        DocumentState state,
        RevisionStatus expected
    ) => Assert.Equal(expected, RevisionRules.Compare(hash, Noon.AddSeconds(secondsAfter), "a", Noon, state));

    [Fact]
    public void Without_a_time_the_content_decides()
    {
        Assert.Equal(RevisionStatus.New, RevisionRules.Compare("b", null, "a", Noon, DocumentState.Held));
        Assert.Equal(RevisionStatus.Same, RevisionRules.Compare("a", Noon, "a", null, DocumentState.Held));
    }
}
