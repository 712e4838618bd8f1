using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>Holds the first plug-in that comes by until the test lets it go.</summary>
internal sealed class Gate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ManualResetEventSlim held = new();
    private readonly ManualResetEventSlim released = new();
    private int arrivals;

    public void HoldFirst()
    {
        if (Interlocked.Increment(ref arrivals) == 1)
        {
            held.Set();
            Assert.True(released.Wait(Patience));
        }
    }

    public void WaitUntilHeld() => Assert.True(held.Wait(Patience));

    public void Release() => released.Set();

    public void Dispose()
    {
        held.Dispose();
        released.Dispose();
    }
}
