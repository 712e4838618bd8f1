using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The request is cut before it is carried out.</summary>
public sealed class PowerCutBeforeTests : PowerCutTests
{
    private const int Half = 15;

    [Theory]
    [InlineData(0, Half)]
    [InlineData(Half, int.MaxValue)]
    public Task Two_sweeps_finish_what_was_left(int skipped, int taken) => PlayAsync(isAnswered: false, skipped, taken);
}
