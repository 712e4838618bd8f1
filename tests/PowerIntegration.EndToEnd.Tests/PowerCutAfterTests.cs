using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The request is cut after it was carried out: only its answer is lost.</summary>
public sealed class PowerCutAfterTests : PowerCutTests
{
    [Fact]
    public Task Two_sweeps_finish_what_was_left() => PlayAsync(isAnswered: true, 0, int.MaxValue);
}
