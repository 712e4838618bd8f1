using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents;

public sealed class RevisionRulesTests
{
    private static readonly DateTime Noon = new(2025, 11, 4, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("a", 0, DocumentState.Prepared, RevisionStanding.Same)]
    [InlineData("a", 1, DocumentState.Posted, RevisionStanding.Same)]
    [InlineData("b", 1, DocumentState.Posted, RevisionStanding.New)]
    [InlineData("b", 0, DocumentState.Held, RevisionStanding.New)]
    [InlineData("a", 0, DocumentState.Reversed, RevisionStanding.New)]
    [InlineData("b", -1, DocumentState.Held, RevisionStanding.Older)]
    [InlineData("a", -1, DocumentState.Reversed, RevisionStanding.Older)]
    public void What_was_read_is_stored_once_and_never_over_a_later_change(
        string hash,
        int secondsAfter,
        DocumentState state,
        RevisionStanding expected
    ) => Assert.Equal(expected, RevisionRules.Compare(hash, Noon.AddSeconds(secondsAfter), "a", Noon, state));

    [Fact]
    public void Without_a_time_the_content_decides()
    {
        Assert.Equal(RevisionStanding.New, RevisionRules.Compare("b", null, "a", Noon, DocumentState.Held));
        Assert.Equal(RevisionStanding.Same, RevisionRules.Compare("a", Noon, "a", null, DocumentState.Held));
    }
}
