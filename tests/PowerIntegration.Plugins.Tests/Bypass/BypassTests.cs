using Xunit;

namespace PowerIntegration.Plugins.Tests.Bypass;

/// <summary>A thousand generated attempts of one person and of applications to move money alone: none of them changes anything that counts.</summary>
public sealed class BypassTests(ITestOutputHelper output)
{
    /// <summary>A new document that goes nowhere.</summary>
    internal const string Stopped = "another one, stopped";

    /// <summary>A request for approval that no one has decided.</summary>
    internal const string Undecided = "a request, undecided";

    /// <summary>An answer that was kept and changed nothing.</summary>
    internal const string WithoutEffect = "an answer without effect";

    private const int Attempts = 1000;
    private const int StepsMax = 8;

    /// <summary>The first of the seeds; each attempt has its own, one after the other.</summary>
    private const int Seed = 20261130;

    [Fact]
    public void One_person_and_applications_change_nothing_that_counts()
    {
        output.WriteLine($"Seeds {Seed} to {Seed + Attempts - 1}.");
        var steps = new List<string>();
        for (var seed = Seed; seed < Seed + Attempts; seed++)
        {
            var attacker = new Attacker(seed, hasAccomplice: false);
            attacker.Try(1 + (seed % StepsMax));
            steps.AddRange(attacker.Tried);
            AssertUnchanged(seed, attacker);
            Assert.False(attacker.IsSentUnapproved, $"Seed {seed}: {string.Join(", ", attacker.Tried)}. The gateway would send it.");
        }

        foreach (var kind in steps.GroupBy(Attacker.StepOf).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key}: {kind.Count()} tried, {kind.Count(Attacker.IsRefused)} refused.");
        }

        var refused = steps.Count(Attacker.IsRefused);
        output.WriteLine($"{steps.Count} steps, {refused} refused.");
        Assert.True(refused > steps.Count / 3, $"Only {refused} of {steps.Count} steps were refused; the rest were no attempts.");
    }

    // The same steps with a second person: if nothing changed then either, the test above could not fail.
    [Fact]
    public void With_an_accomplice_the_same_steps_change_the_configuration_and_decide_approvals()
    {
        var changed = 0;
        var decided = 0;
        for (var seed = Seed; seed < Seed + 200; seed++)
        {
            var attacker = new Attacker(seed, hasAccomplice: true);
            attacker.Try(40);
            changed += attacker.Before.All(pair => attacker.Snapshot().TryGetValue(pair.Key, out var now) && now == pair.Value) ? 0 : 1;
            decided += attacker.IsDecided ? 1 : 0;
        }

        output.WriteLine($"{changed} attempts of two people changed something, {decided} decided an approval.");
        Assert.True(decided > 10, $"Only {decided} of 200 attempts of two people decided an approval.");
        Assert.True(changed > 10, $"Only {changed} of 200 attempts of two people changed anything.");
    }

    private static void AssertUnchanged(int seed, Attacker attacker)
    {
        var after = attacker.Snapshot();
        var story = $"Seed {seed}: {string.Join(", ", attacker.Tried)}.";
        foreach (var pair in attacker.Before)
        {
            Assert.True(after.TryGetValue(pair.Key, out var now), $"{story} {pair.Key} is gone.");
            Assert.True(now == pair.Value, $"{story} {pair.Key} was '{pair.Value}' and is '{now}'.");
        }

        // A reversal that one person asked for waits for a second one, and who asks gets no answer; nothing else may be new.
        Assert.All(
            after.Where(pair => !attacker.Before.ContainsKey(pair.Key)),
            pair => Assert.True(pair.Value is Stopped or Undecided or WithoutEffect, $"{story} New: {pair.Key} {pair.Value}.")
        );
    }
}
