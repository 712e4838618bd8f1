using Xunit;

namespace PowerIntegration.Domain.Tests.Refusals;

/// <summary>Checks the facts of a sentence - record, figure, next step - and leaves its wording free.</summary>
internal static class SentenceFacts
{
    /// <summary>Requires that the sentence has every fact.</summary>
    public static void In(string sentence, params string[] facts) =>
        Assert.All(facts, fact => Assert.Contains(fact, sentence, StringComparison.Ordinal));
}
